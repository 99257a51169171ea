"""Leafing through ten variants beside the form, and what stands in the way of each kind."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from authoring.admin import ContentAdmin
from cases.drafting import Draft, levels
from cases.drafting.variants import leaf
from cases.models import Case

VARIANT, KINDS = "_variant", "_slags"


class LeafsVariants(ContentAdmin):
    """For the admin of cases: the variants of the form just sent, or of the case as it is stored."""

    def draft_for(self, request: HttpRequest, case: Case | None) -> Draft:
        """What was sent; nothing sent is the case as it is stored."""
        raise NotImplementedError

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("varianter/", wrap(self.variants_view), name="cases_case_variants_new"),
            path("<int:pk>/varianter/", wrap(self.variants_view), name="cases_case_variants"),
            *super().get_urls(),
        ]

    def variants_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """One of the ten variants; on a page of its own where it is asked for by address."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        case = self._readable(request, pk) if pk else None
        draft = self.draft_for(request, case)
        if KINDS in request.POST:
            return render(request, "cases/admin/variants.html#kinds", {"warnings": levels.of(draft)})
        asked = request.POST.get(VARIANT) or request.GET.get(VARIANT, "")
        context = {"leaf": leaf(draft, asked), "original": case}
        if request.method == "POST":
            return render(request, "cases/admin/variants.html#leaf", context)
        if case is None:
            raise Http404("Der er intet at vise endnu.")
        context |= self.admin_site.each_context(request)
        context |= {"title": "Ti varianter", "is_page": True, "warnings": levels.of(draft)}
        return render(request, "cases/admin/variants.html", context)

    def leafed(self, request: HttpRequest, draft: Draft) -> dict[str, Any]:
        """Without JavaScript: the variant and the kinds, for the form's own page."""
        if VARIANT not in request.POST:
            return {}
        return {
            "leaf": leaf(draft, request.POST[VARIANT]),
            "warnings": levels.of(draft),
        }
