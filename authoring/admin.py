"""What the admin pages of all content share: whose it is, drafts, copies, previews, history."""

from pathlib import PurePath

from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe
from pydantic import ValidationError
from simple_history.admin import SimpleHistoryAdmin

from authoring import registry
from authoring.copying import copy_for
from authoring.registry import kind_of
from authoring.roles import is_author, is_editor
from authoring.schema import problems_of

VERBS = {"added": "tilføjet", "changed": "rettet", "deleted": "fjernet"}


def in_words(message) -> str:
    """The admin's message of a change as people read it; nothing where nothing was changed.

    >>> in_words([{"changed": {"fields": ["fortælling"]}}, {"added": {"name": "svarmulighed", "object": "Nej"}}])
    'Rettet: fortælling. Tilføjet svarmulighed »Nej«'
    """
    found = []
    for part in message if isinstance(message, list) else ():
        ((verb, said),) = part.items()
        named = f" {said['name']} »{said['object']}«" if "name" in said else ""
        fields = f": {', '.join(said['fields'])}" if said.get("fields") else ""
        found.append(f"{VERBS.get(verb, verb).capitalize()}{named}{fields}")
    return ". ".join(found)


class OwnerFilter(admin.SimpleListFilter):
    """Mine, or what all share."""

    title = "ejer"
    parameter_name = "ejer"

    def lookups(self, request, model_admin):
        return [("min", "Mit eget"), ("faelles", "Fælles")]

    def queryset(self, request, queryset):
        if self.value() == "min":
            return queryset.filter(owner=request.user)
        return queryset.filter(owner=None) if self.value() == "faelles" else queryset


class ContentAdmin(SimpleHistoryAdmin):
    """Teachers change what is theirs and copy what is shared; editors change what is shared.

    A subclass gives `preview(request, item)`: the page as a reader would see it.
    """

    change_form_template = "authoring/change_form.html"
    list_display = ["title", "ownership", "state", "updated_at"]
    list_filter = ["status", OwnerFilter]
    list_select_related = ["owner"]
    search_fields = ["title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    actions = ["retire", "restore"]

    @admin.display(description="ejer", ordering="owner__name")
    def ownership(self, item):
        """Whose it is."""
        return item.owner or "Fælles"

    @admin.display(description="status", ordering="status")
    def state(self, item):
        """Draft, published or retired."""
        return "Udgået" if item.retired_at else item.get_status_display()

    # Rights

    def get_queryset(self, request):
        return super().get_queryset(request).readable_by(request.user)

    def has_module_permission(self, request):
        return is_author(request.user)

    def has_add_permission(self, request):
        return is_author(request.user)

    def has_view_permission(self, request, obj=None):
        return is_author(request.user)

    def has_change_permission(self, request, obj=None):
        return is_author(request.user) and (obj is None or obj.may_be_changed_by(request.user))

    def has_delete_permission(self, request, obj=None):
        """Content is retired, never deleted: what students answered must stay readable."""
        return False

    # The history tells what a text was before it was published, and any version of it can be taken back:
    # it belongs to those who may change the item.

    def history_view(self, request, object_id, extra_context=None):
        self._changeable(request, object_id)
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        self._changeable(request, object_id)
        if not version_id.isdecimal():
            raise Http404("Udgaven findes ikke.")
        with transaction.atomic():
            return self._version(request, object_id, version_id, extra_context)

    def _version(self, request, object_id, version_id, extra_context):
        response = super().history_form_view(request, object_id, version_id, extra_context)
        if request.method == "POST" and response.status_code == 302:
            registry.changed(
                self.get_object(request, object_id), "En tidligere udgave er taget tilbage", request.user
            )
        return response

    def log_change(self, request, obj, message):
        """What the journal is told when all parts are saved, those are told, too, who keep a record."""
        if what := in_words(message):
            registry.changed(obj, what, request.user)
        return super().log_change(request, obj, message)

    def history_view_title(self, request, obj):
        return f"Historik: {obj}"

    def history_form_view_title(self, request, obj):
        return f"En tidligere udgave: {obj}"

    def _changeable(self, request, object_id):
        item = self.get_object(request, unquote(object_id))
        if item is None:
            raise Http404("Indholdet findes ikke, eller du har ikke adgang til det.")
        if not self.has_change_permission(request, item):
            raise PermissionDenied

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Of two clicks at once the second gets the form again, which says what the first has taken."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """What an editor writes is shared; what a teacher writes is the teacher's own."""
        if not change and not is_editor(request.user):
            obj.owner = request.user
        super().save_model(request, obj, form, change)

    def get_view_on_site_url(self, obj=None):
        """A link to the page, once there is one to see."""
        return super().get_view_on_site_url(obj) if obj and obj.is_published else None

    # Retiring

    @admin.action(description="Tag ud af brug", permissions=["change"])
    def retire(self, request, queryset):
        self._set_retired(request, queryset, timezone.now(), "er taget ud af brug")

    @admin.action(description="Tag i brug igen", permissions=["change"])
    def restore(self, request, queryset):
        self._set_retired(request, queryset, None, "er i brug igen")

    def _set_retired(self, request, queryset, when, told):
        mine = self.model.objects.editable_by(request.user)
        chosen = list(mine.filter(pk__in=queryset.values("pk")))
        for item in chosen:
            item.retired_at = when
            item.save()
        self.message_user(request, f"{len(chosen)} {told}.")
        if left := queryset.count() - len(chosen):
            self.message_user(request, f"{left} er ikke dine og er ikke ændret.", messages.WARNING)

    # Copies and previews

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("vis/", wrap(self.preview_view), name=f"{name}_preview_new"),
            path("<int:pk>/vis/", wrap(self.preview_view), name=f"{name}_preview"),
            path("<int:pk>/fil/", wrap(require_safe(self.file_view)), name=f"{name}_file"),
            path("<int:pk>/kopier/", wrap(require_POST(self.copy_view)), name=f"{name}_copy"),
            *super().get_urls(),
        ]

    def copy_view(self, request, pk):
        """Make the person's own draft of an item, and open it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        copy = copy_for(self._readable(request, pk), request.user)
        self.message_user(request, f"»{copy}« er din egen kladde. Ret den, og udgiv den, når den er færdig.")
        return redirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[copy.pk]))

    def file_view(self, request, pk):
        """The content file that the item would be, to be taken home."""
        item, kind = self._readable(request, pk), kind_of(self.model)
        try:
            text = kind.text(item)
        except ValidationError as error:
            told = " ".join(str(problem) for problem in problems_of(error))
            self.message_user(request, f"»{item}« kan ikke skrives som fil endnu: {told}", messages.ERROR)
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", item.pk)
        name = PurePath(item.source_path or kind.place(item)).name
        sent = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name)}
        return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=sent)

    def preview_view(self, request, pk=None):
        """The page as a reader would see it: as saved, or as it stands in the form just sent."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        item = self._readable(request, pk) if pk else None
        if request.method != "POST":
            if item is None:
                raise Http404("Der er intet at vise endnu.")
            return self.preview(request, item)
        form = self.get_form(request, item, change=bool(item))(request.POST, instance=item)
        if not form.is_valid():
            return render(request, "authoring/preview_refused.html", {"form": form}, status=422)
        return self.preview(request, form.save(commit=False))

    def preview(self, request, item):
        """The page as a reader would see it."""
        return redirect(item)

    def _readable(self, request, pk):
        item = self.get_queryset(request).filter(pk=pk).first()
        if item is None:
            raise Http404("Indholdet findes ikke, eller du har ikke adgang til det.")
        return item

    def change_view(self, request, object_id, form_url="", extra_context=None):
        extra = {"may_copy": self.has_add_permission(request), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra)


class PartInline(InlineModelAdmin):
    """Rows that belong to a piece of content are changed by whoever may change that."""

    def has_view_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return obj is None or obj.may_be_changed_by(request.user)

    has_add_permission = has_change_permission
    has_delete_permission = has_change_permission


class WithParts(ContentAdmin):
    """Content that is previewed together with its rows as they stand in the form.

    A subclass gives `preview_with(request, item, parts)`; the parts are None where the saved ones count.
    """

    def preview(self, request, item):
        if request.method != "POST":
            return self.preview_with(request, item, None)
        formsets, _ = self._create_formsets(request, item, change=item.pk is not None)
        if not all(formset.is_valid() for formset in formsets):
            return render(request, "authoring/preview_refused.html", {"formsets": formsets}, status=422)
        return self.preview_with(request, item, self._sent(formsets))

    def _sent(self, formsets):
        """The rows that were sent with the form and are not deleted, in order."""
        parts = [
            form.save(commit=False)
            for formset in formsets
            for form in formset.forms
            if form.has_changed() or form.instance.pk
            if not form.cleaned_data.get("DELETE")
        ]
        return sorted(parts, key=lambda part: part.order)
