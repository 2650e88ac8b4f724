"""Whatever patches, sites and distances forbid: no plan that exists is denied."""

from dataclasses import replace
from itertools import product

import numpy as np

from benchmarks.instances.row_blocks import simple_rows
from model.allocation import Allocation
from solver.certificate import judge
from solver.fit import fit
from solver.instance import Instance
from solver.restrictions import Restrictions, Separations
from solver.watch import Watch
from tests.solver.random_instances import Shape, on_a_plane, random_instance
from tests.solver.restricted import random_restrictions

SHAPE = Shape(n_cells=4, n_uses=3, n_rows=3, n_supplies=0, has_tiny=False)


def has_a_plan(instance: Instance) -> bool:
    """Try every allocation there is."""
    for uses in product(range(instance.n_uses), repeat=instance.n_cells):
        allocation = Allocation(np.array(uses, np.int8), np.zeros(0))
        if not judge(instance, allocation).broken:
            return True
    return False


def test_what_is_said_not_to_fit_has_no_plan() -> None:
    denied = 0
    for seed in range(24):
        made = on_a_plane(random_instance(seed, SHAPE, full=True), seed)
        instance = random_restrictions(made, seed)
        if fit(instance, Watch()).fits is False:
            denied += 1
            assert not has_a_plan(instance), seed
    assert denied > 4


def some_of_both(seed: int) -> Instance:
    """A cell or two of uses 1 and 2, at a distance that may be too much."""
    rng = np.random.default_rng(seed)
    made = on_a_plane(random_instance(seed, SHAPE, full=True), seed)
    coef = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    zone = np.array([0, 0], np.int32)
    least = rng.integers(1, 3, 2).astype(float)
    rows = simple_rows(["first", "second"], (least, np.full(2, np.inf)), 0, zone, coef)
    sides = np.array([[[False, True, False]], [[False, False, True]]])
    apart = Separations(
        ("separation[0]",),
        sides[0],
        sides[1],
        rng.choice([120.0, 201.0, 290.0, 370.0], 1),
        np.array([np.inf]),
    )
    return replace(
        made,
        zone=np.zeros((1, made.n_cells), np.int32),
        weight=np.ones((1, made.n_cells), np.float32),
        rows=rows,
        restrictions=Restrictions(separations=apart),
    )


def test_a_distance_is_blamed_only_where_it_leaves_no_plan() -> None:
    blamed, free = 0, 0
    for seed in range(30):
        instance = some_of_both(seed)
        found = fit(instance, Watch())
        if "separation[0]" in found.conflict:
            blamed += 1
            assert not has_a_plan(instance), seed
            without = replace(instance, restrictions=Restrictions())
            assert fit(without, Watch()).fits, seed
        elif found.fits:
            free += 1
    assert blamed > 5
    assert free > 5
