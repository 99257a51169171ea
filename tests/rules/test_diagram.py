"""The flow chart of every reading: all of it stands there, nothing collides, and the marked path is the decision's."""

from itertools import combinations, pairwise, product
from xml.etree import ElementTree

import pytest

import rules
from rules.chart_layout import lay_out
from rules.citations import KAL
from rules.decision import decide
from rules.diagram import diagram
from rules.facts import Choice, FactSheet, Kroner, fact
from rules.flowchart import OUTCOME, SUM, UNMET, chart, in_words
from rules.lettering import HEIGHTS, width, wrap
from rules.steps import Place
from rules.topic import PENSUM, Outcomes, Topic
from rules.variants import variant

SVG = "{http://www.w3.org/2000/svg}"


class Vej(Choice):
    """Four ways, one with a long name."""

    KORT = "kort", "den korte"
    LANG = "lang", "den lange vej uden om det hele og hjem igen"
    MIDT = "midt", "midten"
    INGEN = "ingen", '<ingen & ’slet’ "ikke">'


class Facts(FactSheet):
    """What no topic of the catalogue has yet."""

    vej: Vej = fact("Hvilken vej?")
    beloeb: Kroner = fact("Aftalt beløb")
    navn: str = fact("Navn", default="<script>")


class Outcome(Outcomes):
    """Ends with letters that XML does not like."""

    HJEM = "Hjemme & <glad>."
    UDE = "Ude."
    FORLADT = "Speciallægepraksisplanlægningsstabiliseringsperiodeudvidelsesaftalen er ophævet."


def odd():
    """A reading with everything at once: choices, jumps at once, conditions, a skøn and an unverified step."""
    topic = Topic(
        "saer",
        "Sær & <sær>",
        group="kredit",
        question="?",
        facts=Facts,
        outcomes=Outcome,
        version="2026-01-01",
    )
    law = topic.reading(PENSUM, otherwise=Outcome.HJEM, failed=Outcome.UDE, jus=KAL("§ 1"))

    @law.step(
        KAL("§ 1"),
        KAL("§ 2, stk. 1, nr. 2"),
        on={Vej.LANG: "faar_lov", Vej.MIDT: "er_stort", Vej.INGEN: Outcome.FORLADT},
        verified=False,
    )
    def vejen(facts) -> Vej:
        """Hvilken vej er valgt, når det drejer sig om {beloeb} [beloeb: nu | senere]?"""
        return facts.vej

    @law.condition(KAL("§ 3"))
    def er_stort(facts) -> bool:
        """Er {beloeb} mere end 1.000 kr.?"""
        return facts.beloeb > 1000

    @law.condition(KAL("§ 4"), holds=False)
    def er_kaempestort(facts) -> bool:
        """Er beløbet over 1.000.000 kr.?"""
        return facts.beloeb > 1_000_000

    @law.skoen(KAL("§ 5"), no="til_sidst")
    def faar_lov(facts):
        """Er det rimeligt?"""
        return [], []

    @law.step(KAL("§ 6"), yes=Outcome.UDE, no=Outcome.FORLADT)
    def gaar_ud(facts) -> bool:
        """Går {navn} ud?"""
        return facts.beloeb == 5

    @law.step(KAL("§ 7"))
    def til_sidst(facts) -> bool:
        """Er det slut?"""
        return True

    return topic, law.seal()


def drawn():
    """Every reading, in general and on facts that were drawn, with each answer to what is left to a judge."""
    for topic in rules.topics().values():
        for key in topic.readings:
            law = topic.reading_for(key)
            skoen = [place.key for place in law.steps if place.step.skoen]
            found = [None]
            for seed in range(8):
                facts = variant(topic, seed, key).facts
                found.append(decide(law, facts))
                every = product((True, False), repeat=len(skoen)) if skoen else ()
                found += [decide(law, facts, dict(zip(skoen, answers, strict=True))) for answers in every]
            yield pytest.param(law, found, id=f"{topic.key}/{key}")
    topic, law = odd()
    read = [
        topic.read({"vej": way.value, "beloeb": amount}) for way in Vej for amount in (5, 2000, 2_000_000)
    ]
    decided = [
        decide(law, facts, answer)
        for facts in read
        for answer in (None, {"faar_lov": True}, {"faar_lov": False})
    ]
    yield pytest.param(law, [None, *decided], id="odd")


every_reading = pytest.mark.parametrize(("law", "decisions"), list(drawn()))
both_widths = pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])


def parsed(svg):
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


def plain(text):
    """Without regard to how lines and words are held together."""
    return "".join(text.replace("-", "").split())


def segments(way):
    """Left, right, top and bottom of each straight part of a way."""
    for (x, y), (to_x, to_y) in pairwise(way.corners):
        yield min(x, to_x), max(x, to_x), min(y, to_y), max(y, to_y)


def crosses(way, box):
    """Whether a way runs through the inside of a box."""
    return any(
        left < box.right and right > box.x and top < box.bottom and bottom > box.y
        for left, right, top, bottom in segments(way)
    )


def span(text):
    """Left, right, top and bottom of a line of text."""
    wide = width(text.words, text.role)
    left = text.x - wide if text.at_end else text.x - wide / 2 if text.role == "number" else text.x
    return left, left + wide, text.y - HEIGHTS[text.role] * 0.6, text.y


class TestContent:
    @every_reading
    @both_widths
    def test_it_is_xml_and_says_all_that_the_reading_asks_and_answers(self, law, decisions, narrow):
        for decision in decisions:
            root = parsed(diagram(law, decision, narrow))
            said = plain("".join(text.text for text in root.iter(f"{SVG}text")))
            for number, place in enumerate(law.steps, 1):
                node = chart(law, decision)[number - 1]
                assert plain(str(number) + node.text) in said
                for citation in place.citations:
                    assert plain(str(citation)) in said
                for answer in place.step.choices or (True, False):
                    assert plain(getattr(answer, "label", "ja" if answer else "nej")) in said
            assert ("Skøn" in said) == any(place.step.skoen for place in law.steps)
            assert ("Betingelse" in said) == any(place.ground is not None for place in law.steps)
            nodes = chart(law, decision)
            told = "".join(
                [node.text for node in nodes] + [lead.beside or "" for node in nodes for lead in node.leads]
            )
            unverified = said.count("Ikkeefterprøvet") - plain(told).count("Ikkeefterprøvet")
            assert unverified == sum(not place.verified for place in law.steps)

    @every_reading
    def test_every_outcome_stands_in_it(self, law, decisions):
        nodes = chart(law)
        ends = {lead.beside for node in nodes for lead in node.leads} | {node.text for node in nodes}
        for sentence in law.choices.values():
            assert any(end and sentence.startswith(end) for end in ends), sentence

    @every_reading
    def test_every_answer_leads_where_the_reading_leads(self, law, decisions):
        nodes = chart(law)
        for at, place in enumerate(law.steps):
            answers = len(place.step.choices or (True, False))
            within = sum(choice.label.count(" eller ") for choice in place.step.choices or ())
            assert sum(lead.said.count(" eller ") + 1 for lead in nodes[at].leads) == answers + within
            for to in {place.next(answer) for answer in place.step.choices or (True, False)}:
                leads = nodes[at].leads
                if isinstance(to, Place):
                    assert any(lead.to == law.steps.index(to) for lead in leads)
                elif to is None:
                    assert any(lead.to == len(law.steps) for lead in leads)
                else:
                    assert any(lead.to is None and to.value.startswith(lead.beside) for lead in leads)

    def test_a_question_names_its_facts_where_there_are_none(self):
        topic, law = odd()
        assert chart(law)[0].text == "Hvilken vej er valgt, når det drejer sig om [aftalt beløb] nu / senere?"
        facts = topic.read({"vej": "kort", "beloeb": 5})
        assert chart(law, decide(law, facts))[1].text == "Er 5 kr. mere end 1.000 kr.?"

    def test_what_the_facts_do_not_lead_to_is_told_without_their_figures(self):
        topic, law = odd()
        facts = topic.read({"vej": "lang", "beloeb": 5})
        nodes = chart(law, decide(law, facts))
        assert next(node.text for node in nodes if node.taken).endswith("det drejer sig om 5 kr. nu?")
        assert nodes[1].text == "Er [aftalt beløb] mere end 1.000 kr.?"

    def test_what_comes_from_outside_is_escaped(self):
        topic, law = odd()
        facts = topic.read({"vej": "lang", "beloeb": 5, "navn": '<script>\x0b\x00&"'})
        svg = diagram(law, decide(law, facts, {"faar_lov": True}))
        assert "<script" not in svg
        assert "&lt;script&gt;&amp;&quot;" in svg
        assert parsed(svg).find(f"{SVG}title").text.startswith("Sær & <sær>: Pensum")

    def test_it_has_no_style_script_or_id(self):
        for law, decisions in (param.values for param in drawn()):
            for decision in decisions[:4]:
                root = parsed(diagram(law, decision))
                assert root.get("role") == "img"
                assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
                for element in root.iter():
                    assert element.tag.removeprefix(SVG) in {
                        "svg",
                        "title",
                        "desc",
                        "g",
                        "path",
                        "rect",
                        "text",
                    }
                    assert not {"style", "id", "onload", "href"} & set(element.attrib)


class TestPlaces:
    @every_reading
    @both_widths
    def test_nothing_collides(self, law, decisions, narrow):
        for decision in decisions:
            layout = lay_out(chart(law, decision), narrow)
            for one, other in combinations(layout.boxes, 2):
                apart = (
                    one.right <= other.x,
                    other.right <= one.x,
                    one.bottom <= other.y,
                    other.bottom <= one.y,
                )
                assert any(apart), (one, other)
            for box in layout.boxes:
                assert box.x >= 0
                assert box.right <= layout.width
                assert box.bottom <= layout.height
                assert not any(crosses(way, box) for way in layout.ways), box

    @every_reading
    @both_widths
    def test_no_text_leaves_its_box_and_no_label_covers_one(self, law, decisions, narrow):
        for decision in decisions:
            layout = lay_out(chart(law, decision), narrow)
            for box in layout.boxes:
                for text in box.texts:
                    left, right, top, bottom = span(text)
                    assert box.x <= left
                    assert right <= box.right
                    assert box.y <= top
                    assert bottom < box.bottom
            for text in layout.said:
                left, right, top, bottom = span(text)
                assert left >= 0
                assert right <= layout.width
                assert top >= 0
                for box in layout.boxes:
                    assert left >= box.right or right <= box.x or bottom <= box.y or top >= box.bottom, text
                for way in layout.ways:
                    for x, to_x, y, to_y in segments(way):
                        assert to_x <= left or x >= right or to_y <= top or y >= bottom, (text, way)
            for one, other in combinations(layout.said, 2):
                (left, right, top, bottom), (left2, right2, top2, bottom2) = span(one), span(other)
                assert left >= right2 or right <= left2 or top >= bottom2 or bottom <= top2, (one, other)

    def test_the_narrow_one_has_the_room_of_a_phone_and_leaves_room_for_words(self):
        for law, _ in (param.values for param in drawn()):
            layout = lay_out(chart(law), narrow=True)
            assert layout.width == 300
            assert all(box.width >= 100 for box in layout.boxes)

    def test_only_a_word_that_no_line_holds_is_divided(self):
        assert wrap("en to tre", "note", 40) == ["en to", "tre"]
        lines = wrap("kautionsforpligtelsen", "note", 60)
        assert plain("".join(lines)) == "kautionsforpligtelsen"
        assert all(width(line, "note") <= 60 for line in lines)

    def test_amounts_and_provisions_stay_on_their_line(self):
        assert wrap("over 1.000 kr.", "note", 60) == ["over", "1.000\u00a0kr."]


class TestPath:
    @every_reading
    def test_the_marked_path_is_the_one_of_the_decision(self, law, decisions):
        for decision in decisions[1:]:
            nodes = chart(law, decision)
            met = [place.key for place, _ in decision.path]
            marked = [place.key for place, node in zip(law.steps, nodes, strict=False) if node.taken]
            assert marked == met + ([decision.open.key] if decision.open else [])
            for place, answer in decision.path:
                leads = [lead for lead in nodes[law.steps.index(place)].leads if lead.taken]
                assert len(leads) == 1
                is_unmet = place.ground is not None and answer == place.ground
                assert (leads[0].beside == UNMET) == is_unmet
            ends = [lead.beside for node in nodes for lead in node.leads if lead.taken and lead.to is None]
            ends += [node.text for node in nodes if node.kind == OUTCOME and node.taken]
            assert len(ends) == (0 if decision.open else 1)
            assert all(decision.text.startswith(end) for end in ends)

    @every_reading
    def test_the_marked_ways_lead_from_the_first_step_to_the_end(self, law, decisions):
        for decision in decisions[1:]:
            layout = lay_out(chart(law, decision))
            at = layout.boxes[0]
            ways = [way.corners for way in layout.ways if way.taken]
            for _ in range(len(ways)):

                def touches(corner, box):
                    return box.x <= corner[0] <= box.right and box.y <= corner[1] <= box.bottom

                out = [corners for corners in ways if touches(corners[0], at)]
                if not out:
                    break
                assert len(out) == 1
                ways.remove(out[0])
                at = next(box for box in layout.boxes if touches(out[0][-1], box))
                assert at.taken
            assert not ways
            assert (at.kind == OUTCOME) == (decision.open is None)

    def test_a_path_is_thicker_not_only_coloured(self):
        topic = rules.topic("underretning")
        law = topic.reading_for("gaeldende_ret")
        general, marked = diagram(law), diagram(law, decide(law, variant(topic, 1, law.key).facts))
        assert "is-taken" not in general
        assert 'stroke-width="2.5"' not in general
        root = parsed(marked)
        heavy = {
            element.get("stroke-width") for element in root.iter() if "is-taken" in element.get("class", "")
        }
        assert "2.5" in heavy

    def test_the_path_stands_in_words(self):
        topic = rules.topic("underretning")
        facts = topic.read(
            {
                "privat_kautionist": True,
                "misligholdt": "2026-01-31",
                "kraevet": "2026-09-15",
                "misligholdt_beloeb": 62800,
            }
        )
        decision = topic.decide(facts)
        words = in_words(chart(decision.reading, decision), decision)
        assert words == (
            "1. Er kautionen stillet uden for erhvervsforhold (privat kaution)? Ja. "
            "2. Fik kautionisten besked senest 6 måneder efter misligholdelsen? Nej. "
            "Altså: Banken har tabt kravet mod kautionisten for den misligholdte del på 62.800 kr. "
            "Kautionen består for resten."
        )
        assert words in parsed(diagram(decision.reading, decision)).find(f"{SVG}desc").text

    def test_without_facts_the_whole_rule_stands_in_words(self):
        law = rules.topic("underretning").reading_for("pensum")
        assert in_words(chart(law)) == (
            "1. Er kautionen stillet uden for erhvervsforhold (privat kaution)? "
            "Ja: videre til trin 2. Nej: Bankens krav mod kautionisten er i behold. "
            "2. Fik kautionisten besked senest 6 måneder efter misligholdelsen? "
            "Ja: Bankens krav mod kautionisten er i behold. "
            "Nej: Banken har tabt kravet mod kautionisten for den misligholdte del."
        )

    def test_an_open_matter_of_discretion_is_where_the_path_stops(self):
        topic, law = odd()
        decision = decide(law, topic.read({"vej": "lang", "beloeb": 5}))
        nodes = chart(law, decision)
        assert [node.number for node in nodes if node.taken] == ["1", "4"]
        assert in_words(nodes, decision).endswith("4. Er det rimeligt? Det er et skøn.")

    def test_two_answers_on_one_way_say_which_was_given(self):
        topic, law = odd()
        decision = decide(law, topic.read({"vej": "lang", "beloeb": 5}), {"faar_lov": False})
        last = chart(law, decision)[5]
        assert [lead.said for lead in last.leads] == ["ja eller nej (her: ja)"]

    def test_conditions_are_summed_up_at_the_end(self):
        topic = rules.topic("ejendomsforbehold")
        law = topic.reading_for("pensum")
        for outcome in ("GYLDIGT", "UGYLDIGT"):
            decision = decide(law, variant(topic, 2, "pensum", outcome=outcome).facts)
            total = next(node for node in chart(law, decision) if node.kind == SUM)
            assert total.answer == ("ja" if outcome == "GYLDIGT" else "nej")
            assert total.number == ""
