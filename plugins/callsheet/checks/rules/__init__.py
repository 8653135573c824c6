"""Families of rules: a module has one rule, a pair, or a table of similar ones."""
