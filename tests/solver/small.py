"""Small instances as values, and the examples that come with the contract."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from model.constraints.budget import Budget
from model.constraints.claim import Claim
from model.constraints.coupling import Coupling
from model.partition import Partition
from model.problem import Problem
from model.supply import Supply
from solver.compile import to_instance
from solver.instance import Instance
from solver.restrictions import Restrictions, Separations, Sites
from tests.model.small import a_grid, a_problem

CHECKS = Path(__file__).resolve().parents[2].parent / "shared" / "checks"


def checks() -> Path:
    if not CHECKS.is_dir():
        pytest.skip("the examples of the contract are not there (shared/checks)")
    return CHECKS


def optima() -> dict[str, Any]:
    text = (checks() / "examples" / "optima.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def scattered(rows: int, cols: int, seed: int = 1, n_zones: int = 4) -> Problem:
    """Random points, a claim, a budget and a coupling per zone; never infeasible."""
    rng = np.random.default_rng(seed)
    n_cells = rows * cols
    grid = a_grid(rows, cols)
    points = {name: rng.uniform(0, 9, n_cells).tolist() for name in ("homes", "park")}
    zone = (np.arange(n_cells) * n_zones // n_cells).astype(np.int32)
    labels = tuple(f"zone {number}" for number in range(n_zones))
    partition = Partition("zones", zone, labels)
    capacity = np.full(n_zones, 0.25 * n_cells / n_zones)
    return a_problem(
        grid,
        points,
        Claim("homes", "homes", 3.5 * n_cells, 4.73 * n_cells),
        Claim("green", "green", 0.1 * n_cells, 0.303 * n_cells),
        Budget("grid", {"homes": 1.0}, partition, capacity),
        Coupling("green with homes", "green", 0.021, "homes", partition, price=2.0),
        land_ha=rng.uniform(0.3, 1.0, n_cells).tolist(),
    )


def compact(rows: int, cols: int, seed: int = 1) -> Problem:
    """The same with compactness: a program that takes a while."""
    lost = (("homes", 2.0), ("park", 3.0))
    return replace(scattered(rows, cols, seed), boundary=lost)


def with_roofs(problem: Problem) -> Problem:
    roofs = Supply("roofs", "homes", 30, -0.4), Supply("infill", "homes", 10, 0.1)
    return replace(problem, supplies=roofs)


def an_instance() -> Instance:
    """Everything there is: supplies, priced rows, compactness, two partitions."""
    return to_instance(with_roofs(compact(3, 3)))


def a_restricted_instance() -> Instance:
    """The same with patches, a single site, a distance, and uses that like to touch."""
    instance = an_instance()
    touch = np.array([[0, 0, 0], [0, 0, -0.5], [0, -0.5, 0]])
    sites = Sites(
        ("barracks",),
        np.array([2], np.int32),
        np.array([1], np.int32),
        np.array([2], np.int32),
        np.array([1.5]),
        np.array([0], np.int32),
    )
    homes, park = np.array([[False, True, False]]), np.array([[False, False, True]])
    apart = Separations(("quiet",), homes, park, np.array([150.0]), np.array([2.0]))
    least, most = np.array([0, 4, 0], np.int32), np.array([0, 9, 3], np.int32)
    restrictions = Restrictions(least, most, sites, apart)
    return replace(instance, touch=touch, restrictions=restrictions)


def row_of(instance: Instance, name: str) -> int:
    return instance.rows.name.index(name)


def with_limits(
    instance: Instance,
    low: NDArray[np.float64] | None = None,
    high: NDArray[np.float64] | None = None,
) -> Instance:
    rows = instance.rows
    low = rows.low if low is None else low
    high = rows.high if high is None else high
    return replace(instance, rows=replace(rows, low=low, high=high))
