"""SCIP and CP-SAT through OR-Tools MathOpt, the model built from arrays.

MathOpt 9.15 hides what went wrong behind ``AttributeError: canonical_code``; the true
text is in the context of that exception and is brought back here. CP-SAT counts in
whole numbers, amounts of supply and shortfall too: what it finds is legal, but where
there are such amounts its bound and its "infeasible" hold for whole ones only and
are left out.
"""

import datetime
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt
from ortools.util.python.solve_interrupter import SolveInterrupter

from solver.background import in_background
from solver.highs import Searched
from solver.program import Program
from solver.settings import Settings
from solver.watch import Watch

KINDS = {"scip": mathopt.SolverType.GSCIP, "cp-sat": mathopt.SolverType.CP_SAT}
"""Solvers by the name a user gives."""

EVENTS = {
    "scip": {mathopt.Event.MIP_SOLUTION},
    "cp-sat": {mathopt.Event.MIP_SOLUTION, mathopt.Event.MIP},
}
"""What each solver can tell while it runs; another event is refused by MathOpt."""


def search(
    program: Program,
    settings: Settings,
    watch: Watch,
    start: NDArray[np.float64] | None = None,
) -> Searched:
    """Solve the integer program.

    Parameters
    ----------
    program
        What to solve.
    settings
        Solver, gap, seed.
    watch
        Ends it, and hears of every better answer.
    start
        An answer to begin with, per column.

    Raises
    ------
    RuntimeError
        If the solver fails; the text is the solver's own.

    """
    model = mathopt.Model.from_model_proto(_model(program))
    interrupter = SolveInterrupter()
    proves = settings.solver != "cp-sat" or not _n_amounts(program)

    def step(data: Any) -> Any:
        stats = data.mip_stats
        bound = _set(stats, "dual_bound") if proves else None
        watch.report("search", _set(stats, "primal_bound"), bound)
        return mathopt.CallbackResult()

    def solve() -> Any:
        return mathopt.solve(
            model,
            KINDS[settings.solver],
            params=_parameters(settings, watch),
            model_params=_hint(model, start),
            callback_reg=mathopt.CallbackRegistration(events=EVENTS[settings.solver]),
            cb=step,
            interrupter=interrupter,
        )

    def stop() -> None:
        if watch.stopped:
            interrupter.interrupt()

    try:
        result = in_background(solve, stop)
    except AttributeError as error:
        if "MODEL_INVALID" in f"{error.__context__}":  # a limit no whole number meets
            return Searched(np.zeros(0), np.inf)
        raise RuntimeError(f"{settings.solver}: {error.__context__}") from error
    found = _found(program, result)
    return found if proves else replace(found, bound=np.inf, infeasible=False)


def _n_amounts(program: Program) -> int:
    """Count the columns of supply and shortfall, which need not be whole."""
    return program.n_columns - program.n_assignments - program.n_edge_columns


def _set(stats: Any, name: str) -> float | None:
    value = getattr(stats, name, None)
    return None if value is None else float(value)


def _parameters(settings: Settings, watch: Watch) -> Any:
    limit = None
    if np.isfinite(watch.left_s):
        limit = datetime.timedelta(seconds=max(0.01, watch.left_s))
    return mathopt.SolveParameters(
        time_limit=limit,
        relative_gap_tolerance=settings.gap,
        absolute_gap_tolerance=0.0,
        random_seed=settings.seed,
    )


def _hint(model: Any, start: NDArray[np.float64] | None) -> Any:
    if start is None:
        return None
    values = dict(zip(model.variables(), start.tolist(), strict=True))
    hint = mathopt.SolutionHint(variable_values=values)
    return mathopt.ModelSolveParameters(solution_hints=[hint])


def _found(program: Program, result: Any) -> Searched:
    reason = result.termination.reason
    work = {
        "nodes": int(result.solve_stats.node_count),
        "iterations": int(result.solve_stats.simplex_iterations),
        "columns": program.n_columns,
        "rows": int(program.matrix.shape[0]),
    }
    bound = float(result.termination.objective_bounds.dual_bound)
    infeasible = reason == mathopt.TerminationReason.INFEASIBLE
    if not result.has_primal_feasible_solution():
        return Searched(np.zeros(0), bound, infeasible, work)
    by_id = {variable.id: value for variable, value in result.variable_values().items()}
    value = np.array([by_id[column] for column in range(program.n_columns)])
    return Searched(value, bound, False, work)


def _model(program: Program) -> model_pb2.ModelProto:
    """Fill the proto from arrays: cell-by-cell expressions are 50 times slower."""
    model = model_pb2.ModelProto()
    columns = range(program.n_columns)
    model.variables.ids.extend(columns)
    model.variables.lower_bounds.extend(program.lower.tolist())
    model.variables.upper_bounds.extend(program.upper.tolist())
    model.variables.integers.extend(program.integer.tolist())
    model.objective.maximize = True
    model.objective.offset = program.offset
    used = np.nonzero(program.objective)[0]
    model.objective.linear_coefficients.ids.extend(used.tolist())
    model.objective.linear_coefficients.values.extend(program.objective[used].tolist())
    model.linear_constraints.ids.extend(range(program.matrix.shape[0]))
    model.linear_constraints.lower_bounds.extend(program.low.tolist())
    model.linear_constraints.upper_bounds.extend(program.high.tolist())
    matrix = program.matrix.tocoo()
    order = np.lexsort((matrix.col, matrix.row))
    model.linear_constraint_matrix.row_ids.extend(matrix.row[order].tolist())
    model.linear_constraint_matrix.column_ids.extend(matrix.col[order].tolist())
    model.linear_constraint_matrix.coefficients.extend(matrix.data[order].tolist())
    return model
