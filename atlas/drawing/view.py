"""Which part of the frame a map shows, and how many pixels a cell gets.

A cell is a whole number of pixels wherever the picture allows it: then all cells are
equally large and crisp.
"""

from dataclasses import dataclass

import numpy as np

from grids.grid import Grid

DPI = 200
"""Pixels per inch of all pictures."""

MARGIN = 1
"""Cells of white around the province."""


@dataclass(frozen=True)
class View:
    """A rectangle of cells, drawn at a scale.

    Parameters
    ----------
    left, top
        First column and row; may lie outside the frame.
    cols, rows
        Size in cells.
    scale
        Pixels per cell.

    """

    left: int
    top: int
    cols: int
    rows: int
    scale: float

    @property
    def width(self) -> int:
        """Width [pixels]."""
        return round(self.cols * self.scale)

    @property
    def height(self) -> int:
        """Height [pixels]."""
        return round(self.rows * self.scale)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """West, east, south and north in columns and rows."""
        right, bottom = self.left + self.cols, self.top + self.rows
        return self.left, right, bottom, self.top


def fit(grid: Grid, boxes: tuple[tuple[int, int], ...]) -> View:
    """Show the whole province as large as one of the boxes allows.

    Parameters
    ----------
    grid
        The cells.
    boxes
        Width and height [pixels] that a map may have, such as landscape and portrait.

    """
    in_row = np.flatnonzero(grid.inside.any(axis=1))
    in_col = np.flatnonzero(grid.inside.any(axis=0))
    left, top = int(in_col[0]) - MARGIN, int(in_row[0]) - MARGIN
    cols = int(in_col[-1]) + 1 + MARGIN - left
    rows = int(in_row[-1]) + 1 + MARGIN - top
    scale = max(min(width / cols, height / rows) for width, height in boxes)
    return View(left, top, cols, rows, round(scale) if scale > 0.75 else scale)
