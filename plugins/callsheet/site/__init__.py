"""Callsheet's pages in the site generators that run Python-Markdown extensions."""
