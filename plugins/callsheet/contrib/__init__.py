"""Packs for the APIs of vendors, which the configuration names.

A pack is a package with a module `pack` that has `PACK`, and a pattern `SIGN` of what pages of such
an API say, by which `callsheet init` suggests it. What it needs besides the server is an extra of
the distribution with its name.
"""
