"""Invented names that sound Dutch and suit the landscape; none is a municipality."""

from collections.abc import Sequence

CAPITAL = "Puzzelstad"
"""Name of the largest town."""

POOLS = {
    "coast": (
        "Duinhaven",
        "Zandmonde",
        "Westerlinge",
        "Helmduin aan Zee",
        "Sint Odiliënzand",
        "Schelpenoord",
        "Nieuw-Hollum",
        "Strandwijk",
    ),
    "river": (
        "Rijnkerke",
        "Maarsdam",
        "Elzendrecht",
        "Groenesluis",
        "Waalmonde",
        "Lage Uiterdijk",
        "Veerkerk",
        "Griendhuizen",
        "Kribbenoord",
        "Sluisdrecht",
        "Bovenwaard",
        "Steenovervoorde",
        "Middelgriend",
        "Tielderhoven",
    ),
    "low": (
        "Veenwijk",
        "Polderbroek",
        "Noorderzijlen",
        "Kleiburg",
        "Waterwolde",
        "Zwaneveen",
        "Ringdijk",
        "Droogmeer",
        "Nieuwe Meent",
        "Oudeterp",
        "Rietmolen aan de Vliet",
        "Zuidermeent",
        "Molenkolk",
        "Ganzeweide",
        "Hoge Vaart",
        "Tussensloten",
    ),
    "sand": (
        "Oosterwoude",
        "Heidelo",
        "Hoogerveld",
        "Lage Eng",
        "Beekbergerloo",
        "Eikenhorst",
        "Essenlo",
        "Stuwberg",
        "Zandwolde",
        "Brinkeloo",
        "Jeneverlo",
        "Wolderbeek",
        "Schaapskooi-Noord",
        "Grovenesch",
        "Dennelo",
        "Hoenderbeek",
    ),
}
"""Names of towns by the landscape they lie in."""

REGIONS = ("Puzzelland-Oost", "Puzzelland-Noord", "Puzzelland-Zuid")
"""Names of the regions of the regional energy strategy."""

VILLAGE_HEADS = ("Acht", "Bik", "Dor", "Eik", "Fries", "Gro", "Hul", "Klei", "Loo")
VILLAGE_TAILS = ("erhuizen", "donk", "kerkhoek", "terp", "waal", "horst", "meden")


def town_names(landscapes: Sequence[str]) -> list[str]:
    """Name towns, the largest first, by the landscape each lies in.

    Where the names of a landscape run out, those of another are used.
    """
    left = {landscape: list(pool) for landscape, pool in POOLS.items()}
    names = [CAPITAL]
    for landscape in landscapes[1:]:
        pool = left[landscape] or max(left.values(), key=len)
        names.append(pool.pop(0))
    return names


def village(number: int) -> str:
    """Return the name of a village; every number has its own."""
    head = VILLAGE_HEADS[number % len(VILLAGE_HEADS)]
    tail = VILLAGE_TAILS[number // len(VILLAGE_HEADS) % len(VILLAGE_TAILS)]
    return head + tail
