"""The form of a course."""

from django import forms

from courses.forms.shape import PageForm, whole
from courses.models import Course


class CourseForm(PageForm, forms.ModelForm):
    """What a course is called, and which reading grades by default."""

    class Meta:
        model = Course
        fields = ["name", "term", "reading", "drop_lowest"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        whole(self.fields["drop_lowest"], 0, 20, "resultater")
