"""Which rows cannot hold together.

Every row may give way at a price of 1 per unit of its size; what the relaxation then
still pays for is a proof: the rows with a price are a set that no allocation, not
even one in fractions of cells, can satisfy together (Farkas).
"""

from dataclasses import replace

import numpy as np

from solver.highs import relax
from solver.instance import Instance
from solver.program import to_program
from solver.watch import Watch


def conflicting_rows(instance: Instance, watch: Watch) -> tuple[str, ...]:
    """Return the names of rows that cannot hold together, hardest first.

    Parameters
    ----------
    instance
        An infeasible instance.
    watch
        Ends the search; nothing is returned then.

    Returns
    -------
    tuple[str, ...]
        Empty if fractions of cells would fit: then only whole cells do not.

    """
    rows = instance.rows
    size = np.maximum(1.0, np.abs(np.where(np.isinf(rows.low), rows.high, rows.low)))
    size = np.where(np.isfinite(size), size, 1.0)
    price = np.where(instance.hard, 1.0 / size, 1e-9)
    elastic = replace(
        instance,
        score=np.zeros_like(instance.score),
        boundary=np.zeros(instance.n_uses),
        rows=replace(rows, shortfall_price=price),
    )
    relaxed = relax(to_program(elastic), watch)
    if not relaxed.value.size:
        return ()
    weight = np.abs(relaxed.row_price[: instance.n_rows]) * size
    found = np.nonzero(instance.hard & (weight > 1e-6))[0]
    return tuple(rows.name[row] for row in found[np.argsort(-weight[found])])
