"""What the ÅOP is made of: the nominal rate, its being charged each month, the set-up fee, the monthly fees."""

from decimal import Decimal

from django.utils.safestring import SafeString

import rules
from lessons.figures import Figure
from lessons.figures.bars import Bar, bars
from rules.danish import half_up
from rules.kredit.aop.facts import beregnet_aop, beregnet_ydelse, kan_beregnes, laan, tilbud_a, tilbud_b

NONE = Decimal(0)
# As in the picture of the percentage points.
LOOKS = {"Stiftelsesgebyr": 3, "Månedlige gebyrer": 4}


def aop(facts: dict) -> SafeString:
    """The parts of each offer's ÅOP in percentage points, and of its costs in kroner; facts of the topic `aop`."""
    read = rules.topic("aop").read(facts)
    offers = [("Tilbud A", tilbud_a(read)), ("Tilbud B", tilbud_b(read))]
    told = [(name, offer) for name, offer in offers if kan_beregnes(offer)]
    if not told:
        return SafeString()
    if len(told) == 1:
        told = [("Lånet", told[0][1])] if told[0][0] == "Tilbud A" else told
    points = [Bar(name, parts) for name, offer in told if (parts := points_of(offer))]
    apart = len(told) == 2
    share = bars(
        "Sådan er ÅOP sat sammen, i %-point",
        points,
        "number",
        apart=apart and len(points) == 2,
        total="ÅOP",
        total_kind="percent",
    )
    costs = [Bar(name, kroner_of(offer)) for name, offer in told]
    return share + bars("Sådan er omkostningerne sat sammen, i kroner", costs, apart=apart, looks=LOOKS)


def points_of(offer) -> dict[str, Decimal]:
    """The ÅOP with one cost after the other counted in; what each adds, so that the parts make the whole."""
    bare = offer._replace(stiftelsesgebyr=NONE, gebyr_laanes=False, loebende_gebyr_md=NONE)
    with_fee = offer._replace(loebende_gebyr_md=NONE)
    rates = [offer.rente_pa, *(beregnet_aop(one, beregnet_ydelse(one)) for one in (bare, with_fee, offer))]
    if None in rates:
        return {}
    nominal, compound, fee, full = map(half_up, rates)
    return {
        "Årlig rente": nominal,
        "Renters rente": compound - nominal,
        "Stiftelsesgebyr": fee - compound,
        "Månedlige gebyrer": full - fee,
    }


def kroner_of(offer) -> dict[str, Decimal]:
    """The costs in kroner over the whole term."""
    interest = beregnet_ydelse(offer) * offer.loebetid_mdr - laan(offer)
    return {
        "Renter": max(interest, NONE),
        "Stiftelsesgebyr": offer.stiftelsesgebyr,
        "Månedlige gebyrer": offer.loebende_gebyr_md * offer.loebetid_mdr,
    }


def _check(given):
    try:
        rules.topic("aop").read(given)
    except rules.FactError as error:
        yield from (f"{problem.fact}: {problem.message}" for problem in error.problems)


FIGURE = Figure("aop", lambda given, reading, name: aop(dict(given)), _check)
