"""Lines between cells that differ, as long straight pieces.

Coordinates are columns (to the east) and rows (to the south); the corner of the
frame is (0, 0).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray


def around(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the edges of an area.

    Parameters
    ----------
    mask
        True in the area, shape ``(rows, cols)``.

    Returns
    -------
    NDArray[np.float64]
        From and to of every piece, shape ``(n_pieces, 2, 2)``.

    """
    return between(mask.astype(np.int32))


def between(code: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return the edges between cells with different codes; 0 lies around them all.

    Parameters
    ----------
    code
        Code per place, shape ``(rows, cols)``.

    """
    padded = np.pad(code, 1)
    upright = (padded[1:-1, 1:] != padded[1:-1, :-1]).T
    flat = padded[1:, 1:-1] != padded[:-1, 1:-1]
    return np.concatenate([_runs(upright)[:, :, ::-1], _runs(flat)])


def inner(code: NDArray[np.integer]) -> NDArray[np.float64]:
    """Return the edges between codes above 0, without those along 0."""
    upright, flat = np.zeros((2, *code.shape), np.bool_)
    held = code > 0
    upright[:, 1:] = (code[:, 1:] != code[:, :-1]) & held[:, 1:] & held[:, :-1]
    flat[1:] = (code[1:] != code[:-1]) & held[1:] & held[:-1]
    return np.concatenate([_runs(upright.T)[:, :, ::-1], _runs(flat)])


def _runs(line: NDArray[np.bool_]) -> NDArray[Any]:
    """Join places that are true in a row, as ((from, row), (to, row))."""
    padded = np.pad(line, ((0, 0), (1, 1))).astype(np.int8)
    change = np.diff(padded, axis=1)
    row, start = np.nonzero(change == 1)
    _, stop = np.nonzero(change == -1)
    ends = np.stack([np.stack([start, row], 1), np.stack([stop, row], 1)], axis=1)
    return ends.astype(np.float64)
