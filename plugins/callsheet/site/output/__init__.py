"""What reaches the site directory."""
