"""Which candidate sites to take together: set packing with the rows they count in.

    maximise   sum_j gain_j * z_j  -  what rows miss, dearly
    subject to fewest <= sites of a rule <= most; no two that overlap or touch, or are
               too close to each other

Gains leave the prices of those rows aside, which the rows themselves state.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, eye_array, hstack, vstack

from solver.grains import search_fine
from solver.instance import Instance
from solver.kernels.draft import Apart
from solver.kernels.moves import Land
from solver.program import Program
from solver.settings import Settings
from solver.sites import Site, ring
from solver.watch import Watch

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
        self._sites, n = sites, len(sites)
        rules = instance.restrictions.sites
        self._optional = not rules.fewest.any()
        of = np.array([site.rule for site in sites], np.int64)
        count = coo_array((np.ones(n), (of, np.arange(n))), (len(rules.name), n))
        clash = _clashes(instance, sites, land, apart)
        fixed = csr_array(vstack([count, clash], format="csr"))
        low = np.concatenate([rules.fewest, np.full(clash.shape[0], -np.inf)])
        high = np.concatenate([rules.most, np.ones(clash.shape[0])])
        self._program = _stated([site.gain for site in sites], rows, (fixed, low, high))

    def next(self, watch: Watch) -> list[Site] | None:
        """Return the best choice that goes elsewhere; None if there is none."""
        n = len(self._sites)
        if not n:  # nothing to choose, once
            once, self._optional = self._optional, False
            return [] if once else None
        limited = Watch(min(LIMIT_S, watch.left_s))
        limited.follow(watch)
        value = search_fine(self._program, Settings(gap=0.0), limited)
        if not value.size:
            return None
        taken = [self._sites[at] for at in np.nonzero(value[:n] > 0.5)[0]]
        cells = np.concatenate([np.zeros(0, np.int32), *(site.cells for site in taken)])
        same = [bool(np.isin(site.cells, cells).any()) for site in self._sites]
        self._program = _with_cut(self._program, same, len(taken) - 1.0)
        return taken


def _stated(
    gain: list[float],
    rows: tuple[csr_array, Floats, Floats, Floats],
    fixed: tuple[csr_array, Floats, Floats],
) -> Program:
    """State it as a program: sites, then what rows lack and have too much."""
    (amount, low, high, price), (always, fewest, most) = rows, fixed
    n, n_rows = len(gain), low.size
    n_free = 2 * n_rows
    miss = eye_array(n_rows, format="csr")
    wide = csr_array((always.shape[0], n_free))
    number = np.arange(n_rows, dtype=np.int64)
    return Program(
        objective=np.concatenate([gain, -price, -price]),
        lower=np.zeros(n + n_free),
        upper=np.concatenate([np.ones(n), np.full(n_free, np.inf)]),
        integer=np.arange(n + n_free) < n,
        offset=0.0,
        matrix=csr_array(
            vstack([hstack([always, wide]), hstack([amount, miss, -miss])])
        ),
        low=np.concatenate([fewest, low]),
        high=np.concatenate([most, high]),
        cell=np.arange(n, dtype=np.int32),
        use=np.zeros(n, np.int32),
        n_cell_rows=always.shape[0],
        n_rows=n_rows,
        short_row=number,
        over_row=number,
    )


def _with_cut(program: Program, same: list[bool], most: float) -> Program:
    """Return it with a row more: at most so many of some sites."""
    line = np.zeros((1, program.n_columns))
    line[0, : len(same)] = same
    return replace(
        program,
        matrix=csr_array(vstack([program.matrix, csr_array(line)], format="csr")),
        low=np.append(program.low, -np.inf),
        high=np.append(program.high, most),
    )


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
