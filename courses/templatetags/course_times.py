"""Times in the templates of the courses."""

from django import template

from courses import moments, results

register = template.Library()
register.filter("moment", moments.moment)
register.filter("time_left", moments.time_left)
register.filter("points", results.shown)
