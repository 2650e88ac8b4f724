"""Which candidate sites to take together: set packing with the rows they count in.

    maximise   sum_j gain_j * z_j  -  what rows miss, dearly
    subject to fewest <= sites of a rule <= most; no two that overlap or touch, or are
               too close to each other

Gains leave the prices of those rows aside, which the rows themselves state.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, hstack

from solver.instance import Instance
from solver.kernels.draft import Apart
from solver.kernels.moves import Land
from solver.sites import Site, ring

Floats = NDArray[np.float64]

LIMIT_S = 10.0
"""Wall time of one choice [s]."""


class SiteChoice:
    """Chooses among sites, one choice after the other, the best first."""

    def __init__(
        self,
        instance: Instance,
        sites: list[Site],
        land: Land,
        apart: Apart,
        rows: tuple[csr_array, Floats, Floats, Floats],
    ) -> None:
        """State the choice.

        Parameters
        ----------
        instance
            For the number of sites of each rule.
        sites
            Candidates.
        land, apart
            Neighbours, and distances.
        rows
            What every site adds to rows, shape ``(n_rows, n_sites)``; limits less
            what all else adds; what a unit outside them costs.

        """
        self._sites, (amount, low, high, price) = sites, rows
        self._optional = not instance.restrictions.sites.fewest.any()
        n = len(sites)
        rules = instance.restrictions.sites
        of = np.array([site.rule for site in sites], np.int64)
        count = coo_array((np.ones(n), (of, np.arange(n))), (len(rules.name), n))
        clash = _clashes(instance, sites, land, apart)
        miss = csr_array(np.eye(low.size))
        wide = hstack([amount, miss, -miss], format="csr")
        self._free = 2 * low.size
        self._rows = [
            LinearConstraint(self._wider(csr_array(count)), rules.fewest, rules.most),
            LinearConstraint(wide, low, high),
        ]
        if clash.shape[0]:
            wider = self._wider(clash)
            self._rows.append(LinearConstraint(wider, -np.inf, 1.0))
        gain = [site.gain for site in sites]
        self._cost = -np.concatenate([gain, -price, -price])

    def next(self) -> list[Site] | None:
        """Return the best choice that goes elsewhere; None if there is none."""
        n = len(self._sites)
        if not n:  # nothing to choose, once
            once, self._optional = self._optional, False
            return [] if once else None
        found = milp(
            self._cost,
            constraints=self._rows,
            integrality=(np.arange(self._cost.size) < n).astype(np.int64),
            bounds=Bounds(
                0.0, np.concatenate([np.ones(n), np.full(self._free, np.inf)])
            ),
            options={"time_limit": LIMIT_S},
        )
        if found.x is None:
            return None
        taken = [self._sites[at] for at in np.nonzero(found.x[:n] > 0.5)[0]]
        cells = np.concatenate([np.zeros(0, np.int32), *(site.cells for site in taken)])
        same = [bool(np.isin(site.cells, cells).any()) for site in self._sites]
        cut = self._wider(csr_array(np.array([same], np.float64)))
        self._rows.append(LinearConstraint(cut, -np.inf, len(taken) - 1.0))
        return taken

    def _wider(self, matrix: csr_array) -> csr_array:
        shape = matrix.shape[0], self._free
        return csr_array(hstack([matrix, csr_array(shape)], format="csr"))


def _clashes(
    instance: Instance, sites: list[Site], land: Land, apart: Apart
) -> csr_array:
    """Return one row per cell for which sites compete, at most one may have it.

    A site has its cells; one of the same use round it may not have those beside it.
    """
    uses, most = instance.restrictions.sites.use, instance.restrictions.sites.most
    pairs = set()
    cover = [set(site.cells.tolist()) for site in sites]
    reach = [_reach(site, int(uses[site.rule]), land, apart) for site in sites]
    for one, site in enumerate(sites):
        for other in range(one):
            if site.rule == sites[other].rule and most[site.rule] == 1:
                continue
            use = int(uses[sites[other].rule])
            beside = reach[one].get(use, set())
            if cover[one] & cover[other] or beside & cover[other]:
                pairs.add((one, other))
    place = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    at = np.repeat(np.arange(place.shape[0]), 2)
    shape = place.shape[0], len(sites)
    return csr_array(coo_array((np.ones(at.size), (at, place.ravel())), shape))


def _reach(site: Site, use: int, land: Land, apart: Apart) -> dict[int, set[int]]:
    """Return where sites of each use may not be beside a site."""
    around = np.unique(land.neighbour[site.cells])
    found = {use: set(around[around >= 0].tolist())}
    for rule in range(apart.cost.size):
        shut = np.zeros(apart.use.shape[1], np.bool_)
        if not np.isinf(apart.cost[rule]):
            continue
        if apart.use[rule, use]:
            shut |= apart.other[rule]
        if apart.other[rule, use]:
            shut |= apart.use[rule]
        if shut.any():
            near = set(ring(apart, rule, site.cells).tolist())
            for number in np.nonzero(shut)[0].tolist():
                found[number] = found.get(number, set()) | near
    return found
