"""Writing to the site directory."""
