"""Courses in the admin, for superusers: teachers run theirs under /undervisning/."""

from django.contrib import admin

from courses.models import Assignment, Course, Membership


class MembershipInline(admin.TabularInline):
    """Who is in the course."""

    model = Membership
    autocomplete_fields = ["user"]
    extra = 0


@admin.register(Course)
class CourseAdmin(admin.ModelAdmin):
    """A course and its members."""

    list_display = ["name", "term", "reading", "shown_join_code", "archived_at"]
    search_fields = ["name", "term"]
    inlines = [MembershipInline]


@admin.register(Assignment)
class AssignmentAdmin(admin.ModelAdmin):
    """What is set."""

    list_display = ["title", "course", "opens_at", "due_at", "released_at"]
    list_select_related = ["course"]
    search_fields = ["title", "course__name"]
    autocomplete_fields = ["course"]
