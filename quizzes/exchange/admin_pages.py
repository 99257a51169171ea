"""The pages of the question bank on which questions come in and go out."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST

from authoring.admin import WithParts
from quizzes.exchange import keeping, writing
from quizzes.exchange.forms import ExportForm, ImportForm
from quizzes.models import Draw, Question

PAGE, PREVIEW, OUT = (
    "quizzes/exchange/import.html",
    "quizzes/exchange/read.html",
    "quizzes/exchange/export.html",
)
LOST = "Forhåndsvisningen er for gammel eller ændret på vejen. Intet er gemt. Læs filen igen."
NONE_CHOSEN = "Vælg mindst ét spørgsmål. Intet er gemt endnu."
DRAWN = "Spørgsmål, som quizzen trækker fra banken, er ikke med. Vælg dem i banken i stedet."


class ExchangesQuestions(WithParts):
    """Adds »Importér« and »Eksportér« to the admin of the questions."""

    change_list_template = "quizzes/exchange/change_list.html"

    def get_urls(self):
        """The pages before those of Django, which would take their names for keys."""
        wrap = self.admin_site.admin_view
        both, sent = require_http_methods(["GET", "HEAD", "POST"]), require_POST
        return [
            path("importer/", wrap(both(self.import_view)), name="quizzes_question_import"),
            path("importer/gem/", wrap(sent(self.import_save)), name="quizzes_question_import_save"),
            path("eksporter/", wrap(sent(self.export_view)), name="quizzes_question_export"),
            *super().get_urls(),
        ]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Take a file or a text, and show what would come of it. Saves nothing."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return render(request, PAGE, {"form": ImportForm()})
        form = ImportForm(request.POST, request.FILES)
        if not form.is_valid():
            return render(request, PAGE, {"form": form}, status=422)
        context = {"format": form.found.format, "told": form.told}
        return _previewed(request, form.found.drafts, context)

    def import_save(self, request: HttpRequest) -> HttpResponse:
        """Save the chosen ones of a preview, all or none."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        try:
            drafts = keeping.unseal(request.POST.get("laest", ""), request.user)
        except keeping.Unsealed:
            return render(request, PAGE, {"form": ImportForm(), "lost": LOST}, status=422)
        wanted = set(request.POST.getlist("valgt"))
        chosen = [draft for draft in drafts if draft.uid in wanted and not draft.fault]
        if not chosen:
            return _previewed(request, drafts, {"refused": NONE_CHOSEN}, status=422)
        try:
            saved = keeping.save(chosen, request.user)
        except IntegrityError:
            # Somebody took an address in between: the second time it is seen.
            saved = keeping.save(chosen, request.user)
        self.message_user(request, _told_of(saved, len(chosen)))
        return redirect("admin:quizzes_question_changelist")

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """Say what the format cannot, or give the file."""
        form = ExportForm(request.POST)
        if not form.is_valid():
            return render(request, OUT, {"form": form, "always": writing.ALWAYS_LEFT}, status=422)
        given = form.cleaned_data
        questions = self.get_queryset(request).filter(pk__in=given["ids"]).prefetch_related("options")
        written = writing.prepare(questions.order_by("title"), given["format"], given["variants"])
        if "hent" in request.POST and written.drafts:
            return _file(given["format"], written)
        return render(request, OUT, {"form": form, "written": written, "always": writing.ALWAYS_LEFT})

    @admin.action(description="Eksportér", permissions=["view"])
    def export_chosen(self, request, queryset):
        """The chosen questions."""
        return export_page(request, queryset)


class ExportsQuizzes(WithParts):
    """Adds »Eksportér spørgsmålene« to the admin of the quizzes."""

    @admin.action(description="Eksportér spørgsmålene", permissions=["view"])
    def export_questions(self, request, queryset):
        """The fixed questions of the chosen quizzes."""
        if Draw.objects.filter(quiz__in=queryset).exists():
            self.message_user(request, DRAWN, messages.WARNING)
        readable = Question.objects.current().readable_by(request.user)
        return export_page(request, readable.filter(items__quiz__in=queryset).distinct())


def export_page(request: HttpRequest, questions) -> HttpResponse:
    """The page that asks for the format."""
    ids = ",".join(str(pk) for pk in questions.order_by("title").values_list("pk", flat=True))
    return render(request, OUT, {"form": ExportForm(initial={"ids": ids}), "always": writing.ALWAYS_LEFT})


def _previewed(request, drafts, context, status=200) -> HttpResponse:
    known = keeping.doubles(drafts, request.user)
    context |= {
        "drafts": [(draft, draft.uid in known) for draft in drafts],
        "ready": sum(not draft.fault for draft in drafts),
        "faulty": sum(bool(draft.fault) for draft in drafts),
        "sealed": keeping.seal(drafts, request.user),
    }
    return render(request, PREVIEW, context, status=status)


def _file(name: str, written: writing.Written) -> HttpResponse:
    target = writing.FORMATS[name]
    sent = content_disposition_header(as_attachment=True, filename=f"spoergsmaal.{target.SUFFIX}")
    return HttpResponse(
        target.write(written.drafts), content_type=target.TYPE, headers={"Content-Disposition": sent}
    )


def _told_of(saved: int, chosen: int) -> str:
    before = f" {chosen - saved} var læst ind før." if saved < chosen else ""
    return f"{saved} spørgsmål er læst ind som kladder. Gå dem igennem, og udgiv dem, når de er klar.{before}"
