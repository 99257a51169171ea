"""A form made from a topic's facts."""

import pytest
from crispy_forms.utils import render_crispy_form
from hypothesis import given
from hypothesis import strategies as st

import rules
from lessons.fact_forms import fact_form
from rules.variants import variant

GIVEN = {
    "privat_kautionist": "ja",
    "misligholdt": "31-01-2026",
    "underrettet": "",
    "kraevet": "15. september 2026",
    "misligholdt_beloeb": "62.800 kr.",
}


def form(changes=(), topic="underretning", **options):
    return fact_form(rules.topic(topic))(GIVEN | dict(changes), **options)


def test_facts_are_read_as_people_type_them():
    filled = form()
    assert filled.is_valid(), filled.errors
    facts = filled.facts()
    assert facts.privat_kautionist is True
    assert facts.underrettet is None
    assert facts.misligholdt_beloeb == 62800


def test_a_list_is_typed_with_semicolons_and_shown_as_it_is_typed():
    typed = {
        "aftalt_forhalingsrente": "nej",
        "forfaldent_beloeb": "1.000",
        "forfaldsdag": "1/6-2025",
        "betalt_dag": "1/8-2025",
        "dagtaelling": "faktisk_365",
        "kreditgiver_type": "anden",
        "forbruger": "ja",
        "referencesatser": "2,75; 2",
    }
    filled = fact_form(rules.topic("morarente"))(typed)
    assert filled.is_valid(), filled.errors
    assert [str(sats) for sats in filled.facts().referencesatser] == ["2.75", "2"]
    shown = fact_form(rules.topic("morarente"))(base={"referencesatser": [2.75, 2.0]})
    assert shown["referencesatser"].value() == "2,75; 2"


@pytest.mark.parametrize("key", rules.topics())
def test_what_a_form_shows_of_a_topics_facts_reads_back_the_same(key):
    topic = rules.topic(key)
    for seed in range(5):
        facts = variant(topic, seed).facts
        empty = fact_form(topic)(base=topic.plain(facts))
        sent = {name: empty[name].value() for name in empty.fields}
        back = fact_form(topic)({name: value for name, value in sent.items() if value is not None})
        assert back.is_valid(), back.errors
        assert topic.plain(back.facts()) == topic.plain(facts)


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("misligholdt_beloeb", "tyve tusind", "Du skrev ’tyve tusind’"),
        ("misligholdt_beloeb", "-5", "Du skrev ’-5’"),
        ("misligholdt", "32-01-2026", "31-01-2026"),
        ("misligholdt", "", "Oplysningen mangler."),
        ("privat_kautionist", "måske", "Vælg ja eller nej"),
        ("kraevet", "01-01-2020", "ikke ligge før"),
        ("langiver", "lommeuld", "Vælg en af mulighederne"),
        ("loebetid_mdr", "1,5", "helt tal"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(name, typed, told):
    filled = form({name: typed})
    assert not filled.is_valid()
    assert list(filled.errors) == [name]
    assert told in str(filled.errors[name])


def test_focus_goes_to_the_first_field_that_is_wrong_and_what_was_typed_stays():
    html = render_crispy_form(form({"misligholdt_beloeb": "tyve", "kraevet": "i går"}))
    assert html.count("autofocus") == 1
    assert 'value="tyve"' in html
    assert 'value="i går"' in html
    assert 'aria-invalid="true"' in html


def test_a_form_may_ask_for_some_facts_and_keep_the_others():
    topic = rules.topic("underretning")
    base = topic.plain(form_facts())
    some = fact_form(topic, ["underrettet"])({"underrettet": "31-07-2026"}, base=base)
    assert some.is_valid()
    assert list(some.fields) == ["underrettet"]
    assert some.facts().misligholdt_beloeb == 62800
    assert topic.decide(some.facts()).outcome == "KRAV_I_BEHOLD"


def test_an_optional_fact_can_be_emptied_again():
    topic = rules.topic("underretning")
    base = topic.plain(form_facts()) | {"underrettet": "2026-02-01"}
    emptied = fact_form(topic, ["underrettet"])({"underrettet": ""}, base=base)
    assert emptied.is_valid()
    assert emptied.facts().underrettet is None


def test_a_fault_among_the_facts_that_are_not_asked_for_is_told_with_its_label():
    topic = rules.topic("underretning")
    base = topic.plain(form_facts()) | {"kraevet": "2020-01-01"}
    some = fact_form(topic, ["underrettet"])({"underrettet": ""}, base=base)
    assert not some.is_valid()
    assert "Dag for krav mod kautionisten" in some.non_field_errors()[0]


def form_facts():
    filled = form()
    assert filled.is_valid()
    return filled.facts()


def test_labels_help_and_units_are_those_of_the_facts():
    html = render_crispy_form(form())
    assert "Dag for misligholdelse" in html
    assert "Tomt felt: aldrig underrettet." in html
    assert '<span class="input-group-text">kr.</span>' in html
    assert "style=" not in html


@pytest.mark.parametrize("key", rules.topics())
@given(data=st.data())
def test_junk_in_any_field_is_refused_and_never_breaks(key, data):
    topic = rules.topic(key)
    names = [spec.name for spec in topic.specs]
    sent = data.draw(st.dictionaries(st.sampled_from(names), st.text(max_size=30)))
    filled = fact_form(topic)(sent)
    assert filled.is_valid() or filled.errors


SEVERAL = {
    "haeftelse": "solidarisk",
    "gaeld": "600.000",
    "andele": "1/2; 1/3; 1/6",
    "betaler": "1",
    "insolvente": "2; 3",
}


def several(**changes):
    return fact_form(rules.topic("flere_kautionister"))(SEVERAL | changes)


def test_lists_of_facts_are_read_with_semicolons_between():
    filled = several()
    assert filled.is_valid(), filled.errors
    assert [str(share) for share in filled.facts().andele] == ["1/2", "1/3", "1/6"]
    assert filled.facts().insolvente == (2, 3)
    assert filled.plain["andele"] == ["1/2", "1/3", "1/6"]


def test_an_empty_list_of_facts_is_what_it_is_by_default():
    filled = several(insolvente="")
    assert filled.is_valid(), filled.errors
    assert filled.facts().insolvente == ()


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("andele", "1/2; 1/3", "De giver 5/6"),
        ("andele", "1/2; en halv", "Du skrev ’en halv’"),
        ("andele", "", "Oplysningen mangler."),
        ("insolvente", "1", "uden evne"),
        ("insolvente", "2,5", "helt tal"),
        ("betaler", "4", "kun 3 kautionister"),
    ],
)
def test_what_is_wrong_in_a_list_stands_beside_its_field(name, typed, told):
    filled = several(**{name: typed})
    assert not filled.is_valid()
    assert told in str(filled.errors[name])
