"""What the server remembers, in memory or in a database."""
