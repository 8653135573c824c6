"""Reads an operation of a specification: its parameters, bodies, responses, examples and types."""
