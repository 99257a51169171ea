"""A section, a chapter and the whole book, to be printed from the browser."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lessons.models import Chapter, Section
from lessons.printing import printed


@login_required
@require_safe
def book(request):
    """Every chapter that this person may read."""
    chapters = printed(request, list(Chapter.objects.visible_to(request.user)))
    return render(request, "lessons/print.html", {"chapters": chapters, "title": "Hele bogen"})


@login_required
@require_safe
def chapter(request, chapter):
    """One chapter with all its sections."""
    found = Chapter.objects.visible_to(request.user).find_or_404(chapter)
    if found.slug != chapter:
        return redirect("lessons:print_chapter", found.slug, permanent=True)
    context = {"chapters": printed(request, [found]), "title": found.title, "chapter": found}
    return render(request, "lessons/print.html", context)


@login_required
@require_safe
def section(request, chapter, section):
    """One section with what stands at the end of a chapter."""
    found = Section.objects.visible_to(request.user).select_related("chapter").find_or_404(section)
    if (found.chapter.slug, found.slug) != (chapter, section):
        return redirect("lessons:print_section", found.chapter.slug, found.slug, permanent=True)
    chapters = printed(request, [found.chapter], [found])
    context = {"chapters": chapters, "title": found.title, "chapter": found.chapter, "section_alone": found}
    return render(request, "lessons/print.html", context)
