"""The whole relaxation by HiGHS: dual simplex, or interior point.

The interior point goes without crossover to a vertex, which no bound needs: that is
the faster way and so the stricter yardstick.
"""

from functools import partial
from typing import Any

import highspy
import numpy as np

from benchmarks.peers.peer import Peer
from benchmarks.peers.relaxation import bound_only
from solver.background import in_background
from solver.certificate import Answer
from solver.instance import Instance
from solver.program import Program, to_program
from solver.settings import Settings
from solver.watch import Watch


def relax(
    instance: Instance, settings: Settings, watch: Watch, *, method: str
) -> Answer:
    """Solve the relaxation by one method of HiGHS."""
    program = to_program(instance)
    watch.report("relaxation")
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("solver", method)
    model.setOptionValue("run_crossover", "off")
    model.setOptionValue("random_seed", settings.seed)
    if np.isfinite(watch.left_s):
        model.setOptionValue("time_limit", max(0.01, watch.left_s))
    model.passModel(_lp(program))
    in_background(model.run, lambda: None)
    status, info = model.getModelStatus(), model.getInfo()
    iterations = info.simplex_iteration_count + info.ipm_iteration_count
    name = f"highs-{method}"
    if status == highspy.HighsModelStatus.kInfeasible:
        return Answer(None, float("nan"), name, infeasible=True)
    dual = np.zeros(0)
    if status == highspy.HighsModelStatus.kOptimal:
        dual = -np.array(model.getSolution().row_dual)
    return bound_only(instance, program, name, dual, int(iterations))


def _lp(program: Program) -> Any:
    """Hand the arrays over; HiGHS minimises, so the objective changes sign."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = program.n_columns, int(program.matrix.shape[0])
    lp.col_cost_ = -program.objective
    lp.col_lower_, lp.col_upper_ = program.lower, program.upper
    lp.row_lower_, lp.row_upper_ = program.low, program.high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = program.matrix.indptr
    lp.a_matrix_.index_ = program.matrix.indices
    lp.a_matrix_.value_ = program.matrix.data
    return lp


SIMPLEX = Peer("highs-simplex", partial(relax, method="simplex"), relaxes=True)
"""Dual simplex on the whole relaxation."""

INTERIOR_POINT = Peer("highs-ipm", partial(relax, method="ipm"), relaxes=True)
"""Interior point on the whole relaxation."""
