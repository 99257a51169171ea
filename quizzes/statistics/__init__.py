"""Item statistics in the manner of Moodle: pure arithmetic over marks, then its pages.

Sources: Moodle docs, "Quiz statistics calculations" (T. Hunt and others), and the classical test theory it rests
on: L. J. Cronbach (1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16.
"""
