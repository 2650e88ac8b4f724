"""Why a use came in a cell, for a click in a page: what ``explain --cell`` tells.

The page gets the parts and adds them up itself: points of the use that came and of the
one that came second, prices of rows per zone, what neighbours cost, and layers with
their curves. Layers are kept only where one of the two uses has them as a factor;
elsewhere the value before is repeated, which takes no room.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.document import Use
from atlas.page.pack import Packer
from grids.layers import Layer
from scenarios.explain.explained_run import (
    ExplainedRun,
    NotExplainableError,
    read_explained,
)
from scenarios.explain.factors import curve_text, layer_label
from scenarios.explain.row import owner_of
from scenarios.explain.sentences import row_name
from scenarios.factors import FILE as FACTORS
from scenarios.factors import Part, form_of, read_factors
from solver.every_worth import Floats, every_worth, runner_up

NEEDED = ("result.nc", "instance.nc", "reasons.nc", "cells.nc")
"""Files of a run without which nothing can be told."""

PER_POINT = 10
"""Steps per point of what other uses lack: a tenth is what a reader gets."""

Codes = NDArray[np.int64]


def why_here(
    run_dir: Path, uses: Sequence[Use], packer: Packer, most: int
) -> dict[str, Any] | None:
    """Return what a page needs to tell why; None for a run without prices.

    Parameters
    ----------
    run_dir
        The run folder.
    uses
        Uses of the page, by code; may be more than the run's.
    packer
        Where arrays go.
    most
        Bytes of arrays that a page may have; what all uses lack is left out past it.

    Raises
    ------
    OSError, ValueError
        If a file of the run is damaged.

    """
    if not all((run_dir / name).is_file() for name in NEEDED):
        return None
    try:
        run = read_explained(run_dir)
    except NotExplainableError:
        return None
    place = {one.id: code for code, one in enumerate(uses)}
    code = np.array([place[name] for name in run.instance.use_name])
    worth = every_worth(run.instance, run.use, run.row_price)
    second, _ = runner_up(worth, run.use)
    score, cells = run.instance.score, np.arange(run.use.size)
    return {
        # 0 is: no other use may come. The last place is for -1.
        "second": packer.add(np.append(code + 1, 0)[second]),
        "points": [
            packer.floats(score[run.use, cells]),
            packer.floats(np.where(second < 0, 0, score[second, cells])),
        ],
        "rows": [
            {lang: row_name(_row(run, name), lang) for lang in ("nl", "en")}
            for name in run.instance.rows.name
        ],
        "partitions": _partitions(run, code, packer),
        "edge_cost": _edge_cost(run, code, len(uses)),
        **_factors(run, run_dir / FACTORS, second, code, packer),
        "less": packer.fitting(most, lambda: _less(worth, run.use, code, packer)),
    }


def _row(run: ExplainedRun, name: str) -> dict[str, Any]:
    owner = owner_of(run, name)
    return {"label": owner.label, "zone": owner.zone}


def _partitions(run: ExplainedRun, code: Codes, packer: Packer) -> list[dict[str, Any]]:
    """Return zones and weights, and per zone which rows with a price count it."""
    instance, rows = run.instance, run.instance.rows
    charges: dict[int, dict[int, list[Any]]] = {}
    for entry in np.nonzero(run.row_price[rows.entry_row])[0].tolist():
        row, coef = int(rows.entry_row[entry]), rows.entry_coef[entry]
        counted = [[int(code[k]), coef[k]] for k in np.nonzero(coef)[0]]
        zones = charges.setdefault(int(rows.entry_partition[entry]), {})
        zone = zones.setdefault(int(rows.entry_zone[entry]), [])
        zone.append([entry, row, run.row_price[row], counted])
    return [
        {
            "zone": packer.add(instance.zone[number].astype(np.int64) + 1),
            "weight": packer.floats(instance.weight[number]),
            "charges": zones,
        }
        for number, zones in charges.items()
    ]


def _edge_cost(run: ExplainedRun, code: Codes, n: int) -> list[list[float]] | None:
    """Return what two uses side by side cost, by code of the page."""
    if not run.instance.sees_neighbours:
        return None
    cost = np.zeros((n, n))
    cost[np.ix_(code, code)] = run.instance.edge_cost
    return [list(row) for row in cost.tolist()]


def _factors(
    run: ExplainedRun, path: Path, second: Codes, code: Codes, packer: Packer
) -> dict[str, Any]:
    """Return the parts of every use, and the layers of their factors."""
    if not path.is_file():
        return {"parts": {}, "layers": []}
    parts = read_factors(path, slice(None))
    layers = {one.layer.name: one.layer for part in parts for one in part.factors}
    number = {name: at for at, name in enumerate(layers)}
    names = run.instance.use_name
    asks = np.zeros((len(layers), len(names) + 1), bool)  # the last is for -1
    told: dict[int, list[dict[str, Any]]] = {}
    for part in parts:
        use = names.index(part.use)
        told.setdefault(int(code[use]), []).append(_part(run, part, number))
        asks[[number[one.layer.name] for one in part.factors], use] = True
    return {
        "parts": told,
        "layers": [
            _layer(layer, ask[run.use] | ask[second], packer)
            for layer, ask in zip(layers.values(), asks, strict=True)
        ],
    }


def _part(run: ExplainedRun, part: Part, number: dict[str, int]) -> dict[str, Any]:
    return {
        "label": run.label("uses", part.part),
        "mean": "geometric" if part.geometric else "weighted",
        "factors": [
            {
                "label": label or layer_label(factor.layer.name),
                "layer": number[factor.layer.name],
                "curve": form_of(factor.curve),
                "text": curve_text(factor.curve),
                "weight": factor.weight,
            }
            for factor, label in zip(part.factors, part.label, strict=True)
        ],
    }


def _layer(layer: Layer, asked: NDArray[np.bool_], packer: Packer) -> dict[str, Any]:
    head = {"name": layer.name, "unit": layer.unit}
    values = _held(layer.values, asked)
    if layer.kind in ("class", "zone"):
        array = packer.add(values.astype(np.int64) + 1, delta=True)
        return {**head, "labels": dict(layer.labels), "array": array}
    return {**head, "array": packer.floats(values.astype(np.float32))}


def _less(
    worth: Floats, use: NDArray[np.int8], code: Codes, packer: Packer
) -> list[dict[str, Any]]:
    """Return per use how many points it is below the one that came."""
    came = worth[use, np.arange(use.size)]
    found = []
    for number, mine in enumerate(worth):
        allowed = np.isfinite(mine)
        less = np.where(allowed, came - np.where(allowed, mine, 0), 0)
        steps = _held(np.rint(less * PER_POINT).astype(np.int64), allowed)
        low = int(steps.min(initial=0))
        array = packer.add(steps - low, delta=True)
        found.append({"use": int(code[number]), "low": low, "array": array})
    return found


def _held(values: NDArray[Any], kept: NDArray[np.bool_]) -> NDArray[Any]:
    """Repeat the last value that is kept where none is."""
    last = np.maximum.accumulate(np.where(kept, np.arange(values.size), 0))
    return values[last]
