"""The whole relaxation by PDLP of OR-Tools, a first-order method.

Ends at a relative gap and infeasibility of 1e-6; the bound is then recomputed from
its prices, so it is true however far it came.
"""

import numpy as np
from ortools.pdlp import solve_log_pb2, solvers_pb2
from ortools.pdlp.python import pdlp

from benchmarks.peers.peer import Peer
from benchmarks.peers.relaxation import bound_only
from solver.background import in_background
from solver.certificate import Answer
from solver.instance import Instance
from solver.program import Program, to_program
from solver.settings import Settings
from solver.watch import Watch

TOLERANCE = 1e-6
"""Relative tolerance of the objective, and of rows and prices."""


def relax(instance: Instance, settings: Settings, watch: Watch) -> Answer:
    """Solve the relaxation."""
    program = to_program(instance)
    watch.report("relaxation")
    quadratic = _quadratic(program)
    parameters = _parameters(watch)
    found = in_background(
        lambda: pdlp.primal_dual_hybrid_gradient(quadratic, parameters), lambda: None
    )
    log = found.solve_log
    iterations = int(log.iteration_count)
    reason = log.termination_reason
    if reason == solve_log_pb2.TERMINATION_REASON_PRIMAL_INFEASIBLE:
        return Answer(None, float("nan"), "pdlp", infeasible=True)
    dual = np.zeros(0)
    if reason == solve_log_pb2.TERMINATION_REASON_OPTIMAL:
        dual = -np.asarray(found.dual_solution)
    return bound_only(instance, program, "pdlp", dual, iterations)


def _quadratic(program: Program) -> pdlp.QuadraticProgram:
    """State the arrays as PDLP has them; it minimises."""
    quadratic = pdlp.QuadraticProgram()
    quadratic.objective_vector = -program.objective
    quadratic.constraint_matrix = program.matrix.tocsc()
    quadratic.constraint_lower_bounds = program.low
    quadratic.constraint_upper_bounds = program.high
    quadratic.variable_lower_bounds = program.lower
    quadratic.variable_upper_bounds = program.upper
    return quadratic


def _parameters(watch: Watch) -> solvers_pb2.PrimalDualHybridGradientParams:
    parameters = solvers_pb2.PrimalDualHybridGradientParams()
    limits = parameters.termination_criteria
    tolerance = limits.simple_optimality_criteria
    tolerance.eps_optimal_absolute = tolerance.eps_optimal_relative = TOLERANCE
    if np.isfinite(watch.left_s):
        limits.time_sec_limit = max(0.01, watch.left_s)
    return parameters


PEER = Peer("pdlp", relax, relaxes=True)
"""First-order method on the whole relaxation."""
