"""The request of a sample, worked out once for all languages."""
