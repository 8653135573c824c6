"""The words that pages have for types and limits."""
