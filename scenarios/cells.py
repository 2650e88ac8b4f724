"""What a run says of every cell, for maps and explanations.

``cells.nc``: the allocation as a class layer on the grid, with municipalities and
today's use where the province has them. ``reasons.nc``: per use and cell the
suitability and the number of the first rule that excludes it; per rule that excludes
the uses and the cells that it keeps apart. ``indicators.nc``: what
every cell adds to each indicator.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from grids.dataset import write_province
from grids.layers import Layer, Origin, Province
from grids.netcdf import write_netcdf
from model.allocation import Allocation
from model.blend import Blend, Gain
from model.problem import Problem
from model.score import score
from model.terms.suitability import Suitability
from scenarios.made import Made

BACKGROUND = ("open_water", "large_water", "built_up")
"""Layers that a map draws below the allocation, where the province has them."""

PACKED = ("suitability", "excluded_by", "exclusion_cell")
"""Variables of ``reasons.nc`` that are compressed."""


def write_cells(folder: Path, made: Made, allocation: Allocation) -> None:
    """Write ``cells.nc``, ``reasons.nc`` and ``indicators.nc``.

    Parameters
    ----------
    folder
        Run folder.
    made
        Cells, layers, problem, and the names of municipalities and current use.
    allocation
        The answer.

    """
    province, problem = made.province, made.translated.problem
    layers = {"allocation": _allocation(problem, allocation), **_context(made)}
    cells = Province(province.name, province.grid, layers, province.available_ha)
    write_province(cells, folder / "cells.nc")
    _write_reasons(folder / "reasons.nc", problem)
    if made.translated.indicators:
        _write_indicators(folder / "indicators.nc", made, allocation)


def _allocation(problem: Problem, allocation: Allocation) -> Layer:
    codes = allocation.use.astype(np.int32)
    labels = {at: use.name for at, use in enumerate(problem.uses)}
    return Layer("allocation", "class", codes, "1", Origin("puzzel"), labels)


def _context(made: Made) -> dict[str, Layer]:
    """Return the layers that maps and tables need, by what they are for."""
    scenario, held = made.loaded.scenario, made.province.layers
    roles = {
        "municipality": scenario.municipality,
        "current_use": scenario.current_use,
        **{name: name for name in BACKGROUND},
    }
    return {
        role: replace(held[name], name=role)
        for role, name in roles.items()
        if name is not None and name in held
    }


def _write_reasons(path: Path, problem: Problem) -> None:
    import xarray as xr

    rules = problem.all_exclusions
    names = [rule.name for rule in rules]
    uses = [use.name for use in problem.uses]
    out = np.array([[use in rule.uses for use in uses] for rule in rules], np.int8)
    where = np.array([rule.cells for rule in rules], np.int8)
    dataset = xr.Dataset(
        {
            "suitability": (("use", "cell"), _suitability(problem)),
            "excluded_by": (("use", "cell"), problem.excluded_by),
            "exclusion_name": (("exclusion",), np.array(names, dtype=object)),
            "exclusion_use": (("exclusion", "use"), out),
            "exclusion_cell": (("exclusion", "cell"), where),
            "use_name": (("use",), np.array(uses, dtype=object)),
        }
    )
    packed = {"zlib": True, "complevel": 1}
    encoding = {name: packed for name in PACKED}
    write_netcdf(dataset, path, encoding)


def _write_indicators(path: Path, made: Made, allocation: Allocation) -> None:
    """Write per indicator and cell what it adds, in the order of the cells."""
    import xarray as xr

    problem, rules = made.translated.problem, made.loaded.scenario.rules
    told = made.translated.indicators
    cells = [
        indicator.counted.per_cell(problem, allocation).astype(np.float32)
        for indicator in told.values()
    ]
    units = [getattr(rules[name], "unit", "") for name in told]
    names = [indicator.name for indicator in told.values()]
    dataset = xr.Dataset(
        {
            "amount": (("indicator", "cell"), np.array(cells)),
            "indicator_name": (("indicator",), np.array(names, dtype=object)),
            "rule": (("indicator",), np.array(list(told), dtype=object)),
            "unit": (("indicator",), np.array(units, dtype=object)),
        }
    )
    write_netcdf(dataset, path, {"amount": {"zlib": True, "complevel": 1}})


def _suitability(problem: Problem) -> NDArray[np.float32]:
    """Return the worth of every cell for every use; a combined use has the mean."""
    blends: list[list[Blend]] = [[] for _ in problem.uses]
    for term in problem.terms:
        if isinstance(term, Suitability) and term.blend is not None:
            blends[problem.number(term.use)].append(term.blend)
    gains = [[Gain(1 / len(these), blend) for blend in these] for these in blends]
    worth = score(gains, np.ones(problem.grid.n_cells, np.float32))
    worth[[not these for these in blends]] = np.nan
    return worth
