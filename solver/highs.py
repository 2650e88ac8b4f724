"""HiGHS, called directly: relaxations with prices, and the whole integer program.

Through MathOpt 9.15 HiGHS reports no incumbent while it runs and cannot be
interrupted (measured: docs/decisions/highs.md); its own interface does both. Prices
are in points per unit: what the objective gains if the binding limit gives way.
"""

import os
import sys
from dataclasses import dataclass, field
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from solver.background import in_background
from solver.program import Program
from solver.settings import Settings
from solver.watch import Watch

Floats = NDArray[np.float64]

TINY = 1e-3
"""Largest coefficient of a row that is scaled up."""

PRIMAL = 4
"""Number of the primal simplex among the strategies of HiGHS."""

TOLERANCE = 1e-6
"""Distance from a limit that still counts as on it."""


@dataclass(frozen=True, eq=False)
class Relaxed:
    """The relaxation's answer: fractions of cells allowed.

    Parameters
    ----------
    value
        Per column; empty if there is none.
    row_price
        Price per row of the matrix behind the cell rows [points/unit].
    infeasible
        Whether even fractions do not fit.
    iterations
        Simplex and interior-point iterations.
    basis
        Where the simplex ended, to begin a program of the same shape with.

    """

    value: Floats
    row_price: Floats
    infeasible: bool
    iterations: int
    basis: Any = None


@dataclass(frozen=True, eq=False)
class Searched:
    """What an integer search found.

    Parameters
    ----------
    value
        Best answer per column; empty if there is none.
    bound
        What the solver proved [points], infinite if nothing.
    infeasible
        Whether it proved that there is none.
    work
        Nodes, iterations, columns, rows.

    """

    value: Floats
    bound: float
    infeasible: bool = False
    work: dict[str, int] = field(default_factory=dict)


def relax(
    program: Program, watch: Watch, basis: Any = None, *, primal: bool = False
) -> Relaxed:
    """Solve the relaxation.

    Parameters
    ----------
    program
        What to relax.
    watch
        Ends it.
    basis
        That of a relaxation whose program had the same shape; another is ignored.
    primal
        Use the primal simplex from scratch: twice as fast where most columns are worth
        the same, even against the dual one from a basis.

    """
    if not program.n_columns:
        price = np.zeros(program.matrix.shape[0] - program.n_cell_rows)
        return Relaxed(np.zeros(0), price, not _holds_empty(program), 0)
    model = _model(program, watch, integer=False)
    # 3 to 18 times faster here than interior point, also where many rows have a
    # price: docs/decisions/lp-method.md
    model.setOptionValue("solver", "simplex")
    if primal:
        model.setOptionValue("simplex_strategy", PRIMAL)
    elif basis is not None and len(basis.col_status) == program.n_columns:
        model.setBasis(basis)
    _run(model, watch)
    status = model.getModelStatus()
    info, solution = model.getInfo(), model.getSolution()
    iterations = info.simplex_iteration_count + info.ipm_iteration_count
    if status == highspy.HighsModelStatus.kInfeasible:
        return Relaxed(np.zeros(0), np.zeros(0), True, iterations)
    if status != highspy.HighsModelStatus.kOptimal:
        return Relaxed(np.zeros(0), np.zeros(0), False, iterations)
    dual = -np.array(solution.row_dual) * _row_scale(program)
    price = dual[program.n_cell_rows :]
    basis = model.getBasis()
    return Relaxed(np.array(solution.col_value), price, False, iterations, basis)


def search(
    program: Program, settings: Settings, watch: Watch, start: Floats | None = None
) -> Searched:
    """Solve the integer program.

    Parameters
    ----------
    program
        What to solve.
    settings
        Gap, seed.
    watch
        Ends it, and hears of every better answer.
    start
        An answer to begin with, per column.

    """
    if not program.n_columns:
        return Searched(np.zeros(0), program.offset, not _holds_empty(program))
    model = _searched(program, settings, watch, start)
    if start is not None and not _means_its_answer(program, model):
        model = _searched(program, settings, watch, None)
    info = model.getInfo()
    work = {
        "nodes": int(info.mip_node_count),
        "iterations": int(info.simplex_iteration_count),
        "columns": program.n_columns,
        "rows": int(program.matrix.shape[0]),
    }
    status = model.getModelStatus()
    infeasible = status == highspy.HighsModelStatus.kInfeasible
    found = (
        info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    )
    value = np.array(model.getSolution().col_value) if found else np.zeros(0)
    bound = -float(info.mip_dual_bound)
    if not program.integer.any():  # no integer search, so no bound of one
        optimal = status == highspy.HighsModelStatus.kOptimal
        bound = -info.objective_function_value if optimal else np.inf
    return Searched(value, bound, infeasible, work)


def _searched(
    program: Program, settings: Settings, watch: Watch, start: Floats | None
) -> Any:
    """Run the integer search."""
    model = _model(program, watch, integer=True)
    model.setOptionValue("mip_rel_gap", settings.gap)
    model.setOptionValue("mip_abs_gap", 0.0)
    model.setOptionValue("random_seed", settings.seed)
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = start.tolist()
        model.setSolution(solution)
    _run(model, watch)
    return model


def _means_its_answer(program: Program, model: Any) -> bool:
    """Tell whether the columns are worth what HiGHS says that they are.

    Where presolve leaves a start nothing to decide, HiGHS 1.16 states the optimum and
    hands back the start.
    """
    info, value = model.getInfo(), np.array(model.getSolution().col_value)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return True
    points = float(program.objective @ value) + program.offset
    said = -float(info.objective_function_value)
    return abs(points - said) <= TOLERANCE * max(1.0, abs(said))


def _model(program: Program, watch: Watch, *, integer: bool) -> Any:
    """Hand the arrays over; HiGHS minimises, so the objective changes sign."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = program.n_columns, int(program.matrix.shape[0])
    lp.col_cost_, lp.offset_ = -program.objective, -program.offset
    lp.col_lower_, lp.col_upper_ = program.lower, program.upper
    scale = _row_scale(program)
    lp.row_lower_, lp.row_upper_ = program.low * scale, program.high * scale
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = program.matrix.indptr
    lp.a_matrix_.index_ = program.matrix.indices
    n_in_row = np.diff(program.matrix.indptr)
    lp.a_matrix_.value_ = program.matrix.data * np.repeat(scale, n_in_row)
    if integer:
        kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
        lp.integrality_ = [kinds[int(whole)] for whole in program.integer]
    model = _silent()
    if np.isfinite(watch.left_s):
        model.setOptionValue("time_limit", max(0.01, watch.left_s))
    if model.passModel(lp) == highspy.HighsStatus.kError:
        raise RuntimeError(
            f"highs refuses the rows: coefficients must be below 1e15, got up to "
            f"{np.abs(program.matrix.data).max(initial=0.0):g}"
        )
    return model


def _row_scale(program: Program) -> Floats:
    """Scale rows of tiny coefficients up: HiGHS drops those below 1e-9."""
    size = abs(program.matrix).max(axis=1).toarray().ravel()
    scale = np.ones(size.size)
    tiny = (size > 0) & (size < TINY)
    scale[tiny] = np.exp2(-np.floor(np.log2(size[tiny])))
    return scale


def _holds_empty(program: Program) -> bool:
    """Whether the rows hold where there is nothing to decide."""
    return bool((program.low <= TOLERANCE).all() and (program.high >= -TOLERANCE).all())


def _silent() -> Any:
    """Make a model without its banner: stdout holds results only."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        model = highspy.Highs()
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
    model.setOptionValue("output_flag", False)
    return model


def _run(model: Any, watch: Watch) -> None:
    """Run in a thread; callbacks stop it and tell the watch."""

    def stop(event: Any) -> None:
        if watch.stopped:
            event.interrupt()

    def step(event: Any) -> None:
        watch.report("search", bound=-event.data_out.mip_dual_bound)
        stop(event)

    def better(event: Any) -> None:
        watch.report("search", incumbent=-event.data_out.objective_function_value)
        step(event)

    model.cbSimplexInterrupt.subscribe(stop)
    model.cbIpmInterrupt.subscribe(stop)
    model.cbMipInterrupt.subscribe(step)
    model.cbMipImprovingSolution.subscribe(better)
    in_background(model.run, lambda: None)
