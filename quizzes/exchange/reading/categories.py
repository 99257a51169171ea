"""The category of other systems, a path, as tags of the bank."""

TOPS = {"", "top"}
LONGEST = 60


def tags_of(path: str) -> list[str]:
    """Each step of the path but the system's own; a doubled slash is a slash in a name.

    >>> tags_of("$course$/top/Kaution/Regres")
    ['Kaution', 'Regres']
    """
    steps = (step.replace("\0", "/").strip() for step in path.strip().replace("//", "\0").split("/"))
    return [step[:LONGEST].strip() for step in steps if step.lower() not in TOPS and not step.startswith("$")]
