"""Texts of a page as trees of values with their places: JSON, XML, forms, words of types."""
