"""A number with a unit, as text in a scenario file: ``1_500 ha``, ``35 homes/ha``.

The decimal sign is a point and an underscore may group digits. What can be read in
two ways is refused with both readings: ``1.500 ha`` is one and a half hectare to a
program and fifteen hundred to a Dutch reader.
"""

import math
import re
from dataclasses import dataclass

from scenarios.units import NO_UNIT, Unit, closest_unit, unit_of, units_of
from scenarios.words import Language, say

PLAIN = frozenset({"share", "count", "score"})
"""Dimensions in which a number without a unit has one meaning."""

_NUMBER = re.compile(r"[-+]?\d(?:_?\d)*(?:\.\d(?:_?\d)*)?(?:[eE][-+]?\d+)?")
_LOCAL = re.compile(r"[-+]?\d[\d_.,]*(?:[eE][-+]?\d+)?")
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}\.\d{3}")


class QuantityError(ValueError):
    """A text that is not a quantity, or one of the wrong dimension.

    Parameters
    ----------
    code
        Key of the message in ``scenarios.words``.
    values
        What the message names.

    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """Write what is wrong."""
        key = {"en": "quantity", "nl": "hoeveelheid"}[language]
        return say(self.code, language, key=key, **self.values)


@dataclass(frozen=True)
class Quantity:
    """A number in the base unit of its dimension, and the unit it was written in.

    Parameters
    ----------
    value
        In the base unit: ``2 km2`` has the value 200 [ha].
    unit
        As written; ``1`` for a plain number.
    dimension
        What it measures: ``area``, ``homes/area``, ``score/homes``.

    """

    value: float
    unit: str
    dimension: str

    @property
    def written(self) -> float:
        """The number in front of the unit."""
        unit = unit_of(self.unit)
        assert unit is not None
        return self.value / unit.factor

    def __str__(self) -> str:
        """Write it so that ``parse_quantity`` reads it again."""
        number = f"{self.written:.15g}"
        if _GROUPED.fullmatch(number):
            number += "0"
        return number if self.unit == NO_UNIT else f"{number} {self.unit}"


def parse_quantity(text: object, dimension: str | None = None) -> Quantity:
    """Read a quantity.

    Parameters
    ----------
    text
        Number with a unit, or a plain number where the dimension has no unit.
    dimension
        What it must measure; None: the unit decides.

    Returns
    -------
    Quantity
        In the base unit.

    Raises
    ------
    QuantityError
        If the text is no quantity, has a decimal comma, can be read in two ways,
        or measures something else.

    """
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        raise QuantityError("quantity_type", got=text)
    number, name = _split(text) if isinstance(text, str) else (float(text), NO_UNIT)
    if not math.isfinite(number):
        raise QuantityError("quantity_finite", got=text)
    unit = unit_of(name)
    if unit is None:
        raise _unknown_unit(name, text, dimension)
    if dimension is None:
        return Quantity(number * unit.factor, unit.name, unit.dimension)
    return _measured(number, unit, dimension, text)


def _measured(number: float, unit: Unit, dimension: str, text: object) -> Quantity:
    plain = unit.name == NO_UNIT and dimension in PLAIN
    if not plain and unit.dimension != dimension:
        raise QuantityError(
            "quantity_unit", dimension=dimension, units=units_of(dimension), got=text
        )
    return Quantity(number * unit.factor, unit.name, dimension)


def _split(text: str) -> tuple[float, str]:
    """Separate the number from the unit, and refuse a doubtful number."""
    stripped = text.strip()
    local = _LOCAL.match(stripped)
    if local is None:
        raise QuantityError("quantity_text", got=text)
    number, unit = local.group(), stripped[local.end() :].strip()
    if "," in number or number.count(".") > 1:
        raise QuantityError("decimal_comma", got=text, write=_rewritten(number, unit))
    if _NUMBER.fullmatch(number) is None:
        raise QuantityError("quantity_text", got=text)
    if unit and _GROUPED.fullmatch(number):
        raise QuantityError("two_readings", got=text, write=_readings(number, unit))
    return float(number.replace("_", "")), unit or NO_UNIT


def _rewritten(number: str, unit: str) -> tuple[str, ...]:
    """Write a number with a decimal comma or grouping points as YAML wants it."""
    bare = number.replace("_", "")
    last = max(bare.rfind(","), bare.rfind("."))
    whole, part = re.sub("[.,]", "", bare[:last]), bare[last + 1 :]
    if bare.count(bare[last]) > 1:
        return (f"{whole}{part} {unit}".strip(),)
    if whole == bare[:last] and len(part) == 3 and whole.strip("+-0"):
        return _readings(f"{whole}.{part}", unit)
    return (f"{whole}.{part} {unit}".strip(),)


def _readings(number: str, unit: str) -> tuple[str, ...]:
    whole, part = number.split(".")
    decimal = f"{whole}.{part}".rstrip("0").rstrip(".")
    if _GROUPED.fullmatch(decimal):
        decimal += "0"
    return f"{decimal} {unit}".strip(), f"{whole}_{part} {unit}".strip()


def _unknown_unit(name: str, text: object, dimension: str | None) -> QuantityError:
    guess = closest_unit(name)
    if dimension is not None:
        units = units_of(dimension)
        guess = guess if guess in units else None
        return QuantityError(
            "quantity_unit", dimension=dimension, units=units, got=text, guess=guess
        )
    return QuantityError("unknown_unit", unit=name, got=text, guess=guess)
