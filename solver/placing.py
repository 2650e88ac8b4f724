"""Sites placed: what a choice of sites fixes of an instance.

The cells of a site have its use and no other, the use comes nowhere else, and what
keeps a distance to it may not come near.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from solver.instance import Instance
from solver.kernels.draft import Apart
from solver.kernels.moves import Land
from solver.moves import DEAR
from solver.plane import Plane
from solver.relaxation import Relaxation, Suggestion
from solver.restrictions import Restrictions, Separations
from solver.site_choice import SiteChoice
from solver.sites import Site, SiteGrower, ring
from solver.supplies import best_supply
from solver.zonal import Zonal

Floats = NDArray[np.float64]

MOST_SITES = 200
"""Candidates of a rule, those that gain most."""


def site_choice(
    instance: Instance,
    relaxation: Relaxation,
    suggestion: Suggestion,
    land: Land,
    apart: Apart,
    spread: float,
) -> SiteChoice:
    """Grow candidates for all site rules and state the choice among them.

    Parameters
    ----------
    instance, relaxation
        The instance, and its relaxation.
    suggestion
        Uses that sites grow over, prices.
    land, apart, spread
        Neighbours, distances, standard deviation of the scores.

    """
    zonal, sites = relaxation.zonal, instance.restrictions.sites
    counted = _counted(zonal, sites.use)
    price = np.where(counted, 0.0, suggestion.price)
    worth = worth_of(zonal, price)
    use = _stripped(suggestion, sites.use)
    value = zonal.amounts(use)
    dear = np.abs(suggestion.price) + DEAR * spread / zonal.row_size
    dear = np.minimum(dear, zonal.price)
    value += zonal.supply_coef.T @ best_supply(zonal, value, dear)
    grower = SiteGrower(instance, zonal, land, apart, Plane.of(instance))
    found: list[Site] = []
    for rule in range(len(sites.name)):
        wanted = _wanted(instance, rule, zonal, value)
        grown = grower.sites(rule, wanted, use, worth)
        grown.sort(key=lambda site: -site.gain)
        found += _spread_out(grown)
    rows = np.nonzero(counted[: instance.n_rows])[0]
    amount = np.zeros((rows.size, len(found)))
    for at, site in enumerate(found):
        after = use.copy()
        after[site.cells] = sites.use[site.rule]
        cells = site.cells.astype(np.int64)
        change: Floats = zonal.amounts(after, cells)
        change = change - zonal.amounts(use, cells)
        amount[:, at] = change[rows]
    low, high = (limit[rows] - value[rows] for limit in (zonal.low, zonal.high))
    limits = csr_array(amount), low, high, dear[rows]
    return SiteChoice(instance, found, land, apart, limits)


def placed(instance: Instance, zonal: Zonal, sites: list[Site], apart: Apart) -> Zonal:
    """Return the cells with sites fixed."""
    score = zonal.score.copy()
    rules = instance.restrictions.sites
    score[:, rules.use] = -np.inf
    fixed = np.zeros(zonal.n_cells, np.bool_)
    for site in sites:
        fixed[site.cells] = True
        number = int(rules.use[site.rule])
        for rule in np.nonzero(np.isinf(apart.cost))[0].tolist():
            shut = np.zeros(zonal.n_uses, np.bool_)
            if apart.use[rule, number]:
                shut |= apart.other[rule]
            if apart.other[rule, number]:
                shut |= apart.use[rule]
            shut[0] = False
            if shut.any():
                near = ring(apart, rule, site.cells)
                score[np.ix_(near, shut)] = -np.inf
    score[fixed] = -np.inf
    for site in sites:
        number = int(rules.use[site.rule])
        score[site.cells, number] = zonal.score[site.cells, number]
    return replace(zonal, score=score)


def still_apart(restrictions: Restrictions) -> Restrictions:
    """Return what is left of restrictions when sites are placed.

    Distances to sites are kept by closed land then.
    """
    apart, n_uses = restrictions.separations, restrictions.separations.use.shape[-1]
    fixed = np.zeros(n_uses, np.bool_)
    fixed[restrictions.sites.use] = True
    kept = np.isfinite(apart.price)
    kept |= (apart.use & ~fixed).any(axis=1) & (apart.other & ~fixed).any(axis=1)
    left = Separations(
        tuple(name for name, keeps in zip(apart.name, kept, strict=True) if keeps),
        apart.use[kept],
        apart.other[kept],
        apart.distance_m[kept],
        apart.price[kept],
    )
    return replace(restrictions, separations=left if kept.any() else Separations())


def worth_of(zonal: Zonal, price: Floats) -> NDArray[np.float32]:
    """Return what every use is worth at prices, shape ``(n_cells, n_uses)``."""
    cost = zonal.costs(price)
    worth = zonal.score.astype(np.float64)
    for group in range(zonal.slot.shape[1]):
        here = zonal.slot[:, group] >= 0
        weight = zonal.weight[here, group, None]
        worth[here] -= weight * cost[zonal.slot[here, group]]
    return worth.astype(np.float32)


def on_open_land(use: NDArray[np.int8], worth: NDArray[np.float32]) -> NDArray[np.int8]:
    """Return the uses, the best open one where a use may not come."""
    open_land = np.isfinite(worth[np.arange(use.size), use])
    best: NDArray[np.int8] = np.where(open_land, use, worth.argmax(axis=1)).astype(
        np.int8
    )
    return best


def _spread_out(sites: list[Site]) -> list[Site]:
    """Keep the best sites, and of every seed the best: choices must go elsewhere."""
    first: dict[int, Site] = {}
    for site in sites:
        first.setdefault(int(site.cells[0]), site)
    chosen = list(first.values())[:MOST_SITES]
    known = {id(site) for site in chosen}
    rest = [site for site in sites if id(site) not in known]
    return chosen + rest[: max(0, MOST_SITES - len(chosen))]


def _counted(zonal: Zonal, uses: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell which rows count the uses that come in sites."""
    lines = np.repeat(np.arange(zonal.coef.shape[0]), np.diff(zonal.coef.indptr))
    mine = np.isin(lines % zonal.n_uses, uses) & (zonal.coef.data != 0)
    counted = np.zeros(zonal.n_rows, np.bool_)
    counted[zonal.coef.indices[mine]] = True
    return counted


def _stripped(suggestion: Suggestion, uses: NDArray[np.int32]) -> NDArray[np.int8]:
    """Give cells of uses that come in sites their next best use."""
    use, worth = suggestion.use.copy(), suggestion.worth
    mine = np.nonzero(np.isin(use, uses))[0]
    others = worth[mine].copy()
    others[:, uses] = -np.inf
    use[mine] = others.argmax(axis=1)
    return use


def _wanted(instance: Instance, rule: int, zonal: Zonal, value: Floats) -> list[float]:
    """Return what a site must have for rows to hold, for the numbers there may be.

    Rows count in their own way, so amounts are scaled by what the use's land there
    adds to a row.
    """
    sites = instance.restrictions.sites
    number = int(sites.use[rule])
    cells = np.nonzero(np.isfinite(zonal.score[:, number]))[0]
    weight = instance.weight[sites.partition[rule]][cells].astype(np.float64)
    use = np.full(zonal.n_cells, number, np.int8)
    none = np.zeros(zonal.n_cells, np.int8)
    adds = zonal.amounts(use, cells) - zonal.amounts(none, cells)
    land = float(weight.sum()) or 1.0
    lacks = np.where(np.isfinite(zonal.low), zonal.low - value, 0.0)
    lacks = lacks[: instance.n_rows]
    scale = adds[: instance.n_rows] / land
    amounts = lacks[(lacks > 0) & (scale > 0)] / scale[(lacks > 0) & (scale > 0)]
    counts = range(max(1, int(sites.fewest[rule])), min(int(sites.most[rule]), 6) + 1)
    return [float(much) / n for much in amounts.tolist() for n in counts]
