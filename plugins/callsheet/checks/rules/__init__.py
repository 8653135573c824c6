"""Families of rules: a module has the rules about one subject."""
