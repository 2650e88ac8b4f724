"""Small problems as values."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from grids.grid import Frame, Grid
from grids.layers import Layer, Origin
from model.allocation import Allocation
from model.constraints.exclusion import Exclusion
from model.constraints.protocol import Constraint
from model.land_use import STAYS, LandUse, combine
from model.partition import Partition
from model.problem import Problem
from model.terms.points import Points

ORIGIN = Origin("test", "2026", "CC0-1.0")

HOMES = LandUse("homes", {"homes": 20.0})
PARK = LandUse("park", {"green": 1.0})
MIX = combine("mix", (HOMES, PARK), {"homes": 0.5})

Scores = Mapping[str, Sequence[float]]


def a_grid(rows: int, cols: int, outside: Sequence[tuple[int, int]] = ()) -> Grid:
    inside = np.ones((rows, cols), np.bool_)
    for place in outside:
        inside[place] = False
    return Grid(Frame(100, 50_000, 400_000, rows, cols), inside)


def floats(values: Sequence[float]) -> NDArray[np.float32]:
    return np.array(values, np.float32)


def mask(*values: int) -> NDArray[np.bool_]:
    return np.array(values, np.bool_)


def zones(*numbers: int, name: str = "polder") -> Partition:
    labels = tuple(f"{name} {number}" for number in range(max(numbers) + 1))
    return Partition(name, np.array(numbers, np.int32), labels)


def layer(values: Sequence[float], kind: str = "value") -> Layer:
    return Layer("raster", kind, floats(values), "1", ORIGIN)  # type: ignore[arg-type]


def a_problem(
    grid: Grid,
    scores: Scores,
    *constraints: Constraint,
    uses: tuple[LandUse, ...] = (HOMES, PARK),
    land_ha: Sequence[float] | None = None,
    exclusions: tuple[Exclusion, ...] = (),
) -> Problem:
    """Points per hectare and use as given; one hectare a cell unless told."""
    land = [1.0] * grid.n_cells if land_ha is None else land_ha
    terms = tuple(
        Points(f"points {use}", (use,), floats(points), 1.0)
        for use, points in scores.items()
    )
    return Problem(
        grid,
        floats(land),
        (LandUse(STAYS), *uses),
        terms,
        exclusions,
        tuple(constraints),
    )


def an_answer(*use: int, supply: Sequence[float] = ()) -> Allocation:
    return Allocation(np.array(use, np.int8), np.array(supply, np.float64))
