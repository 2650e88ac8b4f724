"""The pale land under the allocation: current use, or what else is known.

Without a layer of current use, water and built-up land come from their fractions, and
land of which nothing is available is a shade darker.
"""

from dataclasses import dataclass

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
    """What the land is today, and in which colour.

    Parameters
    ----------
    code
        Place in the table per cell, shape ``(n_cells,)``.
    table
        Name and colour per code; 0 is land of which nothing more is known, without
        a name where there is none.

    """

    code: NDArray[np.int32]
    table: tuple[tuple[str, Rgb], ...]

    @property
    def colour(self) -> NDArray[np.uint8]:
        """Red, green, blue per cell, shape ``(n_cells, 3)``."""
        colours = np.array([colour for _, colour in self.table], np.uint8)
        return colours[self.code]

    @property
    def entries(self) -> tuple[tuple[str, Rgb], ...]:
        """Names and colours to explain."""
        return tuple(entry for entry in self.table if entry[0])


def backdrop(run: Run, words: Words) -> Backdrop:
    """Return the pale land of a run."""
    layer = run.layer(CURRENT_USE)
    if layer is not None and layer.kind in ("class", "zone"):
        return _of_classes(layer, words)
    return _of_fractions(run, words)


def _of_classes(layer: Layer, words: Words) -> Backdrop:
    """Give every current use its pale colour, the largest area first."""
    found, counts = np.unique(layer.values, return_counts=True)
    place = np.zeros(max(layer.labels, default=0) + 2, np.int32)
    table: dict[str, tuple[int, Rgb]] = {"": (0, LAND)}
    for spare, code in enumerate(found[np.argsort(-counts, kind="stable")]):
        if code == NO_ZONE:
            continue
        name = layer.labels[int(code)]
        shown = words.known("current", name)
        at, _ = table.setdefault(shown, (len(table), pale(name, spare)))
        place[code] = at
    colours = tuple((name, colour) for name, (_, colour) in table.items())
    return Backdrop(place[layer.values], colours)


def _of_fractions(run: Run, words: Words) -> Backdrop:
    """Show water, towns, other land that is taken, and land that may change."""
    code = np.zeros(run.grid.n_cells, np.int32)
    taken = run.available_ha <= 0
    table = {words.say("map.land"): LAND}
    for name, key, chosen in FRACTIONS:
        layer = run.layer(name)
        if layer is None or layer.kind != "fraction":
            continue
        here = layer.values > 0.5
        taken &= ~here
        if here.any():
            table[words.say(key)] = chosen
            code[here] = list(table).index(words.say(key))
    if taken.any():
        table[words.say("map.taken")] = TAKEN
        code[taken & (code == 0)] = len(table) - 1
    return Backdrop(code, tuple(table.items()))
