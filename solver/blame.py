"""Which restrictions a conflict of rows needs.

Pieces of land too small for a patch are closed (``narrow``), and rows that cannot hold
then may hold on all the land. The uses to blame are a smallest set, none of which can
be left out, whose small pieces must be open for the conflict to go.
"""

from dataclasses import replace

import numpy as np

from solver.conflict import is_conflict
from solver.instance import Instance
from solver.watch import Watch


def blamed(instance: Instance, narrow: Instance, watch: Watch) -> tuple[str, ...]:
    """Return the patch rules that rows in conflict need, ``patches[use]``.

    Parameters
    ----------
    instance
        The instance with all land that is allowed.
    narrow
        The same with small pieces closed; its rows cannot hold together.
    watch
        Ends it; then nothing is returned.

    """
    closed = (instance.allowed != narrow.allowed).any(axis=1)
    least = instance.restrictions.patch_least
    uses = np.nonzero(closed & (least > 1))[0].tolist() if least.size else []
    allowed, needed = narrow.allowed.copy(), []
    for number in uses:
        allowed[number] = instance.allowed[number]
    if not uses or is_conflict(replace(narrow, allowed=allowed), watch):
        return ()  # they cannot hold on all the land either
    for number in uses:
        allowed[number] = narrow.allowed[number]
        if is_conflict(replace(narrow, allowed=allowed), watch):
            needed.append(number)
            allowed[number] = instance.allowed[number]
    return tuple(f"patches[{instance.use_name[number]}]" for number in needed)
