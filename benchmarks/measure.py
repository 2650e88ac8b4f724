"""What the process of a measurement does: load, warm up, solve, tell.

It tells its parent through a pipe, step by step, so that what is known when it is
killed is not lost.
"""

import os
import pickle
import signal
import traceback
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from benchmarks.job import Job
from benchmarks.memory import forget_peak, peak_mb, resident_mb
from benchmarks.trace import Step
from benchmarks.unsuited import UnsuitedError
from solver.certificate import TOLERANCE, row_values
from solver.instance import Instance
from solver.result import Result
from solver.watch import Progress, Watch


def measure(job: Job, parent: Connection) -> None:
    """Do one measurement; the target of a process of its own.

    Messages, in this order: ``started`` with the memory held, any number of ``step``,
    and one of ``result``, ``unsuited``, ``error``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C
    _silence()
    try:
        _measure(job, parent)
    except Exception as error:
        text = f"{type(error).__name__}: {error}"
        parent.send(("error", {"text": text, "trace": traceback.format_exc()}))
    finally:
        parent.close()


def _measure(job: Job, parent: Connection) -> None:
    from benchmarks.warm import warm

    with job.instance.open("rb") as file:
        instance: Instance = pickle.load(file)
    warm(job.method)
    held_mb = resident_mb()
    forget_peak()
    parent.send(("started", {"held_mb": held_mb}))

    def step(progress: Progress) -> None:
        parent.send(("step", _step(progress)))

    watch = Watch(job.settings.time_limit_s, step)
    try:
        result = job.method.solve(instance, job.settings, watch)
    except UnsuitedError as reason:
        parent.send(("unsuited", {"text": f"{reason}"}))
        return
    peak = peak_mb()
    parent.send(
        ("result", {**_figures(result), "peak_mb": peak, **_missed(instance, result)})
    )


def _step(progress: Progress) -> Step:
    return Step(progress.seconds, progress.phase, progress.incumbent, progress.bound)


def _figures(result: Result) -> dict[str, Any]:
    """Return what a record needs of a result; the allocation stays here."""
    return {
        "status": str(result.status),
        "engine": result.engine,
        "objective": float(result.objective),
        "bound": float(result.bound),
        "seconds": result.seconds,
        "work": dict(result.work),
        "conflict": list(result.conflict),
    }


def _missed(instance: Instance, result: Result) -> dict[str, Any]:
    """Name the rows that a plan misses at their price, below or above."""
    if result.allocation is None:
        return {}
    rows = instance.rows
    value = row_values(instance, result.allocation)
    room = TOLERANCE * np.maximum(1.0, np.abs(value))
    missed = (value < rows.low - room) | (value > rows.high + room)
    return {"missed": [rows.name[row] for row in np.nonzero(missed)[0]]}


def _silence() -> None:
    """Let solvers talk to nobody: they write to the terminal past Python."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
