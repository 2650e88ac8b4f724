"""Whether all hard rows fit, and why not when two claims share a zone that is full."""

from dataclasses import replace

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import cases, instance_of
from benchmarks.instances.row_blocks import simple_rows, stacked
from benchmarks.spec import Size, Spec
from solver.fit import Fitness, fit
from solver.instance import Instance
from solver.watch import Watch


def too_full(instance: Instance) -> Instance:
    """Ask 60% of a zone's land for one use and 50% for another."""
    inside = instance.zone[0] == 0
    land = float(instance.weight[0][inside].sum())
    coef = np.zeros((2, instance.n_uses))
    coef[[0, 1], [1, 2]] = 1.0
    least = np.array([0.6, 0.5]) * land
    limits = least, np.full(2, np.inf)
    zone = np.zeros(2, np.int32)
    clash = simple_rows(["first", "second"], limits, 0, zone, coef)
    return replace(instance, rows=stacked(instance.rows, clash))


@cases("fit")
def test_fit(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    found: Fitness = benchmark(fit, instance_of(spec, size), Watch())
    assert found.fits


@cases("fit")
def test_explain(benchmark: BenchmarkFixture, spec: Spec, size: Size) -> None:
    instance = too_full(instance_of(spec, size))
    found: Fitness = benchmark.pedantic(fit, (instance, Watch()), rounds=1)
    assert found.fits is False
    assert {"first", "second"} & set(found.conflict)
    assert found.changes
