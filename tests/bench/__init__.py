"""Measurements: `make bench` prints them. They are no tests and assert nothing."""
