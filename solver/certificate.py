"""Nothing leaves unchecked: an answer is judged again from the instance's arrays.

Shares no code with ``program`` and the engines: tallies per zone are summed from
the allocation itself. An answer that breaks a hard limit, or beats its bound, is
a bug and never returned.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.instance import Instance
from solver.legal import broken_restrictions, too_close_cost
from solver.result import Attempt, Missed, Result
from solver.status import Status
from solver.watch import relative_gap

TOLERANCE = 1e-6
"""Relative distance from a limit that still counts as on it."""


class CertificateError(RuntimeError):
    """An engine returned an answer or a bound that is not true."""


@dataclass(frozen=True, eq=False)
class Answer:
    """What an engine found, before anybody checked it.

    Parameters
    ----------
    allocation
        Best answer, None if there is none.
    bound
        What the engine says no answer exceeds [points].
    infeasible
        Whether the engine proved that there is no legal answer.
    row_price
        Prices per row, shape ``(n_rows,)``; empty if the engine has none.
    work
        Counts of the search.
    engine
        Name of the engine and its solver.
    conflict
        Rows that cannot hold together, by name.
    attempt
        Where a search ended that cannot go back: breaks hard limits, so it is no
        answer, but tells which rows it leaves unmet.

    """

    allocation: Allocation | None
    bound: float
    engine: str
    infeasible: bool = False
    row_price: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    work: Mapping[str, int] = field(default_factory=dict)
    conflict: tuple[str, ...] = ()
    attempt: Allocation | None = None


@dataclass(frozen=True)
class Worth:
    """What an allocation is worth, and which hard limits it breaks.

    Parameters
    ----------
    objective
        Points; what breaks a hard limit costs none, NaN if it is no allocation.
    broken
        Hard limits it breaks, one sentence each.
    unmet
        The hard rows among them.

    """

    objective: float
    broken: tuple[str, ...]
    unmet: tuple[Missed, ...] = ()


def certify(instance: Instance, answer: Answer, gap: float, seconds: float) -> Result:
    """Check an answer and make the result.

    Parameters
    ----------
    instance
        What it answers.
    answer
        What the engine found.
    gap
        Relative gap asked for.
    seconds
        Wall time of the solve [s].

    Raises
    ------
    CertificateError
        If the answer breaks a hard limit or exceeds its bound.

    """
    prices = dict(zip(instance.rows.name, answer.row_price.tolist(), strict=False))
    result = Result(
        Status.INFEASIBLE if answer.infeasible else Status.NO_SOLUTION,
        None,
        float("nan"),
        answer.bound,
        prices,
        seconds,
        answer.engine,
        answer.work,
        answer.conflict,
    )
    if answer.allocation is None:
        return replace(result, attempt=_attempt(instance, answer))
    worth = judge(instance, answer.allocation)
    if worth.broken:
        raise CertificateError(
            f"{answer.engine} returned an answer that breaks {len(worth.broken)} "
            f"limits, first: {worth.broken[0]}"
        )
    bound = _true_bound(instance, answer, worth.objective)
    done = relative_gap(worth.objective, bound) <= gap
    return replace(
        result,
        status=Status.OPTIMAL if done else Status.FEASIBLE,
        allocation=answer.allocation,
        objective=worth.objective,
        bound=bound,
    )


def _attempt(instance: Instance, answer: Answer) -> Attempt | None:
    """Judge an attempt like an answer."""
    if answer.attempt is None:
        return None
    worth = judge(instance, answer.attempt)
    return Attempt(worth.objective, worth.unmet) if worth.unmet else None


def _true_bound(instance: Instance, answer: Answer, objective: float) -> float:
    """Return the bound; an answer may pass it by rounding, never by more."""
    if np.isnan(answer.bound):
        raise CertificateError(f"{answer.engine} returned a bound that is no number")
    over = objective - answer.bound - TOLERANCE * max(1.0, abs(objective))
    if over > 0 and over > _leeway(instance, answer):
        raise CertificateError(
            f"{answer.engine} says no answer exceeds {answer.bound:.9g} points, "
            f"but its own has {objective:.9g}"
        )
    return max(answer.bound, objective)


def _leeway(instance: Instance, answer: Answer) -> float:
    """Return what it is worth that rows are off their limits within the tolerance.

    At the price of a row a bound holds for answers that keep its limit; one that is
    a millionth beyond it may have price times that much more.
    """
    if answer.allocation is None:
        return 0.0
    rows = instance.rows
    value = row_values(instance, answer.allocation)
    missed = np.maximum(rows.low - value, 0.0) + np.maximum(value - rows.high, 0.0)
    missed[missed > TOLERANCE * np.maximum(1.0, np.abs(value))] = 0.0
    known = answer.row_price if answer.row_price.size else np.zeros(value.size)
    price = np.where(instance.hard, np.abs(known), rows.shortfall_price)
    return float((price * missed).sum(where=missed > 0))


def judge(instance: Instance, allocation: Allocation) -> Worth:
    """Recompute the objective of an allocation and list the hard limits it breaks."""
    misfit = _misfit(instance, allocation)
    if misfit:
        return Worth(float("nan"), (misfit,))
    use = allocation.use.astype(np.int64)
    cells = np.arange(instance.n_cells)
    broken, unmet = [], []
    wrong = int(((use > 0) & ~instance.allowed[use, cells]).sum())
    if wrong:
        broken.append(f"{wrong} cells have a use that is not allowed there")
    supply, cap = allocation.supply, instance.supplies.cap
    if (supply < -1e-9).any() or (supply > cap * (1 + 1e-9) + 1e-9).any():
        broken.append("a supply is below 0 or above its cap")
    cost = 0.0
    value = row_values(instance, allocation)
    rows = instance.rows
    missed = np.maximum(rows.low - value, 0.0) + np.maximum(value - rows.high, 0.0)
    missed[missed <= TOLERANCE * np.maximum(1.0, np.abs(value))] = 0.0
    for row in np.nonzero(missed)[0]:
        if np.isinf(rows.shortfall_price[row]):
            limits = float(rows.low[row]), float(rows.high[row])
            unmet.append(Missed(rows.name[row], float(value[row]), *limits))
        else:
            cost += float(rows.shortfall_price[row] * missed[row])
    points = float(instance.score[use, cells].astype(np.float64).sum())
    points += float(instance.supplies.value @ supply) - _border_cost(instance, use)
    broken += [str(row) for row in unmet]
    if instance.restrictions.any:
        broken += broken_restrictions(instance, use)
        cost += too_close_cost(instance, use)
    return Worth(points - cost, tuple(broken), tuple(unmet))


def _misfit(instance: Instance, allocation: Allocation) -> str:
    """Say what keeps an allocation from being one; empty if nothing does."""
    use, supply = allocation.use, allocation.supply
    if use.shape != (instance.n_cells,):
        return f"there must be {instance.n_cells} cells, got shape {use.shape}"
    if not 0 <= use.min() <= use.max() < instance.n_uses:
        return (
            f"uses must lie in 0..{instance.n_uses - 1}, got {use.min()}..{use.max()}"
        )
    if supply.shape != (instance.n_supplies,):
        return f"there must be {instance.n_supplies} supplies, got shape {supply.shape}"
    return "" if np.isfinite(supply).all() else "a supply is no number"


def row_values(instance: Instance, allocation: Allocation) -> NDArray[np.float64]:
    """Sum every row from the allocation, shape ``(n_rows,)``."""
    rows, supplies = instance.rows, instance.supplies
    use = allocation.use.astype(np.int64)
    value = np.zeros(instance.n_rows)
    for partition in np.unique(rows.entry_partition):
        zone = instance.zone[partition]
        here = zone >= 0
        shape = int(zone.max(initial=-1)) + 1, instance.n_uses
        place = zone[here].astype(np.int64) * instance.n_uses + use[here]
        weight = instance.weight[partition][here]
        tally = np.bincount(place, weight, shape[0] * shape[1]).reshape(shape)
        entry = np.nonzero(rows.entry_partition == partition)[0]
        entry = entry[rows.entry_zone[entry] < shape[0]]
        amount = (rows.entry_coef[entry] * tally[rows.entry_zone[entry]]).sum(axis=1)
        np.add.at(value, rows.entry_row[entry], amount)
    amount = supplies.entry_coef * allocation.supply[supplies.entry_supply]
    np.add.at(value, supplies.entry_row, amount)
    return value


def _border_cost(instance: Instance, use: NDArray[np.int64]) -> float:
    if not instance.sees_neighbours:
        return 0.0
    here, there = use[instance.edges[:, 0]], use[instance.edges[:, 1]]
    return float(instance.edge_cost[here, there].sum())
