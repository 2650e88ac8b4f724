"""What restrictions on patches and sites leave of an instance for its relaxation.

No answer is lost: where a piece of open land is too small for a patch or a site, the
use may not come; and a use that comes in sites has at least as much land as the fewest
sites need. What is left has no restrictions any more, so a bound on it is a bound on
the instance.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance, RowArrays
from solver.plane import Plane
from solver.restrictions import Restrictions

ENOUGH = 1 - 1e-6
"""Part of its least amount that counts as enough for a site."""


@dataclass(frozen=True, eq=False)
class Narrowed:
    """An instance without restrictions, and what they do not leave room for.

    Parameters
    ----------
    instance
        Its rows are those of the whole, and one per site rule behind them.
    impossible
        Names of site rules that cannot hold.

    """

    instance: Instance
    impossible: tuple[str, ...]


def narrowed(instance: Instance) -> Narrowed:
    """Leave out what no legal answer has."""
    rules = instance.restrictions
    if not rules.any:
        return Narrowed(instance, ())
    plane = Plane.of(instance)
    allowed = instance.allowed.copy()
    for number in np.nonzero(rules.patch_least > 1)[0].tolist():
        if number > 0:  # use 0 may stay wherever nothing else comes
            piece = plane.patches(allowed[number])
            small = np.bincount(piece) < rules.patch_least[number]
            allowed[number] &= ~small[piece]
    impossible = []
    sites = rules.sites
    for rule, name in enumerate(sites.name):
        number = int(sites.use[rule])
        piece, amount = site_land(instance, rule, plane, allowed[number])
        enough = amount >= sites.least[rule] * ENOUGH
        enough[0] = False
        allowed[number] = enough[piece]
        if not sites.most[rule]:
            allowed[number] = False
        if sites.fewest[rule] > _most_sites(instance, rule, amount[enough]):
            impossible.append(name)
    narrow = replace(
        instance,
        allowed=allowed,
        rows=_with_sites(instance),
        restrictions=Restrictions(),
    )
    return Narrowed(narrow, tuple(impossible))


def site_land(
    instance: Instance, rule: int, plane: Plane, allowed: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Return the pieces of land for the sites of a rule.

    Returns
    -------
    tuple
        Piece per cell, 0 none, each within one candidate area; most amount that a
        site may have in each piece.

    """
    partition = instance.restrictions.sites.partition[rule]
    zone = instance.zone[partition]
    piece = np.zeros(instance.n_cells, np.int32)
    for area in np.unique(zone[zone >= 0]).tolist():
        found = plane.patches(allowed & (zone == area))
        piece += np.where(found > 0, found + piece.max(), 0).astype(np.int32)
    weight = np.maximum(instance.weight[partition].astype(np.float64), 0.0)
    return piece, np.bincount(piece, weight).astype(np.float64)


def _most_sites(instance: Instance, rule: int, amount: NDArray[np.float64]) -> float:
    """Return how many sites there is room for at most."""
    least = float(instance.restrictions.sites.least[rule])
    if least <= 0:
        return np.inf if amount.size else 0
    return float(np.floor(amount / (least * ENOUGH)).sum())


def _with_sites(instance: Instance) -> RowArrays:
    """Return the rows with one more per site rule: the fewest sites' least land."""
    rows, sites = instance.rows, instance.restrictions.sites
    for rule, name in enumerate(sites.name):
        partition = int(sites.partition[rule])
        zone = instance.zone[partition]
        areas = np.unique(zone[zone >= 0]).astype(np.int32)
        coef = np.zeros((areas.size, instance.n_uses))
        coef[:, sites.use[rule]] = 1.0
        least = float(sites.fewest[rule] * sites.least[rule]) * ENOUGH
        number = np.full(areas.size, len(rows.name), np.int32)
        rows = RowArrays(
            (*rows.name, name),
            np.append(rows.low, least),
            np.append(rows.high, np.inf),
            np.append(rows.shortfall_price, np.inf),
            np.concatenate([rows.entry_row, number]),
            np.concatenate(
                [rows.entry_partition, np.full(areas.size, partition, np.int32)]
            ),
            np.concatenate([rows.entry_zone, areas]),
            np.concatenate([rows.entry_coef, coef]),
        )
    return rows
