"""What distances between uses leave of the land for the relaxation.

If some use of a group must come, a cell is lost for the other group when even the
farthest land of the first lies too near. That a group must come is known when nothing
fits without it. No answer is lost, so what cannot hold then cannot hold at all.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, QhullError

from solver.apart import CLOSE_M
from solver.conflict import conflict_prices
from solver.instance import Instance
from solver.restrictions import Separations
from solver.watch import Watch

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class TooNear:
    """Land that distances close.

    Parameters
    ----------
    instance
        The instance without it.
    separations
        Names of the distances that close land.
    rows
        Names of the rows for which uses must come.

    """

    instance: Instance
    separations: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


def without_too_near(instance: Instance, apart: Separations, watch: Watch) -> TooNear:
    """Close the land that no answer can use because of distances.

    Parameters
    ----------
    instance
        An instance without restrictions.
    apart
        The distances; only those that may not be broken count.
    watch
        Ends it.

    """
    found = TooNear(instance)
    for rule in np.nonzero(np.isinf(apart.price))[0].tolist():
        sides = apart.use[rule], apart.other[rule]
        for lost, must in (sides, sides[::-1]):
            now = found.instance
            cells = _too_near(now, lost, must, float(apart.distance_m[rule]))
            if watch.stopped or not cells.any():
                continue
            rows = conflict_prices(_closed(now, must, np.ones_like(cells)), watch)
            if rows:
                found = TooNear(
                    _closed(now, lost, cells),
                    (*found.separations, apart.name[rule]),
                    (*found.rows, *rows),
                )
    return found


def _too_near(instance: Instance, lost: Mask, must: Mask, distance_m: float) -> Mask:
    """Return the cells of some uses all other land of which is too near."""
    open_ = instance.allowed[lost].any(axis=0)
    place = np.stack([instance.cell_row, instance.cell_col], axis=1).astype(float)
    there = place[instance.allowed[must].any(axis=0)]
    near = np.zeros_like(open_)
    if not there.size or not open_.any():
        return near
    if np.ptp(there, axis=0).max() * instance.cell_size_m >= 2 * distance_m:
        return near  # no cell is near both ends
    away = np.zeros(int(open_.sum()))
    for corner in _corners(there):
        np.maximum(away, ((place[open_] - corner) ** 2).sum(axis=1), out=away)
    near[open_] = np.sqrt(away) * instance.cell_size_m < distance_m - CLOSE_M
    return near


def _corners(place: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the places of which one is farthest from wherever one stands."""
    try:
        found: NDArray[np.float64] = place[ConvexHull(place).vertices]
    except (QhullError, ValueError):  # too few, or all in line: the ends will do
        ends = place.argmin(axis=0), place.argmax(axis=0)
        found = place[np.unique(np.concatenate(ends))]
    return found


def _closed(instance: Instance, uses: Mask, cells: Mask) -> Instance:
    return replace(instance, allowed=instance.allowed & ~(uses[:, None] & cells))
