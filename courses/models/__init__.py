"""Courses, who is in them, what is set, what is handed in, and what is kept beside it."""

from courses.models.acceptance import Acceptance
from courses.models.append_only import Kept
from courses.models.assignment import Assignment
from courses.models.calendar import CalendarFeed
from courses.models.category import Category
from courses.models.course import Course, Membership, Reading
from courses.models.grade_records import Extension, GradeChange, GradeScale
from courses.models.group import Group, Invitation
from courses.models.item import Item
from courses.models.judgement import Judgement
from courses.models.messages import Message, MutedKind
from courses.models.receipt_bundle import ReceiptBundle
from courses.models.receipt_file import ReceiptFile
from courses.models.record import RecordEntry
from courses.models.regrade import Regrade, RegradeChange
from courses.models.submission import Submission
from courses.models.vote import Vote

__all__ = [
    "Acceptance",
    "Assignment",
    "CalendarFeed",
    "Category",
    "Course",
    "Extension",
    "GradeChange",
    "GradeScale",
    "Group",
    "Invitation",
    "Item",
    "Judgement",
    "Kept",
    "Membership",
    "Message",
    "MutedKind",
    "Reading",
    "ReceiptBundle",
    "ReceiptFile",
    "RecordEntry",
    "Regrade",
    "RegradeChange",
    "Submission",
    "Vote",
]
