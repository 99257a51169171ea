"""What help costs: a share of the answer at which it was taken, in what is graded; nothing in practice."""

from cases.faktum import FACTS
from cases.path import JUS

PRICES = {0: 0, 1: 10, 2: 20, 3: 30, 4: 50}
# From this degree on the provision is named.
NAMES_PROVISION = 2


def place_name(question: str, slot: str, key: str) -> str:
    """The name of a place, as help is noted under it."""
    return f"{question}-{slot}-{key}"


def told_name(question: str) -> str:
    """Where it is noted that help at a later place named the provision before Jus was right."""
    return f"{question}-jus-fortalt"


def tells_provision(slot: str, degree: int) -> bool:
    """Whether help at this place names the provision that Jus asks for."""
    return degree >= NAMES_PROVISION and slot not in (JUS, FACTS)


def price(walkthrough, question: str, slot: str, key: str) -> int:
    """What the help taken at a place costs, in percent of the answer."""
    if walkthrough.is_practice:
        return 0
    taken = walkthrough.hints.get(place_name(question, slot, key), 0)
    told = walkthrough.hints.get(told_name(question), 0) if slot == JUS else 0
    return PRICES[max(taken, told)]


def left(walkthrough, question: str, slot: str, key: str) -> float:
    """What help has left of the answer, from 0 to 1."""
    return 1 - price(walkthrough, question, slot, key) / 100
