"""Measuring: `make bench`."""
