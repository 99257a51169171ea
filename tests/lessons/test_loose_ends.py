"""What `content check` finds beyond a single file: provisions and topics that no one explains, dead links."""

import dataclasses
import uuid

import pytest
from django.core.management import CommandError, call_command

import rules
from authoring import registry
from authoring.shelf import Shelf
from lessons import statutes
from lessons.content import CHAPTER, PROVISION, SECTION, TERM

pytestmark = pytest.mark.django_db


class Book:
    """A book of files that a test writes."""

    def __init__(self, root):
        self.root = root

    def write(self, place, *lines, body=""):
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        head = [f"uid: {uuid.uuid4()}", f"slug: {path.stem}", "title: Noget", *lines]
        text = "\n".join(head) + "\n"
        path.write_text(f"---\n{text}---\n\n{body}\n" if path.suffix == ".md" else text, encoding="utf-8")

    def section(self, body, *topics):
        self.write("kaution/010-besked.md", "order: 10", f"topics: [{', '.join(topics)}]", body=body)
        text = (self.root / "kaution/010-besked.md").read_text().replace("slug: 010-besked", "slug: besked")
        (self.root / "kaution/010-besked.md").write_text(text)

    def provision(self, citation):
        self.write(f"lov/{citation.slug}.yaml", f"citation: {citation}", "meaning: Noget.")

    def told(self):
        """What is said of all files together."""
        told = [str(problem) for _, problem in Shelf().check_together()]
        return [problem for problem in told if not problem.startswith("reglen")]


@pytest.fixture
def book(tmp_path, monkeypatch):
    """The book, and a registry that knows nothing else."""
    roots = {TERM: "begreber", PROVISION: "lov", CHAPTER: "", SECTION: ""}
    kinds = {kind.name: dataclasses.replace(kind, root=tmp_path / root) for kind, root in roots.items()}
    monkeypatch.setattr(registry, "_kinds", kinds)
    return Book(tmp_path)


def test_the_real_book_leaves_nothing_hanging():
    assert [f"{kind.name}: {problem}" for kind, problem in Shelf().check_together()] == []


def test_a_provision_that_no_one_explains_is_told_with_the_section_and_the_file_to_write(book):
    book.section("Fristen står i FIL § 48, stk. 6.", *rules.topics())
    assert book.told() == ["kaution/010-besked.md: ingen forklarer FIL § 48; skriv lov/fil-48.yaml"]


def test_a_provision_that_has_a_file_is_explained(book):
    book.section("Fristen står i FIL § 48, stk. 6.", *rules.topics())
    book.provision(rules.citations.read("FIL § 48"))
    assert book.told() == []


def test_the_sources_of_a_note_count_as_citations(book):
    book.section(':::note F01 kilde="KAL §§ 19 og 23"\nLoven siger noget andet.\n:::', *rules.topics())
    assert [told.split()[-1] for told in book.told()] == ["lov/kal-19.yaml", "lov/kal-23.yaml"]


def test_a_source_in_words_is_no_citation(book):
    book.section(':::note F12 kilde="Ingen lovbestemmelse fundet"\nIkke efterprøvet.\n:::', *rules.topics())
    assert book.told() == []


def test_a_provision_that_a_term_rests_on_is_to_be_explained_too(book):
    book.section("Intet.", *rules.topics())
    book.write("begreber/kaution.yaml", "meaning: Et ord.", "provisions: [FIL § 48]")
    assert book.told() == ["kaution.yaml: ingen forklarer FIL § 48; skriv lov/fil-48.yaml"]


def test_a_provision_that_a_rule_rests_on_is_to_be_explained_too(book):
    book.section("Intet.", *rules.topics())
    told = [str(problem) for _, problem in Shelf().check_together()]
    assert "reglen »factoring«: ingen forklarer GBL § 31; skriv lov/gbl-31.yaml" in told


def test_a_topic_that_no_section_teaches_is_told(book):
    book.section("Intet.", *(key for key in rules.topics() if key != "factoring"))
    (told,) = book.told()
    assert told == "topics: intet afsnit har reglen »factoring«; skriv den ved det afsnit, som lærer den"


@pytest.mark.parametrize(
    "address",
    ["/laer/kaution/findes-ikke/", "/lov/fil-48/", "/begreber/ukendt/", "/regler/ukendt/", "/ingen/side/"],
)
def test_a_link_that_leads_nowhere_is_a_fault_of_its_file(book, address):
    book.section(f"Læs [mere]({address}#regel).")
    (found,) = Shelf().found
    assert f"henvisningen »{address}« fører ingen steder hen" in str(Shelf().check(found))


@pytest.mark.parametrize("address", ["/laer/", "/regler/factoring/", "/lov/kal-34/", "https://domstol.dk/"])
def test_a_link_to_something_that_exists_is_no_fault(book, address):
    book.section(f"Læs [mere]({address}).")
    book.provision(rules.citations.read("KAL § 34"))
    shelf = Shelf()
    assert [str(problem) for found in shelf.found for problem in shelf.check(found)] == []


def test_the_command_stops_at_what_is_wrong_with_all_files_together(book):
    book.section("Intet.", *(key for key in rules.topics() if key != "factoring"))
    with pytest.raises(CommandError, match="section: topics: intet afsnit har reglen »factoring«"):
        call_command("content", "check")


def test_loading_does_not_wait_for_the_rest_of_the_book(book):
    book.write("kaution/_kapitel.yaml", "order: 10")
    (book.root / "kaution/_kapitel.yaml").write_text(
        (book.root / "kaution/_kapitel.yaml").read_text().replace("slug: _kapitel", "slug: kaution")
    )
    book.section("Fristen står i FIL § 48.")
    call_command("content", "load")
    assert SECTION.model.objects.filter(slug="besked").exists()


def test_a_section_of_an_act_without_pages_is_no_section_of_the_act_named_before():
    acts = set()
    found = [
        str(cited) for *_, cited in statutes.find("GBL § 14 taler for det. Checkloven § 21 gør ikke.", acts)
    ]
    assert found == ["GBL § 14"]
    assert [str(cited) for *_, cited in statutes.find("Se også § 19.", acts)] == ["GBL § 19"]
