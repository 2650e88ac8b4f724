"""Plans that are nearly as good and lie elsewhere.

Each next plan pays for every cell in which earlier plans have the same use, more in
some blocks of the map than in others, by chance. How much it pays follows from how
much of what may be lost the last plan lost (modelling to generate alternatives, Brill
1979). A plan counts only if the instance as it was judges it legal and within the
distance of the proven bound.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance
from solver.levels import scale_of
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch, relative_gap
from solver.zonal import Zonal, to_zonal

Floats = NDArray[np.float64]

BLOCK = 8
"""Cells along a block in which chance is the same."""

FIRST = 0.5
"""First penalty [standard deviations of the scores, per cell of mean size]."""

LESS, MORE = 0.5, 1.6
"""What becomes of the penalty after a plan that lost too much, and too little."""

UNUSED = 0.6
"""Part of what may be lost below which a plan lost too little."""

DIFFERS = 0.01
"""Part of the cells with a new use in which a plan must differ from every other."""

TRIES = 6
"""Times that a plan is sought before the portfolio ends."""

GAP_SHARE = 0.25
"""Part of what may be lost that a search may leave."""


@dataclass(frozen=True, eq=False)
class Portfolio:
    """Plans within a distance of the bound.

    Parameters
    ----------
    use
        Use per plan and cell, int8, shape ``(n_plans, n_cells)``.
    points
        What each is worth [points], shape ``(n_plans,)``.
    least
        What a plan must be worth [points].
    tried
        Plans that were searched for.

    """

    use: NDArray[np.int8]
    points: Floats
    least: float
    tried: int

    def frequency(self, n_uses: int) -> NDArray[np.float32]:
        """Return in which part of the plans a cell has a use, ``(n_uses, n_cells)``."""
        return frequency_of(self.use, n_uses)


def frequency_of(use: NDArray[np.int8], n_uses: int) -> NDArray[np.float32]:
    """Return in which part of plans a cell has each use, ``(n_uses, n_cells)``."""
    numbers = np.arange(n_uses, dtype=np.int8)
    return np.stack([(use == k).mean(axis=0, dtype=np.float32) for k in numbers])


def portfolio(
    instance: Instance,
    first: Allocation,
    bound: float,
    within: float,
    n_plans: int,
    settings: Settings,
    watch: Watch,
    on_plan: Callable[[int, float], None] = lambda _number, _points: None,
) -> Portfolio:
    """Look for plans that differ.

    Parameters
    ----------
    instance
        The instance.
    first
        A legal plan, the first of the portfolio.
    bound
        Proven: no plan has more points.
    within
        Gap that a plan may have [1].
    n_plans
        Plans wanted, the first among them; fewer come if no more are found.
    settings
        Time limit of one search, and seed.
    watch
        Ends it; the plans found so far are kept.
    on_plan
        Called with the number of plans so far and the points of the last.

    Raises
    ------
    ValueError
        If the first plan is itself not within the distance.

    """
    points = judge(instance, first).objective
    if relative_gap(points, bound) > within:
        raise ValueError(
            f"the first plan must lie within {within:g} of the bound, got a gap of "
            f"{relative_gap(points, bound):g}"
        )
    zonal, rng = to_zonal(instance), np.random.default_rng(settings.seed)
    plans, worth = [first], [points]
    strength, tried = FIRST * scale_of(zonal)[0], 0
    while len(plans) < n_plans and not watch.stopped:
        found = None
        for _ in range(TRIES):
            pushed = _pushed(instance, zonal, plans, strength, rng)
            fine = replace(settings, gap=max(1e-4, GAP_SHARE * within), seed=tried + 1)
            limited = Watch(min(settings.time_limit_s, watch.left_s))
            limited.follow(watch)
            found = solve(pushed, fine, watch=limited).allocation
            tried += 1
            if watch.stopped:
                found = None
                break
            points = -np.inf if found is None else judge(instance, found).objective
            gap = relative_gap(points, bound) if np.isfinite(points) else np.inf
            if gap <= within and found is not None and _is_new(found, plans):
                break
            found, strength = None, (LESS if gap > within else MORE) * strength
        if found is None:
            break
        if gap < UNUSED * within:
            strength *= MORE
        plans.append(found)
        worth.append(points)
        on_plan(len(plans), points)
    use = np.stack([plan.use for plan in plans])
    return Portfolio(use, np.array(worth), bound - within * abs(bound), tried)


def _is_new(found: Allocation, plans: list[Allocation]) -> bool:
    """Tell whether a plan differs enough from every earlier one."""
    least = max(1, int(DIFFERS * np.count_nonzero(found.use)))
    return all(np.count_nonzero(found.use != plan.use) >= least for plan in plans)


def _pushed(
    instance: Instance,
    zonal: Zonal,
    plans: list[Allocation],
    strength: float,
    rng: np.random.Generator,
) -> Instance:
    """Return the instance in which uses pay for where earlier plans have them."""
    often = frequency_of(np.stack([plan.use for plan in plans]), instance.n_uses)
    row, col = instance.cell_row // BLOCK, instance.cell_col // BLOCK
    block = row.astype(np.int64) * (int(col.max()) + 1) + col
    chance = rng.random((instance.n_uses, int(block.max()) + 1), np.float32)
    push = np.float32(strength) * often * chance[:, block] * zonal.cell_size
    push[0] = 0.0
    return replace(instance, score=instance.score - push)
