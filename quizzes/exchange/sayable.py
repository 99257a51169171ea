"""Questions of the bank as drafts to write: what a format has no word for is said another way, or left and told."""

from collections.abc import Iterable
from typing import cast

from quizzes import freezing
from quizzes.exchange import amounts
from quizzes.exchange.draft import Draft, Row
from quizzes.kinds import KINDS, Unreadable, wordings
from quizzes.kinds.shape import Typed
from quizzes.models import Question
from quizzes.start import PENSUM

PLACED = "Rækkefølgen er skrevet som par af linje og plads."
LISTED = "Spørgsmålet er blevet til kort svar: kun de ordlyder, der står i filen, godtages."
CHOSEN = "Sætningerne er blevet til svar at vælge mellem."
SIDED = "Den rigtige side med en forkert grund giver ikke halvt point i filen."
FROZEN = "Spørgsmålet dannes af reglen. Filen har {count} faste varianter."
UNMADE = "Reglen kan ikke danne spørgsmålet nu: {why}"
UNSAYABLE = "Formen »{label}« findes ikke i formatet. Spørgsmålet er ikke i filen."
NO_REMARKS = "Bemærkningerne til parrene følger ikke med."
PARTS = "Kun hele den rigtige rækkefølge giver point i filen."


def drafts_of(question: Question, carries: frozenset[str], variants: int) -> list[Draft]:
    """The drafts that a format can say; one with a fault is not written."""
    if question.is_generated:
        return list(_variants(question, variants))
    draft = _plain(question)
    if question.kind in LOWERED and question.kind not in carries:
        LOWERED[question.kind](draft)
    if draft.kind not in carries:
        draft.fault = UNSAYABLE.format(label=KINDS[question.kind].label)
    elif draft.kind == "matching" and any(row.remark for row in draft.rows):
        draft.leave(NO_REMARKS)
    return [draft]


def _plain(question: Question) -> Draft:
    names = ("kind", "title", "text", "answer", "unit", "tolerance", "remark", "hint", "points")
    rows = [
        Row(row.text, row.right, row.remark, row.partner, list(row.accepts)) for row in question.options.all()
    ]
    told = {name: getattr(question, name) for name in names}
    return Draft(**told, tags=list(question.tags), rows=rows, uid=str(question.uid))


def _variants(question: Question, count: int) -> Iterable[Draft]:
    for number in range(1, count + 1):
        draft = Draft(kind="single", title=question.title, points=question.points, tags=list(question.tags))
        try:
            data = freezing.freeze(question, number, question.reading or PENSUM, shuffle=False)
        except LookupError as error:
            draft.fault = UNMADE.format(why=error.args[0])
            yield draft
            return
        facts = [f"{fact['label']}: {fact['value']}" for fact in data["told"]]
        draft.title = f"{question.title[:140]} (variant {number})"
        draft.text = "\n\n".join(filter(None, [data["story"].strip(), "\n".join(facts), data["text"]]))
        draft.remark, draft.hint = data["remark"] or "\n".join(data["path"]), question.hint
        draft.rows = [Row(row["text"], row["right"], row["remark"]) for row in data["options"]]
        draft.uid = f"{question.uid}-{number}"
        draft.change(FROZEN.format(count=count))
        yield draft


def _truefalse(draft: Draft) -> None:
    draft.kind = "single"
    draft.rows = [Row(f"{row.partner}, fordi {row.text}", row.right, row.remark) for row in draft.rows]
    draft.change(SIDED)


def _hottext(draft: Draft) -> None:
    draft.kind = "single"
    draft.change(CHOSEN)


def _ordering(draft: Draft) -> None:
    draft.kind = "matching"
    draft.rows = [Row(row.text, True, row.remark, partner=str(n)) for n, row in enumerate(draft.rows, 1)]
    draft.change(PLACED)


def _typed(draft: Draft) -> None:
    """A date or a provision as the ways in which it is usually written."""
    kind = cast(Typed, KINDS[draft.kind])
    spellings = {wordings.fold(one): one for one in reversed([*_spellings(draft), draft.answer])}
    first, *others = reversed(spellings.values())
    wrong = [Row(kind.printed({}, row.text), remark=row.remark) for row in draft.rows]
    draft.rows = [Row(first, right=True, accepts=others), *wrong]
    draft.kind, draft.answer = "short", ""
    draft.change(LISTED)


def _spellings(draft: Draft) -> list[str]:
    kind = cast(Typed, KINDS[draft.kind])
    try:
        value = kind.value(draft.answer, {})
    except Unreadable:
        return []
    if draft.kind == "citation":
        return [str(value)]
    numbered = [f"{value.day:02}-{value.month:02}-{value.year}", f"{value.day}-{value.month}-{value.year}"]
    return [kind.printed({}, draft.answer), *numbered, value.isoformat()]


LOWERED = {
    "truefalse": _truefalse,
    "hottext": _hottext,
    "ordering": _ordering,
    "date": _typed,
    "citation": _typed,
}


def number_of(draft: Draft) -> tuple[str, str]:
    """A number and its tolerance as files write them."""
    tolerance = amounts.write(draft.tolerance, draft.unit) if draft.tolerance else "0"
    return amounts.write(draft.answer, draft.unit), tolerance
