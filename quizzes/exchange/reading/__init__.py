"""Files of questions as drafts: the format is recognised, and every draft is ready or says why not."""

import re
from dataclasses import dataclass

from quizzes.exchange.draft import Broken, Draft
from quizzes.exchange.reading import gift, moodle

READERS = {"GIFT": gift.read, "Moodle XML": moodle.read}
MOST = 2000
LOOKS_LIKE_XML = re.compile(r"\s*<(?:\?xml|!|quiz\b)", re.IGNORECASE)
EMPTY = "Der er ingen spørgsmål i filen."
TOO_MANY = "Filen har {count} spørgsmål. Der kan læses {most} ad gangen: del filen i flere."


@dataclass(frozen=True)
class Read:
    """What a file holds."""

    format: str
    drafts: list[Draft]


def recognise(text: str) -> str:
    """The name of the format."""
    is_xml = LOOKS_LIKE_XML.match(text) or (text.lstrip().startswith("<") and "{" not in text)
    return "Moodle XML" if is_xml else "GIFT"


def read(text: str) -> Read:
    """Every question of the text as a draft. Raises `Broken` where none can be told from the next."""
    name = recognise(text)
    drafts = READERS[name](text)
    if not drafts:
        raise Broken(0, EMPTY)
    if len(drafts) > MOST:
        raise Broken(0, TOO_MANY.format(count=len(drafts), most=MOST))
    return Read(name, [draft.finish() for draft in drafts])
