"""The two readings side by side: what counts as the same result, where they part, and what is told of it."""

import rules
from rules.compare import Comparison, compare
from rules.topic import PENSUM

LATE = {"misligholdt": "2026-01-31", "misligholdt_beloeb": 62800, "kraevet": "2026-09-15"}


def compared(key, facts):
    topic = rules.topic(key)
    return compare(topic, topic.read(facts))


def lending(**facts):
    sums = {"hovedstol": 100000, "renter_og_gebyrer": 50000, "rimelige_renter_og_gebyrer": 20000}
    return compared(
        "urimelighed", sums | {"uansvarlig_langivning": False, "urimelige_vilkaar": False} | facts
    )


def offers(**facts):
    return compared("aop", {"rente_pa": "3.5", "aop_oplyst": "4.2", "b_rente_pa": "3.8"} | facts)


def test_the_same_outcome_and_the_same_figures_are_the_same_result():
    found = lending()
    assert found.same is True
    assert found.parts_at is None
    assert found.figures_apart == []
    assert found.text == "Bogen og loven fører her til samme resultat."


def test_steps_that_only_the_statute_asks_are_where_the_readings_part_though_the_result_is_the_same():
    found = offers(b_aop_oplyst="4.0")
    assert found.same is True
    assert found.parts_at == "samme_beloeb"


def test_another_outcome_with_the_same_figures_is_another_result():
    """Between 1.000 and 2.000 kr. only the book lets the seller keep the title; nothing else is apart."""
    facts = {"koebesum": 1500, "udbetaling": 375, "skriftligt": True, "kreditgiver_er_saelger": True}
    found = compared("ejendomsforbehold", facts)
    assert found.figures_apart == []
    assert found.same is False
    assert found.parts_at == "over_beloebsgraensen"
    assert found.text == (
        "Pensum: Ejendomsforbeholdet er gyldigt. Gældende ret: Ejendomsforbeholdet er ugyldigt."
    )


def test_another_figure_with_the_same_outcome_is_another_result():
    """Notice within three months keeps the claim in both, but the last day is not the same."""
    found = compared("underretning", LATE | {"privat_kautionist": True, "underrettet": "2026-02-15"})
    assert found.pensum.outcome == found.gaeldende_ret.outcome == "KRAV_I_BEHOLD"
    assert found.figures_apart == ["sidste_frist"]
    assert found.same is False
    assert found.text.endswith(
        "Forskellen: sidste frist er 31. juli 2026 efter bogen og 30. april 2026 efter loven."
    )


def test_a_figure_that_only_one_reading_can_give_is_told_as_unknown_in_the_other():
    found = compared("underretning", LATE | {"privat_kautionist": True, "underrettet": "2026-07-31"})
    assert found.figures_apart == ["sidste_frist", "tabt_beloeb"]
    assert "tabt beløb er 0 kr. efter bogen og uoplyst efter loven" in found.text


def test_a_figure_that_awaits_a_court_is_no_difference_but_one_that_is_certain_is():
    found = lending(uansvarlig_langivning=True)
    assert found.gaeldende_ret.open is not None
    assert found.pensum.figures["banken_kan_kraeve"] is not None
    assert found.gaeldende_ret.figures["banken_kan_kraeve"] is None
    assert found.figures_apart == []
    assert found.same is False
    assert "Gældende ret: Det er et skøn." in found.text
    assessed = {"loensedler_mdr": 3, "aarsopgoerelse": True, "budget": True, "registre_tjekket": True}
    assessed |= {"indtaegt_md": 24000, "faste_udgifter_md": 14400, "ydelse_md": 3600, "aarsindtaegt": 384000}
    assessed |= {"samlet_gaeld": 2304000, "laan": 1152000, "sikkerhed_vaerdi": 1440000, "bevilget": True}
    assessed |= {"registrering": "ingen", "indtaegt_stabil": False, "dokumenteret": False}
    found = compared("kreditvurdering", assessed | {"boligkredit": True})
    assert found.gaeldende_ret.open is not None
    assert found.figures_apart == ["raadighedsbeloeb"]


def test_the_comparison_as_plain_data_holds_both_readings():
    found = offers(b_aop_oplyst="4.0")
    assert found.plain() == {
        "pensum": found.pensum.plain(),
        "gaeldende_ret": found.gaeldende_ret.plain(),
        "same": True,
        "parts_at": "samme_beloeb",
        "text": found.text,
    }
    assert found.plain()["gaeldende_ret"]["reading"] == "gaeldende_ret"


def test_a_topic_by_the_book_alone_answers_as_the_book_and_says_so():
    topic = rules.topic("aop")
    book = topic.decide(topic.read({"rente_pa": 5, "aop_oplyst": 6}), PENSUM)
    found = Comparison(book, None)
    assert found.same is True
    assert found.parts_at is None
    assert found.figures_apart == []
    assert found.text.startswith("Emnet er indtil videre kun udarbejdet efter bogen.")
    assert found.plain()["gaeldende_ret"] == book.plain() | {"reading": "gaeldende_ret", "same_as": "pensum"}
