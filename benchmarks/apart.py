"""Run a measurement in a process of its own, and end it at a hard limit.

The process is spawned, not forked: it begins with nothing of ours in memory, so that
its peak is its own. Whatever becomes of it, there is an outcome.
"""

import time
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

import psutil

from benchmarks.job import Job
from benchmarks.measure import measure
from benchmarks.memory import MB
from benchmarks.trace import Step

LOAD_LIMIT_S = 600.0
"""How long loading and warming up may take [s]."""

POLL_S = 0.1
"""How often the parent looks at the process and its memory [s]."""


@dataclass
class Outcome:
    """What is known of a measurement when its process has ended.

    Parameters
    ----------
    state
        ``result``, ``unsuited``, ``error``; ``killed`` at the hard limit; ``died``
        of something else, such as want of memory.
    figures
        What the process told at its end.
    steps
        Where its search stood, in order.
    held_mb
        Memory when the clock started [MB]; None if it never did.
    sampled_mb
        Most memory that was seen from outside since [MB].
    seconds
        Wall time since the clock started, seen from outside [s].

    """

    state: str = "died"
    figures: dict[str, Any] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    held_mb: float | None = None
    sampled_mb: float = 0.0
    seconds: float = 0.0


def run_apart(job: Job) -> Outcome:
    """Do one measurement and return its outcome, whatever that is."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=measure, args=(job, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        return _follow(process, ours, job.hard_limit_s)
    finally:
        process.kill()
        process.join()
        ours.close()


def _follow(process: SpawnProcess, pipe: Connection, limit_s: float) -> Outcome:
    """Listen until the process has told its end, died, or used up its time."""
    outcome = Outcome()
    began = time.monotonic()
    while True:
        allowed_s = LOAD_LIMIT_S if outcome.held_mb is None else limit_s
        left_s = allowed_s - (time.monotonic() - began)
        if left_s <= 0:
            outcome.state = "killed"
            outcome.figures["text"] = f"killed after {allowed_s:g} s"
            break
        if not pipe.poll(min(POLL_S, left_s)):
            _sample(process, outcome)
            continue
        try:
            kind, content = pipe.recv()
        except EOFError:  # ended without a last word
            process.join()
            outcome.figures["text"] = f"process ended with code {process.exitcode}"
            break
        if kind == "step":
            outcome.steps.append(content)
        elif kind == "started":
            outcome.held_mb = content["held_mb"]
            began = time.monotonic()
        else:
            outcome.state, outcome.figures = kind, content
            break
    outcome.seconds = time.monotonic() - began
    return outcome


def _sample(process: SpawnProcess, outcome: Outcome) -> None:
    """Look at the memory of the process from outside."""
    if outcome.held_mb is None or process.pid is None:
        return
    try:
        held_mb = psutil.Process(process.pid).memory_info().rss / MB
    except psutil.Error:  # gone in this moment
        return
    outcome.sampled_mb = max(outcome.sampled_mb, held_mb)
