"""Extension of Python-Markdown for operation pages and the comments on other pages."""
