"""What a build reuses of the builds before, and what invalidates it."""
