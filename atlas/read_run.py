"""A run folder as a value: its document, its cells, and the use of every cell.

A run without an answer (``infeasible``, ``no_solution``) has no allocation: then
only its tables can be shown.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.document import Document, Use
from atlas.parse import read_document
from grids.dataset import read_province
from grids.grid import Grid
from grids.layers import NO_ZONE, Layer, Province
from grids.sentence import Sentence

CELLS = "cells.nc"
"""Name of the cells in a run folder."""

ALLOCATION = "allocation"
"""Layer with the use of every cell."""

MUNICIPALITY = "municipality"
"""Layer with the municipality of every cell."""

CURRENT_USE = "current_use"
"""Layer with the land use of today."""

TOLERANCE = 1e-3
"""Relative difference that may lie between hectares in both files (float32)."""


@dataclass(frozen=True, eq=False)
class Run:
    """A run as it was read.

    Parameters
    ----------
    path
        The run folder.
    document
        What ``run.json`` says.
    province
        Cells and layers; None without ``cells.nc``.

    """

    path: Path
    document: Document
    province: Province | None

    @property
    def has_allocation(self) -> bool:
        """Whether there is a use for every cell."""
        return self.province is not None and ALLOCATION in self.province.layers

    @property
    def uses(self) -> tuple[Use, ...]:
        """Uses by code, "none" first."""
        return self.document.uses

    @property
    def grid(self) -> Grid:
        """The cells."""
        return self._cells.grid

    @property
    def use(self) -> NDArray[np.int32]:
        """Code of the use per cell, shape ``(n_cells,)``."""
        return self._cells.layers[ALLOCATION].values

    @property
    def available_ha(self) -> NDArray[np.float64]:
        """Land per cell that may change use [ha], shape ``(n_cells,)``."""
        return self._cells.available_ha.astype(np.float64)

    def layer(self, name: str) -> Layer | None:
        """Return a layer, or None if the run has no such layer."""
        return self._cells.layers.get(name)

    @property
    def layer_names(self) -> tuple[str, ...]:
        """Names of all layers, in the order of the file."""
        return tuple(self._cells.layers)

    def plane(self, values: NDArray[Any], fill: Any) -> NDArray[Any]:
        """Spread values per cell over the frame."""
        return self.grid.to_plane(values, fill)

    @property
    def _cells(self) -> Province:
        if self.province is None:
            raise ValueError(
                Sentence(
                    "run must have {file} to be drawn, got none: {path}",
                    file=CELLS,
                    path=self.path,
                )
            )
        return self.province


def read_run(run_dir: Path) -> Run:
    """Read a run folder.

    Parameters
    ----------
    run_dir
        Folder with ``run.json`` and, where there is an answer, ``cells.nc``.

    Raises
    ------
    FileNotFoundError
        If there is no ``run.json``.
    ValueError
        If a file is damaged, or the two contradict each other.

    """
    document = read_document(run_dir)
    path = run_dir / CELLS
    province = read_province(path) if path.is_file() else None
    run = Run(run_dir, document, province)
    if run.has_allocation:
        _check(run)
    return run


def without_cells(run_dir: Path) -> Run:
    """Read only the document of a run, for its tables.

    Raises
    ------
    FileNotFoundError, ValueError
        If there is no readable ``run.json``.

    """
    return Run(run_dir, read_document(run_dir), None)


def _check(run: Run) -> None:
    """Refuse a document that tells something else than the cells."""
    codes = len(run.uses)
    if NO_ZONE in run.use or run.use.max() >= codes:
        raise ValueError(
            Sentence(
                "allocation must hold codes in [0, {most}) of the uses in "
                "run.json, got {low}..{high} in {path}",
                most=codes,
                low=run.use.min(),
                high=run.use.max(),
                path=run.path / CELLS,
            )
        )
    found = np.bincount(run.use, run.available_ha, minlength=codes)
    for use, ha in list(zip(run.uses, found, strict=True))[1:]:
        if abs(ha - use.ha) > 0.5 + TOLERANCE * ha:
            raise ValueError(
                Sentence(
                    "area of use '{use}' must be the same in run.json and {file},"
                    " got {one:,.1f} ha and {other:,.1f} ha in {path}; make the "
                    "run again",
                    use=use.id,
                    file=CELLS,
                    one=use.ha,
                    other=ha,
                    path=run.path,
                )
            )
