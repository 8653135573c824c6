"""Measurements, run by `make bench`; no test depends on how long something takes."""
