"""Which provision decides: a student's citations held against those of a reading."""

from functools import lru_cache

from rules import citations
from rules.reading import Reading


@lru_cache(maxsize=8192)
def judge_provision(
    law: Reading, given: tuple[str, ...], path: tuple[str, ...]
) -> tuple[str, str | None, str]:
    """Status, mistake and remark for the citations given, when the right path has these steps.

    A citation is right when it names what the reading is about or a provision on the path, as finely as asked
    or finer; a coarser one is right and is told how to be written out. A provision that the reading does not
    know makes the answer wrong.
    """
    named = [citations.read(text) for text in given]
    on_path = [citation for place in law.steps if place.key in path for citation in place.citations]
    matches = [citation.match(asked) for citation in named for asked in (*law.jus, *on_path)]
    foreign = [
        citation for citation in named if all(citation.match(one) == "forkert" for one in law.citations)
    ]
    wanted = " og ".join(str(citation) for citation in law.jus)
    for mistake in law.mistakes:
        wrong = mistake.citation
        if wrong and any(citation.match(wrong) != "forkert" for citation in foreign):
            return "forkert", mistake.key, mistake.remark
    if not named or foreign or not {"ens", "finere", "grov"} & set(matches):
        return "forkert", None, f"Spørgsmålet er reguleret i {wanted}." if named else ""
    if {"ens", "finere"} & set(matches):
        actless = next((citation for citation in named if not citation.act and not citation.doctrine), None)
        return "rigtig", None, f"Skriv også loven: {wanted}." if actless else ""
    return "rigtig", None, f"Du har ret, men skriv det helt ud: {wanted}."
