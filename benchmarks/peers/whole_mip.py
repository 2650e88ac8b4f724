"""The whole integer program, as it stands, by each solver that ships with us.

No relaxation before it, no first answer, no fixing: what a user gets who states the
problem and calls a solver.
"""

from dataclasses import replace
from functools import partial

import numpy as np

from benchmarks.peers.peer import Peer
from model.allocation import Allocation
from solver.certificate import Answer
from solver.highs import Searched
from solver.highs import search as search_highs
from solver.instance import Instance
from solver.mathopt import search as search_mathopt
from solver.program import Program, to_program
from solver.settings import Settings, SolverName
from solver.watch import Watch


def search(
    instance: Instance, settings: Settings, watch: Watch, *, solver: SolverName
) -> Answer:
    """Solve the integer program by one solver."""
    program = to_program(instance)
    watch.report("search")
    settings = replace(settings, solver=solver)
    run = search_highs if solver == "highs" else search_mathopt
    found = run(program, settings, watch)
    name = f"mip-{solver}"
    if found.infeasible:
        return Answer(None, float("nan"), name, infeasible=True, work=found.work)
    allocation = _allocation(instance, program, found)
    return Answer(allocation, found.bound, name, work=found.work)


def _allocation(
    instance: Instance, program: Program, found: Searched
) -> Allocation | None:
    """Read the columns back."""
    if not found.value.size:
        return None
    use = np.zeros(instance.n_cells, np.int8)
    chosen = found.value[: program.n_assignments] > 0.5
    use[program.cell[chosen]] = program.use[chosen]
    supply = found.value[program.n_assignments :][: instance.n_supplies]
    return Allocation(use, np.clip(supply, 0.0, instance.supplies.cap))


HIGHS = Peer("mip-highs", partial(search, solver="highs"))
"""Branch and bound of HiGHS."""

SCIP = Peer("mip-scip", partial(search, solver="scip"))
"""Branch and bound of SCIP, through MathOpt."""

CP_SAT = Peer("mip-cp-sat", partial(search, solver="cp-sat"))
"""CP-SAT, through MathOpt."""
