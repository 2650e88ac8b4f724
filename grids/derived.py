"""Layers made of other layers: where a condition holds, and square blocks."""

from collections.abc import Mapping

import numpy as np

from grids.grid import Grid
from grids.layers import Layer, Origin
from grids.where import names, select
from grids.zones import blocks


def holds(
    name: str, text: str, layers: Mapping[str, Layer], origin: Origin | None = None
) -> Layer:
    """Return a fraction layer: 1 in the cells where a condition holds, 0 elsewhere.

    Parameters
    ----------
    name
        Of the layer.
    text
        Condition over layers (``elevation <= -4 and polder_id``).
    layers
        Those of the province, by name.
    origin
        Source and licence, if they are said; by default those of the layers.

    Raises
    ------
    WhereError
        If the condition cannot be read or names what is not there.

    """
    values = select(layers, text).astype(np.float32)
    of = [layers[one] for one in sorted(names(text))]
    return Layer(name, "fraction", values, "1", origin or _origin(text, of))


def blocks_named(name: str, grid: Grid, block_m: int) -> Layer:
    """Return square blocks as a zone layer of a name; see ``grids.zones.blocks``."""
    made = blocks(grid, block_m)
    return Layer(name, "zone", made.values, "1", made.origin, made.labels)


def _origin(text: str, of: list[Layer]) -> Origin:
    """Say what a layer was derived from; it is as old as the oldest of them."""
    sources = dict.fromkeys(one.origin.source for one in of if one.origin.source)
    licences = dict.fromkeys(one.origin.licence for one in of if one.origin.licence)
    return Origin(
        "; ".join(sources),
        min((one.origin.date for one in of if one.origin.date), default=""),
        ", ".join(licences),
        any(one.origin.invented for one in of),
        f"derived: {text}",
    )
