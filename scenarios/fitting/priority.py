"""Who gives way first when not everything fits: the rank of every row.

Claims of the lowest ``priority`` give way first, those of one priority together by the
smallest change in all. Demands of programmes come after every claim, for a province
cannot lower them by itself; limits of other rules come last.
"""

import numpy as np
from numpy.typing import NDArray

from scenarios.fitting.owner import owner_of
from scenarios.schema.scenario import Scenario
from solver.instance import Instance


def ranks(scenario: Scenario, instance: Instance) -> NDArray[np.int64]:
    """Return the rank of every row, shape ``(n_rows,)``: a higher one yields later."""
    highest = max((claim.priority for claim in scenario.claims.values()), default=0)
    found = np.zeros(instance.n_rows, np.int64)
    for number, name in enumerate(instance.rows.name):
        owner = owner_of(name, scenario)
        if owner.kind == "claim":
            found[number] = scenario.claims[owner.id].priority
        else:
            found[number] = highest + (1 if owner.form == "claim" else 2)
    return found
