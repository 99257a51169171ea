"""Beregnere: each is a few facts of one or more topics, the figures that the rules make of them, and a picture.

A new calculator is a row of `CALCULATORS`. What it does not ask for stands in `given`; what stands in the form to
begin with is `example`. The figures, their provisions and both readings come from the topics.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from io import StringIO

from crispy_forms.layout import Div, Fieldset, Layout
from django.urls import reverse

import rules
from lessons import calculator_pictures, topic_pages
from lessons.fact_forms import FactForm, fact_form, told
from lessons.figures.amortisering import plan
from rules.compare import Comparison, compare
from rules.kredit.aop.facts import kan_beregnes, laan, tilbud_a, tilbud_b


@dataclass(frozen=True, eq=False)
class Question:
    """A topic of a calculator: its figures that are shown, and what of its answer says something here.

    given: the facts that are not asked for; steps: those that are shown instead of the outcome.
    """

    topic: str
    figures: tuple[str, ...]
    given: dict = field(default_factory=dict)
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Some fields of the form under a heading, or without one."""

    names: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, eq=False)
class Calculator:
    """One calculator: topics, fields, figures, picture.

    sides: the names of what stands side by side; the second's figures are called as the first's with "b_" before.
    tables: what can be downloaded, by name: a title and a function of the answers that gives rows, or nothing.
    """

    slug: str
    title: str
    lead: str
    questions: tuple[Question, ...]
    groups: tuple[Group, ...]
    example: dict
    picture: Callable
    sides: tuple[str, ...] = ()
    tables: dict[str, tuple[str, Callable]] = field(default_factory=dict)

    @property
    def topics(self):
        return [rules.topic(question.topic) for question in self.questions]

    def get_absolute_url(self):
        return reverse("lessons:calculator", args=[self.slug])


class CalculatorForm(FactForm):
    """Asks once for each fact, also where several topics look at it."""

    calculator = None

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        rows = {spec.name: self._row(spec) for spec in self._asked()}
        groups = [(group.title, [rows[name] for name in group.names]) for group in self.calculator.groups]
        self.helper.layout = Layout(*(_group(title, fields) for title, fields in groups))

    @property
    def specs(self):
        """The facts of all topics; what two of them ask for is called as the first calls it."""
        return {
            spec.name: spec for topic in reversed(self.calculator.topics) for spec in topic.specs
        }.values()

    def clean(self):
        """Let each topic read its facts; what is wrong stands beside its field."""
        cleaned = super(FactForm, self).clean()
        self._facts = []
        if self.errors:
            return cleaned
        for question in self.calculator.questions:
            topic = rules.topic(question.topic)
            names = {spec.name for spec in topic.specs}
            asked = {name: value for name, value in self.plain.items() if name in names}
            try:
                self._facts.append(topic.read(question.given | asked))
            except rules.FactError as error:
                self._tell(error)
        return cleaned

    def _tell(self, error):
        for problem in error.problems:
            asked = problem.fact in self.fields
            message = told(problem, asked)
            if not asked or message not in self.errors.get(problem.fact, []):
                self.add_error(problem.fact if asked else None, message)


def _group(title, fields):
    rows = Div(*fields, css_class="rule-card-fields")
    return Fieldset(title, rows, css_class="fact-group") if title else rows


@cache
def form_of(calculator):
    """The class of a calculator's form."""
    fields = {}
    for topic in reversed(calculator.topics):
        fields |= fact_form(topic).base_fields
    asked = {name: fields[name] for group in calculator.groups for name in group.names}
    return type(
        "Beregner", (CalculatorForm,), asked | {"calculator": calculator, "topic": calculator.topics[0]}
    )


@dataclass(frozen=True)
class Answer:
    """What a topic says on the facts of a calculator."""

    question: Question
    facts: object
    comparison: Comparison

    @property
    def topic(self):
        return rules.topic(self.question.topic)

    @property
    def decisions(self):
        """Pensum, and the law where it has its own reading."""
        return [one for one in (self.comparison.pensum, self.comparison.gaeldende_ret) if one]

    @property
    def taken(self):
        """The steps that are shown instead of the outcome, each with the reading that asks it."""
        return [
            (decision.reading.title, taken)
            for decision in self.decisions
            for taken in decision.steps
            if taken.key in self.question.steps
        ]

    @property
    def parts(self):
        """Whether the outcomes of the readings differ."""
        return len({decision.text for decision in self.decisions}) > 1

    def value(self, decision, key):
        """A figure of a reading as printed."""
        figures = decision.figures
        if key not in figures:
            return ""
        return decision.reading.figures[key].printed(figures[key]) or "–"


@dataclass(frozen=True)
class Line:
    """One row of figures: its name, what stands in each column, and the provisions that it follows from."""

    name: str
    cells: list[str]
    cited: list


class Work:
    """A calculator with what was typed: the answers, the figures and the picture."""

    def __init__(self, calculator, sent):
        self.calculator = calculator
        asked = [name for group in calculator.groups for name in group.names]
        form = form_of(calculator)
        self.is_example = not set(asked) & set(sent)
        self.form = form(
            _typed(form, calculator.example) if self.is_example else {key: sent[key] for key in sent}
        )
        self.is_faulty = not self.form.is_valid()

    @cached_property
    def answers(self):
        """What each topic says."""
        pairs = zip(self.calculator.questions, self.form.facts(), strict=True)
        return [
            Answer(question, facts, compare(rules.topic(question.topic), facts)) for question, facts in pairs
        ]

    @property
    def told(self):
        """The outcomes that say something."""
        return [answer for answer in self.answers if not answer.question.steps]

    @property
    def besked(self):
        """For a screen reader, when the figures have changed."""
        said = [answer.decisions[0].text for answer in self.told]
        return " ".join(said) or "Tallene er regnet om."

    @property
    def both(self):
        """Whether a figure differs between the readings, or only one of them has it."""
        return not self.calculator.sides and any(
            answer.value(answer.decisions[0], key) != answer.value(answer.decisions[-1], key)
            for answer in self.answers
            for key in answer.question.figures
        )

    @property
    def heads(self):
        """What stands over the columns of figures."""
        return self.calculator.sides or (("Pensum", "Gældende ret") if self.both else ("Bogen og loven",))

    @property
    def lines(self):
        """The figures, each with its provisions."""
        return [self._line(answer, key) for answer in self.answers for key in answer.question.figures]

    def _line(self, answer, key):
        found = [decision for decision in answer.decisions if key in decision.reading.figures]
        name = found[0].reading.figures[key].label
        if self.calculator.sides:
            name = name.split(",")[0]
            cells = [answer.value(answer.decisions[0], one) for one in (key, f"b_{key}")]
        else:
            cells = [answer.value(one, key) or "bruges ikke" for one in answer.decisions][: len(self.heads)]
            cells += [cells[0]] * (len(self.heads) - len(cells))
        citations = [decision.reading.figure_citations[key] for decision in found]
        cited = dict.fromkeys(topic_pages.cited(citation) for citation in citations if citation)
        return Line(name, cells, list(cited))

    def picture(self):
        """The picture of the answers."""
        return self.calculator.picture(self.answers)

    @property
    def downloads(self):
        """The tables that these facts give: (name, title)."""
        tables = self.calculator.tables.items()
        return [(name, title) for name, (title, rows) in tables if rows(self.answers)]

    @property
    def query(self):
        """The typed facts as the end of an address."""
        return {name: self.form.data[name] for name in self.form.fields if self.form.data.get(name)}


def _typed(form, example):
    """The example as a person would type it."""
    shown = form(initial=example)
    return {name: str(value) for name in example if (value := shown[name].value()) is not None}


def as_csv(rows):
    """Rows as a spreadsheet of a Dane reads them: semicolons, decimal commas, and a mark that says UTF-8."""
    written = StringIO()
    csv.writer(written, delimiter=";").writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + written.getvalue()


def _cell(value):
    return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value


def _of_offer(offer):
    def rows(answers):
        told = offer(answers[0].facts)
        if not kan_beregnes(told):
            return []
        return _months(laan(told), told.rente_pa, told.loebetid_mdr, told.loebende_gebyr_md)

    return rows


def _of_loan(answers):
    facts = answers[0].facts
    return _months(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr, Decimal(0))


def _months(principal, rate, months, fee):
    """The plan month by month with its heading; a lent set-up fee is part of the principal."""
    head = ["Måned", "Ydelse", "Rente", "Afdrag", "Gebyr", "Betales i alt", "Restgæld"]
    lines = [
        [one.number, one.paid, one.interest, one.principal, fee, one.paid + fee, one.debt]
        for one in plan(principal, rate, months)
    ]
    return [head, *lines]


def _both(*names):
    return tuple(f"b_{name}" for name in names)


OFFER = (
    "kreditbeloeb",
    "rente_pa",
    "loebetid_mdr",
    "stiftelsesgebyr",
    "loebende_gebyr_md",
    "aop_oplyst",
    "gebyr_laanes",
)
SECURED = {
    "loensedler_mdr": 3,
    "aarsopgoerelse": True,
    "budget": True,
    "registre_tjekket": True,
    "dokumenteret": True,
    "bevilget": False,
}

CALCULATORS = (
    Calculator(
        "aop",
        "ÅOP for to lånetilbud",
        "Ydelse, tilbagebetaling, omkostninger og ÅOP for to tilbud ved siden af hinanden, og hvad forskellen skyldes.",
        (Question("aop", ("ydelse_md", "samlet_tilbagebetaling", "samlede_kreditomkostninger", "aop")),),
        (Group(OFFER, "Tilbud A"), Group(_both(*OFFER), "Tilbud B")),
        {
            "kreditbeloeb": 200000,
            "rente_pa": "6.5",
            "loebetid_mdr": 60,
            "stiftelsesgebyr": 1500,
            "loebende_gebyr_md": 0,
            "gebyr_laanes": False,
            "b_kreditbeloeb": 200000,
            "b_rente_pa": "5.5",
            "b_loebetid_mdr": 60,
            "b_stiftelsesgebyr": 6000,
            "b_loebende_gebyr_md": 35,
            "b_gebyr_laanes": False,
        },
        calculator_pictures.costs,
        sides=("Tilbud A", "Tilbud B"),
        tables={
            "tilbud-a": ("tilbud A måned for måned (CSV)", _of_offer(tilbud_a)),
            "tilbud-b": ("tilbud B måned for måned (CSV)", _of_offer(tilbud_b)),
        },
    ),
    Calculator(
        "foertidig-indfrielse",
        "Førtidig indfrielse",
        "Restgælden den dag, lånet indfries, og hvad kreditgiveren kan kræve i kompensation.",
        (Question("foertidig_indfrielse", ("restgaeld", "loft", "kompensation")),),
        (
            Group(("hovedstol", "rente_pa", "loebetid_mdr", "betalte_mdr", "markedsrente_pa")),
            Group(("rentetype", "kompensation_aftalt"), "Aftalen"),
            Group(
                ("pant_i_fast_ejendom", "konverterbart", "indfrielseskurs", "dokumenteret_tab"),
                "Det spørger kun loven om",
            ),
        ),
        {
            "hovedstol": 300000,
            "rente_pa": 6,
            "loebetid_mdr": 120,
            "betalte_mdr": 48,
            "markedsrente_pa": 4,
            "rentetype": "fast",
            "kompensation_aftalt": True,
            "pant_i_fast_ejendom": False,
            "konverterbart": True,
        },
        calculator_pictures.debt,
        tables={"laanet": ("lånet måned for måned (CSV)", _of_loan)},
    ),
    Calculator(
        "fortrydelsesfrist",
        "Frist for at fortryde et lån",
        "Den sidste dag til at fortryde, dagen hvor pengene senest skal være tilbage, og renterne for tiden imens.",
        (Question("fortrydelsesret", ("sidste_dag", "tilbagebetal_senest", "paaloebne_renter")),),
        (
            Group(("indgaaet", "vilkaar_modtaget", "fortrudt", "udbetalt", "tilbagebetalt")),
            Group(("laanebeloeb", "rente_pa"), "Lånet"),
            Group(
                (
                    "obligationsfinansieret_realkredit",
                    "kassekredit_paa_anfordring",
                    "oplyst_om_fortrydelsesret",
                ),
                "Det spørger kun loven om",
            ),
        ),
        {
            "indgaaet": "2026-03-02",
            "vilkaar_modtaget": "2026-03-04",
            "fortrudt": "2026-03-17",
            "udbetalt": "2026-03-05",
            "tilbagebetalt": "2026-04-10",
            "laanebeloeb": 80000,
            "rente_pa": 9,
            "obligationsfinansieret_realkredit": False,
            "kassekredit_paa_anfordring": False,
            "oplyst_om_fortrydelsesret": True,
        },
        calculator_pictures.days,
    ),
    Calculator(
        "kautionsfrister",
        "Frister ved kaution",
        "Hvornår banken senest skal skrive til kautionisten om en restance, og hvornår kautionen udløber.",
        (
            Question("underretning", ("sidste_frist", "tabt_beloeb")),
            Question("kautionens_varighed", ("udloeber",)),
        ),
        (
            Group(("indgaaet", "tidsbegraenset_aar", "misligholdt", "underrettet", "kraevet")),
            Group(("misligholdt_beloeb", "hovedstol", "rente_pa", "loebetid_mdr"), "Lånet"),
            Group(("privat_kautionist", "variabelt_beloeb"), "Kautionen"),
        ),
        {
            "indgaaet": "2022-05-01",
            "tidsbegraenset_aar": 5,
            "misligholdt": "2026-01-31",
            "underrettet": "2026-07-15",
            "kraevet": "2026-10-01",
            "misligholdt_beloeb": 12500,
            "hovedstol": 240000,
            "rente_pa": 5,
            "loebetid_mdr": 72,
            "privat_kautionist": True,
            "variabelt_beloeb": False,
        },
        calculator_pictures.days,
    ),
    Calculator(
        "raadighedsbeloeb",
        "Rådighedsbeløb, gældsfaktor og belåningsgrad",
        "De tre nøgletal, som en bank ser på, før den siger ja til et lån.",
        (
            Question(
                "kreditvurdering",
                ("raadighedsbeloeb", "gaeldsfaktor", "belaaningsgrad"),
                SECURED,
                ("har_raad", "advarselstegn"),
            ),
        ),
        (
            Group(("indtaegt_md", "faste_udgifter_md", "ydelse_md"), "Hver måned"),
            Group(("aarsindtaegt", "samlet_gaeld"), "Gæld og indtægt"),
            Group(("laan", "sikkerhed_vaerdi"), "Lånet og dets sikkerhed"),
        ),
        {
            "indtaegt_md": 31000,
            "faste_udgifter_md": 19500,
            "ydelse_md": 7800,
            "aarsindtaegt": 540000,
            "samlet_gaeld": 2100000,
            "laan": 1800000,
            "sikkerhed_vaerdi": 2250000,
        },
        calculator_pictures.means,
    ),
    Calculator(
        "opgoerelse-efter-tilbagetagelse",
        "Opgørelse efter tilbagetagelse",
        "Hvad sælgeren har til gode, når tingen er taget tilbage, og hvem der skal betale forskellen.",
        (Question("opgoerelse_ved_tilbagetagelse", ("krav", "overskud", "difference")),),
        (
            Group(("koebesum", "betalt", "fremtidige_renter_i_restkravet"), "Købet"),
            Group(("rente_af_forfaldne", "noedvendige_omkostninger", "vaerdi"), "Tilbagetagelsen"),
            Group(("forbehold", "forbruger", "saerlige_omstaendigheder_41"), "Aftalen og køberen"),
        ),
        {
            "koebesum": 240000,
            "betalt": 96000,
            "fremtidige_renter_i_restkravet": 8000,
            "rente_af_forfaldne": 1200,
            "noedvendige_omkostninger": 3500,
            "vaerdi": 125000,
            "forbehold": "gyldigt",
            "forbruger": True,
            "saerlige_omstaendigheder_41": False,
        },
        calculator_pictures.settlement,
    ),
)


def calculator(slug):
    """The calculator with this address, or None."""
    return next((one for one in CALCULATORS if one.slug == slug), None)


def of_topic(key):
    """The calculators that ask this topic."""
    return [one for one in CALCULATORS if key in {question.topic for question in one.questions}]
