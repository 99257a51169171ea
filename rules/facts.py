"""Typed facts: declared once, read from plain data, written back, and explained when they are wrong.

A topic's facts are one frozen `FactSheet`; each field is a `fact("Dansk ledetekst", …)`. The declaration
drives the forms of the app, the check of content files, the JSON schema and the documentation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from rules import danish
from rules.values import (
    BOUNDS,
    UNITS,
    Choice,
    Kroner,
    Percent,
    Share,
    items_of,
    kind_of,
    plain,
    quoted,
    read_value,
    refuse,
)

__all__ = [
    "Choice",
    "FactError",
    "FactSheet",
    "FactSpec",
    "Kroner",
    "Percent",
    "Problem",
    "Share",
    "fact",
    "schema",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with given facts: which fact, what came, what would be right."""

    fact: str
    label: str
    came: Any
    right: str
    message: str

    @property
    def line(self) -> str:
        """The problem on one line: the fact, the message, what came and what would be right."""
        came = "intet" if self.came is None else quoted(self.came)
        return f"{self.fact or 'facts'}: {self.message} (kom: {came}; rigtigt: {self.right})".replace(
            "\n", " "
        )


class FactError(ValueError):
    """Facts that cannot be read; `problems` names each fact, what came and what would be right."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems; the text is one line each."""
        self.problems = problems
        super().__init__("\n".join(problem.line for problem in problems))


@dataclass(frozen=True, slots=True)
class FactSpec:
    """What is known of a fact before it is given: label, kind, unit, bounds, default."""

    name: str
    label: str
    kind: str
    unit: str
    help: str
    choices: dict[str, str] | None
    optional: bool
    absent: str
    default: Any
    required: bool
    ge: Any
    le: Any
    uoplyst: bool
    reading: str | None
    type: Any
    items: str = ""

    @property
    def shown_as(self) -> str:
        """The kind as which a value is printed: a list as its items are."""
        return self.items or self.kind

    def printed(self, value: Any) -> str:
        """The value in a sentence; what is missing or empty as it is declared."""
        return (danish.printed(value, self.shown_as, self.unit) if value is not None else "") or self.absent


@dataclass(frozen=True, slots=True)
class Declared:
    """What `fact()` says beyond the type."""

    label: str
    unit: str = ""
    help: str = ""
    absent: str = ""
    ge: Any = None
    le: Any = None
    uoplyst: bool = False
    reading: str | None = None


def fact(label: str, *, default: Any = ..., **more: Any) -> Any:
    """Declare a fact. `absent` is how a missing optional fact reads; `reading` the only reading that looks at it.

    With `uoplyst` the fact may be given as unknown, which is not the same as left out.
    """
    declared = Declared(label, **more)
    if default is ... and declared.absent:
        default = None
    return Field(default=default, json_schema_extra={"declared": declared})  # type: ignore[dict-item]


class FactSheet(BaseModel):
    """The facts of a topic. Frozen; unknown names are refused; a fact left out takes its default."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    specs: ClassVar[tuple[FactSpec, ...]] = ()
    in_order: ClassVar[tuple[tuple[str, str], ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Read the declarations once."""
        cls.specs = tuple(_spec(name, info) for name, info in cls.model_fields.items())

    @field_validator("*", mode="before")
    @classmethod
    def _read(cls, value: Any, info: ValidationInfo) -> Any:
        return _given(next(spec for spec in cls.specs if spec.name == info.field_name), value)

    @model_validator(mode="after")
    def _possible(self) -> "FactSheet":
        for earlier, later in self.in_order:
            first, second = getattr(self, earlier), getattr(self, later)
            if first and second and second < first:
                raise _combination(
                    later, f"ikke før {danish.show(first)}", f"Dagen kan ikke ligge før {danish.show(first)}."
                )
        for name, right, message in self.impossible():
            raise _combination(name, right, message)
        return self

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """Combinations that cannot happen: (fact, what would be right, Danish sentence)."""
        return ()

    def plain(self) -> dict[str, Any]:
        """The facts as JSON-plain data, which `read` takes back."""
        return {spec.name: plain(getattr(self, spec.name)) for spec in self.specs}

    @classmethod
    def read(cls, data: Any) -> "FactSheet":
        """Facts from plain data. Raises `FactError` naming each fact that is wrong."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise FactError(list(_problems(cls, error))) from None


def _spec(name: str, info: Any) -> FactSpec:
    declared = info.json_schema_extra["declared"]
    annotation = info.annotation
    marks = [part for part in info.metadata if isinstance(part, str)]
    kind, inner, optional = kind_of(Annotated[annotation, *marks] if marks else annotation)
    items = items_of(kind, inner)
    low, high = BOUNDS.get(items or kind, (None, None))
    choices = {member.value: member.label for member in inner} if kind == "choice" else None
    required = info.is_required()
    return FactSpec(
        name=name,
        label=declared.label,
        kind=kind,
        unit=declared.unit or UNITS.get(items or kind, ""),
        help=declared.help,
        choices=choices,
        optional=optional,
        absent=declared.absent or ("uoplyst" if declared.uoplyst else ""),
        default=None if required else plain(info.default),
        required=required,
        ge=declared.ge if declared.ge is not None else low,
        le=declared.le if declared.le is not None else high,
        uoplyst=declared.uoplyst,
        reading=declared.reading,
        type=inner,
        items=items,
    )


def _given(spec: FactSpec, value: Any) -> Any:
    if value is None or (spec.uoplyst and value == "uoplyst"):
        if spec.optional:
            return None
        raise refuse("en værdi", "Oplysningen mangler.")
    got = read_value(spec.kind, spec.type, value)
    values = got if spec.items else (got,)
    if spec.shown_as in BOUNDS and not all(spec.ge <= one <= spec.le for one in values):
        low, high = danish.show(spec.ge, spec.shown_as), danish.show(spec.le, spec.shown_as)
        raise refuse(
            f"fra {low} til {high}",
            f"Værdien skal ligge fra {low} til {high.removesuffix('.')}. Du skrev {quoted(value)}.",
        )
    return got


def _combination(name: str, right: str, message: str) -> PydanticCustomError:
    return PydanticCustomError("fact", "{message}", {"fact": name, "right": right, "message": message})


def _problems(sheet: type[FactSheet], error: ValidationError) -> Iterator[Problem]:
    labels = {spec.name: spec.label for spec in sheet.specs}
    for line in error.errors():
        context: dict[str, Any] = line.get("ctx") or {}
        name = str(context.get("fact") or (line["loc"][0] if line["loc"] else ""))
        came = line["input"] if line["loc"] else _came(line["input"], name)
        if line["type"] == "missing":
            yield Problem(name, labels[name], None, "en værdi", "Oplysningen mangler.")
        elif line["type"] == "extra_forbidden":
            known = ", ".join(labels)
            yield Problem(
                name, "", came, f"en af {known}", f"Oplysningen ’{name}’ findes ikke. Kendte: {known}."
            )
        else:
            right, message = (
                str(context.get("right", "navngivne oplysninger")),
                str(context.get("message", "Oplysningerne skal gives med navne.")),
            )
            yield Problem(name, labels.get(name, ""), came, right, message)


def _came(given: Any, name: str) -> Any:
    return given.get(name) if isinstance(given, dict) else plain(getattr(given, name, given))


JSON_TYPES: dict[str, dict[str, Any]] = {
    "bool": {"type": "boolean"},
    "int": {"type": "integer"},
    "kroner": {"type": ["number", "string"]},
    "percent": {"type": ["number", "string"]},
    "number": {"type": ["number", "string"]},
    "date": {"type": "string", "format": "date"},
    "choice": {"type": "string"},
    "fraction": {"type": ["number", "string"]},
    "list": {"type": "array"},
    "text": {"type": "string"},
}


def schema(sheet: type[FactSheet]) -> dict[str, Any]:
    """The facts as a JSON schema with Danish titles, units and bounds."""
    return {
        "type": "object",
        "properties": {spec.name: _property(spec) for spec in sheet.specs},
        "required": [spec.name for spec in sheet.specs if spec.required],
        "additionalProperties": False,
    }


def _property(spec: FactSpec) -> dict[str, Any]:
    described: dict[str, Any] = {"title": spec.label, **JSON_TYPES[spec.kind]}
    if spec.optional:
        types = described["type"]
        described["type"] = [*(types if isinstance(types, list) else [types]), "null"]
    if spec.choices:
        described["enum"] = [*spec.choices, *([None] if spec.optional else [])]
    if spec.uoplyst:
        described["enum"] = [True, False, "uoplyst", None]
        described["type"] = ["boolean", "string", "null"]
    bounds = {"minimum": plain(spec.ge), "maximum": plain(spec.le)} if spec.ge is not None else {}
    described |= {"items": JSON_TYPES[spec.items] | bounds} if spec.items else bounds
    if not spec.required:
        described["default"] = spec.default
    extra = {"unit": spec.unit, "description": spec.help, "absent": spec.absent, "reading": spec.reading}
    return described | {name: value for name, value in extra.items() if value}
