"""The cases of a phase, as parameters of its driver.

The smoke test runs the smallest size of every family; ``PUZZEL_BENCH=full`` all sizes.
"""

import os
from functools import cache

import pytest

from benchmarks.registry import SPECS
from benchmarks.spec import Size, Spec
from solver.instance import Instance

SEED = 1
"""Seed of every instance here."""

FULL = os.environ.get("PUZZEL_BENCH") == "full"
"""Whether all sizes are run."""


def cases(phase: str) -> pytest.MarkDecorator:
    """Parametrise a driver with ``spec`` and ``size``."""
    pairs = [
        pytest.param(spec, size, id=spec.case_id(size))
        for spec in SPECS
        for size in spec.sizes_of(phase)[: None if FULL else 1]
    ]
    return pytest.mark.parametrize(("spec", "size"), pairs)


@cache
def instance_of(spec: Spec, size: Size) -> Instance:
    """Make an instance once for all drivers."""
    return spec.build(size, SEED)
