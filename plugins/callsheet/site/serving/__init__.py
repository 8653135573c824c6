"""What `mkdocs serve` adds to a build: it sees changes, and shows the changed pages first."""
