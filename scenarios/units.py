"""The closed list of units, with their conversion inside a dimension.

The first unit of a dimension is its base: every quantity is held in it. A density
is a unit per area (``homes/ha``), a price is points per unit (``points/MWp``);
``unit_of`` reads both, with the dimension written as ``homes/area``. An area per
area and a share are the same thing: a plain number.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

UNITS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "area": {"ha": 1.0, "km2": 100.0, "m2": 1e-4},
        "length": {"m": 1.0, "km": 1_000.0},
        "share": {"1": 1.0, "%": 0.01},
        "time": {"s": 1.0, "min": 60.0, "h": 3_600.0},
        "volume": {"m3": 1.0, "Mm3": 1e6},
        "homes": {"homes": 1.0},
        "jobs": {"jobs": 1.0},
        "persons": {"persons": 1.0},
        "power_peak": {"MWp": 1.0, "GWp": 1_000.0, "kWp": 1e-3},
        "power": {"MW": 1.0, "GW": 1_000.0, "kW": 1e-3},
        "energy": {"GWh": 1.0, "TWh": 1_000.0, "MWh": 1e-3},
        "emission": {"tCO2": 1.0, "ktCO2": 1_000.0, "MtCO2": 1e6},
        "nitrogen": {"mol": 1.0, "kmol": 1_000.0},
        "money": {"EUR": 1.0, "kEUR": 1_000.0, "MEUR": 1e6},
        "score": {"points": 1.0},
        "count": {"sites": 1.0},
    }
)
"""Factor to the base unit, per dimension and unit."""

NO_UNIT = "1"
"""Unit of a plain number."""

OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "hectare": "ha",
        "hectares": "ha",
        "km²": "km2",
        "m²": "m2",
        "m³": "m3",
        "meter": "m",
        "metre": "m",
        "procent": "%",
        "percent": "%",
        "pct": "%",
        "sec": "s",
        "seconden": "s",
        "minuten": "min",
        "minutes": "min",
        "uur": "h",
        "hour": "h",
        "hours": "h",
        "woning": "homes",
        "woningen": "homes",
        "home": "homes",
        "houses": "homes",
        "banen": "jobs",
        "arbeidsplaatsen": "jobs",
        "inwoners": "persons",
        "personen": "persons",
        "people": "persons",
        "euro": "EUR",
        "€": "EUR",
        "punten": "points",
        "point": "points",
        "locaties": "sites",
    }
)
"""What people write instead; a hint in the error, not a unit."""

_FACTORS = {
    unit: (dimension, factor)
    for dimension, units in UNITS.items()
    for unit, factor in units.items()
}


@dataclass(frozen=True)
class Unit:
    """A unit of the list, or one divided by another.

    Parameters
    ----------
    name
        As written, without spaces.
    dimension
        Key of ``UNITS``, or two of them with a slash: ``homes/area``.
    factor
        Value in the base unit of one of this unit.

    """

    name: str
    dimension: str
    factor: float


def base_unit(name: str) -> str:
    """Return the unit in which quantities of a unit's dimension are held."""
    unit = unit_of(name)
    assert unit is not None  # the schema takes only units of the list
    return units_of(unit.dimension)[0]


def unit_of(name: str) -> Unit | None:
    """Find a unit by the name that a file uses.

    Parameters
    ----------
    name
        For instance ``ha``, ``%`` or ``homes/ha``.

    Returns
    -------
    Unit | None
        None if it is not on the list.

    """
    above, slash, below = (part.strip() for part in name.partition("/"))
    if above not in _FACTORS or (slash and below not in _FACTORS):
        return None
    dimension, factor = _FACTORS[above]
    if not slash:
        return Unit(above, dimension, factor)
    under, divisor = _FACTORS[below]
    if "share" in (dimension, under):
        return None
    ratio = "share" if dimension == under else f"{dimension}/{under}"
    return Unit(f"{above}/{below}", ratio, factor / divisor)


def dimension_of(name: str) -> str | None:
    """Say what a unit measures.

    Parameters
    ----------
    name
        As in ``unit_of``.

    Returns
    -------
    str | None
        None if the unit is not on the list.

    """
    unit = unit_of(name)
    return None if unit is None else unit.dimension


def units_of(dimension: str) -> tuple[str, ...]:
    """Name the units in which a dimension may be written.

    Parameters
    ----------
    dimension
        As in ``Unit.dimension``.

    Returns
    -------
    tuple[str, ...]
        The base unit first; for a density those of the numerator per hectare.

    """
    above, slash, below = dimension.partition("/")
    if not slash:
        return tuple(UNITS[above])
    bases = units_of(below)
    if above == "score":
        return tuple(f"points/{unit}" for unit in bases)
    return tuple(f"{unit}/{bases[0]}" for unit in UNITS[above])


def closest_unit(name: str) -> str | None:
    """Guess which unit of the list was meant.

    Parameters
    ----------
    name
        A name that ``unit_of`` does not know.

    Returns
    -------
    str | None
        A unit that ``unit_of`` knows, or None without a close one.

    """
    parts = [_closest_part(part.strip()) for part in name.split("/")]
    if len(parts) > 2 or None in parts:
        return None
    guess = "/".join(part for part in parts if part)
    return guess if unit_of(guess) else None


def _closest_part(name: str) -> str | None:
    if name in _FACTORS:
        return name
    if name.lower() in OTHER_NAMES:
        return OTHER_NAMES[name.lower()]
    lower = {unit.lower(): unit for unit in _FACTORS}
    found = get_close_matches(name.lower(), lower, n=1, cutoff=0.7)
    return lower[found[0]] if found else None


def ratio(above: str | None, below: str | None) -> str | None:
    """Divide one dimension by another.

    Parameters
    ----------
    above, below
        As in ``Unit.dimension``, without a slash; None: not known.

    Returns
    -------
    str | None
        ``share`` for a dimension by itself; None if one is not known.

    """
    if above is None or below is None:
        return None
    return "share" if above == below else f"{above}/{below}"
