"""Sums of available land per use, zone and current use [ha].

Everywhere in atlas the area of a use is the *available* land of its cells
(``available_ha``), as claims count it; not the area of whole cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atlas.document import Use
from atlas.read_run import Run
from grids.layers import NO_ZONE, Layer


@dataclass(frozen=True, eq=False)
class Tally:
    """Hectares per group and use.

    Parameters
    ----------
    groups
        Name per row; empty for cells that lie in no group.
    codes
        Code of the group per row, ``NO_ZONE`` for none.
    ha
        Hectares, shape ``(n_groups, n_uses)``.

    """

    groups: tuple[str, ...]
    codes: tuple[int, ...]
    ha: NDArray[np.float64]


def per_use(run: Run) -> NDArray[np.float64]:
    """Return the area of every use [ha], shape ``(n_uses,)``."""
    return sums(run.use, run.available_ha, len(run.uses))


def codes_of(run: Run, uses: Sequence[Use]) -> NDArray[np.int32]:
    """Return the place of every cell's use in a list of uses of several runs."""
    place = {use.id: number for number, use in enumerate(uses)}
    table = np.array([place[use.id] for use in run.uses], np.int32)
    return table[run.use]


def sums(
    code: NDArray[np.integer], weight: NDArray[np.float64], n_codes: int
) -> NDArray[np.float64]:
    """Sum a weight per code, shape ``(n_codes,)``."""
    return np.bincount(code, weight, minlength=n_codes).astype(np.float64)


def per_group(run: Run, layer: Layer) -> Tally:
    """Return the area of every use in every zone or class of a layer.

    Groups without a cell are left out; the order is that of the codes, cells without
    a group last.
    """
    codes = np.unique(layer.values)
    order = np.append(codes[codes != NO_ZONE], codes[codes == NO_ZONE])
    place = np.zeros(int(codes.max()) + 2, np.int64)
    place[order] = np.arange(order.size)
    ha = matrix(
        place[layer.values], run.use, run.available_ha, (order.size, len(run.uses))
    )
    names = tuple(layer.labels.get(int(code), "") for code in order)
    return Tally(names, tuple(int(code) for code in order), ha)


def matrix(
    rows: NDArray[np.integer],
    cols: NDArray[np.integer],
    weight: NDArray[np.float64],
    shape: tuple[int, int],
) -> NDArray[np.float64]:
    """Sum a weight per pair of codes.

    Parameters
    ----------
    rows, cols
        Code per cell, shape ``(n_cells,)``.
    weight
        What is summed, shape ``(n_cells,)``.
    shape
        Number of codes on both sides.

    """
    pair = rows.astype(np.int64) * shape[1] + cols
    return sums(pair, weight, shape[0] * shape[1]).reshape(shape)
