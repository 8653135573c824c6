"""CS11x: the method and the route of an operation."""
