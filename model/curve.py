"""Membership curves as values: what a factor says about a layer.

A curve turns a layer's values into worth 0..1: ``on(layer)`` is the two together. The
kernels do the work; here live the parameters and their checks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.layers import Layer
from grids.sentence import Sentence
from model.membership import ByClass, Membership, PiecewiseLinear, SCurve


@dataclass(frozen=True)
class Linear:
    """Straight lines between points, flat outside; worth per layer value."""

    points: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        """Check order and range."""
        if len(self.points) < 1:
            raise ValueError("linear curve must have at least one point, got none")
        _check_worths(y for _, y in self.points)

    def on(self, layer: Layer) -> Membership:
        """Return the curve over a layer's values."""
        x, y = np.array(sorted(self.points), np.float64).T
        return PiecewiseLinear(_numbers(layer), x, y)


@dataclass(frozen=True)
class SShaped:
    """Smooth rise from 0 at ``low`` to 1 at ``high``; falls if low > high."""

    low: float
    high: float

    def on(self, layer: Layer) -> Membership:
        """Return the curve over a layer's values."""
        return SCurve(_numbers(layer), self.low, self.high)


@dataclass(frozen=True)
class Triangular:
    """1 at ``peak``, 0 at ``low`` and ``high`` and beyond."""

    low: float
    peak: float
    high: float

    def __post_init__(self) -> None:
        """Check the order."""
        if not self.low < self.peak < self.high:
            raise ValueError(
                f"triangular curve must have low < peak < high, "
                f"got {self.low:g}, {self.peak:g}, {self.high:g}"
            )

    def on(self, layer: Layer) -> Membership:
        """Return the curve over a layer's values."""
        x = np.array([self.low, self.peak, self.high])
        return PiecewiseLinear(_numbers(layer), x, np.array([0.0, 1.0, 0.0]))


@dataclass(frozen=True)
class Classes:
    """Worth per class label, ``otherwise`` for the rest."""

    table: Mapping[str, float]
    otherwise: float = 0.0

    def __post_init__(self) -> None:
        """Check the range."""
        _check_worths([*self.table.values(), self.otherwise])

    def on(self, layer: Layer) -> Membership:
        """Return the curve over a layer's values."""
        if layer.kind not in ("class", "zone"):
            raise ValueError(
                Sentence(
                    "a class table needs a layer of classes or zones, but "
                    "'{name}' is a {kind}",
                    name=layer.name,
                    kind=layer.kind,
                )
            )
        unknown = sorted(set(self.table) - set(layer.labels.values()))
        if unknown:
            raise ValueError(
                Sentence(
                    "classes of a curve must be those of layer '{name}' "
                    "({known}), got '{got}'",
                    name=layer.name,
                    known=", ".join(sorted(layer.labels.values())),
                    got=unknown[0],
                )
            )
        size = max(layer.labels, default=-1) + 1
        table = np.full(size, self.otherwise, np.float32)
        for code, label in layer.labels.items():
            table[code] = self.table.get(label, self.otherwise)
        return ByClass(layer.values, table, self.otherwise)


Curve = Linear | SShaped | Triangular | Classes


def _numbers(layer: Layer) -> NDArray[np.float32]:
    if layer.kind in ("class", "zone"):
        raise ValueError(
            Sentence(
                "a curve over numbers needs a fraction, distance or value layer, "
                "but '{name}' holds {kind} codes; use a class table",
                name=layer.name,
                kind=layer.kind,
            )
        )
    values: NDArray[np.float32] = layer.values
    return values


def _check_worths(worths: Iterable[float]) -> None:
    for worth in worths:
        if not 0 <= worth <= 1:
            raise ValueError(f"worth of a curve must lie in [0, 1], got {worth:g}")
