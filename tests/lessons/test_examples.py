"""Examples: facts in words, what the rules decide, and no number that is typed."""

import pytest

from lessons import examples
from lessons.registry import Block
from tests.factories import SectionFactory

FACTS = """facts:
  privat_kautionist: true
  misligholdt: 2026-01-31
  underrettet: {told}
  kraevet: 2026-09-15
  misligholdt_beloeb: 62800
"""


def block(more="", told="2026-07-31", topic="underretning"):
    return Block("example", (topic,), {}, FACTS.format(told=told) + more, 1)


@pytest.fixture
def shown(as_outsider):
    def show(given, reading="pensum"):
        body = f":::example {given.argument}\n{given.body}\n:::\n"
        as_outsider.post("/laer/retsgrundlag/", {"retsgrundlag": reading})
        page = as_outsider.get(SectionFactory(body=body).get_absolute_url()).content.decode()
        return page.split("example-card")[1].split("</section>")[0].replace("\u00a0", " ")

    return show


def test_the_facts_stand_in_words_and_the_reasons_are_folded(shown):
    page = shown(block("title: På sidste dag\n"))
    assert "På sidste dag" in page
    assert "<dt>Dag for misligholdelse</dt><dd>31. januar 2026</dd>" in page
    assert "<dd>62.800 kr.</dd>" in page
    assert "<details>" in page


def test_both_results_stand_side_by_side_where_they_differ(shown):
    for reading, title in (("pensum", "Pensum"), ("gaeldende_ret", "Gældende ret")):
        page = shown(block(), reading)
        assert "Bogen siger: " in page
        assert "Loven siger: " in page
        assert f'{title} <span class="meta">slået op</span>' in page


def test_where_both_agree_one_result_is_enough(shown):
    forged = "facts:\n  type: omsaetning\n  indsigelse: falsk_underskrift\n  god_tro: true\n"
    page = shown(Block("example", ("indsigelser",), {}, forged, 1))
    assert "Altså:" in page
    assert "Loven siger" not in page
    assert "Bogen og loven fører her til samme resultat." in page


UNWISE = """facts:
  uansvarlig_langivning: true
  urimelige_vilkaar: false
  hovedstol: 1350000
  renter_og_gebyrer: 540000
  rimelige_renter_og_gebyrer: 540000
"""


@pytest.mark.parametrize("fixed", ["", "reading: gaeldende_ret\n"], ids=["both readings", "the law alone"])
def test_a_matter_of_discretion_tells_what_speaks_for_and_against(shown, fixed):
    page = shown(Block("example", ("urimelighed",), {}, UNWISE + fixed, 1))
    assert "Det er et skøn." in page
    speaks, against = page.split("<dt>Taler imod</dt>")
    assert "<dd>Banken lånte ud uden den kreditvurdering" in speaks.split("<dt>Taler for et ja</dt>")[1]
    assert "1.350.000 kr. udbetalt" in against
    assert 'href="/lov/aftl-36/"' in page


def test_where_there_is_an_outcome_nothing_is_weighed(shown):
    assert "Taler imod" not in shown(block(told="2026-09-15"))


def test_a_sentence_has_its_figures_from_the_rules_of_the_reading(shown):
    given = block("text: Fristen løber ud den {sidste_frist}.\n")
    assert "Fristen løber ud den 31. juli 2026." in shown(given)
    assert "Fristen løber ud den 30. april 2026." in shown(given, "gaeldende_ret")


def test_an_example_may_be_of_one_reading_alone(shown):
    page = shown(block("reading: pensum\n"), "gaeldende_ret")
    assert "Altså:" in page
    assert "31. juli 2026" in page
    assert "30. april 2026" not in page


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (block("text: Fristen er {findes_ikke}.\n"), "text: "),
        (block("text: '[privat_kautionist: Privat'\n"), "text: "),
        (block("reading: bogen\n"), "reading: brug pensum eller gaeldende_ret"),
        (block("titel: x\n"), "titel: feltet kendes ikke her"),
        (block(told="2020-01-01"), "facts."),
        (block(topic="findes_ikke"), "findes ikke"),
    ],
)
def test_what_is_wrong_is_said(given, told):
    assert any(told in fault for fault in examples.check(given, None))


def test_what_is_in_order_passes():
    assert list(examples.check(block("title: A\ntext: '{misligholdt}: {sidste_frist}'\n"), None)) == []
