"""Beregnere, one module each: a few facts of one or more topics, the figures that the rules make of them, a picture.

What a calculator does not ask for stands in `given`; what stands in its form to begin with is its example. The
figures, their provisions and both readings come from the topics. A new one is a module and a place in the row below.
"""

from lessons.calculators import (
    aop,
    foertidig_indfrielse,
    fortrydelsesfrist,
    kautionsfrister,
    opgoerelse_efter_tilbagetagelse,
    raadighedsbeloeb,
)

CALCULATORS = tuple(
    module.CALCULATOR
    for module in (
        aop,
        foertidig_indfrielse,
        fortrydelsesfrist,
        kautionsfrister,
        raadighedsbeloeb,
        opgoerelse_efter_tilbagetagelse,
    )
)


def calculator(slug):
    """The calculator with this address, or None."""
    return next((one for one in CALCULATORS if one.slug == slug), None)


def of_topic(key):
    """The calculators that ask this topic."""
    return [one for one in CALCULATORS if key in {question.topic for question in one.questions}]
