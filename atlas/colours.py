"""Colours of uses as the run gives them, darker for edges, pale for land that stays.

New uses are vivid, land that stays is pale, so that the eye goes to what changes. An
edge in a darker shade of the same colour keeps light colours apart from the paper
(yellow on white has a contrast of 1.07) and helps readers who see few colours.
"""

from collections.abc import Sequence

from grids.sentence import Sentence

Rgb = tuple[int, int, int]
"""Red, green, blue, 0..255."""

WATER: Rgb = (214, 232, 242)
"""Water that stays."""

LAND: Rgb = (243, 240, 233)
"""Land that stays, where no current use is known."""

TAKEN: Rgb = (222, 228, 218)
"""Land that cannot change, where no current use is known; cooler than what is built."""

PALE: Sequence[tuple[tuple[str, ...], Rgb]] = (
    (("water", "river", "lake", "sea", "meer", "rivier", "zee"), WATER),
    (("wetland", "moeras", "marsh"), (212, 228, 223)),
    (("grass", "gras", "weide"), (236, 243, 221)),
    (("greenhouse", "glas"), (229, 232, 238)),
    (("orchard", "boomgaard"), (232, 238, 214)),
    (("forest", "bos", "wood"), (209, 224, 202)),
    (("farm", "arable", "agri", "akker", "land", "crop"), (246, 241, 223)),
    (("nature", "natuur", "heath", "hei", "dune", "duin"), (224, 224, 200)),
    (("beach", "strand", "sand"), (247, 240, 220)),
    (("business", "bedrijf", "industr", "harbour", "haven"), (226, 216, 226)),
    (("built", "town", "hous", "urban", "bebouwd", "woon"), (209, 200, 195)),
    (("road", "rail", "infra", "weg", "spoor", "traffic"), (219, 219, 219)),
    (("recreat", "sport", "park"), (230, 238, 222)),
    (("defen", "militar", "militair"), (236, 226, 212)),
)
"""Pale colour by a part of the name of a current use; the first that fits."""

SPARE: Sequence[Rgb] = ((238, 233, 224), (228, 231, 226), (235, 229, 233))
"""Pale colours for names that are not known, in turn."""


def rgb(colour: str) -> Rgb:
    """Return the parts of ``#rrggbb``.

    Raises
    ------
    ValueError
        If it is written otherwise.

    """
    try:
        if len(colour) != 7 or colour[0] != "#":
            raise ValueError
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    except ValueError:
        raise ValueError(
            Sentence("colour must be #rrggbb, got {got!r}", got=colour)
        ) from None
    return red, green, blue


def text(colour: Rgb) -> str:
    """Return a colour as ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def darker(colour: Rgb, share: float = 0.45) -> Rgb:
    """Mix a colour with black; ``share`` of black."""
    red, green, blue = (round(part * (1 - share)) for part in colour)
    return red, green, blue


def pale(name: str, spare: int = 0) -> Rgb:
    """Return the background colour of a current use.

    Parameters
    ----------
    name
        Name of the current use, Dutch or English.
    spare
        Which of the spare colours to take when the name is not known.

    """
    low = name.lower()
    for parts, colour in PALE:
        if any(part in low for part in parts):
            return colour
    return SPARE[spare % len(SPARE)]


def is_water(name: str) -> bool:
    """Say whether a current use is water by its name."""
    return pale(name) == WATER
