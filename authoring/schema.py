"""The fields that every content file has, and what is said when one is wrong."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# Ends with exactly the line break that YAML's block style writes, so that the text comes back as it was.
Text = Annotated[str, BeforeValidator(lambda text: text.strip() if isinstance(text, str) else text)]


def in_order(named: dict, known: Iterable[str]) -> dict:
    """The same names in the order in which they are known; unknown ones last, as they came."""
    places = {name: place for place, name in enumerate(known)}
    return dict(sorted(named.items(), key=lambda item: places.get(item[0], len(places))))


class ContentFile(BaseModel):
    """What stands in every content file; a kind adds its own fields."""

    model_config = ConfigDict(extra="forbid")

    uid: uuid.UUID
    slug: Slug
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
    status: Literal["draft", "published"] = "published"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with one field, and what would be right."""

    field: str
    message: str

    def __str__(self):
        return f"{self.field}: {self.message}" if self.field else self.message


class Refused(Exception):
    """Raised by a kind's `store` when a file cannot become a row after all."""

    def __init__(self, field, message):
        self.problem = Problem(field, message)
        super().__init__(str(self.problem))


def problems_of(error: ValidationError):
    """pydantic's findings in Danish, one for each field."""
    return [
        Problem(".".join(str(step) for step in finding["loc"]), _sentence(finding))
        for finding in error.errors()
    ]


def _sentence(finding):
    told = SENTENCES.get(finding["type"])
    if told is None:
        return f"{finding['msg'].removeprefix('Value error, ')}"
    came = finding["input"] if isinstance(finding["input"], str | int | float | bool) else "noget andet"
    return told.format(came=came, **finding.get("ctx", {}))


SENTENCES = {
    "missing": "feltet mangler",
    "extra_forbidden": "feltet kendes ikke her; ret stavemåden, eller fjern det",
    "string_type": "skal være tekst, ikke »{came}«",
    "string_too_short": "må ikke være tom",
    "string_too_long": "må højst være {max_length} tegn",
    "too_short": "skal have mindst {min_length} punkt",
    "too_long": "må højst have {max_length} punkter",
    "string_pattern_mismatch": "skal være små bogstaver a-z, tal og bindestreger, fx »simpel-kaution«, ikke »{came}«",
    "int_type": "skal være et helt tal, ikke »{came}«",
    "int_parsing": "skal være et helt tal, fx 30, ikke »{came}«",
    "bool_type": "skal være true eller false, ikke »{came}«",
    "bool_parsing": "skal være true eller false, ikke »{came}«",
    "list_type": "skal være en liste med en bindestreg foran hvert punkt",
    "dict_type": "skal være felter med navn og værdi",
    "model_type": "skal være felter med navn og værdi",
    "uuid_parsing": "skal være et UUID, fx det som »uuidgen« skriver, ikke »{came}«",
    "uuid_type": "skal være et UUID, fx det som »uuidgen« skriver",
    "literal_error": "skal være en af disse: {expected}; ikke »{came}«",
    "greater_than_equal": "skal være mindst {ge}, ikke »{came}«",
    "greater_than": "skal være over {gt}, ikke »{came}«",
    "less_than_equal": "må højst være {le}, ikke »{came}«",
}
