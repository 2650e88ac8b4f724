"""Why a use may not come in a cell, and how suitable the cell is: ``reasons.nc``.

A run may keep more in it: any other variable of dimensions (use, cell) is shown per use
beside the suitability, with the attributes ``label_nl``, ``label_en`` and ``units``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.document import Label
from grids.sentence import Sentence

FILE = "reasons.nc"
"""Name of the file in a run folder."""

KNOWN = ("suitability", "excluded_by")
"""Variables of (use, cell) that have a place of their own."""


@dataclass(frozen=True, eq=False)
class More:
    """Another number per use and cell.

    Parameters
    ----------
    name
        Name of the variable.
    label
        What it is, per language.
    unit
        Its unit.
    values
        Shape ``(n_uses, n_cells)``, NaN for none.

    """

    name: str
    label: Label
    unit: str
    values: NDArray[np.float32]


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
    more
        What else the run keeps per use and cell.
    out_use, out_cell
        Which uses a rule keeps out, shape ``(n_rules, n_uses)``, and of which cells,
        ``(n_rules, n_cells)``; None in a run of an older version.

    """

    uses: tuple[str, ...]
    rules: tuple[str, ...]
    suitability: NDArray[np.float32]
    excluded_by: NDArray[np.int16]
    more: tuple[More, ...] = ()
    out_use: NDArray[np.bool_] | None = None
    out_cell: NDArray[np.bool_] | None = None


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
        raise FileNotFoundError(
            Sentence(
                "run folder must hold {file}, there is none: {path}",
                file=FILE,
                path=path,
            )
        )
    try:
        with xarray.open_dataset(path, engine="h5netcdf") as held:
            found = Reasons(
                tuple(map(str, held["use_name"].values)),
                tuple(map(str, held["exclusion_name"].values)),
                held["suitability"].values.astype(np.float32),
                held["excluded_by"].values.astype(np.int16),
                _more(held),
                *(
                    held[name].values > 0 if name in held else None
                    for name in ("exclusion_use", "exclusion_cell")
                ),
            )
    except (OSError, KeyError, ValueError) as error:
        raise ValueError(
            Sentence(
                "{path} must be readable as NetCDF-4, but is not ({why})",
                path=path,
                why=error,
            )
        ) from error
    shape = (len(found.uses), n_cells)
    if found.suitability.shape != shape or found.excluded_by.shape != shape:
        raise ValueError(
            Sentence(
                "{path} must have shape {shape} (uses, cells), got {got} and {other}",
                path=path,
                shape=shape,
                got=found.suitability.shape,
                other=found.excluded_by.shape,
            )
        )
    return found


def _more(held: Any) -> tuple[More, ...]:
    """Return the variables of (use, cell) that this file does not know."""
    found = []
    for name, variable in held.data_vars.items():
        if variable.dims == ("use", "cell") and name not in KNOWN:
            plain, about = str(name).replace("_", " "), variable.attrs
            label = {
                lang: str(about.get(f"label_{lang}", plain)) for lang in ("nl", "en")
            }
            unit = str(about.get("units", ""))
            values = variable.values.astype(np.float32)
            found.append(More(str(name), label, unit, values))
    return tuple(found)
