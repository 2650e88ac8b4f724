"""All figures of a sweep as one xarray Dataset: a run per row, NaN where it has none.

Dimensions ``run``, ``claim`` and ``use``. What is varied stands beside the runs as
text (``values``), and as a number where all values of it are numbers (``varied``).
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from scenarios.sweep.record import Planned, Record

FILE = "sweep.nc"
"""Name of the file in a sweep's folder."""

FIGURES = ("objective", "bound", "gap", "peak_memory_mb")
"""Numbers of a run's document, one a run."""

UNITS = {
    "objective": "points",
    "bound": "points",
    "gap": "1",
    "peak_memory_mb": "MB",
    "seconds": "s",
    "ha": "ha",
}

OF_CLAIM = ("achieved", "shortfall", "over", "price")
"""Numbers of a claim, in the unit of the claim; ``price`` in points per unit."""

_NUMBER = re.compile(r"\s*([-+]?\d(?:_?\d)*(?:\.\d+)?(?:[eE][-+]?\d+)?)")


def sweep_dataset(record: Record) -> Any:
    """Return the figures of a sweep as an xarray Dataset.

    Parameters
    ----------
    record
        The sweep.

    Returns
    -------
    xarray.Dataset
        See the module.

    """
    import xarray

    runs, paths = record.runs, record.paths
    claims = _ids(runs, "claims", _claim_id)
    uses = _ids(runs, "uses", lambda use: str(use["id"]))
    data: dict[str, Any] = {
        "title": ("run", [run.title for run in runs]),
        "status": ("run", [run.state for run in runs]),
        "folder": ("run", [run.folder.name for run in runs]),
        **{
            name: ("run", _floats((run.document or {}).get(name) for run in runs))
            for name in FIGURES
        },
        "seconds": ("run", _floats(_seconds(run) for run in runs)),
        "values": (
            ("run", "path"),
            np.array(
                [[run.values.get(path, "") for path in paths] for run in runs], object
            ),
        ),
        "varied": (
            ("run", "path"),
            _floats(
                [number_in(run.values.get(path, "")) for path in paths] for run in runs
            ),
        ),
        **{
            name: (("run", "claim"), _table(runs, "claims", claims, _claim_id, name))
            for name in OF_CLAIM
        },
        "ha": (
            ("run", "use"),
            _table(runs, "uses", uses, lambda use: str(use["id"]), "ha"),
        ),
    }
    data = {
        name: (*held, {"units": UNITS[name]}) if name in UNITS else held
        for name, held in data.items()
    }
    axes = {
        "run": [run.number for run in runs],
        "path": list(paths),
        "claim": claims,
        "use": uses,
    }
    head = {"Conventions": "CF-1.11", "title": f"Sweep {record.name}"}
    return xarray.Dataset(data, axes, head)


def write_dataset(record: Record, path: Path) -> Path:
    """Write the figures of a sweep as NetCDF-4.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    from grids.netcdf import write_netcdf

    write_netcdf(sweep_dataset(record), path, {})
    return path


def number_in(text: str) -> float:
    """Return the number that a value begins with, NaN if it is none.

    ``600 MWp`` is 600: units of one axis are mostly the same; the text tells.
    """
    found = _NUMBER.match(text)
    return float(found[1].replace("_", "")) if found else np.nan


def _claim_id(claim: dict[str, Any]) -> str:
    zone = claim.get("zone")
    return f"{claim['id']}, {zone}" if zone else str(claim["id"])


def _seconds(run: Planned) -> float | None:
    seconds = (run.document or {}).get("seconds")
    return sum(seconds.values()) if seconds else None


def _ids(runs: Sequence[Planned], part: str, of: Any) -> list[str]:
    entries = (entry for run in runs for entry in (run.document or {}).get(part, ()))
    return list(dict.fromkeys(of(entry) for entry in entries))


def _table(
    runs: Sequence[Planned], part: str, ids: list[str], of: Any, name: str
) -> Any:
    """Return one number of every entry of a part, shape ``(n_runs, n_ids)``."""
    rows = []
    for run in runs:
        entries = (run.document or {}).get(part, ())
        held = {of(entry): entry.get(name) for entry in entries}
        rows.append([held.get(one) for one in ids])
    return _floats(rows).reshape(len(runs), len(ids))


def _floats(values: Any) -> Any:
    """Return numbers as an array, NaN for None."""
    return np.array(list(values), dtype=object).astype(np.float64)


def sweep_table(record: Record) -> Any:
    """Return a row per run as a pandas DataFrame, with a column per figure.

    Claims give columns ``achieved.<claim>`` and so on; uses give ``ha.<use>``.
    """
    import pandas as pd

    data = sweep_dataset(record)
    columns: dict[str, Any] = {"run": data["run"].values}
    for name in ("title", "status", "folder", *FIGURES, "seconds"):
        columns[name] = data[name].values
    for axis, names in (
        ("path", ("values", "varied")),
        ("claim", OF_CLAIM),
        ("use", ("ha",)),
    ):
        for at, key in enumerate(data[axis].values):
            for name in names:
                columns[f"{name}.{key}"] = data[name].values[:, at]
    return pd.DataFrame(columns)
