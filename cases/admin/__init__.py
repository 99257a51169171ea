"""Cases as authors write them: the topic, its facts in typed fields, and at once what the law says of them."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path

from authoring.admin import ContentAdmin
from cases import drafting
from cases.admin.draft import PARTS, draft_of, suggested_story
from cases.admin.forms import CRITERIA, ROWS, CaseForm
from cases.admin.formset import QuestionFormSet
from cases.admin.history import RestoresQuestions
from cases.admin.questions import QuestionForm
from cases.admin.variants import VARIANT, LeafsVariants
from cases.models import Case, Question

LOOK, MORE = "_vis", "_flere"
MOST = 12


def with_one_more(sent: QueryDict) -> QueryDict:
    """What was sent, and an empty question."""
    data = sent.copy()
    total = sent.get("questions-TOTAL_FORMS", "")
    data["questions-TOTAL_FORMS"] = (
        str(min(int(total) + 1, MOST)) if total.isdecimal() and len(total) < 4 else "1"
    )
    return data


class LookedAt:
    """A form that is read and never found valid."""

    def is_valid(self) -> bool:
        super().is_valid()  # type: ignore[misc]
        return False


class QuestionInline(admin.StackedInline):
    """The questions of a case; whoever may change the case may change them."""

    model = Question
    form = QuestionForm
    formset = QuestionFormSet
    fields = ["topic"]
    template = "cases/admin/questions.html"
    max_num = MOST

    def get_extra(self, request: HttpRequest, obj: Case | None = None, **kwargs: Any) -> int:
        return 0 if obj else 1

    def has_view_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return obj is None or obj.may_be_changed_by(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Case | None = None) -> bool:
        return obj is None or obj.may_be_changed_by(request.user)

    has_delete_permission = has_change_permission


@admin.register(Case)
class CaseAdmin(LeafsVariants, RestoresQuestions):
    """A case on one page: saving refuses impossible facts, and looking saves nothing."""

    form = CaseForm
    inlines = [QuestionInline]
    change_form_template = "cases/admin/change_form.html"
    list_display = ["title", "group", "ownership", "state", "updated_at"]
    list_filter = ["group", *ContentAdmin.list_filter]
    search_fields = ["title", "slug", "story", "source"]

    def get_fieldsets(self, request: HttpRequest, obj: Case | None = None):
        """The parties as rows of fields; as one line where they can only be read."""
        rows = [tuple(f"party{row}_{name}" for name in ("role", "name", "title")) for row in ROWS]
        criteria = [
            tuple(f"criterion{row}_{name}" for name in ("title", "points", "levels")) for row in CRITERIA
        ]
        may_change = self.has_change_permission(request, obj)
        return [
            (None, {"fields": ["title", ("group", "source"), "summary"]}),
            ("Parter", {"fields": rows if may_change else ["parties_shown"]}),
            ("Fortælling", {"fields": ["story"]}),
            (
                "Bedømmelse",
                {
                    "fields": [
                        "reading",
                        tuple(f"weight_{part}" for part in PARTS),
                        ("minutes", "hints_when_graded"),
                    ]
                },
            ),
            (
                "Begrundelse med egne ord",
                {"fields": ["argument", *(criteria if may_change else ["rubric_shown"])]},
            ),
            ("Udgivelse", {"fields": ["status", "slug"]}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Case | None = None):
        return [] if self.has_change_permission(request, obj) else ["parties_shown", "rubric_shown"]

    @admin.display(description="parter")
    def parties_shown(self, case: Case) -> str:
        """Who takes part, as a sentence."""
        return ", ".join(
            f"{case.names.get(party['role'], party['role'])} ({party['title'].lower()})"
            for party in case.parties
        )

    @admin.display(description="egne kriterier")
    def rubric_shown(self, case: Case) -> str:
        """What gives points, as a sentence."""
        return ", ".join(f"{one['title']} ({one['points']} point)" for one in case.rubric) or "Ingen"

    def get_form(self, request: HttpRequest, obj: Case | None = None, change: bool = False, **kwargs: Any):
        """A form that is never valid when the author only wants to look: nothing is saved then."""
        form_class = super().get_form(request, obj, change=change, **kwargs)
        if not {LOOK, MORE, VARIANT} & set(request.POST):
            return form_class
        return type("LookedAtForm", (LookedAt, form_class), {})

    def render_change_form(self, request, context, *args: Any, **kwargs: Any):
        """Beside the form: what the law says of the case as it stands there."""
        form, formset = context["adminform"].form, context["inline_admin_formsets"][0].formset
        draft = draft_of(form, formset)
        context |= {"draft": draft, "formset": formset, "looking": {LOOK, VARIANT} & set(request.POST)}
        context |= self.leafed(request, draft)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("afgoerelse/", wrap(self.live_view), name="cases_case_live_new"),
            path("<int:pk>/afgoerelse/", wrap(self.live_view), name="cases_case_live"),
            *super().get_urls(),
        ]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any):
        """One empty question more, when the author asks for it."""
        if MORE in request.POST:
            request.POST = with_one_more(request.POST)  # type: ignore[assignment]
        return super().changeform_view(request, *args, **kwargs)

    def live_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """What the law says of the form just sent; with the questions when a topic or a question is new."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if MORE in request.POST:
            request.POST = with_one_more(request.POST)  # type: ignore[assignment]
        form, formset = self._sent(request, self._readable(request, pk) if pk else None)
        anew = "emne" in request.POST
        story = suggested_story(formset) if anew and not request.POST.get("story", "").strip() else None
        context = {
            "draft": draft_of(form, formset, story),
            "formset": formset,
            "story": story,
            "original": form.instance,
            "is_live": True,
        }
        return render(request, f"cases/admin/live.html#{'anew' if anew else 'outcome'}", context)

    def preview(self, request: HttpRequest, item: Case) -> HttpResponse:
        """The story and the first questions as a student meets them."""
        draft = self.draft_for(request, item if item.pk else None)
        return render(request, "cases/case_preview.html", {"case": item, "draft": draft})

    def draft_for(self, request: HttpRequest, case: Case | None) -> drafting.Draft:
        """What was sent; nothing sent is the case as it is stored."""
        if request.method == "POST" or case is None:
            return draft_of(*self._sent(request, case))
        return drafting.of_case(case)

    def _sent(self, request: HttpRequest, case: Case | None):
        """The forms with what was sent, for looking only."""
        form = self.get_form(request, case, change=bool(case))(request.POST or None, instance=case)
        formset, _inline = next(iter(self.get_formsets_with_inlines(request, case)))
        return form, formset(request.POST or None, instance=case or Case(), prefix="questions")
