"""Links: facts of a question that an earlier question of the case decides.

A link says from which question, and how its outcome becomes the fact: `is` names the outcomes for which the
fact is true (several, since the readings name theirs differently), `choices` the alternative that each outcome
means, and `fact` carries a fact of the earlier question on as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from authoring.schema import Problem
from rules.values import plain

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,19}$")]
Outcome = Annotated[str, StringConstraints(min_length=1)]
Sheet = tuple[str, Any, Any]
READINGS = {"pensum": "Pensum", "gaeldende_ret": "Gældende ret"}


class Link(BaseModel):
    """Where one fact comes from."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    from_: Annotated[Key, Field(alias="from")]
    is_: Annotated[
        Outcome | Annotated[list[Outcome], Field(min_length=1)] | None, Field(alias="is", union_mode="smart")
    ] = None
    choices: dict[str, str] | None = None
    fact: str | None = None

    @model_validator(mode="after")
    def _says_one_thing(self):
        if sum(way is not None for way in (self.is_, self.choices, self.fact)) != 1:
            raise ValueError("skriv netop én af »is«, »choices« og »fact«")
        return self

    @property
    def plain(self) -> dict[str, Any]:
        """The link as a row keeps it: only what is said."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def carried(
    links: Mapping[str, Any], outcomes: Mapping[str, str | None], sheets: Mapping[str, Any]
) -> dict[str, Any]:
    """The facts that earlier questions decide, as plain data, as far as those have been decided.

    `outcomes` and `sheets` are the outcomes and the facts of the earlier questions by key.
    """
    found = {}
    for fact, link in links.items():
        outcome = outcomes.get(link["from"])
        if link.get("fact"):
            if link["from"] in sheets:
                found[fact] = plain(getattr(sheets[link["from"]], link["fact"]))
        elif outcome is not None and link.get("choices"):
            if outcome in link["choices"]:
                found[fact] = link["choices"][outcome]
        elif outcome is not None:
            found[fact] = outcome in named(link)
    return found


def decided(links: Mapping[str, Any], earlier: list[Sheet], reading: str) -> dict[str, Any]:
    """The facts that earlier questions decide by the rules in this reading."""
    wanted = {link["from"] for link in links.values()}
    before = [(key, topic, facts) for key, topic, facts in earlier if key in wanted]
    outcomes = {key: topic.decide(facts, reading).outcome for key, topic, facts in before}
    return carried(links, outcomes, {key: facts for key, _, facts in before})


def along(
    questions: Iterable[tuple[str, Any, dict[str, Any], Mapping[str, Any]]], reading: str
) -> list[Sheet]:
    """Every question (key, topic, plain facts, links) with the facts that the earlier ones decide.

    Raises `rules.FactError` when what is decided makes facts that cannot be.
    """
    sheets: list[Sheet] = []
    for key, topic, facts, links in questions:
        sheets.append((key, topic, topic.read(facts | decided(links, sheets, reading))))
    return sheets


def named(link: Mapping[str, Any]) -> list[str]:
    """The outcomes for which the fact is true."""
    return [link["is"]] if isinstance(link["is"], str) else link["is"]


def problems(
    links: Mapping[str, Link], topic: Any, earlier: Mapping[str, Any], place: str
) -> Iterator[Problem]:
    """What is wrong with the links of a question on this topic; `earlier` are the topics before it by key."""
    for fact, link in links.items():
        here, spec = f"{place}.{fact}", topic.spec_of.get(fact)
        if spec is None:
            yield Problem(here, f"emnet har ingen oplysning, der hedder »{fact}«")
        if link.from_ not in earlier:
            yield Problem(f"{here}.from", f"»{link.from_}« er ikke et tidligere spørgsmål i sagen")
        if spec and link.from_ in earlier:
            source = earlier[link.from_]
            if link.fact is not None:
                yield from _fact_problems(link.fact, spec, source, f"{here}.fact")
            elif link.choices is not None:
                yield from _choice_problems(link.choices, spec, source, f"{here}.choices")
            else:
                yield from _truth_problems(named(link.plain), spec, source, f"{here}.is")


def _fact_problems(fact: str, spec: Any, source: Any, place: str) -> Iterator[Problem]:
    other = source.spec_of.get(fact)
    if other is None:
        yield Problem(place, f"»{source.title}« har ingen oplysning, der hedder »{fact}«")
    elif not fits(other, spec):
        yield Problem(place, f"»{fact}« er af en anden slags end »{spec.name}« og kan ikke føres videre")


def _choice_problems(choices: dict[str, str], spec: Any, source: Any, place: str) -> Iterator[Problem]:
    if spec.kind != "choice":
        yield Problem(place, f"»{spec.name}« er ikke et valg; {_instead(spec)}")
        return
    yield from _unknown(choices, source, place)
    for outcome, choice in choices.items():
        if choice not in spec.choices:
            known = ", ".join(spec.choices)
            yield Problem(f"{place}.{outcome}", f"»{choice}« er ikke en mulighed; brug en af: {known}")
    if missing := [outcome for outcome in outcomes_of(source) if outcome not in choices]:
        yield Problem(place, f"siger intet om afgørelsen {', '.join(missing)}; alle skal med")


def _truth_problems(outcomes: list[str], spec: Any, source: Any, place: str) -> Iterator[Problem]:
    if spec.kind != "bool":
        yield Problem(place, f"»{spec.name}« er ikke sand eller falsk; {_instead(spec)}")
        return
    yield from _unknown(outcomes, source, place)
    for key in source.readings:
        reachable = source.reading_for(key).choices
        if not set(reachable) & set(outcomes):
            yield Problem(
                place,
                f"siger intet om »{READINGS[key]}«, som når til {', '.join(reachable)}; tag også en af dem med",
            )


def _unknown(outcomes: Iterable[str], source: Any, place: str) -> Iterator[Problem]:
    known = outcomes_of(source)
    for outcome in outcomes:
        if outcome not in known:
            yield Problem(
                place, f"»{outcome}« er ikke en afgørelse i det spørgsmål; brug: {', '.join(known)}"
            )


def _instead(spec: Any) -> str:
    ways = {"bool": "brug »is«", "choice": "brug »choices«"}
    return ways.get(spec.kind, "kun en oplysning af samme slags kan føres videre med »fact«")


def outcomes_of(topic: Any) -> dict[str, str]:
    """Every outcome that a reading of the topic can reach, with its sentence."""
    found: dict[str, str] = {}
    for key in topic.readings:
        found = topic.reading_for(key).choices | found
    return found


def fits(source: Any, spec: Any) -> bool:
    """Whether every value of one fact can stand in another."""
    if source.kind != spec.kind or source.items != spec.items:
        return False
    if spec.kind == "choice" and not set(source.choices) <= set(spec.choices):
        return False
    may_be_missing = source.optional or source.uoplyst
    return not may_be_missing or spec.optional or spec.uoplyst
