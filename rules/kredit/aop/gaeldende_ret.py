"""The statute's reading: ÅOP ranks only loans of the same amount and term (§ 4, nr. 9 and 12; § 16).

Figures and shared steps are those of the course book; here stand the two steps that only the statute asks, in the
order of the law, and after them the shared ones.
"""

from rules.citations import KAL
from rules.kredit.aop.facts import Facts, Outcome, topic
from rules.kredit.aop.pensum import a_lavest, aop, b_aop, i_to_decimaler, lov, samme_aop


@lov.step(KAL("§ 4, nr. 9"), KAL("§ 4, nr. 12"), no=Outcome.IKKE_SAMMENLIGNELIGE)
def samme_beloeb(facts: Facts) -> bool:
    """Er kreditbeløbet det samme i de to tilbud?

    [kreditbeloeb: Kreditbeløbet er {kreditbeloeb} i tilbud A og {b_kreditbeloeb} i tilbud B. | Kreditbeløbet er ikke oplyst, og tilbuddene
    må antages at gælde det samme beløb.] ÅOP er omkostningerne i procent af netop det beløb.
    """
    return ens_eller_uoplyst(facts.kreditbeloeb, facts.b_kreditbeloeb)


@lov.step(KAL("§ 16, stk. 1"), no=Outcome.IKKE_SAMMENLIGNELIGE)
def samme_loebetid(facts: Facts) -> bool:
    """Er løbetiden den samme i de to tilbud?

    [loebetid_mdr: Løbetiden er {loebetid_mdr} i tilbud A og {b_loebetid_mdr} i tilbud B. | Løbetiden er ikke oplyst og må antages at være
    den samme.] Et engangsgebyr vejer tungere, jo kortere lånet er, og
    et længere lån kan koste mere i kroner ved en lavere ÅOP.
    """
    return ens_eller_uoplyst(facts.loebetid_mdr, facts.b_loebetid_mdr)


def ens_eller_uoplyst(a: object, b: object) -> bool:
    """Whether two terms agree as far as they are told."""
    return a is None or b is None or a == b


lov.step(KAL("§ 16, stk. 2"), KAL("§ 16 a, stk. 1"), yes=Outcome.LIGE)(samme_aop)
lov.step(KAL("§ 7 a, stk. 2, nr. 7"), yes=Outcome.A_BILLIGST)(a_lavest)


@lov.mistake(samme_beloeb)
def ser_bort_fra_beloebet(facts: Facts) -> bool:
    """Du har sammenlignet lån på {kreditbeloeb} og {b_kreditbeloeb}. ÅOP er en procent af beløbet, og det skal være ens."""
    return True


@lov.mistake(samme_loebetid)
def ser_bort_fra_loebetiden(facts: Facts) -> bool:
    """Du har sammenlignet lån, der løber i {loebetid_mdr} og {b_loebetid_mdr}. ÅOP kan kun rangordne lån med samme løbetid."""
    return True


@lov.mistake("outcome")
def laveste_aop_er_altid_billigst(facts: Facts) -> Outcome | None:
    """Du har ladet den laveste ÅOP afgøre det. Det kan den kun, når kreditbeløb og løbetid er ens i de to tilbud."""
    a, b = i_to_decimaler(aop(facts)), i_to_decimaler(b_aop(facts))
    if a is None or b is None or a == b:
        return None
    return Outcome.A_BILLIGST if a < b else Outcome.B_BILLIGST


topic.departs(samme_aop="K17")
