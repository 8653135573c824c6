"""Gets the document to import: its files, an address, or standard input."""
