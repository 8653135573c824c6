"""Docs CI: what on a page is not true."""
