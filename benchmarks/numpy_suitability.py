"""Suitability as one writes it in NumPy: the yardstick of the fused pass."""

import numpy as np
from numpy.typing import NDArray

from benchmarks.instances.suitability import Map
from model.curve import Classes, Linear, SShaped, Triangular
from model.terms.suitability import Factor, Suitability

Floats = NDArray[np.floating]


def in_numpy(these: Map, number: type[np.floating] = np.float32) -> Floats:
    """Score every use of a map, on values of a type: float64 to compare with."""
    score = np.zeros((len(these.uses), these.land_ha.size), number)
    for row, terms in zip(score, these.uses, strict=True):
        for term in terms:
            row += term.points * _combined(term, number)
        row *= these.land_ha
    return score


def _combined(term: Suitability, number: type[np.floating]) -> Floats:
    weights = np.array([factor.weight for factor in term.factors])
    shares = (weights / weights.sum()).tolist()
    worths = [_worth(factor, number) for factor in term.factors]
    pairs = list(zip(shares, worths, strict=True))
    if not term.geometric:
        return _sum([share * worth for share, worth in pairs])
    with np.errstate(divide="ignore"):
        return np.exp(_sum([share * np.log(worth) for share, worth in pairs]))


def _sum(parts: list[Floats]) -> Floats:
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def _worth(factor: Factor, number: type[np.floating]) -> Floats:
    values, curve = factor.layer.values, factor.curve
    match curve:
        case Linear(points):
            x, y = zip(*points, strict=True)
            line: Floats = np.interp(values, x, y)
            return line
        case Triangular(low, peak, high):
            peaked: Floats = np.interp(values, [low, peak, high], [0, 1, 0])
            return peaked
        case SShaped(low, high):
            metres = values.astype(number, copy=False)
            part = np.clip((metres - low) / (high - low), 0, 1)
            rise: Floats = np.where(part < 0.5, 2 * part**2, 1 - 2 * (1 - part) ** 2)
            return rise
        case Classes(table, otherwise):
            labels = factor.layer.labels
            worth = np.array([table[labels[code]] for code in range(len(labels))])
            found: Floats = np.where(values < 0, otherwise, worth[values])
            return found
