"""Kaution: those who answer for the debt of another."""
