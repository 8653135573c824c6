"""From a request to its validated input."""
