"""CS41x: statuses of example responses."""
