"""What an author is told of a case as it stands: both readings, the chain, warnings, ten variants."""

import pytest

import rules
from cases.drafting import Draft, QuestionDraft, levels
from cases.drafting.variants import TEN, leaf
from tests.factories import NOTICE, NOTICE_STORY

FORBEHOLD = {"koebesum": 60000, "udbetaling": 15000, "skriftligt": True, "kreditgiver_er_saelger": True}
OPGOERELSE = {"koebesum": 60000, "betalt": 30000, "vaerdi": 20000}
CHAIN = {"forbehold": {"from": "q1", "choices": {"GYLDIGT": "gyldigt", "UGYLDIGT": "ugyldigt"}}}
CHAIN_STORY = """Prisen er {koebesum}, og {udbetaling} er betalt. [skriftligt: Det er skrevet.|Det er sagt.]
[kreditgiver_er_saelger: Sælgeren giver kredit.|Banken giver kredit.]
Siden er {betalt} betalt, og tingen er {vaerdi} værd."""


def question(topic="underretning", facts=NOTICE, key="q1", links=None):
    law = rules.topic(topic)
    return QuestionDraft(key, law, law.read(facts), links=links or {})


def draft(story=NOTICE_STORY, *questions, **more):
    weights = {"faktum": 10, "jus": 20, "subsumption": 40, "konklusion": 30}
    return Draft(story, {}, "pensum", list(questions) or [question()], **{"weights": weights} | more)


def chained(links=CHAIN, story=CHAIN_STORY, forbehold=FORBEHOLD):
    return draft(
        story,
        question("ejendomsforbehold", forbehold),
        question("opgoerelse_ved_tilbagetagelse", OPGOERELSE, "q2", links),
    )


def warned(draft, words):
    return [warning for warning in draft.warnings if words in warning]


def test_a_sound_case_is_told_only_where_the_readings_part():
    (warning,) = draft().warnings
    assert "De to retsgrundlag når ikke til det samme" in warning


def test_a_fact_that_turns_something_must_be_told():
    story = NOTICE_STORY.replace("{misligholdt_beloeb}", "pengene")
    assert warned(draft(story), "»Misligholdt beløb« betyder noget for afgørelsen, men fortælles ikke")


def test_a_fact_that_turns_nothing_on_these_facts_need_not_be_told():
    topic = rules.topic("factoring")
    facts = {
        "fakturabeloeb": 100000,
        "solgt": "2026-03-02",
        "betalt": "2026-04-01",
        "betalt_til": "factoringbank",
    }
    story = "[betalt_til=factoringbank: Der betales til factoringbanken.|Der betales til sælgeren.]"
    told = draft(story, question("factoring", facts))
    assert not warned(told, f"»{topic.spec_of['fakturabeloeb'].label}«")


def test_what_an_earlier_question_decides_need_not_be_told():
    assert warned(chained({}), "»Hvilket ejendomsforbehold er der?«")
    assert not warned(chained(), "»Hvilket ejendomsforbehold er der?«")


def test_numbers_and_days_that_no_fact_says_are_listed_once():
    loan = "Lånet er på 250.000 kr. fra den 3. maj 2025 til 4,5 %, og 250.000 kr. er meget. FIL § 48 gælder."
    (told,) = warned(draft(f"{NOTICE_STORY} {loan}"), "som ingen oplysning siger")
    assert "»250.000 kr.«, »3. maj 2025«, »4,5 %«." in told
    assert "48" not in told


def test_what_a_fact_says_and_the_story_writes_out_is_named_with_its_place():
    story = NOTICE_STORY.replace("{misligholdt_beloeb}", "62.800 kr.")
    assert warned(draft(story), "Skriv {misligholdt_beloeb}")
    assert not warned(draft(story), "»Misligholdt beløb« betyder noget")


def test_a_case_without_a_story_says_only_that():
    assert draft(" ").warnings == ["Fortællingen mangler endnu."]


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        ({"jus": 20, "subsumption": 40, "konklusion": 30}, "Vægtene giver 90 tilsammen; de regnes om"),
        ({"subsumption": 100, "argument": 20}, "Vægtene giver 120 tilsammen"),
    ],
)
def test_weights_that_sum_to_something_else_are_named(weights, says):
    assert warned(draft(weights=weights), says)


def test_weights_of_a_hundred_are_not_mentioned():
    assert not warned(draft(), "Vægtene")


def test_an_argument_that_weighs_nothing_is_named():
    assert warned(draft(argument="Er reglen rimelig?"), "argumentet vægter 0")


def test_a_matter_of_discretion_is_named_with_its_ends():
    facts = {
        "uansvarlig_langivning": True,
        "urimelige_vilkaar": False,
        "hovedstol": 1,
        "renter_og_gebyrer": 1,
    }
    asked = question("urimelighed", facts | {"rimelige_renter_og_gebyrer": 1})
    told = draft("Sagen er {hovedstol}.", asked)
    told.reading = "gaeldende_ret"
    (warning,) = warned(told, "er et skøn")
    assert " eller " in warning


def test_a_chain_that_gives_the_same_whatever_is_answered_is_named():
    always = {"forbehold": {"from": "q1", "choices": {"GYLDIGT": "gyldigt", "UGYLDIGT": "gyldigt"}}}
    assert warned(chained(always), "giver det samme, hvad der end svares")
    assert not warned(chained(), "giver det samme")


def test_a_chain_that_turns_nothing_is_named():
    idle = {"forbruger": {"from": "q1", "is": ["GYLDIGT"]}}
    without = "{koebesum} {udbetaling} [skriftligt: a|b] [kreditgiver_er_saelger: a|b]"
    told = [one for one in levels.of(chained(idle, without)) if "ændrer intet" in one]
    assert len(told) <= 1
    assert not [one for one in levels.of(chained()) if "ændrer intet" in one]


def test_each_reading_follows_the_chain():
    own = chained(forbehold=FORBEHOLD | {"skriftligt": False})
    assert own.sheets[1][2].forbehold.value == "ugyldigt"
    assert len(own.decided[1][1]) == 2


def test_a_chain_to_facts_that_cannot_be_is_told_and_nothing_is_decided():
    first = question()
    link = {"kraevet": {"from": "q1", "fact": "misligholdt"}}
    later = question(facts=NOTICE | {"misligholdt": "2026-02-28"}, key="q2", links=link)
    told = draft(NOTICE_STORY, first, later)
    assert told.chain_problems
    assert not told.is_readable
    assert told.warnings == []
    assert leaf(told, "original:1").problem


def test_a_reverse_task_that_is_solved_from_the_start_is_named():
    done = {"question": "q1", "pensum": "KRAV_TABT_FOR_MISLIGHOLDT_DEL"}
    assert warned(draft(reverse=[done]), "Omvendt opgave 1 er løst på forhånd")
    assert not warned(draft(reverse=[{"question": "q1", "pensum": "KRAV_I_BEHOLD"}]), "Omvendt opgave")


def test_the_ten_variants_are_the_same_ten_each_time():
    first = [leaf(draft(), f"original:{number}").story for number in TEN]
    assert first == [leaf(draft(), f"original:{number}").story for number in TEN]
    assert len(set(first)) == 10


def test_a_variant_says_which_facts_changed_and_what_both_readings_decide():
    turned = leaf(draft(), "original:3")
    (one,) = turned.questions
    assert [decision["title"] for decision in one["decisions"]] == ["Pensum", "Gældende ret"]
    assert all(before != after for _, before, after in one["changes"])
    assert "Misligholdt beløb" in [label for label, _, _ in one["changes"]]


def test_leafing_goes_round():
    assert (leaf(draft(), "traps:1").before, leaf(draft(), "traps:10").after) == ("traps:10", "traps:1")


@pytest.mark.parametrize("asked", ["", "x", "original:0", "original:11", "ukendt:2", "original:٣", "::"])
def test_what_is_not_understood_gives_a_variant_all_the_same(asked):
    assert leaf(draft(), asked).story


def test_a_story_that_tells_nothing_has_no_variants_and_no_traps():
    facts = {"skriftligt": True, "kun_debitor_forpligtet": True, "ubetinget": True}
    told = draft("Der er sket noget.", question("gaeldsbrev", facts))
    assert warned(told, "varianterne bliver ens")
    assert any("Ingen fælde er mulig" in one for one in levels.of(told))


def test_a_story_that_lets_facts_change_has_traps():
    assert not [one for one in levels.of(draft()) if "fælde" in one]
