"""Points of edges: compactness and soft contiguity, and uses that like to touch."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import product

from scenarios.translation.context import Context
from scenarios.translation.outcome import Parts

METRES_PER_POINT_EDGE = 100.0
"""Length of the edge that points are stated for [m]."""


def boundary(context: Context, parts: Sequence[Parts]) -> tuple[tuple[str, float], ...]:
    """Return what each use loses per cell edge, of all that says so together."""
    lost: defaultdict[str, float] = defaultdict(float)
    for use, points in context.scenario.compactness.items():
        if use in context.use_names:
            lost[use] += points.value * edge_factor(context)
    for part in parts:
        for use, per_edge in part.boundary:
            lost[use] += per_edge
    return tuple(lost.items())


def touch(context: Context) -> tuple[tuple[str, str, float], ...]:
    """Return what two uses lose per cell edge between them: minus what they win.

    Land that combines a use with another touches as that use; where several entries
    speak of a pair of combined uses, they add up.
    """
    lost: defaultdict[tuple[str, str], float] = defaultdict(float)
    for entry in context.scenario.touch.values():
        first, second = (context.taking_part((use,)) for use in entry.uses)
        pairs = {tuple(sorted(pair)) for pair in product(first, second)}
        for one, other in sorted(pairs):
            if one != other:
                lost[one, other] -= entry.points.value * edge_factor(context)
    return tuple((one, other, points) for (one, other), points in lost.items())


def edge_factor(context: Context) -> float:
    """Return how many times the edge of a cell is the one that points are for."""
    return context.province.grid.cell_m / METRES_PER_POINT_EDGE
