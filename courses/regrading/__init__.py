"""Grading handed-in work again on purpose: what is outdated, a dry run, put in force as a whole, taken back."""
