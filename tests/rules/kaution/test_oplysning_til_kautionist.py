"""Information before a guarantee: the book's table, examples and checklist, and FIL § 48, stk. 1-3 (F03, F06, F07)."""

import itertools

import pytest

import rules
from rules.compare import compare

topic = rules.topic("oplysning_til_kautionist")
ALL_TOLD = {
    "privat_kautionist": True,
    "oplyst_indtaegt": True,
    "oplyst_gaeld": True,
    "oplyst_risiko": True,
}
ITEMS = ("oplyst_indtaegt", "oplyst_gaeld", "oplyst_risiko")
NONE_TOLD = dict.fromkeys(ITEMS, False)


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(ALL_TOLD | changes), reading)


def answer(law, key, **changes):
    """What a mistake answers on these facts."""
    mistake = next(found for found in topic.readings[law].mistakes if found.key == key)
    value = mistake.function(topic.read(ALL_TOLD | changes))
    return getattr(value, "name", value)


def test_table_forgotten_information_may_make_the_guarantee_void():
    decision = decide(**NONE_TOLD)
    assert decision.outcome == "KAUTION_KAN_VAERE_UGYLDIG"
    assert decision.grounds == ["oplyst_om_indtaegt", "oplyst_om_gaeld", "oplyst_om_risiko"]


def test_sector_example_parents_not_told_of_the_childs_economy():
    decision = decide(oplyst_indtaegt=False, oplyst_gaeld=False)
    assert decision.outcome == "KAUTION_KAN_VAERE_UGYLDIG"
    assert decision.grounds == ["oplyst_om_indtaegt", "oplyst_om_gaeld"]


def test_checklist_income_debt_and_risk_told_is_enough():
    assert decide().outcome == "OPFYLDT"
    assert decide().grounds == []


@pytest.mark.parametrize("missing", ITEMS)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_checklist_each_item_alone_is_needed_and_named(missing, reading):
    decision = decide(reading, **{missing: False})
    assert decision.outcome == "KAUTION_KAN_VAERE_UGYLDIG"
    for item, word in zip(ITEMS, ("indtægt", "gæld", "risikoen"), strict=True):
        assert (f"ikke oplyst om {word}" in decision.text.replace("låntagerens ", "")) == (item == missing)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_f08_owners_in_business_are_not_protected(reading):
    decision = decide(reading, privat_kautionist=False, **NONE_TOLD)
    assert decision.outcome == "IKKE_OMFATTET"
    assert "erhvervsforhold" in decision.text


def test_f03_another_sound_basis_takes_the_place_of_information():
    assert decide("gaeldende_ret", **NONE_TOLD, andet_forsvarligt_grundlag=True).outcome == "OPFYLDT"
    assert (
        decide("pensum", **NONE_TOLD, andet_forsvarligt_grundlag=True).outcome == "KAUTION_KAN_VAERE_UGYLDIG"
    )


def test_f03_full_information_needs_no_other_basis():
    assert decide("gaeldende_ret").outcome == "OPFYLDT"


def test_f07_a_spoken_guarantee_cannot_be_enforced_however_well_informed():
    decision = decide("gaeldende_ret", paa_varigt_medium=False, andet_forsvarligt_grundlag=True)
    assert decision.outcome == "KAUTION_KAN_VAERE_UGYLDIG"
    assert decision.grounds == ["er_paa_varigt_medium"]
    assert decision.text == (
        "Aftalen er ikke på papir eller andet varigt medium. Kautionen kan derfor ikke gøres gældende."
    )
    assert decide("pensum", paa_varigt_medium=False).outcome == "OPFYLDT"


def test_f07_missing_information_does_not_hide_the_missing_form():
    decision = decide("gaeldende_ret", oplyst_risiko=False, paa_varigt_medium=False)
    assert decision.grounds == ["forsvarligt_grundlag", "er_paa_varigt_medium"]
    assert "risikoen" in decision.text
    assert "varigt medium" in decision.text


@pytest.mark.parametrize(
    ("langiver", "outcome"),
    [
        ("pengeinstitut", "KAUTION_KAN_VAERE_UGYLDIG"),
        ("realkredit", "KAUTION_KAN_VAERE_UGYLDIG"),
        ("anden", "IKKE_OMFATTET"),
    ],
)
def test_f06_which_lenders_must_inform(langiver, outcome):
    decision = decide("gaeldende_ret", **NONE_TOLD, langiver=langiver)
    assert decision.outcome == outcome
    assert decide("pensum", **NONE_TOLD, langiver=langiver).outcome == "KAUTION_KAN_VAERE_UGYLDIG"


def test_telling_more_never_harms_the_bank():
    rank = {"KAUTION_KAN_VAERE_UGYLDIG": 0, "OPFYLDT": 1, "IKKE_OMFATTET": 1}
    for reading, told in itertools.product(topic.readings, itertools.product((True, False), repeat=3)):
        given = dict(zip(ITEMS, told, strict=True))
        for item in ITEMS:
            assert (
                rank[decide(reading, **given | {item: True}).outcome]
                >= rank[decide(reading, **given).outcome]
            )


def test_the_readings_part_where_another_basis_is_found():
    found = compare(topic, topic.read(ALL_TOLD | {"oplyst_gaeld": False, "andet_forsvarligt_grundlag": True}))
    assert (found.same, found.pensum.outcome, found.gaeldende_ret.outcome) == (
        False,
        "KAUTION_KAN_VAERE_UGYLDIG",
        "OPFYLDT",
    )


@pytest.mark.parametrize("law", ["pensum", "gaeldende_ret"])
def test_mistake_business_is_protected_too(law):
    assert answer(law, "beskytter_ogsaa_erhverv", privat_kautionist=False) is True


@pytest.mark.parametrize(
    ("key", "changes", "given"),
    [
        ("indtaegten_siger_nok_om_gaelden", {"oplyst_gaeld": False}, True),
        ("indtaegten_siger_nok_om_gaelden", {"oplyst_indtaegt": False}, False),
        ("tallene_forklarer_risikoen", {"oplyst_risiko": False}, True),
        ("tallene_forklarer_risikoen", {"oplyst_indtaegt": False}, False),
        ("tallene_forklarer_risikoen", {"oplyst_gaeld": False}, False),
        ("risikoen_er_nok", {"oplyst_gaeld": False}, "OPFYLDT"),
        ("risikoen_er_nok", {"oplyst_risiko": False}, None),
        ("oekonomien_er_nok", {"oplyst_risiko": False}, "OPFYLDT"),
        ("oekonomien_er_nok", {"oplyst_gaeld": False}, None),
    ],
)
def test_mistakes_in_pensum(key, changes, given):
    assert answer("pensum", key, **changes) == given


@pytest.mark.parametrize(
    ("key", "changes", "given"),
    [
        ("alle_langivere_er_omfattet", {"langiver": "anden"}, True),
        ("realkredit_er_udenfor", {"langiver": "realkredit"}, False),
        ("realkredit_er_udenfor", {"langiver": "pengeinstitut"}, None),
        ("realkredit_er_udenfor", {"langiver": "anden"}, None),
        ("ser_bort_fra_andet_grundlag", {"oplyst_gaeld": False, "andet_forsvarligt_grundlag": True}, False),
        ("ser_bort_fra_andet_grundlag", {}, True),
        ("kraever_altid_andet_grundlag", {}, False),
        ("kraever_altid_andet_grundlag", {"andet_forsvarligt_grundlag": True}, True),
        ("mundtlig_kaution_gaelder", {"paa_varigt_medium": False}, True),
        ("god_oplysning_opvejer_formen", {"paa_varigt_medium": False}, "OPFYLDT"),
        ("god_oplysning_opvejer_formen", {"paa_varigt_medium": False, "oplyst_gaeld": False}, None),
    ],
)
def test_mistakes_in_gaeldende_ret(key, changes, given):
    assert answer("gaeldende_ret", key, **changes) == given


@pytest.mark.parametrize(
    ("cited", "mistake"),
    [
        ("FIL § 47", "bruger_erhvervsreglen"),
        ("KAL § 7 a", "bruger_reglen_om_sef"),
        ("GBL § 31", "forveksler_med_denunciation"),
    ],
)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_the_wrong_provisions_are_named(cited, mistake, reading):
    jus = rules.grading.grade(topic, topic.read(ALL_TOLD), {"jus": [cited]}, reading).answers[0]
    assert (jus.status, jus.mistake) == ("forkert", mistake)
