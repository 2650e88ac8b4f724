"""What a run says of every cell, for maps and explanations.

``cells.nc``: the allocation as a class layer on the grid, with municipalities and
today's use where the province has them. ``reasons.nc``: per use and cell the
suitability and the number of the first rule that excludes it.
"""

from pathlib import Path

import numpy as np

from grids.dataset import write_province
from grids.layers import Layer, Origin, Province
from model.allocation import Allocation
from model.terms.suitability import Suitability
from scenarios.load import LoadedScenario
from scenarios.translation.problem import Translated

BACKGROUND = ("open_water", "large_water", "built_up")
"""Layers that a map draws below the allocation, where the province has them."""


def write_cells(
    folder: Path,
    province: Province,
    translated: Translated,
    allocation: Allocation,
    loaded: LoadedScenario,
) -> None:
    """Write ``cells.nc`` and ``reasons.nc``.

    Parameters
    ----------
    folder
        Run folder.
    province, translated
        Cells, layers and problem.
    allocation
        The answer.
    loaded
        The scenario, which names the layers of municipalities and current use.

    """
    scenario = loaded.scenario
    labels = {at: use.name for at, use in enumerate(translated.problem.uses)}
    layers = {
        "allocation": Layer(
            "allocation",
            "class",
            allocation.use.astype(np.int32),
            "1",
            Origin("puzzel"),
            labels,
        )
    }
    roles = {
        "municipality": scenario.municipality,
        "current_use": scenario.current_use,
        **{name: name for name in BACKGROUND},
    }
    for role, name in roles.items():
        if name is not None and name in province.layers:
            layer = province.layers[name]
            layers[role] = Layer(
                role,
                layer.kind,
                layer.values,
                layer.unit,
                layer.origin,
                layer.labels,
            )
    cells = Province(province.name, province.grid, layers, province.available_ha)
    write_province(cells, folder / "cells.nc")
    _write_reasons(folder / "reasons.nc", translated)


def _write_reasons(path: Path, translated: Translated) -> None:
    import xarray as xr

    problem = translated.problem
    n_uses, n_cells = len(problem.uses), problem.grid.n_cells
    suitability = np.full((n_uses, n_cells), np.nan, np.float32)
    for term in problem.terms:
        if isinstance(term, Suitability) and term.worth is not None:
            number = problem.number(term.use)
            known = np.isfinite(suitability[number])
            mean = (suitability[number] + term.worth) / 2
            suitability[number] = np.where(known, mean, term.worth)
    names = [exclusion.name for exclusion in problem.all_exclusions]
    dataset = xr.Dataset(
        {
            "suitability": (("use", "cell"), suitability),
            "excluded_by": (("use", "cell"), problem.excluded_by),
            "exclusion_name": (("exclusion",), np.array(names, dtype=object)),
            "use_name": (
                ("use",),
                np.array([use.name for use in problem.uses], dtype=object),
            ),
        }
    )
    packed = {"zlib": True, "complevel": 1}
    encoding = {name: packed for name in ("suitability", "excluded_by")}
    dataset.to_netcdf(path, engine="h5netcdf", encoding=encoding)
