"""Print what a sweep costs per run beside plain runs, and what a second process saves.

``python -m benchmarks.sweeping SCENARIO --vary WAY=VALUES``: the same runs, each with
all its files. First the processor time in this process, plainly and by the sweep's
path, which other work on the machine hardly changes; then the wall time by one worker
and by two. The runs in which a process loads and compiles are left out. Figures are
ratios; give runs that end by themselves, not at a time limit.
"""

import sys
import time
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from tempfile import TemporaryDirectory

from atlas.publish import publish
from scenarios.kept_province import KeptProvince
from scenarios.options import Options
from scenarios.run import run_scenario
from scenarios.sweep.ask import Ask, asked_points
from scenarios.sweep.local import LocalPool
from scenarios.sweep.sweep import make_runs
from scenarios.sweep.task import Done, Task, work
from scenarios.sweep.variants import Variant, load_variant, variants


def main(scenario: Path, vary: Sequence[str]) -> None:
    """Measure."""
    points = asked_points(scenario, Ask(vary=vary))
    with TemporaryDirectory() as folder:
        base = Path(folder)
        plain = _plain(variants(scenario, points, base / "plain"))
        here = _here(variants(scenario, points, base / "here"))
        print(
            f"{len(points)} runs: processor {plain:.3f} s a run plainly, {here:.3f} s "
            f"by the sweep: {here / plain:.3f} times"
        )
        one, two = (
            _swept(variants(scenario, points, base / f"by-{n}"), base / f"by-{n}", n)
            for n in (1, 2)
        )
        print(
            f"wall {one:.2f} s a run by one worker, {two:.2f} s by two: "
            f"{one / two:.2f} times as fast"
        )


def _plain(found: Sequence[Variant]) -> float:
    """Return the processor time of a run after the first, in this process [s]."""
    kept, began = KeptProvince(), 0.0
    for variant in found:
        options = Options(variant.folder.parent, publish=publish, province=kept)
        run_scenario(load_variant(variant.scenario, variant.overrides), options)
        began = began or time.process_time()
    return (time.process_time() - began) / (len(found) - 1)


def _here(found: Sequence[Variant]) -> float:
    """Return the same by the path of a sweep, checking of variants included [s]."""
    began = time.process_time()
    points = [variant.overrides for variant in found]
    variants(found[0].scenario, points, found[0].folder.parent)
    checking = (time.process_time() - began) / len(found)
    pool = _Here()
    options = Options(found[0].folder.parent, publish=publish)
    make_runs(found, options, pool, lambda done: None)
    return checking + (time.process_time() - pool.ended[0]) / (len(found) - 1)


class _Here:
    """Does a task at once, in this process."""

    room = 1

    def __init__(self) -> None:
        self.ended: list[float] = []

    def submit(self, task: Task) -> "Future[Done]":
        future: Future[Done] = Future()
        future.set_result(work(task))
        self.ended.append(time.process_time())
        return future

    def is_lost(self, error: BaseException) -> bool:
        return False

    def close(self, *, now: bool = False) -> None: ...


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
