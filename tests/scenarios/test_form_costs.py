"""What patches, sites, distances and compactness cost: at most what is proven."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from scenarios.explain.form import explain_form
from scenarios.explain.rule_words import told_form
from solver.instance import Instance
from solver.restrictions import Restrictions, Separations
from solver.result import Result
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
    result = solve(instance, Settings(gap=0.01, time_limit_s=5))
    assert result.allocation is not None
    run = as_run(instance, result)
    heard: list[str | None] = []
    told = explain_form(run, Watch(15), lambda name, _at, _of: heard.append(name))
    assert heard == [None, "separation[quiet]", "compactness"]
    found = {one["id"]: one for one in told}
    assert set(found) == {"separation[quiet]", "compactness"}
    apart = found["separation[quiet]"]
    assert apart["label"]["en"] == "quiet"
    # more time for the plan itself is no cost of a restriction
    assert apart["objective"] >= result.objective - 1e-6
    free = replace(instance, restrictions=Restrictions())
    best = solve(free, Settings(gap=1e-4, time_limit_s=10))
    gain = best.objective - apart["objective"]
    assert 0 < apart["gain"] <= apart["gain_most"] + 1e-6
    assert apart["gain_most"] >= gain - 1e-6
    assert apart["gain"] == pytest.approx(gain, rel=0.1)
    assert found["compactness"]["gain_most"] > 0


def test_a_plan_without_any_is_not_searched_again() -> None:
    instance = replace(an_instance(), restrictions=Restrictions(), boundary=np.zeros(3))
    result = solve(instance, Settings(time_limit_s=5))
    assert explain_form(as_run(instance, result), Watch(5), _must_not) == []
    (nothing,) = told_form([]).sentences
    assert "no patches" in nothing["en"]
    assert "geen vlakken" in nothing["nl"]


def _must_not(*_: object) -> None:
    raise AssertionError("there is nothing to search")


def as_run(instance: Instance, result: Result) -> Any:
    return SimpleNamespace(
        instance=instance,
        allocation=result.allocation,
        document={"gap": 0.01, "seconds": {"solve": 5.0}},
        label=lambda _kind, name: {"nl": name, "en": name},
    )
