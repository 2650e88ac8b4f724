"""Why a use came in a cell and the others did not, as data.

Everything comes from the run's own files: scores, prices of rows, the uses beside the
cell, and the rules that keep uses out. Nothing is solved again.
"""

from pathlib import Path
from typing import Any

import numpy as np

from grids.sentence import Sentence
from scenarios.explain.explained_run import ExplainedRun
from scenarios.explain.factors import cell_factors
from scenarios.explain.row import owner_of
from scenarios.json_text import finite
from solver.cell_worth import CellWorth, cell_worth


class NotInProvinceError(ValueError):
    """A place outside the cells of a run."""


class UnknownUseError(ValueError):
    """A use that a run does not have."""


def cell_at(run: ExplainedRun, x_m: float, y_m: float) -> int:
    """Return the number of the cell at a place in RD.

    Raises
    ------
    NotInProvinceError
        If no cell of the run is there.

    """
    frame = run.grid.frame
    west, south, east, north = frame.bounds_m
    if west <= x_m < east and south < y_m <= north:
        row, col = int((north - y_m) // frame.cell_m), int((x_m - west) // frame.cell_m)
        number = run.grid.to_plane(np.arange(run.grid.n_cells, dtype=np.int32), -1)
        if number[row, col] >= 0:
            return int(number[row, col])
    raise NotInProvinceError(
        Sentence(
            "a place must lie in the province (X {west} to {east}, Y {south} to "
            "{north}, on land of a cell), got X {x} Y {y}",
            west=f"{west:,}",
            east=f"{east:,}",
            south=f"{south:,}",
            north=f"{north:,}",
            x=f"{x_m:,.0f}",
            y=f"{y_m:,.0f}",
        )
    )


def explain_cell(
    run: ExplainedRun, cell: int, folder: Path | None = None
) -> dict[str, Any]:
    """Return why a use came in a cell, and what each other lacks.

    Parameters
    ----------
    run
        The run.
    cell
        Number of the cell.
    folder
        The run's folder, for the factors of suitability; without it there are none.

    Returns
    -------
    dict
        ``cell``, ``use`` that came, ``runner_up``, ``margin`` [points], and ``uses``,
        those that may come first, the best first; each with its ``parts``, what
        ``cell_factors`` returns.

    """
    worth = cell_worth(run.instance, run.use, run.row_price, cell)
    total = worth.total
    order = np.argsort(-total, kind="stable").tolist()
    came, names = int(run.use[cell]), run.instance.use_name
    others = [at for at in order if at != came and np.isfinite(total[at])]
    best = others[0] if others else None
    parts = (None if folder is None else cell_factors(run, folder, cell)) or {}
    return {
        "cell": _place(run, cell),
        "use": _use(run, came),
        "runner_up": None if best is None else _use(run, best),
        "margin": None if best is None else finite(float(total[came] - total[best])),
        "gap": run.document.get("gap"),
        "uses": [
            {**_one(run, cell, worth, at), "parts": parts.get(names[at], [])}
            for at in order
        ],
    }


def _place(run: ExplainedRun, cell: int) -> dict[str, Any]:
    xs, ys = run.grid.frame.centres_m()
    zones = run.municipality
    zone = None if zones is None else int(zones.values[cell])
    labels = {} if zones is None or zones.labels is None else zones.labels
    return {
        "number": cell,
        "x_m": float(xs[run.grid.col[cell]]),
        "y_m": float(ys[run.grid.row[cell]]),
        "municipality": None if zone is None else labels.get(zone),
    }


def _use(run: ExplainedRun, number: int) -> dict[str, Any]:
    name = run.instance.use_name[number]
    return {"id": name, "label": run.label("uses", name)}


def _one(run: ExplainedRun, cell: int, worth: CellWorth, number: int) -> dict[str, Any]:
    suitability = float(run.suitability[number, cell])
    total = float(worth.total[number])
    return {
        **_use(run, number),
        "allowed": bool(worth.allowed[number]),
        "excluded_by": _excluded(run, cell, number),
        "suitability": None if np.isnan(suitability) else suitability,
        "points": float(worth.score[number]),
        "rows": [
            _row(run, name, float(part[number]))
            for name, part in worth.rows.items()
            if part[number]
        ],
        "edges": float(worth.edges[number]),
        "worth": finite(total) if np.isfinite(total) else None,
    }


def _row(run: ExplainedRun, name: str, points: float) -> dict[str, Any]:
    owner = owner_of(run, name)
    return {
        "row": name,
        "id": owner.id,
        "zone": owner.zone or None,
        "label": owner.label,
        "points": points,
    }


def _excluded(run: ExplainedRun, cell: int, number: int) -> list[dict[str, Any]]:
    """Return every rule that keeps a use out; of an older run only the first."""
    first = int(run.excluded_by[number, cell])
    if first < 0:
        return []
    rules = [first]
    if run.exclusion_use is not None and run.exclusion_cell is not None:
        out = run.exclusion_use[:, number] & run.exclusion_cell[:, cell]
        rules = np.nonzero(out)[0].tolist()
    return [_rule(run, run.exclusion[at]) for at in rules]


def _rule(run: ExplainedRun, name: str) -> dict[str, Any]:
    rule = run.rule(name)
    return {
        "id": name,
        "label": run.label("rules", name),
        "quote": rule.get("quote"),
        "section": rule.get("section"),
    }
