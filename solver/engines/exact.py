"""The whole problem as one mixed-integer program.

The relaxation comes first: its prices prove a bound in float64 that does not depend
on the solver's word, and its prices are the shadow prices. Greedy allocation, the
rounded relaxation and a search near the relaxation give a start, which is often good
enough already; if not, the solver searches everything from there. The bound returned
is the better of the proven one and the solver's.
"""

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.bound import proven_bound
from solver.certificate import Answer, judge
from solver.conflict import conflicting_rows
from solver.engines.sequential import sequential
from solver.highs import Relaxed, Searched, relax
from solver.highs import search as search_highs
from solver.instance import Instance
from solver.near import search_near
from solver.program import Program, to_program
from solver.round import to_allocation, to_columns, to_whole_cells
from solver.settings import Settings
from solver.watch import Watch, relative_gap


def exact(
    instance: Instance,
    settings: Settings,
    watch: Watch,
    start: Allocation | None = None,
) -> Answer:
    """Solve an instance as one program.

    Parameters
    ----------
    instance
        What to solve.
    settings
        Solver, gap, time limit, seed.
    watch
        Progress and the wish to stop; the best answer so far is kept.
    start
        An answer to begin with (warm start).

    """
    name = f"exact/{settings.solver}"
    program = to_program(instance)
    watch.report("relaxation")
    relaxed = relax(program, watch)
    if relaxed.infeasible:
        return _infeasible(instance, name, watch)
    bound, price = np.inf, np.zeros(0)
    if relaxed.row_price.size:
        bound = proven_bound(program, relaxed.row_price)
        price = relaxed.row_price[: instance.n_rows]
    watch.report("relaxation", bound=bound)
    best = _better(instance, start, _start(instance, program, relaxed, settings))
    if best is not None:
        watch.report("start", judge(instance, best).objective)
    if relaxed.row_price.size and not _enough(instance, best, bound, settings, watch):
        near = search_near(program, relaxed, settings, watch)
        best = _better(instance, best, to_allocation(instance, program, near))
    if _enough(instance, best, bound, settings, watch):
        work = {"relaxation_iterations": relaxed.iterations}
        return Answer(best, bound, name, row_price=price, work=work)
    columns = None if best is None else to_columns(instance, program, best)
    found = _search(program, settings, watch, columns)
    if found.infeasible and best is None:
        return _infeasible(instance, name, watch)
    answer = _better(instance, best, to_allocation(instance, program, found.value))
    work = found.work | {"relaxation_iterations": relaxed.iterations}
    return Answer(answer, min(bound, found.bound), name, row_price=price, work=work)


def _search(
    program: Program,
    settings: Settings,
    watch: Watch,
    start: NDArray[np.float64] | None,
) -> Searched:
    if settings.solver == "highs":
        return search_highs(program, settings, watch, start)
    from solver.mathopt import search as search_mathopt

    return search_mathopt(program, settings, watch, start)


def _infeasible(instance: Instance, name: str, watch: Watch) -> Answer:
    conflict = conflicting_rows(instance, watch)
    return Answer(None, float("nan"), name, infeasible=True, conflict=conflict)


def _start(
    instance: Instance, program: Program, relaxed: Relaxed, settings: Settings
) -> Allocation | None:
    """Return the better of greedy allocation and the rounded relaxation."""
    greedy = sequential(instance, settings, Watch()).allocation
    rounded = None
    if relaxed.value.size:
        rounded = to_whole_cells(instance, program, relaxed.value)
    return _better(instance, greedy, rounded)


def _better(
    instance: Instance, first: Allocation | None, second: Allocation | None
) -> Allocation | None:
    """Return the legal one with more points."""
    best, points = None, -np.inf
    for allocation in (first, second):
        if allocation is None:
            continue
        worth = judge(instance, allocation)
        if not worth.broken and worth.objective > points:
            best, points = allocation, worth.objective
    return best


def _enough(
    instance: Instance,
    best: Allocation | None,
    bound: float,
    settings: Settings,
    watch: Watch,
) -> bool:
    """Tell whether to end here: the gap is proven, or somebody says stop."""
    if watch.stopped:
        return True
    if best is None or not np.isfinite(bound):
        return False
    objective = judge(instance, best).objective
    return relative_gap(objective, bound) <= settings.gap
