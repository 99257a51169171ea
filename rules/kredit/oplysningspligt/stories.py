"""Drawn facts with forms around the day of signing, and the stories that tell them."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from rules.kredit.oplysningspligt.facts import topic


@topic.variants(
    """{@laantager} låner penge i {@bank} og skriver under på aftalen den {underskrevet}. [sef_udleveret: SEF-skemaet
    fik {@laantager} den {sef_udleveret}. | Banken har aldrig udleveret et SEF-skema.]

    [vilkaar_modtaget: Lånevilkårene modtog {@laantager} den {vilkaar_modtaget}. | Lånevilkårene har {@laantager} aldrig
    fået.] [urimelige_vilkaar: Renten er flere gange højere end hos andre banker, og vilkårene er urimelige. |
    Rente og gebyrer svarer til, hvad andre banker tager.] [pant_i_fast_ejendom: Lånet er sikret ved pant i en bolig. | ]
    [esis_udleveret: ESIS-skemaet fik {@laantager} den {esis_udleveret}. | ] [omkostninger_oplyst_i_aftalen: | I selve låneaftalen står
    der intet om ÅOP og det samlede beløb.] [forsvarligt_grundlag_godtgjort: Banken kan bevise, at {@laantager} alligevel kunne bedømme,
    hvad lånet koster. | ] [laan: Lånet er på {laan}. | ] [referencesats: Referencesatsen er {referencesats}. | ]""",
    """Aftalen om et lån mellem {@bank} og {@laantager} bærer datoen {underskrevet}. [urimelige_vilkaar: Vilkårene er
    urimeligt hårde. | Vilkårene er helt almindelige.]
    [laan: Der lånes {laan}. | ] [pant_i_fast_ejendom: Pengene skal bruges til et hus, som banken får pant i. | ]

    [sef_udleveret: Af bankens mappe fremgår, at SEF-skemaet blev givet til {@laantager} den {sef_udleveret}. |
    I bankens mappe er der intet SEF-skema.] [vilkaar_modtaget: Vilkårene blev modtaget den {vilkaar_modtaget}. |
    Vilkårene er ikke kommet frem til {@laantager}.] [esis_udleveret: Et ESIS-skema blev givet den {esis_udleveret}. | ]
    [omkostninger_oplyst_i_aftalen: | Aftalen selv oplyser hverken ÅOP eller det samlede beløb.] [forsvarligt_grundlag_godtgjort: Banken
    har bevis for, at {@laantager} alligevel vidste nok til at bedømme omkostningerne. | ] [referencesats: Nationalbankens udlånsrente er
    {referencesats}. | ]""",
    """[vilkaar_modtaget: Den {vilkaar_modtaget} lå vilkårene hos {@laantager}. | {@laantager} har intet set til
    vilkårene.] Underskriften på lånet i {@bank} blev sat den {underskrevet}.

    [sef_udleveret: Skemaet med de europæiske kreditoplysninger blev givet den {sef_udleveret}. | De europæiske
    kreditoplysninger blev glemt.] [urimelige_vilkaar: Der er enighed om, at lånets vilkår er urimelige. |
    Ingen hævder, at vilkårene er urimelige.] [esis_udleveret: Skemaet til boliglån, ESIS, blev givet den {esis_udleveret}. | ]

    [pant_i_fast_ejendom: For lånet er der tinglyst pant i en lejlighed. | ] [omkostninger_oplyst_i_aftalen: | Hvad lånet i alt koster,
    og hvad ÅOP er, fremgår ikke af aftalen.] [forsvarligt_grundlag_godtgjort: Det er bevist, at {@laantager} trods alt havde et
    forsvarligt grundlag for at bedømme prisen. | ] [laan: Lånet lyder på {laan}. | ] [referencesats: Referencesatsen er på det
    tidspunkt {referencesats}. | ]""",
)
def draw(random: Random) -> dict[str, Any]:
    """The form within days of the signature, the terms on the day or somewhat later."""
    underskrevet = date(random.choice((2024, 2025, 2026)), random.randint(1, 12), random.randint(1, 28))
    sef = underskrevet + timedelta(days=random.choice((-14, -3, -1, 0, 0, 1, 4, 30)))
    vilkaar = underskrevet + timedelta(days=random.choice((-3, -1, 0, 0, 1, 4, 9, 30)))
    esis = underskrevet + timedelta(days=random.choice((-14, -1, 0, 0, 1, 4)))
    pant, oplyst = random.random() < 0.35, random.random() < 0.55
    return {
        "underskrevet": underskrevet,
        "sef_udleveret": sef if random.random() < 0.8 else None,
        "urimelige_vilkaar": random.random() < 0.35,
        "vilkaar_modtaget": vilkaar if random.random() < 0.85 else None,
        "pant_i_fast_ejendom": pant,
        "esis_udleveret": esis if pant and random.random() < 0.6 else None,
        "omkostninger_oplyst_i_aftalen": oplyst,
        "forsvarligt_grundlag_godtgjort": not oplyst and random.random() < 0.4,
        "laan": Decimal(random.randrange(50_000, 3_000_000, 50_000)),
        "referencesats": Decimal(random.choice(("0.05", "1.25", "1.75", "2.25", "3.35"))),
    }
