"""Regellab: predict, see the way and what would turn it, change a fact with one click, draw anew."""

import re

import pytest

import rules
from lessons import lab as regellab
from lessons.fact_forms import typed_fact
from lessons.lab import Lab
from rules.flips import flips
from rules.variants import variant
from tests.lessons.conftest import HTMX

pytestmark = pytest.mark.django_db

PAGE = "/regler/underretning/"
LATE = {
    "privat_kautionist": "ja",
    "misligholdt": "31-01-2026",
    "underrettet": "15-09-2026",
    "kraevet": "15-09-2026",
    "misligholdt_beloeb": "62.800",
}
LOST, KEPT, LIMITED = "KRAV_TABT_FOR_MISLIGHOLDT_DEL", "KRAV_I_BEHOLD", "KRAV_BEGRAENSET"


def typed(topic, facts):
    return {spec.name: typed_fact(spec, getattr(facts, spec.name)) for spec in topic.specs}


def tried(client, **changes):
    response = client.get(PAGE, LATE | changes)
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ")


def test_the_outcome_is_not_told_before_a_try(as_student):
    html = as_student.get(PAGE).content.decode()
    assert "Hvad bliver resultatet?" in html
    assert "Vis afgørelsen" in html
    assert ">Afgørelsen<" not in html
    assert "is-taken" not in html


def test_all_facts_are_asked_for_and_those_of_one_reading_apart(as_student):
    html = as_student.get(PAGE).content.decode()
    for spec in rules.topic("underretning").specs:
        assert f'name="{spec.name}"' in html
    assert html.index("Det spørger kun loven om") > html.index('name="misligholdt_beloeb"')
    assert html.index("Det spørger kun loven om") < html.index('name="langiver"')


def test_after_a_try_the_way_is_lit_in_both_readings_with_reasons(as_student):
    columns = tried(as_student).split('class="reading-column"')[1:]
    assert len(columns) == 2
    for column in columns:
        figure, reasons = column.split('<ol class="reasons">')
        assert "is-taken" in figure
        assert "<strong>Nej.</strong>" in reasons
        assert 'href="/lov/fil-48/"' in reasons


def test_both_readings_stand_side_by_side_where_they_part(as_student):
    html = tried(as_student)
    assert "Bogen siger: " in html
    assert "Loven siger: " in html


def test_a_right_prediction_is_called_right(as_student):
    html = tried(as_student, underrettet="01-03-2026", kraevet="01-10-2026", gaet=KEPT)
    assert "<strong>Rigtigt.</strong> Bogen og loven når samme udfald, men andre tal." in html


def test_a_prediction_that_holds_only_in_the_book_says_so(as_student):
    assert "<strong>Rigtigt efter bogen.</strong> Loven når et andet resultat." in tried(
        as_student, gaet=LOST
    )


def test_a_prediction_that_holds_only_in_the_law_says_so():
    lab = Lab(rules.topic("underretning"), LATE | {"gaet": LIMITED})
    assert lab.is_tried
    assert lab.other.outcome == LIMITED
    assert lab.judged.lead == "Det er lovens svar."


def test_a_wrong_prediction_says_what_was_answered_and_which_mistake_leads_there():
    topic = rules.topic("underretning")
    drawn = variant(topic, 7, mistake="regner_180_dage").facts
    right = topic.decide(drawn).outcome
    for predicted in {KEPT, LOST} - {right}:
        judged = Lab(topic, typed(topic, drawn) | {"gaet": predicted}).judged
        assert judged.tone in ("is-wrong", "is-note")
        assert judged.lead


def test_no_prediction_is_needed(as_student):
    html = tried(as_student)
    assert ">Afgørelsen<" in html
    assert 'class="verdict' not in html.split('id="trin"')[0]


def test_a_prediction_that_is_no_outcome_is_no_prediction(as_student):
    assert tried(as_student, gaet="noget andet").count("<strong>Rigtigt") == 0


def test_one_click_turns_the_outcome(as_student):
    html = tried(as_student)
    sent = re.search(r'name="aendr" value="(underrettet:[^"]+)"', html).group(1)
    assert sent == "underrettet:31-07-2026"
    turned = tried(as_student, aendr=sent)
    assert "Du har rettet én oplysning. Dag for underretning: 31. juli 2026." in turned
    assert 'value="31-07-2026"' in turned
    assert "krav mod kautionisten er i behold" in turned.split("data-besked=")[1]


@pytest.mark.parametrize("key", rules.topics())
def test_every_button_of_every_topic_leads_to_the_outcome_that_its_sentence_tells(key):
    topic = rules.topic(key)
    drawn = variant(topic, 3).facts
    given = typed(topic, drawn)
    for reading in topic.readings:
        for flip in flips(topic, drawn, reading):
            text = typed_fact(topic.spec_of[flip.fact], flip.changed)
            lab = Lab(topic, given | {"aendr": f"{flip.fact}:{text}"})
            assert not lab.is_faulty, lab.form.errors
            assert topic.decide(lab.form.facts(), reading).outcome == flip.outcome


@pytest.mark.parametrize("key", rules.topics())
def test_every_topic_answers_on_its_own_example(as_student, key):
    topic = rules.topic(key)
    given = typed(topic, Lab(topic, {}).variant.facts)
    response = as_student.get(f"/regler/{key}/", given, headers=HTMX)
    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert "{" not in html
    assert "Typiske fejl" in html or not topic.reading_for("pensum").mistakes


def test_the_typical_mistakes_are_told_after_a_try(as_student):
    assert "Typiske fejl på disse oplysninger" not in as_student.get(PAGE).content.decode()
    assert "Typiske fejl på disse oplysninger" in tried(as_student)


def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_lost(as_student):
    response = as_student.get(
        PAGE, LATE | {"underrettet": "i går", "misligholdt_beloeb": "12.50", "gaet": LOST}
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="i går"' in html
    assert 'value="12.50"' in html
    assert "Skriv datoen som dag-måned-år" in html
    assert re.search(rf'value="{LOST}"[^>]* checked', html)
    assert "Trin for trin" in html


def test_days_in_an_order_that_cannot_be_are_refused(as_student):
    response = as_student.get(PAGE, LATE | {"underrettet": "01-01-2020"}, headers=HTMX)
    assert response.status_code == 422
    assert "ikke ligge før" in response.content.decode()


def test_a_new_variant_brings_other_facts_and_hides_the_answer(as_student):
    first, second = (as_student.get(PAGE, {"variant": seed}).content.decode() for seed in ("1", "2"))
    assert first != second
    assert ">Afgørelsen<" not in first


def test_the_same_seed_brings_the_same_variant(as_student, as_teacher):
    stories = [client.get(PAGE, {"variant": "5"}).content.decode() for client in (as_student, as_teacher)]
    told = [re.search(r'class="facts">(.*?)</div>', html, re.DOTALL).group(1) for html in stories]
    assert told[0] == told[1]


def test_near_the_threshold_a_day_decides():
    topic = rules.topic("underretning")
    lab = Lab(topic, {"variant": "4", "naer": "ja"})
    assert lab.variant.facts == variant(topic, 4, near=True).facts


def test_the_threshold_is_offered_only_where_there_is_one():
    assert Lab(rules.topic("underretning"), {}).can_be_near
    assert not Lab(rules.topic("underpant"), {}).can_be_near


def test_the_story_stands_for_as_long_as_the_facts_are_its_own():
    topic = rules.topic("underretning")
    given = typed(topic, Lab(topic, {"variant": "5"}).variant.facts) | {"variant": "5"}
    assert Lab(topic, given).story
    assert not Lab(topic, given | {"misligholdt_beloeb": "1"}).story


@pytest.mark.parametrize(
    "sent", ["", "x", "findes_ikke:1", "underrettet", ":", "underrettet:i går", "\x00:\x00"]
)
def test_a_change_that_cannot_be_read_breaks_nothing(as_student, sent):
    assert as_student.get(PAGE, LATE | {"aendr": sent}).status_code in (200, 422)


@pytest.mark.parametrize("seed", ["", "-1", "x", "9" * 400, "½", "١٢", "\x00", "1e9"])
def test_a_seed_that_is_no_number_brings_the_example(as_student, seed):
    assert (
        Lab(rules.topic("underretning"), {"variant": seed}).variant
        is Lab(rules.topic("underretning"), {}).variant
    )
    assert as_student.get(PAGE, {"variant": seed}).status_code == 200


def test_no_fact_is_called_as_what_is_sent_beside_the_facts():
    own = {regellab.PREDICTED, regellab.CHANGED, regellab.SEED, regellab.NEAR}
    assert not own & {spec.name for topic in rules.topics().values() for spec in topic.specs}


def test_the_page_leads_to_the_calculators_of_the_rule(as_student):
    assert 'href="/beregnere/kautionsfrister/"' in as_student.get(PAGE).content.decode()
