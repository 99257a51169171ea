import pytest

from rules.wording import WordingError, fill, slots

VALUES = {
    "dag": ("31. juli 2026", "x"),
    "besked": ("aldrig", None),
    "type": ("fast rente", "fast"),
    "beloeb": ("5 kr.", 5),
}


def told(text, **names):
    return fill(text, VALUES.__getitem__, names)


def test_facts_and_names_are_filled_in():
    assert told("{@bank} skrev {dag}.", bank="Vestbanken") == "Vestbanken skrev 31. juli 2026."


def test_a_branch_takes_the_first_passage_when_the_fact_is_there():
    assert told("[dag: Ja | Nej]") == "Ja"
    assert told("[besked: Ja {besked} | Nej]") == "Nej"
    assert told("A[besked: , men ja]B") == "AB"


def test_a_branch_can_ask_for_a_key_and_be_nested():
    assert told("[type=fast: fast [besked: 1 | 2] | variabel]") == "fast 2"
    assert told("[type=variabel: a | b]") == "b"


def test_a_unit_before_a_full_stop_ends_with_one_stop():
    assert told("Det koster {beloeb}. Slut") == "Det koster 5 kr. Slut"


@pytest.mark.parametrize("text", ["[dag: mangler slut", "for meget]", "[dag: a | b | c]"])
def test_brackets_that_do_not_match_are_refused(text):
    with pytest.raises(WordingError):
        told(text)


def test_it_lists_what_a_text_names():
    values, roles, branches = slots("{@bank} [type=fast: {dag} | {beloeb}]")
    assert values == {"type", "dag", "beloeb"}
    assert roles == {"bank"}
    assert [(branch.name, branch.key) for branch in branches] == [("type", "fast")]


def test_a_branch_can_ask_for_what_is_unknown():
    assert told("[besked=uoplyst: ukendt | kendt]") == "ukendt"
    assert told("[dag=uoplyst: ukendt | kendt]") == "kendt"
