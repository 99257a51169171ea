"""The block `:::case slug` of a section: a card that leads to the case."""

from django.template.loader import render_to_string

from cases.models import Case


def prepare(request, blocks) -> dict[str, Case]:
    """The cases of a page by slug, in one query."""
    wanted = Case.objects.visible_to(request.user).filter(slug__in={block.argument for block in blocks})
    return {case.slug: case for case in wanted.only("slug", "title", "summary", "source")}


def render(request, block, prepared) -> str:
    """The card; nothing for a case that this person may not see."""
    case = (prepared or {}).get(block.argument)
    return render_to_string("cases/card.html", {"case": case}) if case else ""


def check(block, shelf) -> list[str]:
    """Whether the case exists."""
    if not block.argument:
        return ["skriv casens adresse efter navnet: »:::case adresse«"]
    return [] if shelf.has("case", block.argument) else [f"casen »{block.argument}« findes ikke"]
