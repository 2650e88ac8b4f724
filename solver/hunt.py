"""The hunt for a better answer and a lower bound, at the prices of the rows.

Opens the cells that prices leave undecided, closes their relaxation by columns, and
searches whole cells: near the relaxation, in neighbourhoods of the best answer, and
at last among all that a better answer could use. Every answer is judged before it is
kept; every bound holds for the whole instance.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.bound import proven_bound
from solver.certificate import judge
from solver.columns import Columns, Generation, short_rows
from solver.conflict import conflicting_rows
from solver.core import Core
from solver.dual import Dual
from solver.highs import relax, search
from solver.improve import Neighbourhood, freed, undecided
from solver.instance import Instance
from solver.levels import Priced, price_rows
from solver.near import nearest
from solver.program import Program
from solver.round import to_allocation, to_columns
from solver.settings import Settings
from solver.watch import Watch, relative_gap

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

CORE_CELLS = 3_000
"""Cells of the first core, and 5 more for every row."""

GROWTH = 4
"""By how many times a core grows in which no answer was found."""

MOST_CORE_CELLS = 200_000
"""Cells of the largest core that is tried."""

FEW_DECIDED, MOST_DECIDED = 3_000, 20_000
"""Cells that may be open in a search that decides the whole instance: before
neighbourhoods are tried, and after."""

DECIDE_SHARE = 0.5
"""Part of the time left that such a search may take before neighbourhoods."""

FREE_COLUMNS = 100
"""Columns left free around a relaxation, beside those for each that is divided."""

FREE_PER_DIVIDED = (4, 16)
"""Columns left free for each that is divided, in the first try and in the next."""

NEAR_SHARE = 0.2
"""Part of the time left that one search near the relaxation may take."""

RELAXED_SHARE = 0.1
"""Part of the asked gap that the relaxation may lose."""

YIELD = (10.0, 1e3, 1e5)
"""Prices at which hard rows give way, if they cannot be kept at the one before
[widest difference of scores per cell]."""

MOST_MENDS = 8
"""Times that cells open for rows that whole cells near a relaxation cannot keep."""

GAP_SHARE = 0.5
"""Part of the asked gap that one search may lose."""

FINE_SHARE = 0.02
"""Part of the asked gap that the search of a neighbourhood may lose."""

FINE_LIMIT_S = 1.0
"""Wall time of the search of a neighbourhood [s]."""

LOSSES = (0.02, 0.1, 0.005)
"""What a use may lose that a neighbourhood takes in, as parts of the gap left."""

IN_TURN = 5
"""Neighbourhoods of one kind before the next."""

PATIENCE = 20
"""Neighbourhoods after which it is asked whether more are worth while."""

WORTH = 0.05
"""Part of the gap left that they must have closed then."""

COUNTED = ("nodes", "iterations")
"""Counts of a search that are added up."""


def _never_enough(_: Allocation) -> bool:
    return False


@dataclass
class Hunt:
    """The best answer and the lowest bound so far, and the steps to better ones.

    Who judges answers by more than the instance says is ``enough``: it is told every
    better one, and tells whether the hunt may end with it.
    """

    instance: Instance
    settings: Settings
    watch: Watch
    dual: Dual
    enough: Callable[[Allocation], bool] = _never_enough
    bound: float = np.inf
    best: Allocation | None = None
    objective: float = -np.inf
    infeasible: bool = False
    conflict: tuple[str, ...] = ()
    work: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin without prices."""
        self.price: Floats = np.zeros(0)
        self._mended: Rows = np.zeros(0, np.int64)
        self._asked_conflict = False
        self._has_enough = False

    @property
    def done(self) -> bool:
        """Whether to end: the gap is proven, there is no answer, or somebody stops."""
        if self.watch.stopped or self.infeasible or self._has_enough:
            return True
        if self.best is None:
            return False
        return relative_gap(self.objective, self.bound) <= self.settings.gap

    def offer(self, allocation: Allocation | None) -> bool:
        """Keep an answer if it is legal and better; tell whether it is."""
        if allocation is None:
            return False
        worth = judge(self.instance, allocation)
        if worth.broken or worth.objective <= self.objective:
            return False
        self.best, self.objective = allocation, worth.objective
        self.watch.report("core", self.objective, self.bound)
        self._has_enough = self.enough(allocation)
        return True

    def lower(self, bound: float, price: Floats | None = None) -> None:
        """Keep a bound on better answers if it is lower than the last."""
        if bound < self.bound:
            self.bound = bound
            self.price = self.price if price is None else price
            self.watch.report("core", bound=self.bound)

    def begin(self, priced: Priced) -> None:
        """Take prices to go on from."""
        self.priced, self.price = priced, priced.price
        self.lower(priced.best.bound)
        self.columns = Generation(self.instance, self.dual, priced)

    def run(self) -> None:
        """Find prices and an answer, make it better, and at last decide."""
        self.begin(price_rows(self.dual, self.settings, self.watch, self.offer))
        if self.priced.at_limit:
            self._prove_conflict()
        self.go_on()

    def go_on(self) -> None:
        """Do the same with the prices that it began with."""
        n_cells = self.instance.n_cells
        wanted = CORE_CELLS + 5 * self.instance.n_rows
        while not self.done:
            self._open(wanted)
            self._find()
            if self.best is not None or wanted >= min(n_cells, MOST_CORE_CELLS):
                break
            wanted *= GROWTH
        self._decide(FEW_DECIDED, DECIDE_SHARE * self.watch.left_s)
        self._improve(WORTH)
        self._decide(MOST_DECIDED)
        self._improve(0.0)

    def _open(self, wanted: int) -> None:
        """Open the cells that lead least.

        Leads are compared for cells of one size, in which prices move them alike.
        """
        priced, size = self.priced, self.dual.zonal.cell_size
        if wanted >= size.size:
            self.columns.open |= np.isfinite(self.dual.zonal.score)
            return
        lead = priced.best.margin / size
        loss = max(float(np.partition(lead, wanted)[wanted]), priced.close)
        cells = np.nonzero(lead <= loss)[0]
        if cells.size > 2 * wanted:
            loss = priced.close
            cells = self.columns.few_of_each(cells, wanted)
        most = np.full(size.size, np.float32(-1))
        most[cells] = loss * size[cells]
        self.columns.open |= self.dual.near(priced.price, priced.best, most)
        self.columns.open[cells, priced.use[cells]] = True

    def _find(self) -> None:
        """Look for whole cells near the relaxation; open cells for rows that fail."""
        for _ in range(MOST_MENDS):
            found = None if self.done else self._relax()
            rows = self._search_near(found) if found else self._mended[:0]
            if self.done or not rows.size:
                return
            self._mended = np.union1d(self._mended, rows)
            self.columns.open_rows(rows)

    def _relax(self) -> Columns | None:
        """Solve the relaxation; None if hard rows give way however high the price."""
        enough = RELAXED_SHARE * self.settings.gap * abs(self.bound)
        for times in YIELD:
            price = times * self.priced.widest / self.dual.zonal.row_size
            found = self.columns.solve(enough, price, self.watch)
            self._count(iterations=self.columns.iterations)
            self.columns.iterations = 0
            self.lower(self.columns.bound, self.columns.price)
            if self.watch.stopped:
                return None
            if not found.is_short:
                return found
        self._prove_conflict()
        if self.columns.all_open and not self.infeasible:
            self.infeasible = relax(found.program, self.watch).infeasible
        return None

    def _search_near(self, found: Columns) -> Rows:
        """Search the columns that the relaxation leaves open, then more of them.

        Return the rows that whole cells near the relaxation cannot keep.
        """
        core, program, relaxed = found.core, found.program, found.relaxed
        n, rows = program.n_assignments, self._mended
        if not n:
            self._search(core, program)
            return rows[:0]
        share = relaxed.value[:n]
        divided = int(np.count_nonzero(np.minimum(share, 1 - share) > 1e-6))
        for times in FREE_PER_DIVIDED:
            free = FREE_COLUMNS + times * divided
            near = nearest(program, relaxed, free, rows)
            limit_s = NEAR_SHARE * self.watch.left_s
            infeasible = self._search(core, near, limit_s=limit_s)[1]
            if self.done:
                break
            if infeasible:
                return self._short(nearest(found.elastic, relaxed, free, rows))
        return rows[:0]

    def _short(self, elastic: Program) -> Rows:
        """Return the hard rows that give way in the best whole cells."""
        sharp = self.priced.widest / max(1.0, abs(self.bound))
        settings = replace(self.settings, gap=min(self.settings.gap, sharp))
        found = search(elastic, settings, self._part())
        self._count(**{name: found.work.get(name, 0) for name in COUNTED})
        if not found.value.size:
            return self._mended[:0]
        return np.nonzero(short_rows(elastic, found.value) & self.instance.hard)[0]

    def _improve(self, worth: float) -> None:
        """Search neighbourhoods of the answer until they close too little of the gap.

        ``worth`` is the part of it that a round of them must close; with 0 they go on
        as long as any round brings something.
        """
        rng = np.random.default_rng(self.settings.seed)
        around: dict[float, Neighbourhood] = {}
        number, checked = 0, self.objective
        while not self.done and self.best is not None:
            loss = LOSSES[number // IN_TURN % len(LOSSES)]
            if loss not in around:
                left = loss * (self.bound - self.objective)
                around[loss] = undecided(self.dual, self.priced, left)
            free = freed(
                self.instance, self.dual, self.price, self.best, around[loss], rng
            )
            if free is None:
                return
            self._search(*free, share=FINE_SHARE, limit_s=FINE_LIMIT_S)
            number += 1
            if number % PATIENCE == 0:
                gained, left = self.objective - checked, self.bound - self.objective
                if gained <= worth * left:
                    return
                checked = self.objective

    def _decide(self, most_cells: int, limit_s: float = np.inf) -> None:
        """Search all that a better answer could use, if that is few enough cells."""
        if self.done:
            return
        # what a use loses counts from the bound at the same prices, no lower one
        best = self.dual.best(self.price)
        left = 1.0001 * (best.bound - self.objective)
        if np.count_nonzero(best.margin <= left) > most_cells:
            return
        most = np.full(best.margin.size, np.float32(left))
        self.columns.open |= self.dual.near(self.price, best, most)
        self.columns.open[best.margin.argmin(), 0] = True  # supplies may be left
        opened = self.columns.open.any(axis=1)
        self.columns.open[opened, best.use[opened]] = True
        self.columns.use = best.use
        found = self._relax()
        if found is None:
            return
        core = proven_bound(found.program, found.relaxed.row_price)
        self.lower(max(core, self.objective))
        if self.done:
            return
        bound, infeasible = self._search(found.core, found.program, limit_s=limit_s)
        if infeasible and self.best is None:
            self.infeasible = True
        self.lower(max(bound, self.objective))

    def _search(
        self,
        core: Core,
        program: Program,
        *,
        share: float = GAP_SHARE,
        limit_s: float = np.inf,
    ) -> tuple[float, bool]:
        """Search for whole cells; return what the solver proved for this program."""
        settings = replace(self.settings, gap=share * self.settings.gap)
        start = self._start(core, program)
        found = search(program, settings, self._part(limit_s), start)
        self._count(**{name: found.work.get(name, 0) for name in COUNTED})
        allocation = to_allocation(core.instance, program, found.value)
        if not program.n_columns and not found.infeasible:
            nothing = np.zeros(self.instance.n_supplies)
            allocation = Allocation(np.zeros(core.cell.size, np.int8), nothing)
        if allocation is not None:
            self.offer(core.whole(allocation))
        return found.bound, found.infeasible

    def _part(self, limit_s: float = np.inf) -> Watch:
        """Return a watch for one search, whose bounds hold for that search only."""
        part = Watch(min(limit_s, self.watch.left_s))
        part.follow(self.watch)
        return part

    def _start(self, core: Core, program: Program) -> Floats | None:
        """Return the best answer so far as a start, if it lies in the core."""
        if self.best is None or not core.holds(self.best):
            return None
        part = Allocation(self.best.use[core.cell], self.best.supply)
        start = to_columns(core.instance, program, part)
        fits = (start >= program.lower - 1e-9) & (start <= program.upper + 1e-9)
        return start if fits.all() else None

    def _prove_conflict(self) -> None:
        """Ask once which rows cannot hold together; names are a proof."""
        if not self._asked_conflict:
            self._asked_conflict = True
            self.conflict = conflicting_rows(self.instance, self.watch)
            self.infeasible = bool(self.conflict)

    def _count(self, **work: int) -> None:
        for name, number in work.items():
            self.work[name] = self.work.get(name, 0) + number
