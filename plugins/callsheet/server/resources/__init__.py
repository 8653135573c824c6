"""Collections: which operations belong to them, and what these do."""
