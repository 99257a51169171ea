"""What every topic of the catalogue must keep, whatever its law: one test each, over topics and readings."""

import datetime as dt
import doctest
import json
from decimal import Decimal
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules import story
from rules.compare import compare
from rules.decision import decide, rounded
from rules.grading import grade
from rules.reading import JUS, OUTCOME
from rules.steps import View
from rules.values import Choice, plain
from rules.variants import variant
from rules.wording import slots

TOPICS = list(rules.topics().values())
READINGS = [pytest.param(topic, key, id=f"{topic.key}/{key}") for topic in TOPICS for key in topic.readings]
MISTAKES = [
    pytest.param(topic, key, mistake, id=f"{topic.key}/{key}/{mistake.key}")
    for topic in TOPICS
    for key in topic.readings
    for mistake in topic.readings[key].mistakes
]
every_topic = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
every_reading = pytest.mark.parametrize(("topic", "reading"), READINGS)
SEEDS = range(40)
LIMITS = {
    "fortrydelsesret": {"laanebeloeb": ("0.01", None)},
    "foertidig_indfrielse": {"indfrielseskurs": (1, 300)},
    "opgoerelse_ved_indfrielse": {"kreditbeloeb": ("0.01", None)},
    "morarente": {"forfaldent_beloeb": ("0.01", None)},
    "tilbagetagelse": {
        "misligholdte_ydelser": (0, 600),
        "dage_over_forfald": (0, 36500),
        "samlet_beloeb_inkl_udbetaling": ("0.01", None),
    },
    "opgoerelse_ved_tilbagetagelse": {"koebesum": ("0.01", None)},
    "foraeldelse": {"afbrudt_beloeb": ("0.01", None)},
    "regreslaan": {"restgaeld": ("0.01", 10**11), "sikkerhed_vaerdi": (0, 10**11)},
}
DEFAULTS = {
    "opgoerelse_ved_indfrielse": {"stiftelsesomkostninger": 0},
    "morarente": {"kreditgiver_type": "pengeinstitut"},
    "tilbagetagelse": {
        "dage_over_forfald": 30,
        "forfaldent_beloeb": 15000,
        "samlet_beloeb_inkl_udbetaling": 200000,
    },
    "kautionens_varighed": {"haendelse": "ingen"},
}
GENERAL_SENTENCE = {
    ("anvendelsesomraade", "pensum"): {"IKKE_KREDITAFTALE"},
    ("anvendelsesomraade", "gaeldende_ret"): {"IKKE_KREDITAFTALE"},
    ("urimelighed", "pensum"): {"HELE_LAANET_UGYLDIGT"},
    ("tilbehoer", "pensum"): {"INTET_FORBEHOLD"},
    ("tilbehoer", "gaeldende_ret"): {"INTET_FORBEHOLD"},
    ("gaeldsbrev", "pensum"): {"GAELDSBREV"},
    ("gaeldsbrev", "gaeldende_ret"): {"GAELDSBREV"},
    ("indsigelser", "gaeldende_ret"): {"EKSTINGVERET", "INGEN_INDSIGELSE"},
    ("factoring", "pensum"): {"BETALT_RIGTIGT"},
    ("factoring", "gaeldende_ret"): {"BETALT_RIGTIGT"},
    ("underretning", "pensum"): {"KRAV_I_BEHOLD"},
    ("underretning", "gaeldende_ret"): {"KRAV_I_BEHOLD"},
    ("regreslaan", "pensum"): {"INGEN_RESTGAELD"},
    ("regreslaan", "gaeldende_ret"): {"INGEN_RESTGAELD"},
}
UNVERIFIED = {
    "kreditvurdering": {"advarselstegn"},
    "fortrydelsesret": {"har_yderste_frist"},
    "foertidig_indfrielse": {"er_konverterbart", "koster_mere_end_gaelden"},
    "opgoerelse_ved_indfrielse": {"stiftelse_kan_kraeves"},
    "underpant": {"forbehold_bestaar"},
    "videresalg": {"er_leaset", "gennem_forhandler", "er_motorkoeretoej", "er_tinglyst", "er_i_god_tro"},
    "gaeldsbrev": {"er_skriftligt", "er_ensidigt", "er_ubetinget", "er_bestemt"},
    "gaeldsbrevstype": {"er_faktura"},
    "sikringsakt": {"til_sikkerhed", "saelger_kan_raade", "overdragelsen_tinglyst"},
    "indsigelser": {"er_pantebrev", "overdragelsen_tinglyst"},
    "kautionstype": {"er_misligholdt", "er_erhverv", "er_udlaeg_forgaeves"},
    "kautionens_varighed": {"er_tidsbegraenset", "er_laantager_doed"},
    "regreslaan": {"er_realkredit", "er_statsstoettet", "er_i_stat_uden_regres"},
}


def discretion(law, answer=True):
    """The same answer to every matter of discretion."""
    return {place.key: answer for place in law.steps if place.step.skoen}


def drawn(topic, reading="pensum", seeds=SEEDS):
    return [variant(topic, seed, reading).facts for seed in seeds]


def answers_of(decision, jus):
    """What a student answers who decides so."""
    answered = decision.plain()
    return {
        "jus": [jus],
        "steps": {step["key"]: step["answer"] for step in answered["steps"]},
        "figures": {key: value for key, value in answered["figures"].items() if value is not None},
        "outcome": answered["outcome"],
    }


def decided_with(law, facts, key, answer):
    """The decision of somebody who gives this one answer and otherwise follows the law."""
    view = View(facts)
    view._answers = discretion(law)
    if key in law.figures:
        view._figures[law.figures[key]] = answer
    else:
        view._answers[key] = answer
    return decide(law, view)


def another(value):
    """A value of the same kind that is wrong, and that no mistake is likely to give."""
    if isinstance(value, list | tuple):
        return [another(item) for item in value]
    if isinstance(value, Choice):
        return next(member for member in type(value) if member is not value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 7
    return value + (dt.timedelta(days=11) if isinstance(value, dt.date) else Decimal("12345.67"))


def judged(found):
    return {answer.key: answer for answer in found.answers}


@every_topic
def test_the_worked_example_runs(topic):
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, attempted = doctest.testmod(import_module(topic.facts.__module__), optionflags=flags)
    assert attempted > 1
    assert failed == 0


@every_reading
def test_every_outcome_can_be_drawn(topic, reading):
    law = topic.reading_for(reading)
    for outcome in law.choices:
        facts = variant(topic, 1, reading, outcome=outcome).facts
        assert outcome in decide(law, facts).possible


@every_topic
def test_what_the_facts_may_be_and_what_they_are_when_left_out(topic):
    """Amounts that are divided by are above nothing; the default case is the ordinary consumer's."""
    for name, (low, high) in LIMITS.get(topic.key, {}).items():
        spec = topic.spec_of[name]
        assert spec.ge == Decimal(low), name
        assert high is None or spec.le == high, name
    for name, default in DEFAULTS.get(topic.key, {}).items():
        assert plain(topic.spec_of[name].default) == default, name


@every_reading
def test_a_reading_with_sentences_of_its_own_words_each_of_its_outcomes(topic, reading):
    """Except those on which book and statute say the same, which the general sentence serves."""
    law = topic.reading_for(reading)
    if law.texts:
        general = set(law.choices) - {outcome.name for outcome in law.texts}
        assert general == GENERAL_SENTENCE.get((topic.key, reading), set())


@every_topic
def test_what_is_not_verified_is_said_where_the_statute_is_not_at_hand(topic):
    for key, law in topic.readings.items():
        unverified = {place.key for place in law.seal().steps if not place.verified}
        assert unverified == (UNVERIFIED.get(topic.key, set()) if key == "gaeldende_ret" else set())


@every_reading
def test_a_topic_has_three_mistakes_and_a_wrong_provision_with_remarks(topic, reading):
    law = topic.reading_for(reading)
    assert len(law.mistakes) >= 3
    assert any(mistake.target == JUS for mistake in law.mistakes)
    assert len({mistake.key for mistake in law.mistakes}) == len(law.mistakes)
    for mistake in law.mistakes:
        assert mistake.remark.startswith("Du har "), mistake.key
        assert mistake.remark.rstrip().endswith("."), mistake.key


@pytest.mark.parametrize(("topic", "reading", "mistake"), MISTAKES)
def test_a_mistake_can_be_drawn_and_grading_names_it_alone(topic, reading, mistake):
    law = topic.reading_for(reading)
    facts = variant(topic, 3, reading, mistake=mistake.key).facts
    right = decide(law, facts, discretion(law))
    answers = answers_of(right, str(law.jus[0]))
    if mistake.target == JUS:
        answers["jus"] = [str(mistake.citation)]
    else:
        wrong = rounded(mistake.function(right.view))
        if mistake.target == OUTCOME:
            answers["outcome"] = wrong.name
        else:
            answers = answers_of(decided_with(law, facts, mistake.target, wrong), str(law.jus[0]))
    found = judged(grade(topic, facts, answers, reading))
    assert found[mistake.target].mistake == mistake.key
    assert found[mistake.target].remark
    assert [key for key, answer in found.items() if answer.status == "forkert"] == [mistake.target]


@every_reading
def test_what_decide_answers_earns_everything(topic, reading):
    law = topic.reading_for(reading)
    for facts in drawn(topic, reading):
        for answer in (True, False):
            decision = decide(law, facts, discretion(law, answer))
            for jus in law.jus:
                found = grade(topic, facts, answers_of(decision, str(jus)), reading)
                assert found.total == pytest.approx(1)
                assert {answer.status for answer in found.answers} == {"rigtig"}


@every_reading
def test_a_wrong_figure_costs_once(topic, reading):
    law = topic.reading_for(reading)
    for facts in drawn(topic, reading, range(12)):
        right = decide(law, facts, discretion(law))
        for key, value in right.figures.items():
            if value is None:
                continue
            wrong = another(value)
            answers = answers_of(decided_with(law, facts, key, wrong), str(law.jus[0]))
            found = grade(topic, facts, answers, reading)
            if key in judged(found) and judged(found)[key].status != "ikke_spurgt":
                wrongly = [answer.key for answer in found.answers if answer.status == "forkert"]
                assert wrongly == [key], facts


@every_reading
def test_deciding_ends_on_all_drawn_facts_in_an_outcome_with_a_text(topic, reading):
    law = topic.reading_for(reading)
    for facts in drawn(topic, reading, range(100)):
        decision = decide(law, facts)
        if decision.open:
            assert (len(decision.possible) > 1) == (decision.outcome is None)
            assert all(decision.arguments)
            assert not [said for side in decision.arguments for said in side if said.endswith("..")]
        else:
            assert decision.possible == [decision.outcome]
            assert decision.outcome in law.choices
            assert decision.text.endswith(".")
            assert "{" not in decision.explain()
        json.dumps(decision.plain())


@every_reading
def test_no_question_tells_what_is_asked_for(topic, reading):
    law = topic.reading_for(reading)
    told = set(law.figures) | {place.key for place in law.steps}
    for asked in (*(place.step for place in law.steps), *law.figures.values()):
        assert asked.question.endswith("?"), asked.key
        assert asked.reason.endswith((".", "]")), asked.key
        assert not slots(asked.question)[0] & told, asked.key
    for text in law.choices.values():
        assert "{" not in text


@every_reading
def test_reasons_remarks_and_texts_can_be_told_on_all_drawn_facts(topic, reading):
    law = topic.reading_for(reading)
    for facts in drawn(topic, reading):
        for answer in (True, False):
            decision = decide(law, facts, discretion(law, answer))
            reasons = [taken.reason for taken in decision.steps]
            remarks = [law.fill(mistake.remark, decision.view) for mistake in law.mistakes]
            figures = [law.fill(figure.reason, decision.view) for figure in law.figures.values()]
            for text in (*reasons, *figures, *remarks):
                assert "{" not in text
                assert ".." not in text


@every_topic
def test_every_story_can_be_told(topic):
    assert len(topic.stories) >= 3
    for template in topic.stories:
        assert story.check(template, topic) == []
    for seed in SEEDS:
        text = variant(topic, seed).story.text
        assert "{" not in text
        assert "[" not in text
        assert " ," not in text
        assert " ." not in text
        assert ".." not in text


@every_topic
def test_a_story_tells_all_that_the_result_rests_on(topic):
    """A fact that a story leaves out may be taken at its default without any result changing."""
    names = story.names(1)
    for facts in drawn(topic):
        for template in topic.stories:
            told = story.render(template, topic, facts, names).told
            untold = {spec.name: spec.default for spec in topic.specs if spec.name not in told}
            assert not [name for name in untold if topic.spec_of[name].required]
            bare = topic.read(topic.plain(facts) | untold)
            for reading in topic.readings:
                assert topic.decide(bare, reading).plain() == topic.decide(facts, reading).plain()


@every_topic
def test_a_story_tells_other_facts_in_other_words(topic):
    """Turning one told yes into a no, or one choice into another, changes the text."""
    names = story.names(1)
    for facts in drawn(topic, seeds=range(12)):
        for template in topic.stories:
            telling = story.render(template, topic, facts, names)
            for spec in (topic.spec_of[name] for name in telling.told):
                others = {"bool": [True, False], "choice": list(spec.choices or ())}.get(spec.kind, [])
                for other in others:
                    if other != plain(getattr(facts, spec.name)):
                        changed = _changed(topic, facts, spec.name, other)
                        text = changed and story.render(template, topic, changed, names).text
                        assert text != telling.text, (template, spec.name, other)


def _changed(topic, facts, name, value):
    try:
        return topic.read(topic.plain(facts) | {name: value})
    except rules.FactError:
        return None


@every_topic
def test_the_readings_can_be_compared(topic):
    for facts in drawn(topic):
        found = compare(topic, facts)
        json.dumps(found.plain())
        assert found.text.endswith(".")
        keys = {place.key for key in topic.readings for place in topic.reading_for(key).steps}
        assert found.parts_at is None or found.parts_at in keys
        if "gaeldende_ret" not in topic.readings:
            assert found.same
            assert found.plain()["gaeldende_ret"]["same_as"] == "pensum"


@every_topic
def test_facts_survive_being_written_and_read(topic):
    for facts in drawn(topic):
        written = json.loads(json.dumps(topic.plain(facts)))
        assert topic.read(written) == facts
        assert topic.plain(topic.read(written)) == written


@st.composite
def attempts(draw, topic, law):
    """Facts of a seed and any answers to any of what can be asked, many of them right or usual mistakes."""
    facts = variant(topic, draw(st.integers(0, 30)), law.key).facts
    right = decide(law, facts, discretion(law))
    jus = [str(law.jus[0]), *(str(mistake.citation) for mistake in law.mistakes if mistake.citation)]
    answers = {"jus": [draw(st.sampled_from(jus))], "steps": {}, "figures": {}}
    for place in law.steps:
        choices = [choice.value for choice in place.step.choices or ()] or [True, False]
        answers["steps"][place.key] = draw(st.sampled_from(choices))
    for key, figure in law.figures.items():
        mistakes = [rounded(m.function(right.view)) for m in law.mistakes if m.target == key]
        values = [value for value in (rounded(figure(right.view)), *mistakes) if value is not None]
        values += _some(figure, values)
        if values:
            answers["figures"][key] = plain(draw(st.sampled_from(values)))
    answers["outcome"] = draw(st.sampled_from([*law.choices]))
    return facts, answers


def _some(figure, values):
    """Values of the figure's kind that are in nobody's mind."""
    if figure.kind == "date":
        return [dt.date(2026, 5, 17)]
    if figure.kind in ("kroner", "percent", "number"):
        return [Decimal(4321)]
    if figure.kind == "bool":
        return [True, False]
    return list(figure.inner) if figure.kind == "choice" else [another(value) for value in values]


@every_reading
def test_correcting_a_wrong_answer_never_lowers_the_total(topic, reading):
    law = topic.reading_for(reading)

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(attempt=attempts(topic, law))
    def holds(attempt):
        facts, answers = attempt
        before = grade(topic, facts, answers, reading)
        assert 0 <= before.total <= 1
        for answer in before.answers:
            if answer.status == "rigtig" or answer.expected is None or not answer.counts:
                continue
            after = grade(topic, facts, _corrected(law, answers, answer), reading)
            assert after.total >= before.total - 1e-9, (facts, answers, answer.key)

    holds()


def _corrected(law, answers, answer):
    corrected = {part: dict(given) if isinstance(given, dict) else given for part, given in answers.items()}
    if answer.key == JUS:
        corrected["jus"] = [str(law.jus[0])]
    elif answer.key == OUTCOME:
        corrected["outcome"] = answer.expected
    else:
        corrected["figures" if answer.key in law.figures else "steps"][answer.key] = plain(answer.expected)
    return corrected
