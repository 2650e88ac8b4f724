"""One measurement as a line of JSON: everything needed to read it alone."""

import os
import platform
from dataclasses import dataclass
from typing import Any

from benchmarks.apart import Outcome
from benchmarks.job import Job
from benchmarks.trace import GAPS, first_of_phases, time_to_gap
from solver.instance import Instance
from solver.watch import relative_gap

Record = dict[str, Any]
"""A measurement; its keys are those that ``record_of`` writes."""


@dataclass(frozen=True)
class Size:
    """How big an instance is; ``uses`` stand beside "none"."""

    cells: int
    uses: int
    rows: int
    entries: int
    supplies: int


def size_of(instance: Instance) -> Size:
    """Count what an instance is made of."""
    return Size(
        instance.n_cells,
        instance.n_uses - 1,
        instance.n_rows,
        int(instance.rows.entry_row.size),
        instance.n_supplies,
    )


def record_of(job: Job, size: Size, outcome: Outcome) -> Record:
    """Put everything about a measurement together.

    Parameters
    ----------
    job
        What was measured.
    size
        Size of its instance.
    outcome
        What came of it.

    """
    figures, settings = outcome.figures, job.settings
    objective, bound = _points(outcome)
    work = figures.get("work", {})
    peak_mb = figures.get("peak_mb") or outcome.sampled_mb or None
    held_mb = outcome.held_mb
    return {
        "case": job.case,
        **vars(size),
        "method": job.method.name,
        "kind": job.method.kind,
        "engine": figures.get("engine"),
        "status": _status(job, outcome),
        "remark": figures.get("text", ""),
        "trace": figures.get("trace", ""),
        "conflict": figures.get("conflict", []),
        "missed": figures.get("missed", []),
        "objective": objective,
        "bound": bound,
        "gap": relative_gap(objective, bound),
        "seconds": figures.get("seconds", outcome.seconds),
        "time_to_gap": _times(outcome, objective, bound),
        "phases": first_of_phases(outcome.steps),
        "passes": work.get("passes"),
        "iterations": _iterations(work),
        "nodes": work.get("nodes"),
        "work": work,
        "peak_memory_mb": peak_mb,
        "above_instance_mb": max(0.0, peak_mb - held_mb)
        if peak_mb and held_mb
        else None,
        "asked_gap": settings.gap,
        "time_limit_s": settings.time_limit_s,
        "seed": settings.seed,
        **_machine(),
    }


def _status(job: Job, outcome: Outcome) -> str:
    """Say what came of it: as a solve says it, or how the process ended."""
    if outcome.state != "result":
        return outcome.state
    status: str = outcome.figures["status"]
    if job.method.relaxes and status == "no_solution":
        return "relaxed" if outcome.figures["bound"] < float("inf") else status
    return status


def _points(outcome: Outcome) -> tuple[float, float]:
    """Return objective and bound; of a killed search the last that it told."""
    if "objective" in outcome.figures:
        return outcome.figures["objective"], outcome.figures["bound"]
    last = outcome.steps[-1] if outcome.steps else None
    nan = float("nan")
    incumbent = last.incumbent if last else None
    bound = last.bound if last else None
    return nan if incumbent is None else incumbent, nan if bound is None else bound


def _times(outcome: Outcome, objective: float, bound: float) -> dict[str, float | None]:
    """Return the time to each gap; the last figures count at the end."""
    seconds = outcome.figures.get("seconds")
    times = {f"{gap:g}": time_to_gap(outcome.steps, gap) for gap in GAPS}
    for gap in GAPS:
        done = relative_gap(objective, bound) <= gap
        if times[f"{gap:g}"] is None and seconds is not None and done:
            times[f"{gap:g}"] = seconds
    return times


def _iterations(work: dict[str, int]) -> int | None:
    """Sum the iterations of all linear programs; None if none were counted."""
    counts = [count for name, count in work.items() if name.endswith("iterations")]
    return sum(counts) if counts else None


def _machine() -> Record:
    """Say what it ran on, as far as it decides figures."""
    from scenarios.digest import SHORT, of_code
    from scenarios.document.versions import versions

    return {
        "threads": threads(),
        "machine": f"{platform.system()} {platform.machine()}",
        "code": of_code()[:SHORT],
        "versions": versions(),
    }


def threads() -> int:
    """Return how many threads a process may use here."""
    allowed = getattr(os, "sched_getaffinity", None)
    cores = len(allowed(0)) if allowed else os.cpu_count() or 1
    asked = os.environ.get("NUMBA_NUM_THREADS", "")
    return min(cores, int(asked)) if asked.isdecimal() else cores
