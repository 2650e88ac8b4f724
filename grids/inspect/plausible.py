"""What the numbers of a layer can be: ``plausible.yaml``."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grids.layers import Layer


@dataclass(frozen=True)
class Plausible:
    """What numbers of one unit can be.

    Parameters
    ----------
    low, high
        Least and most in any cell.
    reach
        What the greatest number of a province is at least.

    """

    low: float
    high: float
    reach: float = -math.inf

    def holds(self, least: float, most: float) -> bool:
        """Say whether the least and the greatest number can be so."""
        return self.low <= least and self.reach <= most <= self.high


def plausible_of(layer: Layer) -> Plausible | None:
    """Return what a layer's numbers can be, None if that is not known."""
    held = _held()
    found = held["layers"].get(layer.name) or held["units"].get(layer.unit)
    return None if found is None else Plausible(**found)


def other_units(unit: str) -> Mapping[str, float]:
    """Return by which factor numbers in other units come in this one."""
    found: Mapping[str, float] = _held()["factors"].get(unit, {})
    return found


def must_cover(layer: Layer) -> bool:
    """Say whether every cell of the province must have a zone or a class."""
    return layer.kind == "class" or (
        layer.kind == "zone" and layer.name in _held()["covering"]
    )


@cache
def _held() -> Mapping[str, Any]:
    from ruamel.yaml import YAML

    found: Mapping[str, Any] = YAML(typ="safe").load(
        Path(__file__).with_suffix(".yaml")
    )
    return found
