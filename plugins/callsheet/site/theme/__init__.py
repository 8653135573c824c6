"""The theme's own parts around the page of an operation."""
