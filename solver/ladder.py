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

from solver.certificate import row_values
from solver.instance import Instance, RowArrays
from solver.result import Result
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch


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
        Solver, gap and seed of every step; the time limit is for all together.
    watch
        Ends it; the limits found so far stand.

    """
    if not ladders:
        return instance, ()
    n_steps = 2 + sum(len(ladder.labels) + 1 for ladder in ladders)
    share = replace(settings, time_limit_s=settings.time_limit_s / n_steps)
    least = _least_shortfall(instance, share, watch)
    if least is None:
        return instance, ()
    kept: list[Kept] = []
    for ladder in ladders:
        labels = (*ladder.labels, "–")
        for rung in range(len(labels) - 1, 0, -1):
            if watch.stopped:
                return instance, tuple(kept)
            row = _row(instance, ladder, rung, f"ladder[{ladder.name}, {labels[rung]}]")
            least = _with(least, row, np.inf)
            found = _fewest_hectares(least, ladder, rung, share, watch)
            if found.allocation is None:
                return instance, tuple(kept)
            ha = max(0.0, -found.objective)
            kept.append(Kept(ladder.name, labels[rung], ha, max(0.0, -found.bound)))
            limit = ha * (1 + 1e-9) + 1e-9
            least = _limited(least, limit)
            instance = _with(instance, row, limit)
    return instance, tuple(kept)


def _least_shortfall(
    instance: Instance, settings: Settings, watch: Watch
) -> Instance | None:
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
    if instance.hard.all():
        return bare
    watch.report("ladder")
    found = _step(bare, settings, watch)
    if found.allocation is None:
        return None
    value = row_values(instance, found.allocation)
    hard = np.full(rows.low.size, np.inf)
    room = 1e-9 * np.maximum(1.0, np.abs(value))
    low, high = np.minimum(rows.low, value - room), np.maximum(rows.high, value + room)
    return replace(bare, rows=replace(rows, low=low, high=high, shortfall_price=hard))


def _fewest_hectares(
    instance: Instance,
    ladder: Rungs,
    rung: int,
    settings: Settings,
    watch: Watch,
) -> Result:
    score = np.zeros_like(instance.score)
    for use in ladder.uses:
        score[use] = np.where(ladder.rung == rung, -ladder.land_ha, 0.0)
    return _step(replace(instance, score=score), settings, watch)


def _step(instance: Instance, settings: Settings, watch: Watch) -> Result:
    """Solve one step, within its share of the time and until an interrupt."""
    part = Watch(min(settings.time_limit_s, watch.left_s))
    part.follow(watch)
    return solve(instance, settings, watch=part)


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
