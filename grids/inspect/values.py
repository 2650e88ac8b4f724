"""What the numbers of a layer give away: emptiness, sameness, a wrong unit, gaps.

``empty``: no cell has any of it. ``constant``: the same in every cell, which a zone or
a mask may be only where it covers the whole province. ``unit``: outside what
``plausible.yaml`` says. ``incomplete``: more than ``MOST_MISSING`` of the cells lack
what every cell must have.
"""

from collections.abc import Iterator

from grids.inspect.doubt import Doubt
from grids.inspect.plausible import Plausible, must_cover, other_units, plausible_of
from grids.layers import NO_ZONE, Layer
from grids.sentence import Sentence

MOST_MISSING = 0.02
"""Share of the cells that may lack data: shores and slivers along the border."""


def value_doubts(layer: Layer) -> Iterator[Doubt]:
    """Find what the numbers give away.

    Parameters
    ----------
    layer
        The layer on the grid.

    Yields
    ------
    Doubt
        At most one about emptiness or sameness, one about the unit, one about gaps.

    """
    if layer.kind in ("zone", "class"):
        yield from _codes(layer)
        return
    least, most = float(layer.values.min()), float(layer.values.max())
    if layer.kind == "fraction" and most == 0:
        yield Doubt("empty", _empty(layer))
    elif least == most:
        yield Doubt(
            "constant",
            Sentence(
                "{name} has the same number {value:g} in every cell; check column, "
                "band and where",
                name=layer.name,
                value=least,
            ),
        )
    expected = plausible_of(layer) if layer.kind == "value" else None
    if expected is not None and not expected.holds(least, most):
        yield Doubt("unit", _unit(layer, expected, (least, most)))
    yield from _gaps(layer, layer.origin.missing)


def _codes(layer: Layer) -> Iterator[Doubt]:
    """Look at zones and classes."""
    held = layer.values != NO_ZONE
    if not held.any():
        yield Doubt("empty", _empty(layer))
        return
    if layer.kind == "class" and len(layer.labels) == 1:
        yield Doubt(
            "constant",
            Sentence(
                "{name} has only the class '{label}'; check column and where",
                name=layer.name,
                label=next(iter(layer.labels.values())),
            ),
        )
    if must_cover(layer):
        yield from _gaps(layer, int((~held).sum()))


def _gaps(layer: Layer, n: int) -> Iterator[Doubt]:
    if n <= MOST_MISSING * layer.values.size:
        return
    yield Doubt(
        "incomplete",
        Sentence(
            "{name} covers {share:.1f} % of the province: {n:,} of {all:,} cells have "
            "no data; take a source that covers the province",
            name=layer.name,
            share=100 * (1 - n / layer.values.size),
            n=n,
            all=layer.values.size,
        ),
    )


def _empty(layer: Layer) -> str:
    return Sentence(
        "{name} is empty: no cell of the province has any of it; check where, table "
        "and column, or leave the layer out so that its rules are told as not applied",
        name=layer.name,
    )


def _unit(layer: Layer, expected: Plausible, found: tuple[float, float]) -> str:
    """Say what is expected, and in which unit the numbers would fit."""
    fits = [
        unit
        for unit, factor in other_units(layer.unit).items()
        if expected.holds(found[0] * factor, found[1] * factor)
    ]
    hint = Sentence("check column and unit")
    if fits:
        hint = Sentence(
            "the numbers fit {unit}: convert them, for instance with "
            'value: "column * {factor:g}"',
            unit=fits[0],
            factor=other_units(layer.unit)[fits[0]],
        )
    elif layer.unit.endswith("/ha") and found[1] > expected.high:
        hint = Sentence(
            "if they count per polygon, set per_ha: true; if they are per km2, "
            'set value: "column / 100"'
        )
    limits = {"low": expected.low, "high": expected.high}
    least, most = _short(found[0]), _short(found[1])
    values = {"least": least, "most": most, "unit": layer.unit}
    if found[0] < expected.low or found[1] > expected.high:
        return Sentence(
            "{name} holds {least:,} to {most:,} {unit}, but {low:,g} to "
            "{high:,g} is what the Netherlands have; {hint}",
            name=layer.name,
            hint=hint,
            **values,
            **limits,
        )
    return Sentence(
        "{name} is nowhere above {most:,} {unit}, but {reach:,g} is reached in "
        "every province; {hint}",
        name=layer.name,
        most=most,
        unit=layer.unit,
        reach=expected.reach,
        hint=hint,
    )


def _short(number: float) -> float:
    """Round a number to four digits, to whole ones where it is large."""
    short = float(f"{number:.4g}")
    return round(number) if abs(number) >= 100 or short.is_integer() else short
