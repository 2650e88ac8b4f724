"""CP-SAT where amounts need not be whole: it counts them in grains.

CP-SAT knows whole numbers only; supplies and shortfalls are stated in thousandths of
their units, which loses next to nothing. Its bound then holds for whole grains only
and is left aside.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from solver.mathopt import search
from solver.program import Program
from solver.settings import Settings
from solver.watch import Watch

Floats = NDArray[np.float64]

GRAIN = 1e-3
"""Amounts of supply and shortfall that CP-SAT tells apart, in their units."""


def search_fine(
    program: Program, settings: Settings, watch: Watch, start: Floats | None = None
) -> Floats:
    """Return the best answer that CP-SAT finds, per column; empty if none.

    Parameters
    ----------
    program
        What to solve.
    settings
        Gap and seed.
    watch
        Ends it.
    start
        An answer to begin with, per column.

    """
    grain = np.ones(program.n_columns)
    last = program.n_columns - program.n_edge_columns
    grain[program.n_assignments : last] = GRAIN
    fine = replace(
        program,
        objective=program.objective * grain,
        lower=program.lower / grain,
        upper=program.upper / grain,
        matrix=csr_array(program.matrix @ diags_array(grain)),
    )
    hint = None if start is None else start / grain
    found = search(fine, replace(settings, solver="cp-sat"), watch, hint)
    return found.value * grain if found.value.size else found.value
