"""Courses in the admin, for superusers: teachers run theirs under /undervisning/. What is changed here is on record."""

from django.contrib import admin
from django.db import transaction
from simple_history.admin import SimpleHistoryAdmin

from courses import record
from courses.models import Assignment, Course, GradeScale, Item, Membership
from courses.record import Kind


class MembershipInline(admin.TabularInline):
    """Who is in the course."""

    model = Membership
    autocomplete_fields = ["user"]
    extra = 0


class Recorded(admin.ModelAdmin):
    """Settings that are on record; a subclass gives the kind, and what the entry belongs to."""

    kind: Kind

    def of(self, row) -> dict:
        """The course of the entry, and its assignment if it has one."""
        raise NotImplementedError

    @transaction.atomic
    def save_model(self, request, obj, form, change):
        """Save, and write down what is another than before."""
        before = record.stored(obj) if change else {}
        super().save_model(request, obj, form, change)
        record.note_settings(kind=self.kind, row=obj, before=before, by=request.user, **self.of(obj))


@admin.register(Course)
class CourseAdmin(Recorded):
    """A course and its members."""

    kind = Kind.COURSE
    list_display = ["name", "term", "reading", "shown_join_code", "archived_at"]
    search_fields = ["name", "term"]
    inlines = [MembershipInline]

    def of(self, row):
        return {"course": row}

    def save_formset(self, request, form, formset, change):
        """Save the members, and write down who came, went or is something else."""
        was = {row.pk: row for row in Membership.objects.filter(course=form.instance)}
        super().save_formset(request, form, formset, change)
        now = {row.pk: row for row in Membership.objects.filter(course=form.instance)}
        for pk in {**was, **now}:
            _note_member(form.instance, was.get(pk), now.get(pk), by=request.user)


def _note_member(course, was: Membership | None, now: Membership | None, *, by) -> None:
    if was and now and (was.user_id, was.role) == (now.user_id, now.role):
        return
    if was and now and was.user_id == now.user_id:
        before, after = was.get_role_display(), now.get_role_display()
        record.note(course, Kind.ROLE, by=by, about=now.user, before=before, after=after)
        return
    if was:
        record.note(course, Kind.REMOVED, by=by, about=was.user, before=was.get_role_display())
    if now:
        record.note(course, Kind.ADDED, by=by, about=now.user, after=now.get_role_display())


class ItemInline(admin.TabularInline):
    """What an assignment consists of."""

    model = Item
    raw_id_fields = ["case", "quiz", "section"]
    extra = 0


@admin.register(Assignment)
class AssignmentAdmin(Recorded):
    """What is set."""

    kind = Kind.ASSIGNMENT
    list_display = ["title", "course", "opens_at", "due_at", "released_at"]
    list_select_related = ["course"]
    search_fields = ["title", "course__name"]
    autocomplete_fields = ["course"]
    inlines = [ItemInline]

    def of(self, row):
        return {"course": row.course, "assignment": row}


@admin.register(GradeScale)
class GradeScaleAdmin(Recorded, SimpleHistoryAdmin):
    """The institution's table of grades: the newest one suggests, in every course, and sets nothing."""

    kind = Kind.SCALE
    list_display = ["name", "counts", "limits_shown"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", *(field for _, field in GradeScale.STEPS)],
                "description": "Tabellen foreslår en karakter ud fra den samlede procent. Underviseren giver den "
                "selv. Den nyeste tabel gælder for alle hold, også for dem, der er i gang. "
                "Under det laveste trin foreslås -3.",
            },
        )
    ]

    def of(self, row):
        return {"course": None, "subject": row.name}

    def has_delete_permission(self, request, obj=None):
        """A table that has suggested stays; a new one takes over."""
        return False

    @admin.display(description="gælder", boolean=True)
    def counts(self, scale):
        """Whether this table suggests."""
        return scale == GradeScale.current()

    @admin.display(description="grænser")
    def limits_shown(self, scale):
        """The table in a line."""
        return ", ".join(f"{grade} fra {percent} %" for grade, percent in scale.limits)
