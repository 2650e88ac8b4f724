"""What stays as in the plan while two numbers are set against each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.constraints.claim import Claim as ClaimRow
from scenarios.explain.explained_run import Texts
from scenarios.fitting.owner import owner_of
from scenarios.frontier.goals import Asked
from scenarios.load import LoadedScenario
from scenarios.row_name import row_name
from scenarios.translation.problem import Translated
from solver.instance import Instance
from solver.whatif.frontier import Point

LEAST_MISSED = 1e-6
"""What a row must be missed by to be told [unit of the row]."""


@dataclass(frozen=True, eq=False)
class Kept:
    """Rows that are to be kept as well as in the scenario's own plan.

    Parameters
    ----------
    rows
        Which ones, shape ``(n_rows,)``.
    name
        Names of all rows.
    price
        What missing each costs in the scenario [points/unit], shape ``(n_rows,)``.
    label
        Names a row in both languages.

    """

    rows: NDArray[np.bool_]
    name: tuple[str, ...]
    price: NDArray[np.float64]
    label: Callable[[str], Texts]

    def worst(self, points: Sequence[Point]) -> dict[str, Any] | None:
        """Return the plan that keeps them least well, and the row that costs most."""
        price = np.where(self.rows, self.price, 0.0)
        costs = [np.where(self.rows, point.missed, 0.0) * price for point in points]
        totals = [float(cost.sum()) for cost in costs]
        if not any(totals):
            return None
        at = int(np.argmax(totals))
        row = self.name[int(costs[at].argmax())]
        less = int((points[at].missed > LEAST_MISSED).sum())
        label = dict(self.label(row))
        return {
            "plan": at + 1,
            "points": totals[at],
            "rows": less,
            "row": row,
            "label": label,
        }


def kept_rows(
    instance: Instance, loaded: LoadedScenario, asked: Sequence[Asked]
) -> NDArray[np.bool_]:
    """Tell which soft rows must be kept as well as in the plan, shape ``(n_rows,)``.

    All of them, but for the rules that the scenario says pull two ways.
    """
    own = loaded.scenario.frontier
    is_own = own is not None and {one.name for one in asked} == set(own.between)
    free = set(own.rules) if own is not None and is_own else set()
    names = [row_name(name).id for name in instance.rows.name]
    return ~instance.hard & np.array([name not in free for name in names], np.bool_)


def label_of(loaded: LoadedScenario, row: str) -> Texts:
    """Name a row in both languages."""
    owner = owner_of(row, loaded.scenario)
    return {
        "nl": owner.label(loaded.scenario, "nl"),
        "en": owner.label(loaded.scenario, "en"),
    }


def without_claims(
    instance: Instance, translated: Translated, names: set[str]
) -> Instance:
    """Return the instance in which some quantities need not reach what is claimed."""
    freed = {
        rule.row_name
        for rule in translated.problem.constraints
        if isinstance(rule, ClaimRow) and rule.quantity in names
    }
    rows = instance.rows
    mine = np.array([name in freed for name in rows.name], np.bool_)
    low = np.where(mine, -np.inf, rows.low)
    return replace(instance, rows=replace(rows, low=low))
