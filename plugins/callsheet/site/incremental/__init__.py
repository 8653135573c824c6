"""Incremental builds: what is reused of earlier builds, and what invalidates it."""
