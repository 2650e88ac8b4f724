"""Simulated annealing over single cells, as Marxan with Zones has it.

A random cell gets a random use; what is better is taken, what is worse by chance, less
and less as the temperature falls by a fixed factor; then only what is better. Limits
are penalties: points per cell that a row is off, times a factor per row (Marxan's
species penalty factor) that doubles after a run in which the row was not kept. Supply
without land is chosen anew, the best there is, between moves. The temperatures come
from trial moves. Runs follow one another until the time is up, each twice as long as
the one before; the best legal plan is kept. It proves nothing.

References: Ball, Possingham & Watts 2009 (Marxan and relatives), Watts et al. 2009
(Marxan with Zones); annealing adapted as in Connolly 1990.
"""

import time
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from benchmarks.kernels.annealing import (
    EACH,
    Land,
    Scratch,
    _anneal,
    _gains,
    scratch,
)
from benchmarks.peers.peer import Peer
from model.allocation import Allocation
from solver.certificate import TOLERANCE, Answer, judge
from solver.instance import Instance
from solver.settings import Settings
from solver.supplies import best_supply
from solver.watch import Watch
from solver.zonal import Zonal, to_zonal

FIRST_RUN = 20
"""Moves per cell in the first run."""

CHUNK = 1_000_000
"""Moves between two looks at the clock."""

TRIALS = 10_000
"""Moves that are judged to set the temperatures."""

HOT, COLD = 0.3, 0.03
"""First and last temperature, as parts of the median loss of a move that loses.

Marxan takes the largest and the smallest loss: hotter and colder than pays here.
"""

GROWTH = 2.0
"""By how much the factor of a row grows after a run that did not keep it."""

MENDS = 12
"""Times that factors grow within a run before it is given up."""


def anneal(instance: Instance, settings: Settings, watch: Watch) -> Answer:
    """Search until the time is up."""
    search = _Search(instance, settings, watch)
    n_moves = FIRST_RUN * instance.n_cells
    while not watch.stopped and instance.n_uses > 1:
        search.run(n_moves)
        n_moves *= 2
    return Answer(search.best, np.inf, "annealing", work=search.work)


@dataclass
class _State:
    """A plan on its way: uses, supply, what rows have, and the generator's state."""

    use: NDArray[np.int8]
    supply: NDArray[np.float64]
    amount: NDArray[np.float64]
    chance: NDArray[np.uint64]
    room: Scratch


@dataclass
class _Search:
    """All runs on one instance."""

    instance: Instance
    settings: Settings
    watch: Watch
    best: Allocation | None = None
    points: float = -np.inf
    work: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay the instance out, and learn what a move loses."""
        self.zonal = to_zonal(self.instance)
        self.land = to_land(self.instance, self.zonal)
        self.rng = np.random.default_rng(self.settings.seed)
        self.factor = np.ones(self.instance.n_rows)
        self.work = {"runs": 0, "moves": 0, "taken": 0}
        self.seconds = 0.0
        loss = typical_loss(self.land, self._start(), self.rng)
        self.hot, self.cold = HOT * loss, COLD * loss
        self.unit = np.where(self.instance.hard, loss / self.zonal.row_size, 0.0)

    def run(self, n_moves: int) -> None:
        """Anneal from the start, improve, and raise the price of rows until kept."""
        moves_left = self.watch.left_s * self._moves_per_s()
        last = moves_left < 3 * n_moves
        if last:  # no time for another one after it: use what is left
            n_moves = max(CHUNK, int(moves_left) - 3 * self._round())
        self.watch.report(f"run {self.work['runs'] + 1}")
        self.work["runs"] += 1
        state = self._start()
        self._anneal(state, n_moves, self.hot, self.cold)
        for _ in range(MENDS):
            self._improve(state)
            unmet = self._unmet(state)
            if not unmet.any():
                break
            self.factor[unmet] *= GROWTH
            if self.watch.stopped:
                break
        self._offer(state)

    def _start(self) -> _State:
        """Begin with the use that is worth most in every cell."""
        use = self.land.score.argmax(axis=1).astype(np.int8)
        amount = self.zonal.amounts(use)
        chance = self.rng.integers(1, 1 << 63, 1, np.uint64)
        supply = np.zeros(self.instance.n_supplies)
        return _State(use, supply, amount, chance, scratch(amount.size))

    def _improve(self, state: _State) -> None:
        """Take only what is better, twice round all uses of all cells."""
        self._anneal(state, self._round(), 0.0, 0.0)

    def _round(self) -> int:
        return 2 * self.instance.n_cells * (self.instance.n_uses - 1)

    def _anneal(self, state: _State, n_moves: int, hot: float, cold: float) -> None:
        """Try moves while the temperature falls from hot to cold."""
        rate = self.instance.rows.shortfall_price
        rate = np.where(self.instance.hard, self.factor * self.unit, rate)
        land = self.land._replace(rate=rate)
        cooling = (cold / hot) ** (EACH / n_moves) if hot else 1.0
        done = 0
        while done < n_moves and not self.watch.stopped:
            n = min(CHUNK, n_moves - done)
            heat = hot * cooling ** (done / EACH)
            self._supply(state, rate)
            began = time.monotonic()
            arrays = state.use, state.amount, state.room
            tried, taken = _anneal(land, *arrays, n, heat, cooling, state.chance)
            self.seconds += time.monotonic() - began
            self.work["moves"] += tried
            self.work["taken"] += taken
            done += n

    def _supply(self, state: _State, rate: NDArray[np.float64]) -> None:
        """Choose the best supply beside the uses, and count rows anew: sums drift."""
        zonal = self.zonal
        amount = zonal.amounts(state.use)
        state.supply = best_supply(zonal, amount, rate)
        state.amount = amount + zonal.supply_coef.T @ state.supply

    def _moves_per_s(self) -> float:
        return self.work["moves"] / self.seconds if self.seconds else np.inf

    def _unmet(self, state: _State) -> NDArray[np.bool_]:
        """Return which hard rows are off their limits."""
        amount, low, high = state.amount, self.land.low, self.land.high
        room = 0.5 * TOLERANCE * np.maximum(1.0, np.abs(amount))
        off = (amount < low - room) | (amount > high + room)
        return np.asarray(off & self.instance.hard)

    def _offer(self, state: _State) -> None:
        """Keep the plan if it is legal and the best so far."""
        plan = Allocation(state.use, state.supply)
        worth = judge(self.instance, plan)
        if not worth.broken and worth.objective > self.points:
            self.best, self.points = plan, worth.objective
            self.watch.report(f"run {self.work['runs']}", worth.objective)


def to_land(instance: Instance, zonal: Zonal) -> Land:
    """Lay an instance out for the kernel; hard rows cost nothing yet."""
    beside = np.full((instance.n_cells, 4), -1, np.int32)
    edges = instance.edges
    lower = instance.cell_row[edges[:, 0]] != instance.cell_row[edges[:, 1]]
    for side, these in ((0, edges[~lower]), (1, edges[lower])):
        beside[these[:, 0], side] = these[:, 1]
        beside[these[:, 1], side + 2] = these[:, 0]
    return Land(
        zonal.score,
        zonal.slot,
        zonal.weight,
        zonal.coef.indptr.astype(np.int32),
        zonal.coef.indices.astype(np.int32),
        zonal.coef.data.astype(np.float64),
        beside,
        instance.edge_cost,
        zonal.low,
        zonal.high,
        np.where(instance.hard, 0.0, zonal.price),
    )


def gains(
    land: Land,
    use: NDArray[np.int8],
    amount: NDArray[np.float64],
    cells: NDArray[np.int64],
    news: NDArray[np.int8],
) -> NDArray[np.float64]:
    """Return what moves of single cells would add, each on its own [points].

    Parameters
    ----------
    land
        What moves are judged by.
    use, amount
        The plan, and what its rows have.
    cells, news
        The cells and their new uses, shape ``(n_moves,)``.

    """
    found: NDArray[np.float64] = _gains(
        land, use, amount, cells, news, scratch(amount.size)
    )
    return found


def typical_loss(land: Land, state: _State, rng: np.random.Generator) -> float:
    """Return the median loss of a random move that loses; 1 if none does [points]."""
    n_cells, n_uses = land.score.shape
    cells = rng.integers(0, n_cells, TRIALS)
    news = rng.integers(0, n_uses, TRIALS).astype(np.int8)
    gain = gains(land, state.use, state.amount, cells, news)
    loss = -gain[(gain < 0) & np.isfinite(gain)]
    return float(np.median(loss)) if loss.size else 1.0


PEER = Peer("annealing", anneal, compiles=True)
"""Simulated annealing, as Marxan with Zones has it."""
