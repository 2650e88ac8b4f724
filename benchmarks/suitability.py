"""Print how fast suitability is: ``python -m benchmarks.suitability [CELLS]``.

The fused pass, NumPy's expression, and a copy that reads and writes as many bytes as
the pass must, in turns, so that other work on the machine slows all of them down.
Ratios are medians over the turns.
"""

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np

from benchmarks.instances.suitability import MAPS
from benchmarks.numpy_suitability import in_numpy

TURNS = 15


def main(n_cells: int) -> None:
    """Measure every map and print a row of it."""
    print("| map | bytes | fused | NumPy | times as fast | share of a copy's speed |")
    print("|---|---|---|---|---|---|")
    for name, build in MAPS.items():
        these = build(n_cells)
        source = np.ones(these.n_bytes // 8, np.float32)
        target = np.zeros_like(source)
        turns = [
            (
                _seconds(these.fused),
                _seconds(lambda: in_numpy(these)),  # noqa: B023  called at once
                _seconds(lambda: np.copyto(target, source)),  # noqa: B023
            )
            for _ in range(TURNS + 1)
        ][1:]  # the first compiles
        fused, numpy, _ = (median(column) for column in zip(*turns, strict=True))
        faster = median(b / a for a, b, _ in turns)
        share = median(c / a for a, _, c in turns)
        print(
            f"| {name} | {these.n_bytes / 1e6:.0f} MB | {fused * 1e3:.1f} ms "
            f"| {numpy * 1e3:.0f} ms | {faster:.1f} | {share:.0%} |"
        )


def _seconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
