"""The page of coverage: made by the command, and no row of the sources without a place."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

import rules
from courses import coverage
from courses.coverage import Row, Text

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"


@pytest.fixture(scope="module")
def library():
    """The real content files."""
    return coverage.Library()


@pytest.fixture(scope="module")
def texts():
    """The sources as they are listed."""
    return coverage.listed()


def row(**fields):
    return Row(**{"kind": "row", "label": "Noget", "section": "kaution/skilsmisse", **fields})


def faults(library, given):
    """What is wrong with this one row."""
    told = coverage.faults([Text(title="Kilden", rows=[given])], library)
    return [fault for fault in told if fault.startswith(given.label)]


def test_the_page_says_what_the_command_prints(capsys):
    call_command("coverage")
    printed = capsys.readouterr().out
    assert PAGE.read_text() == printed, "Run: python manage.py coverage > docs/coverage.md"


def test_every_row_has_a_place_that_exists(texts, library):
    assert coverage.faults(texts, library) == []


def test_both_sources_are_there_with_their_headings_and_rows(texts):
    kinds = [[listed.kind for listed in text.rows] for text in texts]
    counted = {kind: kinds[0].count(kind) for kind in ("case", "example", "checklist point")}
    assert [len(of_text) for of_text in kinds] == [250, 22]
    assert counted == {"case": 6, "example": 23, "checklist point": 9}


def test_every_link_of_the_page_leads_to_a_file():
    links = {part.partition(")")[0] for part in PAGE.read_text().split("](")[1:]}
    assert links
    assert [link for link in links if not (PAGE.parent / link.partition("#")[0]).is_file()] == []


def test_every_row_is_asked_somewhere(texts, library):
    silent = [
        listed.label for text in texts for listed in text.rows if coverage.asked(listed, library) == "–"
    ]
    assert silent == []


def test_only_words_are_without_a_topic(texts, library):
    idle = [listed for text in texts for listed in text.rows if not coverage.practised(listed, library)]
    assert {listed.kind for listed in idle} == {"term"}


def test_a_row_that_no_section_teaches_is_a_fault(library):
    assert faults(library, row(section="")) == ["Noget: no section teaches it"]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ({"section": "kaution/ukendt"}, "there is no section kaution/ukendt"),
        ({"term": "ukendt"}, "there is no term ukendt"),
        ({"provision": "kal-999"}, "there is no provision kal-999"),
        ({"case": "ukendt"}, "there is no case ukendt"),
        ({"question": "ukendt"}, "there is no question ukendt"),
        ({"topics": ["ukendt"]}, "there is no topic ukendt"),
    ],
)
def test_a_place_that_does_not_exist_is_a_fault(library, named, told):
    assert faults(library, row(**named)) == [f"Noget: {told}"]


def test_a_heading_that_does_not_exist_is_a_fault(library):
    assert faults(library, row(section="kaution/skilsmisse#findes-ikke")) == [
        "Noget: the section kaution/skilsmisse has no heading findes-ikke"
    ]
    assert faults(library, row(section="kaution/skilsmisse#husk")) == []


def test_a_row_leads_to_its_heading(library):
    place = library.heading("gaeldsbreve/overdragelse-og-sikringsakt", "raadighedsberoevelse")
    assert place.name == "gaeldsbreve/overdragelse-og-sikringsakt: Rådighedsberøvelse"
    assert place.link.endswith("/050-overdragelse-og-sikringsakt.md#rådighedsberøvelse")
    line = coverage._line(row(section="kaution/skilsmisse#hvem-af-de-to-haefter"), library)
    assert "070-skilsmisse.md#hvem-af-de-to-hæfter)" in line


def test_most_rows_lead_to_a_heading(texts):
    rows = [listed for text in texts for listed in text.rows]
    assert sum(bool(listed.anchor) for listed in rows) > len(rows) / 2


def test_a_row_may_not_hide_the_topics_of_its_section(library):
    assert faults(library, row(topics=[])) == [
        "Noget: leave topics out, so that those of its section or provision practise it"
    ]


def test_a_topic_that_practises_no_row_is_a_fault(library):
    told = coverage.faults([Text(title="Kilden", rows=[row()])], library)
    assert "no row is practised by the topic factoring" in told
    assert len(told) == len(rules.topics()) - 1


def test_the_command_stops_at_a_fault(monkeypatch):
    monkeypatch.setattr(coverage, "listed", lambda: [Text(title="Kilden", rows=[row(section="")])])
    with pytest.raises(CommandError, match="Noget: no section teaches it"):
        call_command("coverage")


def test_topics_come_from_the_row_then_the_section_then_the_provision(library):
    assert coverage.practised(row(topics=["factoring"]), library) == ["factoring"]
    assert coverage.practised(row(), library) == ["kautionens_varighed"]
    overview = row(section="grundbegreber/oversigt-over-kreditaftaleloven", provision="kal-34")
    assert coverage.practised(overview, library) == ["ejendomsforbehold"]


def test_a_case_that_names_the_row_as_its_source_asks_it(library):
    assert coverage.cases(row(source="Case 3"), library) == ["factoring-ingen-besked"]


def test_case_one_is_not_case_twelve():
    assert coverage._names("Case 1", "Case 1")
    assert coverage._names("Case 1 og Sektoreksempel 2", "Sektoreksempel 2")
    assert not coverage._names("Case 12", "Case 1")
    assert not coverage._names("Sektoreksempel 21", "Sektoreksempel 2")


def test_without_a_case_of_its_own_the_cases_on_its_topics_ask_it(library):
    given = row(source="Sektoreksempel 99", topics=["factoring"])
    assert "factoring-ingen-besked" in coverage.cases(given, library)
