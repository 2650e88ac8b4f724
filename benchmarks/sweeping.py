"""Print what a sweep costs per run beside plain runs, and what a second process saves.

``python -m benchmarks.sweeping SCENARIO --vary WAY=VALUES``: the same runs, each with
all its files, one after the other in this process, by one worker and by two. The run
in which a process loads and compiles is left out of all three. Figures are ratios, for
they hold on other machines; give runs that end by themselves, not at a time limit.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from atlas.publish import publish
from scenarios.kept_province import KeptProvince
from scenarios.options import Options
from scenarios.run import run_scenario
from scenarios.sweep.ask import Ask, asked_points
from scenarios.sweep.local import LocalPool
from scenarios.sweep.sweep import make_runs
from scenarios.sweep.variants import Variant, load_variant, variants

WORKERS = (1, 2)


def main(scenario: Path, vary: Sequence[str]) -> None:
    """Measure."""
    with TemporaryDirectory() as folder:
        points = asked_points(scenario, Ask(vary=vary))
        found = variants(scenario, points, Path(folder) / "plain")
        alone = _plain(found)
        print(f"{len(found)} runs, plain: {alone:.2f} s a run")
        one = 0.0
        for workers in WORKERS:
            runs = Path(folder) / f"by-{workers}"
            here = [replace(one, folder=runs / one.folder.name) for one in found]
            each = _swept(here, runs, workers)
            one = one or each
            print(
                f"by {workers}: {each:.2f} s a run, {each / alone:.3f} of a plain run, "
                f"{one / each:.2f} times as fast as by one"
            )


def _plain(found: Sequence[Variant]) -> float:
    """Return the time of a run after the first, one after the other [s]."""
    kept, began = KeptProvince(), 0.0
    for variant in found:
        options = Options(variant.folder.parent, publish=publish, province=kept)
        run_scenario(load_variant(variant.scenario, variant.overrides), options)
        began = began or time.perf_counter()
    return (time.perf_counter() - began) / (len(found) - 1)


def _swept(found: Sequence[Variant], runs: Path, workers: int) -> float:
    """Return the wall time per run once every worker has made one [s]."""
    ended: list[float] = []
    pool = LocalPool(workers)
    try:
        options = Options(runs, publish=publish)
        make_runs(found, options, pool, lambda done: ended.append(time.perf_counter()))
    finally:
        pool.close()
    return (ended[-1] - ended[workers - 1]) / (len(found) - workers)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [text for text in sys.argv[2:] if text != "--vary"])
