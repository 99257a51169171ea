"""The look stands where it is looked for: one heading for a thing, and on every page the sheets that it needs."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = settings.BASE_DIR / "static" / "css"
TEMPLATES = settings.BASE_DIR / "templates"
BOOTSTRAP = settings.BASE_DIR / "static" / "vendor" / "bootstrap" / "bootstrap.min.css"
EVERYWHERE = [CSS / f"{name}.css" for name in ("top", "ground", "book", "cases", "quizzes")]
OF_A_COURSE = [CSS / "courses.css", CSS / "teaching.css"]
# These are shown where only the sheets of every page are fetched.
ELSEWHERE = ("home", "welcome", "due", "panel", "calendar_panel", "mail_panel")
CLASS, HEADING = re.compile(r"\.([a-zA-Z][\w-]*)"), re.compile(r"(?<=\n\n)/\* .+ \*/(?=\n\n)")


def styled(sheets: list[Path]) -> set[str]:
    """The classes that the sheets name."""
    text = "".join(re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8")) for sheet in sheets)
    return set(CLASS.findall(text))


def worn(template: Path) -> set[str]:
    """The classes that stand in a template."""
    text = re.sub(r"{[%{].*?[%}]}", " ", template.read_text(encoding="utf-8"))
    return {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}


@pytest.mark.parametrize("sheet", [*EVERYWHERE[1:], *OF_A_COURSE], ids=lambda sheet: sheet.name)
def test_no_heading_stands_twice_in_a_sheet(sheet):
    headings = HEADING.findall(sheet.read_text(encoding="utf-8"))
    assert headings
    assert sorted(headings) == sorted(set(headings))


def test_what_is_fetched_only_on_the_pages_of_a_course_is_worn_nowhere_else():
    courses = styled(OF_A_COURSE) - styled([*EVERYWHERE, BOOTSTRAP])
    on_a_course = {one for one in (TEMPLATES / "courses").glob("*.html") if one.stem not in ELSEWHERE}
    own_sheet = {one for one in TEMPLATES.rglob("*.html") if "receipts/page.html" in one.read_text("utf-8")}
    others = set(TEMPLATES.rglob("*.html")) - on_a_course - own_sheet - set(TEMPLATES.glob("receipts/*"))
    assert "gradebook" in courses
    assert {one.name: found for one in others if (found := worn(one) & courses)} == {}


def test_what_is_fetched_only_by_teachers_is_worn_by_no_page_that_students_see():
    teaching = styled([CSS / "teaching.css"]) - styled([*EVERYWHERE, CSS / "courses.css", BOOTSTRAP])
    names = ("assignment", "assignment_body", "assignment_items", "assignment_task", "assignments", "changes")
    names += ("join", "messages", "message_link", "no_pdf", "own_results", "regraded", "result")
    assert "gradebook" in teaching
    assert {
        one: found for one in names if (found := worn(TEMPLATES / f"courses/{one}.html") & teaching)
    } == {}
