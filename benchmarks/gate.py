"""Whether a change made anything worse, by figures that do not flicker.

Compared with a stored baseline: sizes; status; objective and bound, each within the gap
that was asked for; counts of work, which may grow by a stated factor. Seconds are no
part of it. Getting better never fails. And since a bound is proven, no objective of
today may pass yesterday's bound, nor a bound of today yesterday's objective.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.baseline import COUNTS, SIZES, Baseline
from benchmarks.record import Record

FACTOR = 1.5
"""How much more work is let through: another processor rounds a little differently."""

FEW = 20
"""Work that is let through in any case: a factor on next to nothing says nothing."""

SAME = 1e-6
"""Relative distance within which two figures are one."""

RANK = {"optimal": 3, "infeasible": 3, "relaxed": 3, "feasible": 2, "no_solution": 1}
"""Statuses that a change may not lower; all others rank 0."""


@dataclass(frozen=True)
class Finding:
    """Something that differs from the baseline.

    Parameters
    ----------
    case, method
        Where.
    kind
        Key of the sentence that tells it: ``size``, ``status``, ``objective``,
        ``bound``, ``work``, ``untrue``, ``missing``.
    figure
        What differs.
    expected, got
        The baseline's value and today's.

    """

    case: str
    method: str
    kind: str
    figure: str = ""
    expected: Any = None
    got: Any = None


def judge_records(baseline: Baseline, records: Sequence[Record]) -> list[Finding]:
    """Return everything that is worse than the baseline; empty: it holds.

    Parameters
    ----------
    baseline
        What is expected.
    records
        Measured now. Instances and methods that the baseline lacks are not judged.

    """
    now = {(record["case"], record["method"]): record for record in records}
    gap = baseline.settings["gap"]
    findings = []
    for expected in baseline.records:
        key = expected["case"], expected["method"]
        if key not in now:
            findings.append(Finding(*key, "missing"))
        else:
            findings += _judge(expected, now[key], gap)
    return findings


def _judge(expected: Record, got: Record, gap: float) -> list[Finding]:
    """Compare one record; another instance or a worse status ends it there."""
    key = expected["case"], expected["method"]
    sizes = [
        Finding(*key, "size", name, expected[name], got.get(name))
        for name in SIZES
        if expected[name] != got.get(name)
    ]
    if sizes:
        return sizes
    if _rank(got) < _rank(expected):
        came = got["status"] if not got.get("remark") else got["remark"]
        return [Finding(*key, "status", "status", expected["status"], came)]
    return [
        *_points(key, expected, got, gap),
        *_untrue(key, expected, got),
        *_work(key, expected, got),
    ]


def _rank(record: Record) -> int:
    return RANK.get(record["status"], 0)


def _points(
    key: tuple[str, str], expected: Record, got: Record, gap: float
) -> list[Finding]:
    """Find a worse objective or a looser bound, beyond the gap that was asked for."""
    room = gap + SAME
    found = []
    for name, sign in (("objective", 1.0), ("bound", -1.0)):
        was, now = expected[name], got.get(name)
        if was is None:
            continue
        if now is None or sign * (now - was) < -room * max(1.0, abs(was)):
            found.append(Finding(*key, name, name, was, now))
    return found


def _untrue(key: tuple[str, str], expected: Record, got: Record) -> list[Finding]:
    """Find an objective above a bound: one of the two runs told an untruth."""
    pairs = (
        ("objective", got.get("objective"), expected["bound"]),
        ("bound", expected["objective"], got.get("bound")),
    )
    return [
        Finding(*key, "untrue", figure, bound, objective)
        for figure, objective, bound in pairs
        if objective is not None
        and bound is not None
        and objective > bound + SAME * max(1.0, abs(bound))
    ]


def _work(key: tuple[str, str], expected: Record, got: Record) -> list[Finding]:
    """Find counts that grew; only a search that ended by itself has its own count."""
    if expected["status"] == "feasible" or got["status"] == "feasible":
        return []
    return [
        Finding(*key, "work", name, expected[name], got[name])
        for name in COUNTS
        if expected[name] is not None
        and got.get(name) is not None
        and got[name] > max(FACTOR * expected[name], expected[name] + FEW)
    ]
