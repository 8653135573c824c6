"""Storage of the state, in memory or in a database."""
