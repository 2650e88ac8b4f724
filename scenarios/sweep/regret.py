"""How much each plan would lose if another scenario of the sweep came true.

    regret[plan, scenario] = best points in the scenario - points of the plan in it

The points are those of that scenario, with shortfalls at its prices; the best is the
best of all plans judged, so a regret is never below 0 and may be too low by the gap.
A plan that breaks a hard limit there has no regret but infinity: it cannot be kept.
What a strict ladder reached in a scenario is such a limit.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance
from solver.instance_file import read_instance

MOST = 20
"""Plans that are judged against each other: each is judged in every scenario."""


def regret(folders: Sequence[Path]) -> NDArray[np.float64]:
    """Judge every plan in every scenario.

    Parameters
    ----------
    folders
        Run folders with an instance and an answer, on the same cells.

    Returns
    -------
    NDArray[np.float64]
        Points lost, shape ``(n_plans, n_scenarios)``; infinite where the plan breaks
        a hard limit of the scenario.

    Raises
    ------
    OSError, ValueError
        If a run cannot be read.

    """
    plans = [_plan(folder) for folder in folders]
    found = np.full((len(folders), len(folders)), np.inf)
    for scenario, folder in enumerate(folders):
        instance = read_instance(folder / "instance.nc")
        points = np.array([_points(instance, names, plan) for names, plan in plans])
        found[:, scenario] = np.max(points) - points
    return found


Plan = tuple[list[str], Allocation]


def _plan(folder: Path) -> Plan:
    """Read the answer of a run, with the names of its uses."""
    import xarray

    instance = read_instance(folder / "instance.nc")
    with xarray.open_dataset(folder / "result.nc", engine="h5netcdf") as result:
        use = result["use"].values.astype(np.int8)
        supply = (
            result["supply"].values.astype(np.float64)
            if "supply" in result
            else np.zeros(0)
        )
    return list(instance.use_name), Allocation(use, supply)


def _points(instance: Instance, names: list[str], plan: Allocation) -> float:
    """Return what a plan is worth in a scenario, minus infinity if it cannot be."""
    place = {name: number for number, name in enumerate(instance.use_name)}
    table = np.array([place.get(name, -1) for name in names], np.int8)
    use = table[plan.use]
    fits = (
        use.size == instance.n_cells and plan.supply.size == instance.supplies.cap.size
    )
    if not fits or use.min() < 0:
        return -np.inf
    judged = judge(instance, Allocation(use, plan.supply))
    return -np.inf if judged.broken else judged.objective
