"""Programs, messages and JSON as highlighted HTML."""
