"""Smooth random planes, the same on every machine.

Value noise: random numbers on a lattice, joined by smooth steps, in octaves. Only
``+ - * /`` and square roots are used: sines and powers differ in the last bit between
processors, and a hash over the province would show it.
"""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

ROWS = 600
"""Rows of the plane on which the province is drawn."""

COLS = 720
"""Columns of the plane on which the province is drawn."""

CELL_M = 100
"""Cell size at which it is drawn [m]."""

Plane = NDArray[np.float64]
"""Numbers over the plane, shape ``(ROWS, COLS)``."""

Mask = NDArray[np.bool_]
"""Cells of the plane, shape ``(ROWS, COLS)``."""

Key = tuple[int, int]
"""Seed and version of a province."""


def stream(key: Key, purpose: str) -> np.random.Generator:
    """Return the random numbers of one purpose, apart from all others."""
    seeds = np.random.SeedSequence([*key, crc32(purpose.encode())])
    return np.random.Generator(np.random.PCG64(seeds))


def noise(rng: np.random.Generator, scale: float, octaves: int = 3) -> Plane:
    """Return a smooth random plane from 0 to 1.

    Parameters
    ----------
    rng
        Source of the lattice.
    scale
        Size of the largest shapes [cells].
    octaves
        Number of layers, each half as large and half as strong.

    """
    total, strength = np.zeros((ROWS, COLS)), 1.0
    for octave in range(octaves):
        step = scale / 2**octave
        total += strength * _interpolated(rng, step)
        strength /= 2
    low, high = total.min(), total.max()
    return np.asarray((total - low) / (high - low))


def wander(
    rng: np.random.Generator, length: int, scale: float, octaves: int = 2
) -> Plane:
    """Return a smooth random line from -1 to 1, shape ``(length,)``."""
    total, strength = np.zeros(length), 1.0
    for octave in range(octaves):
        first, part = _steps(length, scale / 2**octave)
        lattice = rng.random(int(first[-1]) + 2)
        total += strength * (lattice[first] * (1 - part) + lattice[first + 1] * part)
        strength /= 2
    line: Plane = 2 * total / (2 - 2 * strength) - 1
    return line


def smooth(value: Plane) -> Plane:
    """Return 0 below 0, 1 above 1, and a smooth step between."""
    part = np.clip(value, 0, 1)
    return np.asarray(part * part * (3 - 2 * part))


def places() -> tuple[Plane, Plane]:
    """Return the row and column of every cell, as planes."""
    rows, cols = np.mgrid[0:ROWS, 0:COLS]
    return rows.astype(np.float64), cols.astype(np.float64)


def _interpolated(rng: np.random.Generator, step: float) -> Plane:
    """Return one octave: a random lattice, interpolated."""
    row, down = _steps(ROWS, step)
    col, along = _steps(COLS, step)
    lattice = rng.random((int(row[-1]) + 2, int(col[-1]) + 2))
    lines = lattice[row] * (1 - down)[:, None] + lattice[row + 1] * down[:, None]
    return lines[:, col] * (1 - along) + lines[:, col + 1] * along


def _steps(length: int, step: float) -> tuple[NDArray[np.int64], Plane]:
    """Return the lattice point before each place, and how far beyond it."""
    place = np.arange(length) / step
    first = place.astype(np.int64)
    return first, smooth(place - first)
