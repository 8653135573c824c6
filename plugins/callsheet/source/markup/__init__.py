"""Markup around Markdown: components of MDX, shortcodes of Hugo, tags of GitBook and the like."""
