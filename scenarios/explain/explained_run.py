"""A run folder with all that explaining it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.dataset import read_province
from grids.grid import Grid
from grids.layers import Layer
from grids.sentence import Sentence
from model.allocation import Allocation
from scenarios.store import ANSWER, read_document
from solver.instance import Instance
from solver.instance_file import read_instance

Texts = Mapping[str, str]
"""A text per language."""


class NotExplainableError(ValueError):
    """A run without a plan or prices, or a folder that is no run."""


@dataclass(frozen=True, eq=False)
class ExplainedRun:
    """A finished run with a plan.

    Parameters
    ----------
    document
        What ``run.json`` holds.
    instance, grid
        The problem as arrays, and where its cells are.
    land_ha
        Land that may change per cell [ha], shape ``(n_cells,)``.
    municipality
        Zones to name a cell by; None if the run has none.
    use, row_price
        The plan, shape ``(n_cells,)``, and the prices of its rows, ``(n_rows,)``.
    supply
        Amount of each supply without land.
    excluded_by
        Number of the rule that keeps a use out, -1 none, ``(n_uses, n_cells)``.
    exclusion
        Ids of those rules.
    exclusion_use, exclusion_cell
        Which uses a rule keeps out, shape ``(n_exclusions, n_uses)``, and of which
        cells, ``(n_exclusions, n_cells)``; None in a run of an older version.
    suitability
        Worth 0..1, NaN where a use has no factors, ``(n_uses, n_cells)``.

    """

    document: Mapping[str, Any]
    instance: Instance
    grid: Grid
    land_ha: NDArray[np.float32]
    municipality: Layer | None
    use: NDArray[np.int8]
    row_price: NDArray[np.float64]
    supply: NDArray[np.float64]
    excluded_by: NDArray[np.int16]
    exclusion: tuple[str, ...]
    suitability: NDArray[np.float32]
    exclusion_use: NDArray[np.bool_] | None = None
    exclusion_cell: NDArray[np.bool_] | None = None

    @property
    def allocation(self) -> Allocation:
        """The plan."""
        return Allocation(self.use, self.supply)

    def label(self, kind: str, of: str) -> Texts:
        """Return the label of a use, claim or rule; its id if it has none."""
        for entry in self.document.get(kind) or ():
            if entry["id"] == of and entry.get("label"):
                return dict(entry["label"])
        return {"nl": of, "en": of}

    def rule(self, of: str) -> Mapping[str, Any]:
        """Return what the document says of a rule; nothing for an unknown one."""
        rules = self.document.get("rules") or ()
        return next((rule for rule in rules if rule["id"] == of), {})


def read_explained(folder: Path) -> ExplainedRun:
    """Read a run folder.

    Raises
    ------
    NotExplainableError
        If it is no run, has no plan, or was made without prices.
    OSError
        If a file cannot be read.

    """
    import xarray as xr

    document = read_document(folder)
    if document is None:
        raise NotExplainableError(
            Sentence(
                "a run folder must hold a readable run.json, got {path}", path=folder
            )
        )
    if not (folder / ANSWER).is_file():
        raise NotExplainableError(
            Sentence(
                "a run must have a plan to be explained, got status {status} in {path}",
                status=document.get("status"),
                path=folder,
            )
        )
    with xr.open_dataset(folder / ANSWER, engine="h5netcdf") as result:
        use = result["use"].to_numpy().astype(np.int8)
        price = result["row_price"].to_numpy() if "row_price" in result else None
        supply = result["supply"].to_numpy() if "supply" in result else np.zeros(0)
    if price is None:
        raise NotExplainableError(
            Sentence(
                "a run must have prices to be explained, got none in {path} (engine "
                "{engine}); run it anew with another engine or this version",
                path=folder / ANSWER,
                engine=document.get("engine"),
            )
        )
    with xr.open_dataset(folder / "reasons.nc", engine="h5netcdf") as reasons:
        excluded_by = reasons["excluded_by"].to_numpy()
        names = tuple(map(str, reasons["exclusion_name"].to_numpy().tolist()))
        suitability = reasons["suitability"].to_numpy()
        out, where = (
            reasons[name].to_numpy() > 0 if name in reasons else None
            for name in ("exclusion_use", "exclusion_cell")
        )
    cells = read_province(folder / "cells.nc")
    return ExplainedRun(
        document,
        read_instance(folder / "instance.nc"),
        cells.grid,
        cells.available_ha,
        cells.layers.get("municipality"),
        use,
        price.astype(np.float64),
        supply.astype(np.float64),
        excluded_by,
        names,
        suitability,
        out,
        where,
    )
