"""Docs CI: report what is wrong on pages."""
