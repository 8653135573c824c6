"""Caches on disk: bounded in size, keyed by content and code, and verified by checksums."""
