from datetime import timedelta

import pytest
from django.utils import timezone

from authoring.shelf import Shelf
from lessons.content import KINDS
from quizzes import chance, practice, question_file
from quizzes.knowing import choosing, components, evidence, standing
from quizzes.knowing.terms import Terms, clue
from quizzes.models import Attempt, Evidence
from tests.factories import (
    AttemptFactory,
    EvidenceFactory,
    MasteryFactory,
    QuestionFactory,
    ResponseFactory,
    SectionFactory,
    TermFactory,
    frozen_item,
)

pytestmark = pytest.mark.django_db
WORDS = {
    "regres": "Retten til at få penge tilbage fra den, som egentlig skulle have betalt.",
    "restance": "De ydelser, der er forfaldne og ikke betalt.",
    "svig": "At narre nogen til et løfte ved at lyve.",
    "kurs": "Prisen på en obligation i procent af det pålydende.",
    "faktura": "En regning. Fakturaen er sælgerens krav på papir.",
}


@pytest.fixture
def words():
    """A section that teaches five terms, on the topic of notice to a guarantor."""
    found = {slug: TermFactory(slug=slug, title=slug.title(), meaning=said) for slug, said in WORDS.items()}
    body = " ".join(f"[[{slug}]]" for slug in WORDS)
    return SectionFactory(title="Ordene", body=body, topics=["underretning"]), found


def ask(slug, student, seed):
    return Terms(student).questions([slug], chance.of(seed), "pensum")[slug]


def options_of(item):
    return {one["text"]: one["right"] for one in item["options"]}


def test_a_term_is_asked_for_by_its_meaning_with_three_terms_of_the_section_as_wrong_answers(student, words):
    item = Terms(student).by_meaning("regres", chance.of(1))
    assert WORDS["regres"] in item["text"]
    told = options_of(item)
    assert [text for text, right in told.items() if right] == ["Regres"]
    assert len(told) == 4
    assert item["terms"] == ["regres"]
    assert item["section"] == words[0].get_absolute_url()


def test_what_names_the_term_is_left_out_of_the_question(words):
    assert clue(words[1]["faktura"]) == "En regning."
    assert clue(TermFactory(title="Kaution", meaning="Kaution er et løfte. Den er skriftlig.")) == ""


@pytest.mark.parametrize(
    "close",
    [
        {"forms": ["regressen", "regres"]},
        {"see_also": ["regres"]},
        {"meaning": "Det samme som regres."},
        {"title": "Tilbage"},
    ],
    ids=["a form in common", "seen also", "names it", "is named by it"],
)
def test_a_term_that_might_be_meant_too_is_never_a_wrong_answer(student, words, close):
    near = TermFactory(**{"slug": "naer", "title": "Nær", "meaning": "Et ord."} | close)
    words[0].body += " [[naer]]"
    words[0].save()
    for seed in range(12):
        assert near.title not in options_of(Terms(student).by_meaning("regres", chance.of(seed)))


def test_of_all_the_terms_of_the_book_no_question_has_two_that_send_the_reader_to_each_other(student):
    shelf = Shelf([kind for kind in KINDS if kind.name == "term"])
    rows = [
        TermFactory(
            slug=one.data.slug, title=one.data.title, meaning=one.data.meaning, see_also=one.data.see_also
        )
        for one in shelf.found
    ]
    SectionFactory(body=" ".join(f"[[{row.slug}]]" for row in rows))
    terms, by_title = Terms(student), {}
    for row in rows:
        by_title.setdefault(row.title, []).append(row)
    askable = terms.askable()
    assert len(askable) > 120
    for slug in askable[::3]:
        item = terms.by_meaning(slug, chance.of(slug))
        texts = [one["text"] for one in item["options"]]
        assert len(texts) == len(set(texts)) >= 3
        wrong = {row.slug for text in texts for row in by_title[text]} - {slug}
        assert not wrong & set(terms.all[slug].see_also)


def test_a_question_of_the_bank_that_names_the_term_is_asked_as_well(student, words):
    QuestionFactory(title="Hvad er regres?", text="Hvad kaldes kravet?", terms=["regres"])
    asked = {ask("regres", student, seed)["text"] for seed in range(12)}
    assert "Hvad kaldes kravet?" in asked
    assert any(WORDS["regres"] in text for text in asked)


def test_a_teachers_own_question_is_not_given_away_in_practice(student, teacher, words):
    QuestionFactory(text="Hvad kaldes kravet?", terms=["regres"], owner=teacher)
    asked = {ask("regres", student, seed)["text"] for seed in range(8)}
    assert "Hvad kaldes kravet?" not in asked


def test_without_other_terms_a_term_is_not_asked_for(student):
    TermFactory(slug="regres", title="Regres", meaning=WORDS["regres"])
    assert Terms(student).questions(["regres"], chance.of(1), "pensum") == {}


def test_a_round_of_practice_asks_for_a_term_that_is_due_and_its_answer_is_evidence(student, words):
    MasteryFactory(
        user=student, component="begreb/svig", known=0.2, due_at=timezone.now() - timedelta(days=1)
    )
    known = evidence.masteries(student)
    firsts = [
        choosing.plan(known, chance.of(seed), "pensum", timezone.now(), "underretning", ["svig"])
        for seed in range(8)
    ]
    assert sum([components.TERM, "svig"] in one for one in firsts) >= 7


def test_a_term_in_a_round_is_ready_before_it_is_reached(student, words, monkeypatch):
    monkeypatch.setattr(choosing, "plan", lambda *_: [[components.TERM, "kurs"], ["underretning", "jus"]])
    attempt = practice.begin(student)
    (item,) = attempt.items
    assert item.terms == ["kurs"]
    right = next(one["key"] for one in item.data["options"] if one["right"])
    practice.go_on(ResponseFactory(attempt=attempt, item=item.key, chosen=[right]).attempt)
    assert Attempt.objects.get().items[1].topic == "underretning"


def test_an_answer_shows_something_of_every_term_that_the_question_asks_for(student):
    item = frozen_item(1, terms=["regres", "kurs"], provisions=[], topics=[])
    attempt = AttemptFactory(user=student, mode="aflevering", frozen={"items": [item]}, max_points=1)
    ResponseFactory(attempt=attempt, item="item-1")
    attempt.submit()
    assert set(Evidence.objects.values_list("component", flat=True)) == {"begreb/regres", "begreb/kurs"}


def test_the_map_shows_terms_by_section_with_the_least_known_to_read_first(as_student, student, words):
    for slug, share in (("regres", 1.0), ("svig", 0.0), ("svig", 0.0)):
        EvidenceFactory(user=student, component=f"begreb/{slug}", share=share, topic="")
    (place,) = standing.sections(evidence.masteries(student), Terms(student).taught, timezone.now())
    assert (place.answers, place.things) == (3, len(WORDS))
    assert place.to_read[0].slug == "svig"
    page = as_student.get("/oev/kort/").content.decode()
    assert f'href="{words[0].get_absolute_url()}"' in page
    assert 'href="/begreber/svig/"' in page


def test_two_answers_are_too_few_to_say_anything_of_a_section(student, words):
    EvidenceFactory.create_batch(2, user=student, component="begreb/regres", topic="")
    (place,) = standing.sections(evidence.masteries(student), Terms(student).taught, timezone.now())
    assert place.words == "For få svar til at sige noget"


def test_few_answers_have_no_bar_and_a_way_to_more_of_them(as_student, student):
    EvidenceFactory.create_batch(2, user=student, component="underretning/jus")
    page = as_student.get("/oev/kort/").content.decode()
    assert "For få svar til at sige noget" in page
    assert "<meter" not in page
    assert (
        '<option value="underretning" selected>' in as_student.get("/oev/?emne=underretning").content.decode()
    )


@pytest.mark.parametrize("junk", ["findes-ikke", "<script>", "%00"])
def test_a_link_with_a_topic_that_is_none_chooses_nothing(as_student, junk):
    page = as_student.get(f"/oev/?emne={junk}")
    assert page.status_code == 200
    assert "selected" not in page.content.decode().replace('<option value="" selected', "")


def test_the_map_without_answers_says_so(as_student, words):
    page = as_student.get("/oev/kort/").content.decode()
    assert "Ordene" not in page
    assert page.count("Der er ingen endnu.") == 2


def test_a_file_that_names_a_term_nobody_wrote_is_refused(db):
    TermFactory(slug="regres")
    data = question_file.QuestionFile(
        uid="6f4a3c1e-6a3c-4df4-9a53-2d0b2c2f7d11",
        slug="regres",
        title="Regres",
        kind="short",
        text="Hvad kaldes kravet?",
        options=[{"text": "regres", "right": True}],
        terms=["regres", "findes-ikke"],
    )
    shelf = Shelf([kind for kind in KINDS if kind.name == "term"])
    assert [str(one) for one in question_file.check(data, shelf)] == [
        "terms: begrebet »findes-ikke« findes ikke"
    ]
