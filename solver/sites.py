"""Where single sites may go: patches grown in every candidate area at current prices.

Each is connected, lies within one area and has the amount that a site must have, or
more where rows ask for it. Its gain is what its cells gain over the use that they are
suggested, less what distances to it take away round it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance
from solver.kernels.draft import Apart
from solver.kernels.grow import _grow
from solver.kernels.moves import Land
from solver.narrow import ENOUGH, site_land
from solver.plane import Plane
from solver.zonal import Zonal

Floats = NDArray[np.float64]
Worth = NDArray[np.float32]

AREAS, SEEDS = 60, 4
"""Most pieces of land that are tried for a rule, and seeds in each."""

STEP, STEPS = 1.25, 8
"""By how many times sites grow beyond what they need, and how often."""

BEYOND = 8.0
"""By how many times the land that a site needs it is grown at most."""


@dataclass(frozen=True, eq=False)
class Site:
    """A candidate: its rule, its cells, what it gains [points]."""

    rule: int
    cells: NDArray[np.int32]
    gain: float


class SiteGrower:
    """Grows sites of one instance over a plan at prices."""

    def __init__(
        self, instance: Instance, zonal: Zonal, land: Land, apart: Apart, plane: Plane
    ) -> None:
        """Prepare what growing needs."""
        self._instance, self._zonal, self._land = instance, zonal, land
        self._apart, self._plane = apart, plane
        n = instance.n_cells
        heap = np.empty(8 * n + 8), np.empty(8 * n + 8, np.int32)
        self._state = np.zeros(n, np.int32), *heap
        self._mark = 0

    def sites(
        self,
        rule: int,
        wanted: list[float],
        use: NDArray[np.int8],
        worth: Worth,
    ) -> list[Site]:
        """Return candidates of a rule.

        Parameters
        ----------
        rule
            Number of the site rule.
        wanted
            Amounts that rows ask a site to have beside its least.
        use
            Use per cell that they grow over; none has the rule's use.
        worth
            Worth of every use, shape ``(n_cells, n_uses)``.

        """
        rules = self._instance.restrictions.sites
        number = int(rules.use[rule])
        open_land = np.isfinite(self._zonal.score[:, number])
        piece, amount = site_land(self._instance, rule, self._plane, open_land)
        gain = worth[:, number].astype(np.float64) - worth[np.arange(use.size), use]
        gain = np.where(piece > 0, gain, np.inf)
        poor = float(np.percentile(gain[piece > 0], 5)) if piece.any() else 0.0
        gain = np.where(piece > 0, np.maximum(gain, poor), poor)
        cells = np.bincount(piece)
        weight = float(amount[1:].sum() / max(1, cells[1:].sum())) or 1.0
        side = int(np.clip(np.sqrt(rules.least[rule] / weight), 1, 201)) | 1
        much = max([float(rules.least[rule]), *wanted])
        most = int(min(BEYOND * (much / weight + 16), use.size))
        mean = self._plane.averaged(gain, side, poor)
        found: list[Site] = []
        for area, seeds in self._seeds(piece, mean, side):
            closed = self._land.score.copy()
            closed[piece != area, number] = -np.inf
            land = self._land._replace(score=closed)
            for seed in seeds:
                grown = self._grown(land, (seed, most), rule, use, worth)
                found += self._cut(rule, grown, wanted, use, worth)
        return found

    def _seeds(
        self, piece: NDArray[np.int32], mean: Floats, side: int
    ) -> list[tuple[int, list[int]]]:
        """Choose pieces of land and cells in each, the best first."""
        order = np.argsort(-mean, kind="stable")
        order = order[piece[order] > 0]
        chosen: dict[int, list[int]] = {}
        row, col = self._plane.row, self._plane.col
        for cell in order.tolist():
            area = int(piece[cell])
            if area not in chosen and len(chosen) == AREAS:
                continue
            seeds = chosen.setdefault(area, [])
            if len(seeds) < SEEDS and all(
                max(abs(row[cell] - row[at]), abs(col[cell] - col[at])) >= side
                for at in seeds
            ):
                seeds.append(cell)
        return list(chosen.items())

    def _grown(
        self,
        land: Land,
        seed: tuple[int, int],
        rule: int,
        use: NDArray[np.int8],
        worth: Worth,
    ) -> NDArray[np.int32]:
        """Grow from a cell, to so many cells at most."""
        rules = self._instance.restrictions
        number = int(rules.sites.use[rule])
        first, size = seed
        if rules.patch_most.size and rules.patch_most[number]:
            size = min(size, int(rules.patch_most[number]))
        patch = np.empty(size, np.int32)
        self._mark += 1
        length, _, _ = _grow(
            *(land, worth, np.zeros(use.size), 0.0, (0.0, 0.0), use),
            *((first, number, self._mark), self._state, patch),
        )
        return patch[:length]

    def _cut(
        self,
        rule: int,
        grown: NDArray[np.int32],
        wanted: list[float],
        use: NDArray[np.int8],
        worth: Worth,
    ) -> list[Site]:
        """Return the beginnings of a grown patch that are sites."""
        rules = self._instance.restrictions
        number = int(rules.sites.use[rule])
        weight = self._instance.weight[rules.sites.partition[rule]]
        sum_of = np.cumsum(weight[grown].astype(np.float64))
        fewest = int(rules.patch_least[number]) if rules.patch_least.size else 1
        least = float(rules.sites.least[rule])
        lengths = set()
        for amount in (least, *(much for much in wanted if much > least)):
            enough = np.nonzero(sum_of >= amount * ENOUGH)[0]
            if enough.size:
                lengths.add(max(int(enough[0]) + 1, fewest, 1))
        for _ in range(STEPS):
            if lengths:
                lengths.add(int(np.ceil(STEP * max(lengths))))
        found = []
        for length in sorted(lengths):
            if length <= grown.size and sum_of[length - 1] >= least * ENOUGH:
                cells = grown[:length]
                gain = self._gain(cells, number, use, worth)
                found.append(Site(rule, cells.copy(), gain))
        return found

    def _gain(
        self, cells: NDArray[np.int32], number: int, use: NDArray[np.int8], worth: Worth
    ) -> float:
        """Return what a site gains over a plan, edges and distances included."""
        points = float((worth[cells, number] - worth[cells, use[cells]]).sum())
        inside = np.isin(self._land.neighbour[cells], cells)
        for side in range(4):
            other = self._land.neighbour[cells, side]
            there = other >= 0
            mine, beside = use[cells[there]], use[other[there]]
            share = np.where(inside[there, side], 0.5, 1.0)  # such edges come twice
            points += float((share * self._land.cost[mine, beside]).sum())
            outer = there & ~inside[:, side]
            points -= float(self._land.cost[number, use[other[outer]]].sum())
        return points - self._driven_out(cells[~inside.all(axis=1)], number, use, worth)

    def _driven_out(
        self,
        border: NDArray[np.int32],
        number: int,
        use: NDArray[np.int8],
        worth: Worth,
    ) -> float:
        """Return what distances to a site take away from the land round it."""
        apart, lost = self._apart, 0.0
        for rule in range(apart.cost.size):
            shut = np.zeros(apart.use.shape[1], np.bool_)
            if apart.use[rule, number]:
                shut |= apart.other[rule]
            if apart.other[rule, number]:
                shut |= apart.use[rule]
            if not shut.any():
                continue
            near = ring(apart, rule, border)
            near = near[shut[use[near]]]
            if near.size:
                stays = worth[near, use[near]]
                loss = stays - worth[near][:, ~shut].max(axis=1)
                loss = np.minimum(np.maximum(loss, 0.0), apart.cost[rule])
                lost += float(loss.sum())
        return lost


def ring(apart: Apart, rule: int, cells: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the cells that are too close to some cells."""
    step = apart.step[apart.first[rule] : apart.first[rule + 1]]
    place = np.unique((apart.place[cells][:, None] + step).ravel())
    found = apart.at[place]
    near: NDArray[np.int32] = found[found >= 0]
    return near
