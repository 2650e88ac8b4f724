"""Which rows cannot hold together.

Every hard row may give way at a price of 1 per unit of its size, and nothing else is
worth anything. If even then the dual is below 0, its prices are a proof: the rows that
have one are a set that no allocation, not even one in fractions of cells, can satisfy
together (Farkas). Rows that the set can do without are left out (``irreducible``).
Limits give way by the tolerance of the certificate first, so that the proof holds for
every answer that it would let pass.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from solver.bound import proven_bound
from solver.certificate import TOLERANCE
from solver.classes import collapsed
from solver.dual import Dual
from solver.highs import relax
from solver.instance import Instance
from solver.irreducible import irreducible
from solver.levels import price_rows
from solver.program import to_program
from solver.settings import Settings
from solver.watch import Watch
from solver.zonal import to_zonal

Floats = NDArray[np.float64]

MOST_COLUMNS = 200_000
"""Cells times uses up to which the relaxation is solved whole; beyond, by prices."""

MATTERS = 1e-3
"""Price of a row that counts, as a part of the highest."""

MOST_TRIED = 300
"""Rows that are left out one by one to see whether the proof needs them."""


def conflicting_rows(instance: Instance, watch: Watch) -> tuple[str, ...]:
    """Return the names of rows that cannot hold together, hardest first.

    As ``conflict_prices``, without prices.
    """
    return tuple(conflict_prices(instance, watch))


def conflict_prices(instance: Instance, watch: Watch) -> dict[str, float]:
    """Return rows that cannot hold together, with the prices that prove it.

    Parameters
    ----------
    instance
        An instance that seems infeasible.
    watch
        Ends the search; nothing is returned then.

    Returns
    -------
    dict[str, float]
        By name, hardest first; below 0 where a row's lowest limit cannot be reached,
        above 0 where its highest cannot be kept. Empty if nothing is proven:
        fractions of cells would fit, or nearly.

    """
    elastic, size = elastic_of(instance)
    bound, price = _bound(elastic, watch)
    if not bound < 0:
        return {}
    price = irreducible(elastic, _needed(elastic, price, size), watch)
    weight = np.abs(price * size)
    found = np.nonzero(weight)[0]
    hardest = found[np.argsort(-weight[found])].tolist()
    return {instance.rows.name[row]: float(price[row]) for row in hardest}


def is_conflict(instance: Instance, watch: Watch) -> bool:
    """Tell whether it is proven that the hard rows cannot hold together."""
    return bool(_bound(elastic_of(instance)[0], watch)[0] < 0)


def elastic_of(instance: Instance) -> tuple[Instance, Floats]:
    """Return the instance whose hard rows give way and nothing else counts.

    Returns
    -------
    tuple[Instance, NDArray[np.float64]]
        The instance, and the size of each row: one size off costs 1 point.

    """
    rows = instance.rows
    size = np.maximum(1.0, np.abs(np.where(np.isinf(rows.low), rows.high, rows.low)))
    size = np.where(np.isfinite(size), size, 1.0)
    room = TOLERANCE * size
    elastic = replace(
        instance,
        score=np.zeros_like(instance.score),
        boundary=np.zeros(instance.n_uses),
        touch=np.zeros_like(instance.touch),
        supplies=replace(
            instance.supplies, value=np.zeros_like(instance.supplies.value)
        ),
        rows=replace(
            rows,
            low=np.where(instance.hard, rows.low - room, -np.inf),
            high=np.where(instance.hard, rows.high + room, np.inf),
            shortfall_price=np.where(instance.hard, 1.0 / size, np.inf),
        ),
    )
    return elastic, size


def _needed(elastic: Instance, price: Floats, size: Floats) -> Floats:
    """Return the prices without most of those that the proof can do without.

    Of many cells the classes tell which, and the cells whether it is still a proof.
    """
    if elastic.n_cells * elastic.n_uses <= MOST_COLUMNS:
        return _pruned(Dual(to_zonal(elastic)), price, size)
    fewer = _pruned(Dual(to_zonal(collapsed(elastic))), price, size)
    dual = Dual(to_zonal(elastic))
    return fewer if dual.best(fewer).bound < 0 else price


def _pruned(dual: Dual, price: Floats, size: Floats) -> Floats:
    """Leave prices out, those that matter least first, as long as the dual is below 0.

    The prices of the others stay as they are.
    """
    weight = price * size
    small = np.abs(weight) <= MATTERS * np.abs(weight).max(initial=0.0)
    fewer = np.where(small, 0.0, price)
    if dual.best(fewer).bound < 0:
        price = fewer
    priced = np.nonzero(price)[0]
    if priced.size > MOST_TRIED:
        return price
    for row in priced[np.argsort(np.abs(weight[priced]))]:
        fewer = price.copy()
        fewer[row] = 0.0
        if dual.best(fewer).bound < 0:
            price = fewer
    return price


def _bound(elastic: Instance, watch: Watch) -> tuple[float, Floats]:
    """Return the least shortfall, negated, as far as it is proven, and the prices."""
    if elastic.n_cells * elastic.n_uses > MOST_COLUMNS:
        return _bound_of_many(elastic, watch)
    program = to_program(elastic)
    relaxed = relax(program, watch)
    if not relaxed.value.size:  # out of time, or no hard row has a limit
        return np.inf, np.zeros(elastic.n_rows)
    price = relaxed.row_price[: elastic.n_rows]
    return proven_bound(program, relaxed.row_price), price


def _bound_of_many(elastic: Instance, watch: Watch) -> tuple[float, Floats]:
    """Return the same for many cells: what classes say, proven on the cells."""
    dual, classes = Dual(to_zonal(elastic)), collapsed(elastic)
    if classes.n_cells * classes.n_uses <= MOST_COLUMNS:
        program = to_program(classes)
        relaxed = relax(program, watch)
        lacking = -1.0
        if relaxed.value.size:
            lacking = float(program.objective @ relaxed.value)
        if lacking > -TOLERANCE:
            return 0.0, np.zeros(elastic.n_rows)  # fractions of cells fit
        limit = np.where(np.isfinite(dual.zonal.price), dual.zonal.price, 0.0)
        price = np.clip(relaxed.row_price[: elastic.n_rows], -limit, limit)
        bound = dual.best(price).bound if price.size else np.inf
        if bound < 0:
            return bound, price
    priced = price_rows(dual, Settings(gap=1e-3), watch)
    return priced.best.bound, priced.price
