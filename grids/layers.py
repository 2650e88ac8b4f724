"""A layer: one value per cell of the province, with unit, source and date.

Five kinds. ``fraction``: exact share of the cell that the polygons cover [0..1].
``class``: code of a category per cell. ``distance``: exact Euclidean distance from
the cell to the nearest feature [m]. ``value``: a quantity as measured. ``zone``:
number of the area the cell lies in, -1 for none; codes and names in ``labels``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid, GridMismatchError
from grids.sentence import Sentence

Kind = Literal["fraction", "class", "distance", "value", "zone"]
"""What the numbers of a layer are."""

KINDS: tuple[Kind, ...] = get_args(Kind)
NO_ZONE = -1
"""Code of a cell that lies in no zone and has no class."""


@dataclass(frozen=True)
class Origin:
    """Where a layer comes from, as every result must show.

    Parameters
    ----------
    source
        Who made it and which file or service it is.
    date
        Date the data hold for, ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
    licence
        Terms of use, an SPDX id where there is one.
    invented
        True if the numbers are made up, as in the synthetic province.
    note
        What happened on reading: reprojected, repaired, gaps.
    service
        Address that the file was fetched from, after the kind of its service.
    fetched
        Day on which it was fetched, ``YYYY-MM-DD``.
    missing
        Cells of the province of which the source says nothing, before ``fill``.

    """

    source: str
    date: str = ""
    licence: str = ""
    invented: bool = False
    note: str = ""
    service: str = ""
    fetched: str = ""
    missing: int = 0


@dataclass(frozen=True, eq=False)
class Layer:
    """Values of one thing on the cells of one grid.

    Parameters
    ----------
    name
        Name by which rules and factors ask for it, snake_case.
    kind
        What the numbers are, one of ``KINDS``.
    values
        float32 for fraction, distance and value; int32 for class and zone; shape
        ``(n_cells,)``.
    unit
        Unit of the values, ``1`` for a fraction, ``m`` for a distance.
    origin
        Source, date and licence.
    labels
        Name per code, for class and zone.

    """

    name: str
    kind: Kind
    values: NDArray[Any]
    unit: str
    origin: Origin
    labels: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check kind, type and range of the values."""
        if self.kind not in KINDS:
            raise ValueError(f"kind of layer '{self.name}' must be one of {KINDS}")
        wanted = np.int32 if self.kind in ("class", "zone") else np.float32
        if self.values.dtype != wanted or self.values.ndim != 1:
            raise TypeError(
                f"layer '{self.name}' must hold {np.dtype(wanted)} per cell, got "
                f"{self.values.dtype} of shape {self.values.shape}"
            )
        if self.kind in ("class", "zone"):
            unknown = set(np.unique(self.values).tolist()) - {NO_ZONE, *self.labels}
            if unknown:
                raise ValueError(
                    f"every code of layer '{self.name}' must have a label, "
                    f"got none for {sorted(unknown)[:5]}"
                )
            return
        if not np.isfinite(self.values).all():
            raise ValueError(
                Sentence(
                    "layer '{name}' must have a number in every cell of the "
                    "province, got {n:,} without",
                    name=self.name,
                    n=int((~np.isfinite(self.values)).sum()),
                )
            )
        if self.kind == "fraction" and self.values.size:
            low, high = float(self.values.min()), float(self.values.max())
            if low < 0 or high > 1:
                raise ValueError(
                    Sentence(
                        "fraction '{name}' must lie in [0, 1], got {low:g}..{high:g}",
                        name=self.name,
                        low=low,
                        high=high,
                    )
                )


@dataclass(frozen=True, eq=False)
class Province:
    """A grid, its layers, and the land that may change use.

    Parameters
    ----------
    name
        Id of the province, kebab-case (``zeeland``, ``puzzelland``).
    grid
        The cells.
    layers
        Layers by name, all on the grid.
    available_ha
        Part of each cell that may change use [ha], shape ``(n_cells,)``, float32.

    """

    name: str
    grid: Grid
    layers: Mapping[str, Layer]
    available_ha: NDArray[np.float32]

    def __post_init__(self) -> None:
        """Refuse layers that are not on the grid."""
        n_cells = self.grid.n_cells
        for layer in self.layers.values():
            if layer.values.shape != (n_cells,):
                raise GridMismatchError(
                    f"layer '{layer.name}' must have {n_cells:,} cells, "
                    f"got {layer.values.size:,}"
                )
        if self.available_ha.shape != (n_cells,):
            raise GridMismatchError(
                f"available_ha must have {n_cells:,} cells, "
                f"got shape {self.available_ha.shape}"
            )
        most = float(self.available_ha.max())
        if self.available_ha.min() < 0 or most > self.grid.cell_area_ha * (1 + 1e-6):
            raise ValueError(
                f"available_ha must lie in [0, {self.grid.cell_area_ha:g}] ha, "
                f"got {float(self.available_ha.min()):g}..{most:g}"
            )
