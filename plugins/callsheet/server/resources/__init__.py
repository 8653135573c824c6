"""What operations on collections do."""
