"""Keep strict ladders: a lower rung takes land only as far as it must.

Lexicographic, from the lowest rung up: first the least shortfall, then the fewest
hectares on the lowest rung, then on the one above it given that, and so on. What each
step reaches becomes a hard row of the instance, so that any engine can solve the rest
and any checker can see the limit.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import row_values
from solver.instance import Instance, RowArrays
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch

STEP_SHARE = 0.25
"""Part of the time left that one step may take."""


@dataclass(frozen=True, eq=False)
class Rungs:
    """A strict ladder on the cells of an instance.

    Parameters
    ----------
    name
        Id of the rule.
    labels
        Name of every rung, best first; land on none of them counts as one more.
    rung
        Rung per cell, shape ``(n_cells,)``.
    uses
        Numbers of the uses it orders.
    land_ha
        Land per cell [ha], shape ``(n_cells,)``.

    """

    name: str
    labels: tuple[str, ...]
    rung: NDArray[np.int8]
    uses: tuple[int, ...]
    land_ha: NDArray[np.float64]


@dataclass(frozen=True)
class Kept:
    """What one step of a ladder reached.

    Parameters
    ----------
    name, label
        Rule and rung.
    ha
        Hectares on the rung, the limit of the later steps.
    least_ha
        Proven: no plan has fewer, given the steps before.

    """

    name: str
    label: str
    ha: float
    least_ha: float


def keep_ladders(
    instance: Instance, ladders: Sequence[Rungs], settings: Settings, watch: Watch
) -> tuple[Instance, tuple[Kept, ...]]:
    """Add the limits that strict ladders lead to.

    Parameters
    ----------
    instance
        The problem without them.
    ladders
        Strict ladders, the first rules the next.
    settings
        Solver, gap and seed of every step.
    watch
        Ends it; the limits found so far stand.

    Returns
    -------
    tuple
        The instance with one more row per rung, and what each step reached; fewer
        steps than rungs if the time was over.

    """
    if not ladders:
        return instance, ()
    watch.report("ladder")
    found = _least_shortfall(instance, settings, watch)
    kept: list[Kept] = []
    if found is None:
        return instance, ()
    least, plan = found
    for ladder in ladders:
        labels = (*ladder.labels, "–")
        for rung in range(len(labels) - 1, 0, -1):
            if watch.stopped:
                return instance, tuple(kept)
            row = _row(instance, ladder, rung, f"ladder[{ladder.name}, {labels[rung]}]")
            least = _with(least, row, np.inf)
            step, plan = _fewest_hectares(
                least, (ladder, rung, labels[rung]), settings, watch, plan
            )
            kept.append(step)
            limit = step.ha * (1 + 1e-9) + 1e-9
            least, instance = _limited(least, limit), _with(instance, row, limit)
    return instance, tuple(kept)


def _least_shortfall(
    instance: Instance, settings: Settings, watch: Watch
) -> tuple[Instance, Allocation] | None:
    """Make every priced row hard at the value that the cheapest shortfall reaches."""
    rows = instance.rows
    bare = replace(
        instance,
        score=np.zeros_like(instance.score),
        boundary=np.zeros(instance.n_uses),
        supplies=replace(
            instance.supplies, value=np.zeros_like(instance.supplies.value)
        ),
    )
    found = solve(bare, settings, watch=_part(watch))
    if found.allocation is None:
        return None
    value = row_values(instance, found.allocation)
    room = 1e-9 * np.maximum(1.0, np.abs(value))
    low, high = np.minimum(rows.low, value - room), np.maximum(rows.high, value + room)
    hard = np.full(rows.low.size, np.inf)
    low = np.where(instance.hard, rows.low, low)
    high = np.where(instance.hard, rows.high, high)
    limited = replace(rows, low=low, high=high, shortfall_price=hard)
    return replace(bare, rows=limited), found.allocation


def _part(watch: Watch) -> Watch:
    """Return a watch for one step: it leaves time for those that follow."""
    part = Watch(STEP_SHARE * watch.left_s)
    part.follow(watch)
    return part


def _fewest_hectares(
    instance: Instance,
    of: tuple[Rungs, int, str],
    settings: Settings,
    watch: Watch,
    plan: Allocation,
) -> tuple[Kept, Allocation]:
    """Find the fewest hectares on a rung; a plan that has none needs no search."""
    ladder, rung, label = of
    on_rung = np.isin(plan.use, ladder.uses) & (ladder.rung == rung)
    ha = float(ladder.land_ha[on_rung].sum())
    if ha == 0.0:
        return Kept(ladder.name, label, 0.0, 0.0), plan
    score = np.zeros_like(instance.score)
    for use in ladder.uses:
        score[use] = np.where(ladder.rung == rung, -ladder.land_ha, 0.0)
    bare = replace(instance, score=score)
    found = solve(bare, settings, watch=_part(watch), start=plan)
    if found.allocation is None:
        return Kept(ladder.name, label, ha, 0.0), plan
    step = Kept(ladder.name, label, max(0.0, -found.objective), max(0.0, -found.bound))
    return step, found.allocation


def _row(
    instance: Instance, ladder: Rungs, rung: int, name: str
) -> tuple[str, NDArray[np.int32], NDArray[np.float32], NDArray[np.float64]]:
    """Return name, zone, weight and coefficients of the row that counts a rung."""
    zone = np.where(ladder.rung == rung, 0, -1).astype(np.int32)
    coef = np.zeros(instance.n_uses)
    coef[list(ladder.uses)] = 1.0
    return name, zone, ladder.land_ha.astype(np.float32), coef


def _with(
    instance: Instance,
    row: tuple[str, NDArray[np.int32], NDArray[np.float32], NDArray[np.float64]],
    high: float,
) -> Instance:
    """Return the instance with one more hard row."""
    name, zone, weight, coef = row
    rows, partition = instance.rows, instance.zone.shape[0]
    more = RowArrays(
        (*rows.name, name),
        np.append(rows.low, -np.inf),
        np.append(rows.high, high),
        np.append(rows.shortfall_price, np.inf),
        np.append(rows.entry_row, np.int32(len(rows.name))),
        np.append(rows.entry_partition, np.int32(partition)),
        np.append(rows.entry_zone, np.int32(0)),
        np.vstack([rows.entry_coef.reshape(-1, instance.n_uses), coef]),
    )
    return replace(
        instance,
        zone=np.vstack([instance.zone.reshape(-1, instance.n_cells), zone]),
        weight=np.vstack([instance.weight.reshape(-1, instance.n_cells), weight]),
        rows=more,
    )


def _limited(instance: Instance, high: float) -> Instance:
    """Return the instance with the limit of its last row."""
    limits = instance.rows.high.copy()
    limits[-1] = high
    return replace(instance, rows=replace(instance.rows, high=limits))
