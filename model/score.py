"""Score all uses in one pass: every layer is read once, every score written once.

    score[k, i] = scale[i] * sum over gains( points * worth[i] )         [points]

Cells are walked in blocks. In a block every distinct worth is worked out once,
however many uses have it, and each use then adds up its points. All of that stays in
the processor's cache: main memory sees the layers go in and the scores come out.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.blend import Blend, Gain
from model.kernels.combination import points_block
from model.worths import Worths

Floats = NDArray[np.float32]

BLOCK = 32_768
"""Cells at a time: a worth takes 128 kB. Smaller blocks spend more on calls: 8,192
cells at a time took a quarter longer."""


def score(
    gains: Sequence[Sequence[Gain]], scale: Floats, *, block: int = BLOCK
) -> Floats:
    """Add up what every use gains.

    Parameters
    ----------
    gains
        Gains per use, in the order in which they are added.
    scale
        What the sum is multiplied by: land per cell [ha], shape ``(n_cells,)``.
    block
        Cells at a time; it changes nothing but the seconds.

    Returns
    -------
    NDArray[np.float32]
        Points, shape ``(n_uses, n_cells)``; 0 for a use that gains nothing.

    Raises
    ------
    ValueError
        If a gain has another number of cells than ``scale``.

    """
    worths = Worths()
    rows = [_numbers([worths.row(gain.blend) for gain in use]) for use in gains]
    points = [np.array([gain.points for gain in use], np.float32) for use in gains]
    for shape in worths.shapes:
        if shape != scale.shape:
            raise ValueError(
                f"factors must have {scale.size:,} cells, got shape {shape}"
            )
    result = np.empty((len(gains), scale.size), np.float32)
    worth = np.empty((worths.n_rows, min(block, scale.size)), np.float32)
    for first in range(0, scale.size, block):
        cells = slice(first, min(first + block, scale.size))
        worths.fill(cells, worth)
        land = np.ascontiguousarray(scale[cells], np.float32)
        for use, row in enumerate(rows):
            points_block(worth, row, points[use], land, result[use, cells])
    return result


def worth_of(blend: Blend) -> Floats:
    """Return the worth of every cell, 0..1, shape ``(n_cells,)``."""
    worth: Floats = score([[Gain(1.0, blend)]], np.ones(blend.n_cells, np.float32))[0]
    return worth


def _numbers(rows: list[int]) -> NDArray[np.int32]:
    return np.array(rows, np.int32)
