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

FRACTIONS = ("open_water", "large_water")
"""Layers of water that may be there without a current use."""


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
    """Show water, land that is taken, and other land."""
    colour: NDArray[Any] = np.tile(np.array(LAND, np.uint8), (run.grid.n_cells, 1))
    taken, water = run.available_ha <= 0, np.zeros(run.grid.n_cells, np.bool_)
    for name in FRACTIONS:
        layer = run.layer(name)
        if layer is not None and layer.kind == "fraction":
            water |= layer.values > 0.5
    colour[taken], colour[water] = TAKEN, WATER
    entries = [(words.say("map.land"), LAND)]
    if (taken & ~water).any():
        entries.append((words.say("map.taken"), TAKEN))
    if water.any():
        entries.append((words.say("current.water"), WATER))
    return Backdrop(colour, tuple(entries))
