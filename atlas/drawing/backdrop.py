"""The pale land under the allocation: current use, or what else is known.

Without a layer of current use, water and built-up land come from their fractions, and
land of which nothing is available is a shade darker.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.colours import LAND, TAKEN, WATER, Rgb, pale
from atlas.read_run import CURRENT_USE, Run
from atlas.words.words import Words
from grids.layers import NO_ZONE, Layer

FRACTIONS = (
    ("built_up", "current.built_up", pale("built_up")),
    ("open_water", "current.water", WATER),
    ("large_water", "current.water", WATER),
)
"""Layers that may be there without a current use, with name and colour."""


@dataclass(frozen=True, eq=False)
class Backdrop:
    """Colour per cell, and what the colours mean.

    Parameters
    ----------
    colour
        Red, green, blue per cell, shape ``(n_cells, 3)``, uint8.
    entries
        Name and colour, the largest area first.

    """

    colour: NDArray[np.uint8]
    entries: tuple[tuple[str, Rgb], ...]


def backdrop(run: Run, words: Words) -> Backdrop:
    """Return the pale land of a run."""
    layer = run.layer(CURRENT_USE)
    if layer is not None and layer.kind in ("class", "zone"):
        return _of_classes(layer, words)
    return _of_fractions(run, words)


def _of_classes(layer: Layer, words: Words) -> Backdrop:
    """Give every current use its pale colour."""
    found, counts = np.unique(layer.values, return_counts=True)
    table = np.tile(np.array(LAND, np.uint8), (max(layer.labels, default=0) + 2, 1))
    entries: dict[str, Rgb] = {}
    for spare, code in enumerate(found[np.argsort(-counts, kind="stable")]):
        if code == NO_ZONE:
            continue
        name = layer.labels[int(code)]
        colour = pale(name, spare)
        table[code] = colour
        entries.setdefault(words.known("current", name), colour)
    return Backdrop(table[layer.values], tuple(entries.items()))


def _of_fractions(run: Run, words: Words) -> Backdrop:
    """Show water, towns, other land that is taken, and land that may change."""
    colour: NDArray[Any] = np.tile(np.array(LAND, np.uint8), (run.grid.n_cells, 1))
    taken = run.available_ha <= 0
    colour[taken] = TAKEN
    entries = {words.say("map.land"): LAND}
    for name, key, chosen in FRACTIONS:
        layer = run.layer(name)
        if layer is None or layer.kind != "fraction":
            continue
        here = layer.values > 0.5
        colour[here], taken = chosen, taken & ~here
        if here.any():
            entries[words.say(key)] = chosen
    if taken.any():
        entries[words.say("map.taken")] = TAKEN
    return Backdrop(colour, tuple(entries.items()))
