"""The law of the course book, and of the statutes, as topics that can be asked.

>>> topic("underretning").title
'Underretning af kautionisten'
"""

from functools import cache
from importlib import import_module

from rules.facts import FactError
from rules.topic import Topic

__all__ = ["CATALOGUE", "FactError", "Topic", "UnknownTopic", "topic", "topics"]

CATALOGUE = {
    "kredit": (
        "anvendelsesomraade",
        "kreditform",
        "oplysningspligt",
        "aop",
        "kreditvurdering",
        "urimelighed",
        "fortrydelsesret",
        "foertidig_indfrielse",
        "opgoerelse_ved_indfrielse",
        "morarente",
        "ejendomsforbehold",
        "underpant",
        "tilbagetagelse",
        "opgoerelse_ved_tilbagetagelse",
        "forsoemmelighed",
        "tilbehoer",
        "videresalg",
        "foraeldelse",
    ),
    "gaeldsbreve": (
        "gaeldsbrev",
        "gaeldsbrevstype",
        "sikringsakt",
        "indsigelser",
        "factoring",
    ),
    "kaution": (
        "kautionstype",
        "oplysning_til_kautionist",
        "beloebsbegraensning",
        "underretning",
        "flere_kautionister",
        "kautionens_varighed",
    ),
    "regres": ("regreslaan",),
}


class UnknownTopic(LookupError):
    """No topic of the catalogue has this key."""

    def __init__(self, key: str) -> None:
        """Name the key and the known ones."""
        super().__init__(f"Emnet ’{key}’ findes ikke. Kendte emner: {', '.join(topics())}.")


@cache
def topics() -> dict[str, Topic]:
    """Every topic by its key, in the order of the catalogue."""
    return {
        key: import_module(f"rules.{group}.{key}").topic for group, keys in CATALOGUE.items() for key in keys
    }


def topic(key: str) -> Topic:
    """The topic with this key. Raises `UnknownTopic`."""
    try:
        return topics()[key]
    except KeyError:
        raise UnknownTopic(key) from None
