"""Whom the rules on private guarantees protect, and which lenders they bind; shared by the topics on FIL § 48."""

from typing import Any

from rules.facts import fact
from rules.topic import GAELDENDE_RET
from rules.values import Choice


class Langiver(Choice):
    """Who lent the money."""

    PENGEINSTITUT = "pengeinstitut", "pengeinstitut"
    REALKREDIT = "realkredit", "realkreditinstitut"
    ANDEN = "anden", "en anden långiver"

    @property
    def under_48(self) -> bool:
        """Whether FIL § 48 binds the lender, directly or through § 53 a."""
        return self is not Langiver.ANDEN


def privat_fact(**more: Any) -> Any:
    """The fact `privat_kautionist`."""
    return fact("Er kautionen stillet uden for erhvervsforhold (privat kaution)?", **more)


def langiver_fact() -> Any:
    """The fact `langiver`."""
    return fact("Hvem har ydet lånet?", default=Langiver.PENGEINSTITUT, reading=GAELDENDE_RET)


def er_privat(facts: Any) -> bool:
    """Er kautionen stillet uden for erhvervsforhold (privat kaution)?

    [privat_kautionist: Kautionen er privat, og derfor gælder reglerne, der beskytter private kautionister. | Kautionen er
    stillet inden for erhvervsforhold, og de regler, der beskytter private kautionister, gælder ikke.]
    """
    return bool(facts.privat_kautionist)


def omfattet_langiver(facts: Any) -> bool:
    """Er lånet ydet af et pengeinstitut eller et realkreditinstitut?

    [langiver=pengeinstitut: Långiveren er et pengeinstitut, som reglerne gælder direkte for. | [langiver=realkredit:
    Långiveren er et realkreditinstitut, og § 53 a fører reglerne over på det. | Långiveren er hverken et pengeinstitut eller et
    realkreditinstitut, og så gælder reglerne ikke.]]
    """
    return bool(facts.langiver.under_48)


# Told in stories; a pengeinstitut is what the name of the bank already says.
LANGIVER_FORTALT = """[langiver=realkredit: {@bank} er et realkreditinstitut. | [langiver=anden: Trods navnet er {@bank} hverken et
    pengeinstitut eller et realkreditinstitut. | ]]"""
