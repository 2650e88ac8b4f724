"""What patches, sites, distances and compactness cost: at most what is proven."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from scenarios.explain.form import explain_form
from solver.instance import Instance
from solver.restrictions import Restrictions, Separations
from solver.route import solve
from solver.settings import Settings
from solver.watch import Watch
from tests.solver.random_instances import Shape, on_a_plane, random_instance

SHAPE = Shape(n_cells=60, n_uses=3, n_rows=0, n_supplies=0, has_tiny=False)


def an_instance() -> Instance:
    """Two uses that must keep apart and lie together."""
    instance = on_a_plane(random_instance(4, SHAPE, full=True), 4)
    rng = np.random.default_rng(4)
    score = rng.normal(1, 2, instance.score.shape).astype(np.float32)
    score[0] = 0
    apart = Separations(
        ("separation[quiet]",),
        np.array([[False, True, False]]),
        np.array([[False, False, True]]),
        np.array([150.0]),
        np.array([np.inf]),
    )
    return replace(
        instance,
        score=score,
        allowed=np.ones_like(instance.allowed),
        boundary=np.array([0.0, 0.5, 0.5]),
        touch=np.zeros((3, 3)),
        restrictions=Restrictions(separations=apart),
    )


def test_each_is_told_with_what_a_plan_without_it_gains() -> None:
    instance = an_instance()
    result = solve(instance, Settings(gap=0.01, time_limit_s=10))
    assert result.allocation is not None
    run: Any = SimpleNamespace(
        instance=instance,
        allocation=result.allocation,
        document={"gap": 0.01},
        label=lambda _kind, name: {"nl": name, "en": name},
    )
    found = {one["id"]: one for one in explain_form(run, Watch(20))}
    assert set(found) == {"separation[quiet]", "compactness"}
    assert found["separation[quiet]"]["label"]["en"] == "quiet"
    free = replace(instance, restrictions=Restrictions())
    best = solve(free, Settings(gap=1e-4, time_limit_s=20))
    gain = best.objective - result.objective
    told = found["separation[quiet]"]
    assert told["gain"] > 0
    assert told["gain"] <= told["gain_most"] + 1e-6
    assert told["gain_most"] >= gain - 1e-6
    assert told["gain"] == pytest.approx(gain, rel=0.1)
    assert found["compactness"]["gain_most"] > 0
