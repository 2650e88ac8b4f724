"""Invented names that sound Dutch; none is a Dutch municipality."""

TOWNS = (
    "Puzzelstad",
    "Oosterwoude",
    "Zandmonde",
    "Rijnkerke",
    "Duinhaven",
    "Maarsdam",
    "Heidelo",
    "Veenwijk",
    "Polderbroek",
    "Westerlinge",
    "Groenesluis",
    "Hoogerveld",
    "Noorderzijl",
    "Lage Eng",
    "Beekbergerloo",
    "Sint Odiliënzand",
    "Waterwolde",
    "Kleiburg",
    "Nieuw-Hollum",
    "Elzendrecht",
    "Ruigoord aan Zee",
    "Zwaneveen",
)
"""Names of the towns, the largest first; the first twenty are municipalities."""

REGIONS = ("Puzzelland-Oost", "Puzzelland-Noord", "Puzzelland-Zuid")
"""Names of the regions of the regional energy strategy."""

VILLAGE_HEADS = ("Acht", "Bik", "Dor", "Eik", "Fries", "Gro", "Hul", "Klei", "Loo")
VILLAGE_TAILS = ("erhuizen", "donk", "kerkhoek", "terp", "waal", "horst", "meden")


def village(number: int) -> str:
    """Return the name of a village; every number has its own."""
    head = VILLAGE_HEADS[number % len(VILLAGE_HEADS)]
    tail = VILLAGE_TAILS[number // len(VILLAGE_HEADS) % len(VILLAGE_TAILS)]
    return head + tail
