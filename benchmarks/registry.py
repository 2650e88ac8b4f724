"""What is measured, and at which sizes.

``PUZZEL_BENCH=full`` adds the sizes of a province; the smoke test runs the small ones.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.instances import zonal
from solver.instance import Instance


@dataclass(frozen=True)
class Spec:
    """An instance that can be made at several sizes.

    Parameters
    ----------
    name
        Name in the ids of measurements.
    build
        Makes it, from the number of cells.
    sizes
        Numbers of cells.

    """

    name: str
    build: Callable[[int], Instance]
    sizes: tuple[int, ...]


_FULL = os.environ.get("PUZZEL_BENCH") == "full"

SPECS = (Spec("zonal", zonal.build, (900, 10_000, 40_000) if _FULL else (900,)),)
"""All instances."""

CASES = tuple((spec, size) for spec in SPECS for size in spec.sizes)
"""Every instance at every size."""

IDS = tuple(f"{spec.name}-n={size}" for spec, size in CASES)
"""Ids of ``CASES``."""
