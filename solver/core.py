"""The core of an instance: the cells that prices leave open.

Most cells have one use that leads by far at the right prices; they take it. What is
left is a small instance of its own, with the limits less what the decided cells add
up to, and any engine can solve it ("core problem", Balas & Zemel 1980). A use that
loses more than the gap at proven prices is in no better answer, so a core that leaves
out only such uses decides the whole instance.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.instance import Instance
from solver.neighbours import Neighbours
from solver.zonal import Zonal


@dataclass(frozen=True, eq=False)
class Core:
    """A part of an instance.

    Parameters
    ----------
    instance
        The open cells, with what the limits leave for them.
    cell
        Their numbers in the whole, shape ``(n_core,)``.
    use
        What the decided cells take, int8, shape ``(n_cells,)``; 0 in the core.
    points
        What that is worth [points].

    """

    instance: Instance
    cell: NDArray[np.int64]
    use: NDArray[np.int8]
    points: float

    def holds(self, answer: Allocation) -> bool:
        """Tell whether an answer of the whole agrees with what is decided."""
        there = self.use.copy()
        there[self.cell] = answer.use[self.cell]
        return bool((there == answer.use).all())

    def whole(self, found: Allocation) -> Allocation:
        """Return the answer of the whole from that of the core."""
        use = self.use.copy()
        use[self.cell] = found.use
        return Allocation(use, found.supply)


def core_of(
    instance: Instance,
    zonal: Zonal,
    open_uses: NDArray[np.bool_],
    use: NDArray[np.int8],
) -> Core:
    """Return the core with some uses left open.

    Parameters
    ----------
    instance, zonal
        The whole, and laid out by cell.
    open_uses
        Uses that are open, shape ``(n_cells, n_uses)``; none in a decided cell.
    use
        What the decided cells take, shape ``(n_cells,)``.

    """
    is_open = open_uses.any(axis=1)
    cell, rest = np.nonzero(is_open)[0], np.nonzero(~is_open)[0]
    use = np.where(is_open, np.int8(0), use)
    value = zonal.amounts(use, rest)
    rows = instance.rows
    part = replace(
        instance,
        cell_row=instance.cell_row[cell],
        cell_col=instance.cell_col[cell],
        score=np.ascontiguousarray(instance.score[:, cell]),
        allowed=np.ascontiguousarray(open_uses[cell].T),
        zone=np.ascontiguousarray(instance.zone[:, cell]),
        weight=np.ascontiguousarray(instance.weight[:, cell]),
        rows=replace(rows, low=rows.low - value, high=rows.high - value),
    )
    points = float(instance.score[use[rest], rest].astype(np.float64).sum())
    return Core(part, cell, use, points)


def with_border(
    core: Core, instance: Instance, neighbours: Neighbours, use: NDArray[np.int8]
) -> Core:
    """Return the core with edges to decided cells counted as scores.

    Parameters
    ----------
    core
        A core of the instance.
    instance, neighbours
        The whole, and who lies next to whom.
    use
        What the decided cells have, shape ``(n_cells,)``.

    """
    is_open = np.zeros(instance.n_cells, np.bool_)
    is_open[core.cell] = True
    outside = np.zeros((instance.n_uses, core.cell.size))
    for side in range(4):
        other = neighbours.of[core.cell, side]
        met = np.nonzero((other >= 0) & ~is_open[other])[0]
        outside[:, met] += instance.edge_cost[:, use[other[met]]]
    score = core.instance.score - (outside - outside[0]).astype(np.float32)
    score[0] = 0.0
    return replace(core, instance=replace(core.instance, score=score))
