"""The calculators: a form, the figures by the rules, a picture, and a table to take away."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lessons.calculation.tables import as_csv
from lessons.calculation.work import Work
from lessons.calculators import CALCULATORS
from lessons.calculators import calculator as found


@login_required
@require_safe
def calculators(request):
    """Every calculator."""
    return render(request, "lessons/calculators.html", {"calculators": CALCULATORS})


@login_required
@require_safe
def calculator(request, slug):
    """One calculator; to htmx its form and figures alone."""
    return _page(request, _work(request, slug))


@login_required
@require_safe
def table(request, slug, key):
    """One table as a file; where the facts give none, the page that says why."""
    work = _work(request, slug)
    if key not in work.calculator.tables:
        raise Http404(f"{slug} har ingen tabel, der hedder {key}.")
    rows = [] if work.is_faulty else work.calculator.tables[key][1](work.answers)
    if not rows:
        return _page(request, work, status=422)
    response = HttpResponse(as_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{key}.csv"'
    return response


def _work(request, slug):
    chosen = found(slug)
    if chosen is None:
        raise Http404(f"Der er ingen beregner, der hedder {slug}.")
    return Work(chosen, request.GET)


def _page(request, work, status=None):
    page = "lessons/calculator.html" + ("#beregner" if request.htmx else "")
    context = {"work": work, "calculator": work.calculator, "query": urlencode(work.query)}
    return render(request, page, context, status=status or (422 if work.is_faulty else 200))
