"""Invented land to measure on: cells in a square, smooth suitability with noise.

A use's suitability is a sum of few long waves plus noise, so it looks the same at
every number of cells; 10 to 20 % of the cells, in patches, are closed to it. A texture
of some cells wide may come on top, which does not. Scores are rounded to 2^-16: the
same on every machine, whatever its floating-point units.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

USES = (
    "homes",
    "business",
    "solar",
    "wind",
    "forest",
    "nature",
    "storage",
    "defence",
)
"""Names of land uses beside "none"; an instance takes the first so many."""

N_WAVES = 12
"""Waves per direction: the finest is a twelfth of the square."""

NOISE = 0.3
"""Standard deviation of a cell's noise; that of the waves is 1."""

TEXTURE_CELLS = 4.0
"""Standard deviation of the bell that noise is smoothed with to a texture [cells]."""

STEP = 2.0**-16
"""What scores are rounded to [points]."""


@dataclass(frozen=True)
class Roughness:
    """What comes on top of the waves of a use, whose standard deviation is 1.

    Parameters
    ----------
    noise
        Standard deviation of the noise per cell [points].
    texture
        The same of the texture [points].

    """

    noise: float = NOISE
    texture: float = 0.0


@dataclass(frozen=True, eq=False)
class Landscape:
    """Cells, what each use is worth there, and where it may come.

    Parameters
    ----------
    use_name
        "none" and the land uses.
    row, col
        Place per cell, int32, raster order, shape ``(n_cells,)``.
    score
        Points, float32, shape ``(n_uses, n_cells)``.
    allowed
        Whether the use may come there, shape ``(n_uses, n_cells)``.

    """

    use_name: tuple[str, ...]
    row: NDArray[np.int32]
    col: NDArray[np.int32]
    score: NDArray[np.float32]
    allowed: NDArray[np.bool_]


SMOOTH = Roughness()
"""Waves with a little noise."""


def landscape(
    n_cells: int,
    n_uses: int,
    rng: np.random.Generator,
    rough: Roughness = SMOOTH,
) -> Landscape:
    """Make land with so many cells and land uses.

    Parameters
    ----------
    n_cells
        Number of cells; the last row of the square may be short.
    n_uses
        Number of land uses beside "none".
    rng
        Where chance comes from.
    rough
        Noise and texture.

    Raises
    ------
    ValueError
        If there is no cell, or no name for a use.

    """
    if n_cells < 1:
        raise ValueError(f"n_cells must be at least 1, got {n_cells}")
    if not 1 <= n_uses <= len(USES):
        raise ValueError(f"n_uses must lie in 1..{len(USES)}, got {n_uses}")
    side = int(np.ceil(np.sqrt(n_cells)))
    row, col = np.divmod(np.arange(n_cells, dtype=np.int32), np.int32(side))
    score = np.zeros((n_uses + 1, n_cells), np.float32)
    allowed = np.ones((n_uses + 1, n_cells), bool)
    for use in range(1, n_uses + 1):
        wave = _waves(side, rng)[:n_cells]
        wave += rough.noise * rng.standard_normal(n_cells)
        if rough.texture:
            wave += rough.texture * _texture(side, rng)[:n_cells]
        score[use] = np.rint(wave / STEP) * STEP
        allowed[use] = _waves(side, rng)[:n_cells] < 1.0
    return Landscape(("none", *USES[:n_uses]), row, col, score, allowed)


def _waves(side: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Sum long waves over a square; mean 0, standard deviation 1."""
    number = np.arange(N_WAVES)
    wave = np.cos(np.pi * np.outer((np.arange(side) + 0.5) / side, number))
    size = rng.standard_normal((N_WAVES, N_WAVES))
    size /= 1.0 + number[:, None] ** 2 + number[None, :] ** 2
    size[0, 0] = 0.0
    field: NDArray[np.float64] = (wave @ size @ wave.T).ravel()
    field /= field.std() or 1.0
    return field


def _texture(side: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Smooth noise over a square; mean about 0, standard deviation 1."""
    noise = rng.standard_normal((side, side))
    field: NDArray[np.float64] = gaussian_filter(noise, TEXTURE_CELLS).ravel()
    field /= field.std() or 1.0
    return field
