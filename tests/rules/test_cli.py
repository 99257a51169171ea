import io
import json

import pytest

from rules.__main__ import main

FACTS = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "kraevet": "2026-09-15",
    "misligholdt_beloeb": 62800,
}


@pytest.fixture
def run(monkeypatch, capsys):
    def ran(*arguments, given=None):
        monkeypatch.setattr("sys.stdin", io.StringIO(given if isinstance(given, str) else json.dumps(given)))
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return code, json.loads(out) if out else None, err

    return ran


def test_it_lists_every_topic_with_all_that_is_declared(run):
    code, topics, _ = run("list")
    assert code == 0
    names = {
        "key",
        "title",
        "group",
        "readings",
        "facts",
        "steps",
        "outcomes",
        "figures",
        "mistakes",
        "citations",
    }
    assert all(names <= set(topic) for topic in topics)
    assert "underretning" in [topic["key"] for topic in topics]


def test_it_decides_by_either_reading(run):
    _, pensum, _ = run("decide", "underretning", given=FACTS)
    _, law, _ = run("decide", "underretning", "--reading", "gaeldende_ret", given=FACTS)
    assert (pensum["outcome"], pensum["figures"]["sidste_frist"]) == (
        "KRAV_TABT_FOR_MISLIGHOLDT_DEL",
        "2026-07-31",
    )
    assert (law["outcome"], law["figures"]["sidste_frist"]) == ("KRAV_BEGRAENSET", "2026-04-30")
    assert pensum["figures"]["tabt_beloeb"] == 62800


def test_a_list_of_facts_gives_a_list_of_decisions(run):
    code, decisions, _ = run("decide", "underretning", given=[FACTS, FACTS | {"kraevet": "2026-07-31"}])
    assert code == 0
    assert [decision["outcome"] for decision in decisions] == [
        "KRAV_TABT_FOR_MISLIGHOLDT_DEL",
        "KRAV_I_BEHOLD",
    ]


def test_bad_facts_end_with_two_and_a_line_each(run):
    code, out, err = run(
        "decide", "underretning", given=FACTS | {"misligholdt": "i går", "privat_kautionist": "ja"}
    )
    assert (code, out) == (2, None)
    assert [line.split(":")[0] for line in err.splitlines()] == ["privat_kautionist", "misligholdt"]


def test_bad_facts_in_a_list_are_told_with_their_index(run):
    code, _, err = run("decide", "underretning", given=[FACTS, FACTS | {"misligholdt": "x"}])
    assert code == 2
    assert err.startswith("1: misligholdt:")


@pytest.mark.parametrize("given", ["", "{", "[" * 100_000, "null", '"x"', "1"])
def test_what_is_no_json_or_no_facts_is_refused(run, given):
    code, _, err = run("decide", "underretning", given=given)
    assert code == 2
    assert err


def test_what_decide_prints_can_be_graded(run):
    _, decision, _ = run("decide", "underretning", given=FACTS)
    steps = {step["key"]: step["answer"] for step in decision["steps"]}
    citations = [step["citation"] for step in decision["steps"]]
    answers = {
        "jus": citations,
        "steps": steps,
        "figures": decision["figures"],
        "outcome": decision["outcome"],
    }
    code, grade, _ = run("grade", "underretning", given={"facts": FACTS, "answers": answers})
    assert (code, grade["total"]) == (0, 1)
    assert set(grade["marks"]) == {"jus", "subsumption", "konklusion"}


@pytest.mark.parametrize(
    "answers",
    [
        {"stepz": {}},
        {"steps": {"er_privat": "måske"}},
        {"outcome": "VUNDET"},
        [],
        {"figures": {"sidste_frist": "x"}},
    ],
)
def test_answers_that_cannot_be_read_end_with_two(run, answers):
    code, _, err = run("grade", "underretning", given={"facts": FACTS, "answers": answers})
    assert code == 2
    assert err


def test_a_variant_has_the_wanted_outcome_and_is_the_same_for_the_same_seed(run):
    _, first, _ = run("variant", "factoring", "--seed", "7", "--outcome", "FRIGJORT")
    _, again, _ = run("variant", "factoring", "--seed", "7", "--outcome", "FRIGJORT")
    _, decision, _ = run("decide", "factoring", given=first["facts"])
    assert first == again
    assert decision["outcome"] == "FRIGJORT"


@pytest.mark.parametrize(
    "arguments",
    [
        ("variant", "nej", "--seed", "1"),
        ("variant", "factoring", "--seed", "1", "--outcome", "X"),
        ("variant", "factoring", "--seed", "1", "--mistake", "x"),
        ("decide", "factoring", "--reading", "x"),
        ("verify", "nej"),
    ],
)
def test_unknown_names_end_with_two_and_the_known_ones(run, arguments):
    code, _, err = run(*arguments)
    assert code == 2
    assert "Kendte" in err


def test_it_compares_the_readings(run):
    _, compared, _ = run("compare", "underretning", given=FACTS)
    assert not compared["same"]
    assert "30. april 2026" in compared["text"]


def test_it_tells_the_nearest_flips(run):
    _, found, _ = run("flips", "underretning", given=FACTS | {"underrettet": "2026-09-15"})
    turned = {flip["fact"]: flip["to"] for flip in found}
    assert turned["underrettet"] == "2026-07-31"


def test_a_seed_that_is_no_number_is_refused(run):
    code, _, err = run("variant", "factoring", "--seed", "en")
    assert code == 2
    assert err == "Frøet skal være et helt tal. Der kom ’en’.\n"


def test_a_variant_near_a_threshold_differs_from_the_usual_one(run):
    _, usual, _ = run("variant", "underretning", "--seed", "5")
    _, near, _ = run("variant", "underretning", "--seed", "5", "--near")
    assert near["facts"] != usual["facts"]


@pytest.fixture
def draw(monkeypatch, capsys):
    def drawn(*arguments, given=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        code = main(["diagram", *arguments])
        return code, *capsys.readouterr()

    return drawn


def test_it_draws_a_reading_without_reading_facts(draw):
    code, svg, err = draw("underretning")
    assert (code, err) == (0, "")
    assert svg.startswith("<svg ")
    assert "is-taken" not in svg
    _, law, _ = draw("underretning", "--reading", "gaeldende_ret")
    assert "stk. 6" in law.replace("\u00a0", " ")


def test_it_marks_the_path_on_facts(draw):
    code, svg, _ = draw("underretning", "--facts", given=json.dumps(FACTS))
    assert code == 0
    assert "is-taken" in svg
    assert "62.800 kr." in svg


@pytest.mark.parametrize("given", ["", "{", "null", "[]", json.dumps(FACTS | {"misligholdt": "i går"})])
def test_no_path_is_marked_on_facts_that_cannot_be_read(draw, given):
    code, svg, err = draw("underretning", "--facts", given=given)
    assert (code, svg) == (2, "")
    assert err.strip()


def test_what_is_no_topic_is_not_drawn(draw):
    code, _, err = draw("nej")
    assert code == 2
    assert "Kendte" in err
