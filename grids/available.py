"""Land that may change use: the province less what is taken.

    available_ha[cell] = area of (cell in the province, less all taken polygons)

The polygons of all sources are dissolved together first, so overlap counts once. A
``complement`` source takes the province less its polygons. At the border only the part
of the cell inside the province counts.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.rasterise import dissolve, fractions
from grids.sentence import Sentence
from grids.sources import LayerSource
from grids.vector import read_vector


def available_ha(
    grid: Grid, outline: Any, sources: Sequence[LayerSource]
) -> NDArray[np.float32]:
    """Return the land per cell that may change use.

    Parameters
    ----------
    grid
        The cells.
    outline
        Polygon of the province in RD.
    sources
        Polygons whose land is taken; kind fraction.

    Returns
    -------
    NDArray[np.float32]
        Available land [ha], shape ``(n_cells,)``.

    Raises
    ------
    ValueError
        If a source is not of kind fraction.

    """
    taken = [_taken(source, grid, outline) for source in sources]
    return available_from(grid, outline, taken)


def available_from(
    grid: Grid, outline: Any, taken: Sequence[Any]
) -> NDArray[np.float32]:
    """Return the land per cell that polygons in RD leave over [ha], ``(n_cells,)``."""
    left = outline.difference(dissolve(taken)) if len(taken) else outline
    share = fractions([left] if left.area > 0 else [], grid.frame)
    hectares = grid.from_plane(share) * np.float32(grid.cell_area_ha)
    return hectares.astype(np.float32)


def _taken(source: LayerSource, grid: Grid, outline: Any) -> Any:
    """Return the land that a source takes, as one geometry."""
    if source.kind != "fraction":
        raise ValueError(
            Sentence(
                "land taken off must be of kind fraction, got layer '{name}' of "
                "kind {kind}",
                name=source.name,
                kind=source.kind,
            )
        )
    whole = dissolve(read_vector(source, grid.frame.bounds_m).geometries)
    return outline.difference(whole) if source.complement else whole
