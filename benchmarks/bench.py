"""Measure cases by methods, one after the other, each apart.

An instance is made once, written to a temporary folder, and loaded by every process
that solves it. Nothing runs side by side: the cores are the measured one's own.
"""

import pickle
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.apart import run_apart
from benchmarks.case import Case
from benchmarks.job import Job
from benchmarks.methods import Method
from benchmarks.record import Record, Size, record_of, size_of
from solver.settings import Settings


def bench(
    cases: Sequence[Case],
    methods: Sequence[Method],
    settings: Settings,
    on_job: Callable[[Case, Method], None] = lambda case, method: None,
) -> Iterator[Record]:
    """Measure every case by every method; give a record as soon as it is there.

    Parameters
    ----------
    cases
        What to solve; what is wrong with one is raised when its turn comes.
    methods
        How to solve it.
    settings
        Gap, time limit and seed of each.
    on_job
        Called before each measurement.

    """
    with TemporaryDirectory(prefix="puzzel-bench-") as folder:
        for case in cases:
            path = Path(folder) / "instance.pickle"
            size = _write(case, settings.seed, path)
            for method in methods:
                on_job(case, method)
                job = Job(case.name, path, method, settings)
                yield record_of(job, size, run_apart(job))


def _write(case: Case, seed: int, path: Path) -> Size:
    """Make the instance, and forget it here once it is written."""
    instance = case.build(seed)
    with path.open("wb") as file:
        pickle.dump(instance, file, protocol=5)
    return size_of(instance)
