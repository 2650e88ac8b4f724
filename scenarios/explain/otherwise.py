"""Why not another use in a cell: the plan is searched again with that use there."""

from typing import Any

import numpy as np

from scenarios.explain.cell import UnknownUseError
from scenarios.explain.explained_run import ExplainedRun
from scenarios.json_text import finite
from solver.watch import Watch
from solver.whatif.forced import Forced, forced
from solver.whatif.standing import standing


def explain_otherwise(
    run: ExplainedRun, cell: int, use: str, watch: Watch
) -> dict[str, Any]:
    """Return what it would cost to give a cell a certain use.

    Parameters
    ----------
    run
        The run.
    cell
        Number of the cell.
    use
        Id of the use.
    watch
        Ends the search.

    Returns
    -------
    dict
        ``use``; ``allowed``; ``cost`` of the plan found [points], None if none was;
        ``cost_least``, proven, may be below 0 while the plan has a gap; ``distance``
        from the plan to the bound; ``changes``, hectares that change from one use to
        another, the most first.

    Raises
    ------
    UnknownUseError
        If the run has no such use.

    """
    names = run.instance.use_name
    if use not in names:
        raise UnknownUseError(use)
    number = names.index(use)
    stands = standing(run.instance, run.row_price, watch)
    found = forced(run.instance, run.allocation, stands, (cell, number), watch)
    objective = float(run.document["objective"])
    cost = None if found.allocation is None else found.otherwise - found.objective
    return {
        "use": {"id": use, "label": run.label("uses", use)},
        "allowed": found.is_allowed,
        "cost": cost,
        "cost_least": finite(objective - found.most),
        "distance": finite(float(run.document["bound"]) - objective),
        "changes": _changes(run, found),
    }


def _changes(run: ExplainedRun, found: Forced) -> list[dict[str, Any]]:
    """Return what changes between the plan and the other one."""
    if found.allocation is None:
        return []
    moved = np.nonzero(found.allocation.use != run.use)[0]
    pairs = np.stack([run.use[moved], found.allocation.use[moved]], axis=1)
    kinds, count = np.unique(pairs, axis=0, return_counts=True)
    cell_ha = run.instance.cell_size_m**2 / 10_000
    names = run.instance.use_name
    told = [
        {
            "from": {"id": names[old], "label": run.label("uses", names[old])},
            "to": {"id": names[new], "label": run.label("uses", names[new])},
            "ha": float(n * cell_ha),
        }
        for (old, new), n in zip(kinds.tolist(), count.tolist(), strict=True)
    ]
    return sorted(told, key=lambda one: -float(one["ha"]))
