"""From the prices of a relaxation to a bound, the same way for every solver."""

import numpy as np
from numpy.typing import NDArray

from solver.bound import proven_bound
from solver.certificate import Answer
from solver.instance import Instance
from solver.program import Program


def bound_only(
    instance: Instance,
    program: Program,
    name: str,
    dual: NDArray[np.float64],
    iterations: int,
) -> Answer:
    """Return what a relaxation proves.

    Parameters
    ----------
    instance, program
        The instance and its program.
    name
        Name of the peer.
    dual
        Price per row of the whole matrix, in points; empty if the solver did not
        finish.
    iterations
        Of the solver's own kind.

    """
    work = {
        "iterations": iterations,
        "columns": program.n_columns,
        "rows": int(program.matrix.shape[0]),
    }
    if not dual.size:
        return Answer(None, np.inf, name, work=work)
    price = dual[program.n_cell_rows :]
    bound = proven_bound(program, price)
    return Answer(None, bound, name, row_price=price[: instance.n_rows], work=work)
