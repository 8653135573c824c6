"""What Python-Markdown makes of operation pages and of the comments on other pages."""
