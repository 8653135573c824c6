"""For those who run the server: health, journal, access log."""
