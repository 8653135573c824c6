"""Schemas: evaluation, generation, reading and writing, and the words and limits of pages."""
