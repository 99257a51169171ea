"""The forms of the course pages."""

from courses.forms.assignment import AssignmentForm
from courses.forms.category import CategoryForm
from courses.forms.course import CourseForm
from courses.forms.mark_import import MarkFileForm, TakeMarksForm
from courses.forms.membership import CoTeacherForm, JoinForm, JoinPeriodForm
from courses.forms.misunderstandings import WhichForm
from courses.forms.record import RecordForm
from courses.forms.shape import PageForm
from courses.forms.vote import VoteForm

__all__ = [
    "AssignmentForm",
    "CategoryForm",
    "CoTeacherForm",
    "CourseForm",
    "JoinForm",
    "JoinPeriodForm",
    "MarkFileForm",
    "PageForm",
    "RecordForm",
    "TakeMarksForm",
    "VoteForm",
    "WhichForm",
]
