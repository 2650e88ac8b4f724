"""The one raster of square cells that all layers of a province share.

Edges lie on multiples of the cell size in RD New (EPSG:28992), as the CBS 100 m
grid. Only cells inside the province are numbered: ``0 .. n_cells - 1`` in raster
order (west to east, north to south). Arrays per cell have shape ``(n_cells,)``,
planes ``(rows, cols)`` with row 0 in the north.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from grids.sentence import Sentence

CRS = "EPSG:28992"
"""RD New, the only coordinate system inside the house [m]."""

CELL_SIZES_M = (25, 50, 100, 250, 500)
"""Cell sizes a grid may have [m]."""

SQUARE_M_PER_HA = 10_000
"""Square metres in a hectare."""


class GridMismatchError(ValueError):
    """A layer does not lie on the grid it is used with."""


@dataclass(frozen=True)
class Frame:
    """A rectangle of cells: size, place, and nothing about the province.

    Parameters
    ----------
    cell_m
        Edge of a cell [m], one of ``CELL_SIZES_M``.
    west_m, north_m
        RD coordinates of the upper left corner [m], multiples of ``cell_m``.
    rows, cols
        Number of cells from north to south and from west to east.

    """

    cell_m: int
    west_m: int
    north_m: int
    rows: int
    cols: int

    def __post_init__(self) -> None:
        """Check size and snapping."""
        if self.cell_m not in CELL_SIZES_M:
            raise ValueError(
                Sentence(
                    "cell size must be one of {known} m, got {got} m",
                    known=CELL_SIZES_M,
                    got=self.cell_m,
                )
            )
        if self.west_m % self.cell_m or self.north_m % self.cell_m:
            raise ValueError(
                f"grid corner must lie on multiples of {self.cell_m} m, "
                f"got X {self.west_m} Y {self.north_m}"
            )
        if self.rows < 1 or self.cols < 1:
            raise ValueError(
                f"grid must have at least one row and column, got "
                f"{self.rows} x {self.cols}"
            )

    @classmethod
    def around(cls, bounds_m: Sequence[float], cell_m: int) -> "Frame":
        """Make the smallest snapped frame that holds the bounds.

        Parameters
        ----------
        bounds_m
            West, south, east, north in RD [m].
        cell_m
            Edge of a cell [m].

        """
        west, south, east, north = bounds_m
        left, top = int(west // cell_m), int(-(-north // cell_m))
        cols = max(1, int(-(-east // cell_m)) - left)
        rows = max(1, top - int(south // cell_m))
        return cls(cell_m, left * cell_m, top * cell_m, rows, cols)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.cols

    @property
    def bounds_m(self) -> tuple[int, int, int, int]:
        """West, south, east, north in RD [m]."""
        return (
            self.west_m,
            self.north_m - self.rows * self.cell_m,
            self.west_m + self.cols * self.cell_m,
            self.north_m,
        )

    @property
    def transform(self) -> Affine:
        """Affine transform from column, row to RD [m]."""
        cell = self.cell_m
        return Affine(cell, 0, self.west_m, 0, -cell, self.north_m)

    @property
    def cell_area_ha(self) -> float:
        """Area of one cell [ha]."""
        return self.cell_m**2 / SQUARE_M_PER_HA

    def padded(self, halo_m: float) -> "Frame":
        """Return the frame with a margin of at least ``halo_m`` on every side."""
        pad = int(-(-halo_m // self.cell_m))
        return Frame(
            self.cell_m,
            self.west_m - pad * self.cell_m,
            self.north_m + pad * self.cell_m,
            self.rows + 2 * pad,
            self.cols + 2 * pad,
        )

    def window_in(self, outer: "Frame") -> tuple[slice, slice]:
        """Return the row and column slices of this frame inside a larger one.

        Raises
        ------
        GridMismatchError
            If the cell sizes differ or this frame sticks out.

        """
        top, rest_row = divmod(outer.north_m - self.north_m, outer.cell_m)
        left, rest_col = divmod(self.west_m - outer.west_m, outer.cell_m)
        fits = (
            self.cell_m == outer.cell_m
            and not rest_row
            and not rest_col
            and min(top, left) >= 0
            and top + self.rows <= outer.rows
            and left + self.cols <= outer.cols
        )
        if not fits:
            raise GridMismatchError(
                f"frame must lie inside {describe(outer)}, but is {describe(self)}"
            )
        return slice(top, top + self.rows), slice(left, left + self.cols)

    def centres_m(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return X of the columns and Y of the rows, at cell centres [m]."""
        half = self.cell_m / 2
        x = self.west_m + half + self.cell_m * np.arange(self.cols, dtype=np.float64)
        y = self.north_m - half - self.cell_m * np.arange(self.rows, dtype=np.float64)
        return x, y


@dataclass(frozen=True, eq=False)
class Grid:
    """The cells of a province.

    Parameters
    ----------
    frame
        The rectangle around the province.
    inside
        True where the cell belongs to the province, shape ``(rows, cols)``.

    """

    frame: Frame
    inside: NDArray[np.bool_]

    def __post_init__(self) -> None:
        """Check the shape and that there is a cell at all."""
        if self.inside.shape != self.frame.shape:
            raise GridMismatchError(
                f"inside must have shape {self.frame.shape}, got {self.inside.shape}"
            )
        if not self.inside.any():
            raise ValueError(
                Sentence("province must cover at least one cell, got none")
            )

    @property
    def cell_m(self) -> int:
        """Edge of a cell [m]."""
        return self.frame.cell_m

    @property
    def cell_area_ha(self) -> float:
        """Area of one cell [ha]."""
        return self.frame.cell_area_ha

    @cached_property
    def n_cells(self) -> int:
        """Number of cells inside the province."""
        return int(self.inside.sum())

    @cached_property
    def row(self) -> NDArray[np.int32]:
        """Row of every cell, shape ``(n_cells,)``."""
        return np.nonzero(self.inside)[0].astype(np.int32)

    @cached_property
    def col(self) -> NDArray[np.int32]:
        """Column of every cell, shape ``(n_cells,)``."""
        return np.nonzero(self.inside)[1].astype(np.int32)

    @cached_property
    def number(self) -> NDArray[np.int32]:
        """Cell number per place, -1 outside, shape ``(rows, cols)``."""
        plane = np.full(self.frame.shape, -1, np.int32)
        plane[self.inside] = np.arange(self.n_cells, dtype=np.int32)
        return plane

    @cached_property
    def right(self) -> NDArray[np.int32]:
        """Number of the eastern neighbour, -1 where none, shape ``(n_cells,)``."""
        return self._neighbour(0, 1)

    @cached_property
    def lower(self) -> NDArray[np.int32]:
        """Number of the southern neighbour, -1 where none, shape ``(n_cells,)``."""
        return self._neighbour(1, 0)

    def _neighbour(self, down: int, east: int) -> NDArray[np.int32]:
        padded = np.pad(self.number, ((0, down), (0, east)), constant_values=-1)
        return padded[self.row + down, self.col + east]

    def to_plane(self, values: NDArray[Any], fill: Any) -> NDArray[Any]:
        """Spread values per cell over the frame; ``fill`` outside the province."""
        if values.shape[-1:] != (self.n_cells,):
            raise GridMismatchError(
                f"values must have {self.n_cells:,} cells, got shape {values.shape}"
            )
        shape = (*values.shape[:-1], *self.frame.shape)
        plane = np.full(shape, fill, values.dtype)
        plane[..., self.inside] = values
        return plane

    def from_plane(self, plane: NDArray[Any]) -> NDArray[Any]:
        """Take the values of the province's cells from a plane over the frame."""
        if plane.shape[-2:] != self.frame.shape:
            raise GridMismatchError(
                f"plane must lie on {describe(self.frame)}, got shape {plane.shape}"
            )
        return np.ascontiguousarray(plane[..., self.inside])


def describe(frame: Frame) -> str:
    """Say which raster a frame is, in one phrase."""
    west, _, _, north = frame.bounds_m
    return Sentence(
        "{cols} x {rows} cells of {cell} m from X {x:,} Y {y:,}, {crs}",
        cols=frame.cols,
        rows=frame.rows,
        cell=frame.cell_m,
        x=west,
        y=north,
        crs=CRS,
    )
