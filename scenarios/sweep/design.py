"""Which combinations of values are run.

``grid`` runs all combinations, ``list`` the first values of all axes together, then
the second; ``one_at_a_time`` the scenario as it is, and then every value with all
else as it is; ``latin_hypercube`` a number of points that spread over all axes at
once (McKay, Beckman & Conover 1979), drawn from a seed.
"""

from collections.abc import Sequence
from itertools import product
from typing import Literal

from scenarios.faults import Place, ScenarioError, fault
from scenarios.sweep.axis import Axis
from scenarios.sweep.override import Override

Design = Literal["grid", "list", "one_at_a_time", "latin_hypercube"]
Point = tuple[Override, ...]
"""The values of one run."""

DESIGNS: tuple[Design, ...] = ("grid", "list", "one_at_a_time", "latin_hypercube")


def points(
    axes: Sequence[Axis], design: Design = "grid", *, draws: int = 20, seed: int = 1
) -> list[Point]:
    """Return the values of every run, in the order in which they are run.

    Parameters
    ----------
    axes
        What is varied; at least one.
    design
        How values are combined.
    draws, seed
        Number of runs of a Latin hypercube, and its seed.

    Raises
    ------
    ScenarioError
        If axes do not suit the design, or one path is varied twice.

    """
    _refuse_twice(axes)
    if design == "latin_hypercube":
        return _hypercube(axes, draws, seed)
    values = [axis.values() for axis in axes]
    if design == "grid":
        return [tuple(point) for point in product(*values)]
    if design == "one_at_a_time":
        return [(), *((value,) for axis in values for value in axis)]
    _refuse_uneven(axes, [len(axis) for axis in values])
    return list(zip(*values, strict=True))


def _refuse_twice(axes: Sequence[Axis]) -> None:
    seen: dict[str, Place] = {}
    for axis in axes:
        if axis.path in seen:
            text = str(seen[axis.path])
            raise ScenarioError(
                [fault(axis.place, (axis.path,), "vary_twice", text=text)]
            )
        seen[axis.path] = axis.place


def _refuse_uneven(axes: Sequence[Axis], counts: list[int]) -> None:
    for axis, count in zip(axes, counts, strict=True):
        if count != counts[0]:
            given = {"count": count, "limit": counts[0], "name": axes[0].path}
            raise ScenarioError(
                [fault(axis.place, (axis.path,), "vary_uneven", **given)]
            )


def _hypercube(axes: Sequence[Axis], draws: int, seed: int) -> list[Point]:
    from scipy.stats.qmc import LatinHypercube

    shares = LatinHypercube(len(axes), rng=seed).random(draws)
    return [
        tuple(
            _drawn(axis, float(share)) for axis, share in zip(axes, line, strict=True)
        )
        for line in shares
    ]


def _drawn(axis: Axis, share: float) -> Override:
    """Return the value at a share of an axis: within its span, or one of its list."""
    if axis.span is not None:
        return Override(axis.path, axis.tree(axis.span.at(share)))
    values = axis.values()
    return values[min(int(share * len(values)), len(values) - 1)]
