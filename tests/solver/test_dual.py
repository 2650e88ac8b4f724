"""Whatever the prices, what the dual proves is true, also in exact arithmetic."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray
from scipy.sparse import csr_array

from solver.dual import Dual
from solver.instance import Instance
from solver.zonal import Zonal, to_zonal
from tests.naive.instance import best_points
from tests.solver.random_instances import SEEDS, Shape, random_instance

Floats = NDArray[np.float64]

SIZES = (0.0, 1e-3, 0.3, 1.0, 20.0, 1e4, 1e9, 1e16, 1e30)


def _prices(instance: Instance, rng: np.random.Generator) -> Floats:
    size = rng.choice(SIZES) if rng.random() < 0.7 else 1.0
    price = rng.normal(0, size, instance.n_rows)
    price[rng.random(price.size) < 0.2] = 0.0
    if rng.random() < 0.3:  # whole prices: worths tie
        price = np.rint(price)
    soft = np.isfinite(instance.rows.shortfall_price)
    at_its_price = soft & (rng.random(price.size) < 0.3)
    price[at_its_price] = instance.rows.shortfall_price[at_its_price]
    return np.asarray(price)


@settings(max_examples=60)
@given(SEEDS)
def test_any_prices_prove_a_bound_on_every_legal_answer(seed: int) -> None:
    rng = np.random.default_rng(seed)
    for draw in rng.integers(0, 1 << 31, 2):
        instance = random_instance(int(draw))
        best = best_points(instance, tolerance=1e-12)
        if best is None:
            continue
        dual = Dual(to_zonal(instance))
        for _ in range(20):
            bound = dual.best(_prices(instance, rng)).bound
            assert bound >= best - 1e-9 * max(1.0, abs(best))


@settings(max_examples=150)
@given(SEEDS)
def test_rounding_never_takes_a_bound_below_its_exact_value(seed: int) -> None:
    rng = np.random.default_rng(seed)
    instance = random_instance(seed, Shape(n_cells=6, n_uses=5, n_rows=6))
    dual = Dual(to_zonal(instance))
    for _ in range(4):
        price = _prices(instance, rng)
        exact = _exact_dual(instance, np.clip(price, dual.least, dual.most))
        assert Fraction(dual.best(price).bound) >= exact


@pytest.mark.parametrize("size", [1.0, 1e5, 1e12])
def test_rounding_never_takes_a_bound_of_many_cells_below_its_exact_value(
    size: float,
) -> None:
    shape = Shape(3_000, 4, 2, 3, 6, 2)
    instance = random_instance(7, shape, full=True)
    dual = Dual(to_zonal(instance))
    price = np.random.default_rng(7).normal(0, size, instance.n_rows)
    exact = _exact_dual(instance, np.clip(price, dual.least, dual.most))
    bound = dual.best(price).bound
    assert Fraction(bound) >= exact
    assert bound == pytest.approx(float(exact), rel=1e-8, abs=1e-8 * size)


def test_prices_that_cancel_do_not_hide_what_a_cell_is_worth() -> None:
    """1e17 paid to one row and got from the other leave the score: 3 points."""
    zonal = Zonal(
        score=np.array([[0, 3]], np.float32),
        slot=np.array([[0, 1]], np.int32),
        weight=np.ones((1, 2), np.float32),
        coef=_sparse([[0, 0], [1, 0], [0, 0], [0, 1]]),
        supply_coef=_sparse(np.zeros((0, 2))),
        supply_value=np.zeros(0),
        supply_cap=np.zeros(0),
        low=np.zeros(2),
        high=np.zeros(2),
        price=np.full(2, np.inf),
    )
    assert Dual(zonal).best(np.array([1e17, -1e17])).bound >= 3


def test_prices_that_cancel_within_a_zone_do_not_hide_it_either() -> None:
    zonal = Zonal(
        score=np.array([[0, 3]], np.float32),
        slot=np.zeros((1, 1), np.int32),
        weight=np.ones((1, 1), np.float32),
        coef=_sparse([[0, 0, 0], [1, 1, 1]]),
        supply_coef=_sparse(np.zeros((0, 3))),
        supply_value=np.zeros(0),
        supply_cap=np.zeros(0),
        low=np.zeros(3),
        high=np.zeros(3),
        price=np.full(3, np.inf),
    )
    # adds up to 16, but -2 + 1e17 is 1e17 in float64
    assert Dual(zonal).best(np.array([-2, 1e17, -1e17])).bound >= 5


def _sparse(values: object) -> csr_array:
    return csr_array(np.asarray(values, np.float64))


def _exact_dual(instance: Instance, price: Floats) -> Fraction:
    """Return the dual as its formula says, from the instance's arrays."""
    rows, supplies = instance.rows, instance.supplies
    prices = [Fraction(one) for one in price.tolist()]
    cost: dict[tuple[int, int], list[Fraction]] = {}
    for entry, row in enumerate(rows.entry_row.tolist()):
        place = int(rows.entry_partition[entry]), int(rows.entry_zone[entry])
        so_far = cost.setdefault(place, [Fraction(0)] * instance.n_uses)
        for use, coef in enumerate(rows.entry_coef[entry].tolist()):
            so_far[use] += Fraction(coef) * prices[row]
    total = Fraction(0)
    for cell in range(instance.n_cells):
        worths = []
        for use in range(instance.n_uses):
            if use and not instance.allowed[use, cell]:
                continue
            worth = Fraction(float(instance.score[use, cell]))
            for partition in range(instance.zone.shape[0]):
                place = partition, int(instance.zone[partition, cell])
                if place in cost:
                    weight = Fraction(float(instance.weight[partition, cell]))
                    worth -= weight * cost[place][use]
            worths.append(worth)
        total += max(worths)
    for number, value in enumerate(supplies.value.tolist()):
        gain = Fraction(value)
        of = supplies.entry_supply == number
        for at, coef in zip(
            supplies.entry_row[of], supplies.entry_coef[of].tolist(), strict=True
        ):
            gain -= Fraction(coef) * prices[at]
        total += max(gain, Fraction(0)) * Fraction(float(supplies.cap[number]))
    for one, low, high in zip(
        prices, rows.low.tolist(), rows.high.tolist(), strict=True
    ):
        if one:
            total += one * Fraction(high if one > 0 else low)
    return total
