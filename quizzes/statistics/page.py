"""The statistics of a quiz as a teacher reads them: rows of words and numbers, and the same as CSV."""

import csv
from dataclasses import dataclass
from functools import cached_property
from io import StringIO

import rules
from quizzes.knowing import components
from quizzes.models import Quiz
from quizzes.statistics import gathering, known, report
from quizzes.statistics.item import ItemFigures
from quizzes.statistics.shown import number, percent

HEADS = (
    "Spørgsmål", "Svar", "Løsningsgrad", "Spredning", "Gæt", "Tilsigtet vægt", "Virkelig vægt", "Diskrimination",
    "Diskriminationens effektivitet",
)  # fmt: skip
EASY, HARD, WEAK = 0.95, 0.2, 0.1


@dataclass(frozen=True)
class Row:
    """One question or one family of variants."""

    number: int
    title: str
    figures: ItemFigures

    @property
    def cells(self) -> list[str]:
        """The figures in words, in the order of the heads."""
        one = self.figures
        return [
            str(one.asked),
            percent(one.facility),
            percent(one.deviation),
            percent(one.guess),
            percent(one.intended),
            percent(one.effective),
            number(one.discrimination),
            number(one.efficiency),
        ]

    @property
    def remarks(self) -> list[str]:
        """What a teacher should look at."""
        one, told = self.figures, []
        if one.asked < report.FEWEST:
            return [f"For få svar: {one.asked}."]
        if one.waiting:
            told.append(f"{one.waiting} svar venter på bedømmelse og tæller ikke med.")
        if one.discrimination is not None and one.discrimination < 0:
            told.append("De, der ellers klarer sig godt, svarer oftere forkert. Se på nøglen og ordlyden.")
        elif one.discrimination is not None and one.discrimination < WEAK:
            told.append("Skiller næsten ikke dem, der kan stoffet, fra de andre.")
        if one.facility is not None and one.facility >= EASY:
            told.append("Næsten alle svarer rigtigt.")
        if one.facility is not None and one.guess and one.facility <= one.guess:
            told.append("Ikke flere svarer rigtigt, end hvis der blev gættet.")
        elif one.facility is not None and one.facility <= HARD:
            told.append("Næsten ingen svarer rigtigt.")
        return told


class Statistics:
    """The statistics of one quiz for one person."""

    def __init__(self, quiz: Quiz, user) -> None:
        """Gather, count, and keep what the list of the bank shows."""
        found = gathering.of_quiz(quiz, user)
        self.quiz, self._titles = quiz, found.titles
        self.report = report.of(found.papers)
        self.papers = len(found.papers)
        if self.is_enough:
            known.remember(user, self.report)

    @property
    def is_enough(self) -> bool:
        """Whether there are so many that a figure says something, and nobody can be picked out."""
        return self.papers >= report.FEWEST

    @cached_property
    def rows(self) -> list[Row]:
        """The questions; those with too few answers without their figures."""
        found = self.report.questions.items()
        return [_row(place, self._titles[key], one) for place, (key, one) in enumerate(found, 1)]

    @cached_property
    def families(self) -> list[Row]:
        """The generated questions by what is asked of which topic."""
        found = self.report.families.items()
        return [_row(place, family_title(key), one) for place, (key, one) in enumerate(found, 1)]

    @property
    def whole(self) -> list[tuple[str, str, str]]:
        """The figures of the quiz: name, value, and what it says."""
        one = self.report.whole
        return [
            ("Gennemsnit", percent(one.mean), "af de point, der kan opnås"),
            ("Median", percent(one.middle), "halvdelen ligger under"),
            ("Standardafvigelse", percent(one.deviation), "hvor meget resultaterne spreder sig"),
            ("Intern konsistens (Cronbachs alfa)", number(one.alpha), "nær 1: spørgsmålene peger samme vej"),
            ("Fejlandel", percent(one.error_ratio), "så stor en del af spredningen er tilfældig"),
            (
                "Standardfejl",
                percent(one.standard_error),
                "så langt kan et resultat ligge fra det, der måles",
            ),
        ]

    def as_csv(self) -> str:
        """The rows for a spreadsheet that reads Danish: semicolons, and a mark that says UTF-8."""
        out = StringIO()
        write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
        write(["Slags", *HEADS])
        for kind, rows in (("Spørgsmål", self.rows), ("Variantfamilie", self.families)):
            for row in rows if self.is_enough else []:
                write([kind, _harmless(row.title), *(cell.replace("−", "-") for cell in row.cells)])
        return "\ufeff" + out.getvalue()


def _row(place: int, title: str, one: ItemFigures) -> Row:
    shown = one if one.asked >= report.FEWEST else ItemFigures(one.asked, one.waiting, guess=one.guess)
    return Row(place, title, shown)


def family_title(family: str) -> str:
    """Topic and what is asked of it, in words."""
    topic, _, ask = family.partition(":")
    found = rules.topics().get(topic)
    label = components.label(components.of_ask(topic, ask)) or ask
    return f"{found.title if found else topic}: {label}"


def _harmless(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
