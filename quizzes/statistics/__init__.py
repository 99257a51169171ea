"""Item statistics in the manner of Moodle: pure arithmetic over marks, then its pages.

Sources: Moodle docs, "Quiz statistics calculations" (T. Hunt and others), https://docs.moodle.org/dev/Quiz_statistics_calculations,
cited at each formula as M with the name of its section; and the classical test theory it rests on: L. J. Cronbach
(1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16.
"""
