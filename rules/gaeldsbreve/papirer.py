"""What several topics on gældsbreve speak of: the two kinds of paper, and the acts that secure their buyer."""

from rules.facts import Choice


class Gaeldsbrev(Choice):
    """The two kinds of gældsbrev."""

    OMSAETNING = "omsaetning", "omsætningsgældsbrev"
    SIMPELT = "simpelt", "simpelt gældsbrev"


class Sikringsakt(Choice):
    """What the buyer of a claim must do to be safe from the seller's creditors."""

    DENUNCIATION = "denunciation", "meddelelse til debitor (denunciation)"
    RAADIGHEDSBEROEVELSE = "raadighedsberoevelse", "rådighedsberøvelse"
    TINGLYSNING = "tinglysning", "tinglysning af overdragelsen"
    INGEN = "ingen", "ingen ud over aftalen"
