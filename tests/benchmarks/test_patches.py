"""Instances with patches: their plan keeps them, the best of every cell does not."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.instances import compact, patches
from benchmarks.methods import PEERS, Method
from benchmarks.unsuited import UnsuitedError
from model.allocation import Allocation
from solver.certificate import judge
from solver.restrictions import Restrictions
from solver.route import ENGINES, RESTRICTED
from solver.settings import Settings
from solver.watch import Watch


@pytest.mark.parametrize("percent", [0, 12])
@pytest.mark.parametrize(
    ("n_cells", "n_uses", "least"), [(2_500, 7, 20), (1_205, 3, 7), (11, 1, 2)]
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_hidden_plan_keeps_every_limit(
    n_cells: int, n_uses: int, least: int, percent: int, seed: int
) -> None:
    made = patches.planned(n_cells, n_uses, least, percent, seed)
    assert judge(made.instance, made.plan).broken == ()
    wanted = [0, *[least] * n_uses]
    assert made.instance.restrictions.patch_least.tolist() == wanted
    assert made.instance.boundary.any() == bool(percent)


def test_patches_are_what_keeps_the_best_of_every_cell_from_being_a_plan() -> None:
    made = patches.planned(2_500, 7, 20)
    points = np.where(made.instance.allowed, made.instance.score, -np.inf)
    best = Allocation(points.argmax(axis=0).astype(np.int8))
    free = replace(made.instance, restrictions=Restrictions())
    told = set(judge(made.instance, best).broken) - set(judge(free, best).broken)
    assert len(told) > 5
    assert judge(free, made.plan).objective == judge(made.instance, made.plan).objective


def test_land_is_that_of_the_instance_without_patches() -> None:
    first, second = patches.build(900, 3, 20, 12), compact.build(900, 3, 12)
    for name in ("score", "allowed", "zone", "weight", "boundary"):
        assert (getattr(first, name) == getattr(second, name)).all()
    assert first.n_rows == second.n_rows


@pytest.mark.parametrize(
    "method",
    [
        *(Method(name, "engine") for name in ENGINES if name not in RESTRICTED),
        *(Method(name, "peer") for name, peer in PEERS.items() if not peer.relaxes),
    ],
)
def test_what_keeps_no_patches_says_so(method: Method) -> None:
    with pytest.raises(UnsuitedError, match="keeps no patches"):
        method.solve(patches.build(400, 3, 20), Settings(), Watch(10))


def test_a_relaxation_bounds_what_patches_leave() -> None:
    made = patches.planned(400, 3, 20)
    result = Method("highs-simplex", "peer").solve(made.instance, Settings(), Watch(60))
    assert result.bound >= judge(made.instance, made.plan).objective
