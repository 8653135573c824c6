"""Caches on disk: bounded, keyed by content and code, and never trusted."""
