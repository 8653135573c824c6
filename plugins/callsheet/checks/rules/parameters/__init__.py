"""CS32x: parameters in the path and the query of example requests."""
