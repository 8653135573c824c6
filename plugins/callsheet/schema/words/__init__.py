"""The words of pages for types, values and limits, parsed into schemas and written from them."""
