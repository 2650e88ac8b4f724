"""Why a use may not come in a cell, and how suitable the cell is: ``reasons.nc``."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = "reasons.nc"
"""Name of the file in a run folder."""


@dataclass(frozen=True, eq=False)
class Reasons:
    """Suitability and exclusions per use and cell.

    Parameters
    ----------
    uses
        Ids of the uses, in the order of the rows.
    rules
        Ids of the rules that exclude.
    suitability
        Worth of the cell for the use, NaN where the use has none; shape
        ``(n_uses, n_cells)``.
    excluded_by
        Number of the first rule that keeps the use out, -1 for none; shape
        ``(n_uses, n_cells)``.

    """

    uses: tuple[str, ...]
    rules: tuple[str, ...]
    suitability: NDArray[np.float32]
    excluded_by: NDArray[np.int16]


def read_reasons(run_dir: Path, n_cells: int) -> Reasons:
    """Read the reasons of a run.

    Parameters
    ----------
    run_dir
        The run folder.
    n_cells
        Number of cells that the run has.

    Raises
    ------
    FileNotFoundError
        If the file is not there.
    ValueError
        If it is damaged, or does not fit the cells.

    """
    import xarray

    path = run_dir / FILE
    if not path.is_file():
        raise FileNotFoundError(f"run folder must hold {FILE}, there is none: {path}")
    try:
        with xarray.open_dataset(path, engine="h5netcdf") as held:
            found = Reasons(
                tuple(map(str, held["use_name"].values)),
                tuple(map(str, held["exclusion_name"].values)),
                held["suitability"].values.astype(np.float32),
                held["excluded_by"].values.astype(np.int16),
            )
    except (OSError, KeyError, ValueError) as error:
        raise ValueError(
            f"{path} must be readable as NetCDF-4, but is not ({error})"
        ) from error
    shape = (len(found.uses), n_cells)
    if found.suitability.shape != shape or found.excluded_by.shape != shape:
        raise ValueError(
            f"{path} must have shape {shape} (uses, cells), "
            f"got {found.suitability.shape} and {found.excluded_by.shape}"
        )
    return found
