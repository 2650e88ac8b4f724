"""Two runs of the same measurements, pair by pair and on average.

A pair is one instance by one method, in both with the same size, gap, limit and seed.
A search without an answer counts with its time limit, so that a method gains nothing
by giving up (Mittelmann's convention).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.means import shifted_geometric_mean
from benchmarks.record import Record
from benchmarks.records import RecordsError
from benchmarks.trace import GAPS

SHIFTS: Mapping[str, float] = {
    "seconds": 1.0,
    **{f"to_{gap:g}": 1.0 for gap in GAPS},
    "gap": 1e-4,
    "passes": 1.0,
    "iterations": 10.0,
    "nodes": 10.0,
    "peak": 10.0,
    "above": 10.0,
}
"""Figures that are compared, and the shift of their mean, in their own unit."""

KEYS = {"peak": "peak_memory_mb", "above": "above_instance_mb"}
"""Keys of a record that are called otherwise in a table."""

WITHOUT_ANSWER = ("killed", "died", "error", "no_solution")
"""Statuses that count with the time limit."""

SAME_SIZE = ("cells", "uses", "rows", "entries", "supplies")
SAME_SETTINGS = ("asked_gap", "time_limit_s", "seed")


@dataclass(frozen=True)
class Pair:
    """One instance by one method in both runs.

    Parameters
    ----------
    case, method
        Which.
    before, after
        Its figures in the first run and in the second, where both have them.
    better
        What the objective of the second is above the first's, as a part of the
        first's; None if one has none.
    status
        Status in both.

    """

    case: str
    method: str
    before: Mapping[str, float]
    after: Mapping[str, float]
    better: float | None
    status: tuple[str, str]

    def ratio(self, figure: str) -> float | None:
        """Return after / before, None where that says nothing."""
        before = self.before.get(figure)
        return self.after[figure] / before if before else None


@dataclass(frozen=True)
class Mean:
    """Shifted geometric means of one figure over all pairs that have it."""

    figure: str
    shift: float
    n_pairs: int
    before: float
    after: float

    @property
    def ratio(self) -> float | None:
        """After / before, None where that says nothing."""
        return self.after / self.before if self.before else None


@dataclass(frozen=True)
class Comparison:
    """What two runs have in common, and what not.

    Parameters
    ----------
    pairs
        What both measured.
    means
        One per figure that at least one pair has.
    left_out
        Instance, method, and why they were not compared: ``before`` or ``after``
        (only in that one), ``other_size``, ``other_settings``, ``unsuited``.

    """

    pairs: tuple[Pair, ...]
    means: tuple[Mean, ...]
    left_out: tuple[tuple[str, str, str], ...]


def compare(before: Sequence[Record], after: Sequence[Record]) -> Comparison:
    """Compare the records of two runs.

    Raises
    ------
    RecordsError
        If a run has two records of the same instance and method.

    """
    first, second = _by_pair(before), _by_pair(after)
    pairs: list[Pair] = []
    left_out: list[tuple[str, str, str]] = []
    for key in dict.fromkeys([*first, *second]):
        why = _why_not(first.get(key), second.get(key))
        if why:
            left_out.append((*key, why))
        else:
            pairs.append(_pair(first[key], second[key]))
    means = [_mean(figure, pairs) for figure in SHIFTS]
    found = tuple(mean for mean in means if mean is not None)
    return Comparison(tuple(pairs), found, tuple(left_out))


def _by_pair(records: Sequence[Record]) -> dict[tuple[str, str], Record]:
    found: dict[tuple[str, str], Record] = {}
    for record in records:
        key = record["case"], record["method"]
        if key in found:
            raise RecordsError(
                f"an instance and a method must come once in a file of results, got "
                f"{key[0]} by {key[1]} twice"
            )
        found[key] = record
    return found


def _why_not(first: Record | None, second: Record | None) -> str:
    """Say why two records are no pair; empty if they are."""
    if first is None or second is None:
        return "after" if first is None else "before"
    if any(first.get(key) != second.get(key) for key in SAME_SIZE):
        return "other_size"
    if any(first.get(key) != second.get(key) for key in SAME_SETTINGS):
        return "other_settings"
    return "unsuited" if "unsuited" in (first["status"], second["status"]) else ""


def _pair(first: Record, second: Record) -> Pair:
    before, after = _figures(first), _figures(second)
    for figure in (f"to_{gap:g}" for gap in GAPS):  # reached by one: the other counts
        if figure in before or figure in after:  # with its limit
            before.setdefault(figure, first["time_limit_s"])
            after.setdefault(figure, second["time_limit_s"])
    both = before.keys() & after.keys()
    return Pair(
        first["case"],
        first["method"],
        {figure: before[figure] for figure in SHIFTS if figure in both},
        {figure: after[figure] for figure in SHIFTS if figure in both},
        _better(first.get("objective"), second.get("objective")),
        (first["status"], second["status"]),
    )


def _figures(record: Record) -> dict[str, float]:
    """Return the figures that a record has."""
    times = record.get("time_to_gap") or {}
    found: dict[str, Any] = {
        figure: record.get(KEYS.get(figure, figure)) for figure in SHIFTS
    }
    found |= {f"to_{gap:g}": times.get(f"{gap:g}") for gap in GAPS}
    if record["status"] in WITHOUT_ANSWER:
        found["seconds"] = max(record["seconds"] or 0.0, record["time_limit_s"])
    return {figure: value for figure, value in found.items() if value is not None}


def _better(before: float | None, after: float | None) -> float | None:
    if before is None or after is None:
        return None
    return (after - before) / max(1e-12, abs(before))


def _mean(figure: str, pairs: Sequence[Pair]) -> Mean | None:
    having = [pair for pair in pairs if figure in pair.before]
    if not having:
        return None
    shift = SHIFTS[figure]
    before = shifted_geometric_mean([pair.before[figure] for pair in having], shift)
    after = shifted_geometric_mean([pair.after[figure] for pair in having], shift)
    return Mean(figure, shift, len(having), before, after)
