"""GIFT: questions as lines of text, one from the next by an empty line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from quizzes.exchange import answers
from quizzes.exchange.answers import Answer
from quizzes.exchange.draft import Broken, Draft, Row
from quizzes.exchange.plain_text import one_line, paragraphs
from quizzes.exchange.reading.categories import tags_of

# An escaped sign stands as one of the signs for private use while the text is taken apart.
PRIVATE = 0xE000
ESCAPED = re.compile(r"\\([\\~=#{}:n])")
HIDDEN = re.compile("[\ue000-\ue07f]")
TITLE = re.compile(r"::(.*?)::", re.DOTALL)
FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
TAG = re.compile(r"\[tag:((?:\\.|[^\]\\])*)\]")
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{1,9})?)%")
TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#(.*?))?(?:#(.*))?", re.IGNORECASE | re.DOTALL)
HTML = {"html", "moodle"}
GAP = "_____"
NO_ANSWERS = (
    "Der er ingen svar i krøllede parenteser { } efter spørgsmålet. En tekst alene er ikke et spørgsmål."
)
NOT_CLOSED = "Den krøllede parentes { bliver ikke lukket med } før næste tomme linje."
NO_SIGN = "Hvert svar skal begynde med = eller ~."
REASONLESS = "Sandt eller falsk uden begrundelser er blevet til et valg mellem Sandt og Falsk."


@dataclass
class _Block:
    line: int = 0
    lines: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def read(text: str) -> list[Draft]:
    """Every question of the file, those that cannot be read with their fault."""
    drafts = []
    for block in _blocks(text):
        draft = Draft(line=block.line, tags=list(dict.fromkeys(block.tags)))
        try:
            _Question(draft, "\n".join(block.lines)).read()
        except Broken as error:
            draft.fault, draft.title = error.reason, block.lines[0][:80]
        drafts.append(draft)
    return drafts


def _blocks(text: str) -> Iterator[_Block]:
    block, category = _Block(), []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        bare = line.strip()
        if bare.startswith("//"):
            block.tags += [re.sub(r"\\(.)", r"\1", hit) for hit in TAG.findall(bare)]
        elif bare.startswith("$CATEGORY:") and not block.lines:
            category = tags_of(bare.removeprefix("$CATEGORY:"))
        elif bare:
            block.line = block.line or number
            block.lines.append(line)
        elif block.lines:
            block.tags = [*category, *block.tags]
            yield block
            block = _Block()


class _Question:
    def __init__(self, draft: Draft, raw: str) -> None:
        self.draft = draft
        self.raw = ESCAPED.sub(lambda hit: chr(PRIVATE + ord(hit[1])), raw).strip()
        self.format = "moodle"
        self.is_inside = False

    def read(self) -> None:
        """Title, text, answers."""
        draft, raw = self.draft, self.raw
        if title := TITLE.match(raw):
            draft.title, raw = (
                one_line(self._shown(title[1]), draft, is_html=False),
                raw[title.end() :].lstrip(),
            )
        if told := FORMAT.match(raw):
            self.format, raw = told[1].lower(), raw[told.end() :]
        before, brace, rest = raw.partition("{")
        if not brace:
            raise Broken(draft.line, NO_ANSWERS)
        body, closed, after = rest.partition("}")
        if not closed:
            raise Broken(draft.line, NOT_CLOSED)
        if "{" in body or "{" in after or "}" in after:
            raise Broken(draft.line, "Kun ét sæt krøllede parenteser kan læses i et spørgsmål.")
        self.is_inside = bool(after.strip())
        body, _, general = body.partition("####")
        draft.remark = self._text(general)
        self._answers(body.strip())
        words = self._asked(before, after)
        draft.text = paragraphs(words, draft, is_html=self.format in HTML)

    def _asked(self, before: str, after: str) -> str:
        """The sentence, with a place for what is missing in the middle of it."""
        draft, ends = self.draft, (self._shown(before), self._shown(after))
        if not self.is_inside:
            return ends[0]
        if draft.kind == "gaps":
            return "[1]".join(answers.without_gaps(draft, end) for end in ends)
        draft.change(f"Svaret midt i sætningen er skrevet som {GAP}.")
        return f"{ends[0].rstrip()} {GAP} {ends[1].lstrip()}"

    def _answers(self, body: str) -> None:
        draft = self.draft
        if not body:
            draft.kind = "argument"
        elif body.startswith("#"):
            answers.type_number(draft, self._numbers(body[1:].strip()))
        elif truth := TRUTH.fullmatch(body):
            self._truth(truth)
        elif "~" in body:
            given = list(self._given(body))
            one = any(sign == "=" for sign, _ in given)
            found = [answer for _, answer in given]
            (answers.choose_one if one else answers.choose_several)(draft, found)
        elif "->" in body:
            self._pairs(body)
        else:
            self._words([answer for _, answer in self._given(body)])

    def _words(self, given: list[Answer]) -> None:
        """A missing word is a gap, unless the file foresees wrong ones: those have remarks of their own."""
        is_plain = all(one.share == answers.ALL or one.text.strip() == "*" for one in given)
        if self.is_inside and is_plain:
            self.draft.kind = "gaps"
            answers.fill_gap(self.draft, 1, given)
        else:
            answers.type_words(self.draft, given)

    def _given(self, body: str) -> Iterator[tuple[str, Answer]]:
        if body[0] not in "=~":
            raise Broken(self.draft.line, NO_SIGN)
        for piece in re.findall(r"[=~][^=~]*", body):
            sign, told = piece[0], piece[1:].strip()
            share = Decimal(100 if sign == "=" else 0)
            if weight := WEIGHT.match(told):
                share, told = Decimal(weight[1]), told[weight.end() :]
            text, _, remark = told.partition("#")
            yield sign, Answer(self._line(text), share, self._text(remark))

    def _numbers(self, body: str) -> list[Answer]:
        if not body.startswith(("=", "~")):
            body = f"={body}"
        found = [answer for _, answer in self._given(body)]
        return [Answer(one.text or "*", one.share, one.remark) for one in found]

    def _truth(self, told: re.Match) -> None:
        is_true = told[1].upper().startswith("T")
        wrong, right = self._text(told[2] or ""), self._text(told[3] or "")
        shares = [Decimal(100), Decimal(0)] if is_true else [Decimal(0), Decimal(100)]
        given = [
            Answer(side, share, right if share else wrong)
            for side, share in zip(("Sandt", "Falsk"), shares, strict=True)
        ]
        answers.choose_one(self.draft, given)
        self.draft.change(REASONLESS)

    def _pairs(self, body: str) -> None:
        self.draft.kind = "matching"
        for piece in body.lstrip("=").split("="):
            left, arrow, right = piece.partition("->")
            if not arrow:
                raise Broken(
                    self.draft.line, f"Parret »{self._shown(piece.strip())[:60]}« mangler en pil ->."
                )
            if left.strip():
                self.draft.rows.append(Row(self._line(left), partner=self._line(right)))
            else:
                self.draft.leave(f"Svaret »{self._line(right)}« hører ikke til nogen linje og er udeladt.")

    def _shown(self, text: str) -> str:
        return HIDDEN.sub(
            lambda hit: "\n" if ord(hit[0]) == PRIVATE + ord("n") else chr(ord(hit[0]) - PRIVATE), text
        )

    def _formatted(self, text: str) -> tuple[str, bool]:
        text = text.strip()
        if told := FORMAT.match(text):
            return self._shown(text[told.end() :]), told[1].lower() in HTML
        return self._shown(text), self.format in HTML

    def _text(self, text: str) -> str:
        words, is_html = self._formatted(text)
        return paragraphs(words, self.draft, is_html=is_html)

    def _line(self, text: str) -> str:
        words, is_html = self._formatted(text)
        return one_line(words, self.draft, is_html=is_html)
