"""The languages that samples are written in, a module each."""
