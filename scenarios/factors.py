"""What makes cells suitable, kept with a run: ``factors.nc``.

Per layer that a factor reads its values, and as JSON in the attribute ``suitability``
per use its parts with their factors, curves and weights. Values keep 14 bits of their
fraction, four digits at least: the suitability made from them differs by less than what
is shown, and the file stays small.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.layers import Layer, Origin
from grids.netcdf import write_netcdf
from model.blend import Blend
from model.curve import Classes, Curve, Linear, SShaped, Triangular
from model.problem import Problem
from model.score import worth_of
from model.terms.suitability import Factor, Suitability
from scenarios.document.texts import texts
from scenarios.schema.scenario import Scenario

FILE = "factors.nc"
"""Name of the file in a run folder."""

BITS = 14
"""Bits of the fraction of a value that are kept."""


@dataclass(frozen=True, eq=False)
class Part:
    """The suitability of a use, or of one of the uses that it combines.

    Parameters
    ----------
    use, part
        The use, and whose factors these are.
    geometric
        Whether the mean is geometric.
    factors
        Layer, curve and weight of each, on the cells that were asked for.
    label
        Name of each factor per language; None where the scenario gives none.

    """

    use: str
    part: str
    geometric: bool
    factors: tuple[Factor, ...]
    label: tuple[dict[str, str] | None, ...]

    @property
    def worth(self) -> NDArray[np.float32]:
        """Suitability 0..1 per cell."""
        members = tuple(factor.membership for factor in self.factors)
        weights = tuple(factor.weight for factor in self.factors)
        return worth_of(Blend(members, weights, self.geometric))


def write_factors(path: Path, problem: Problem, scenario: Scenario) -> None:
    """Write the layers and factors of a problem.

    Parameters
    ----------
    path
        The file.
    problem
        With its terms.
    scenario
        For the names of factors.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    import xarray as xr

    terms = [one for one in problem.terms if isinstance(one, Suitability)]
    layers = {one.layer.name: one.layer for term in terms for one in term.factors}
    about: dict[str, dict[str, Any]] = {
        name: {"kind": layer.kind, "unit": layer.unit, "labels": dict(layer.labels)}
        for name, layer in layers.items()
    }
    dataset = xr.Dataset(
        {name: (("cell",), _rounded(layer)) for name, layer in layers.items()},
        attrs={
            "suitability": json.dumps([_written(term, scenario) for term in terms]),
            "layers": json.dumps(about),
        },
    )
    packed = {"zlib": True, "complevel": 4, "shuffle": True}
    write_netcdf(dataset, path, dict.fromkeys(layers, packed))


def read_factors(path: Path, cells: Any) -> tuple[Part, ...]:
    """Return the factors of some cells, a part after the other.

    Parameters
    ----------
    path
        The file.
    cells
        Numbers of the cells, or a slice.

    Raises
    ------
    OSError
        If the file cannot be read.

    """
    import xarray as xr

    with xr.open_dataset(path, engine="h5netcdf") as held:
        about = json.loads(held.attrs["layers"])
        layers = {
            name: _layer(name, one, held[name].to_numpy()[cells])
            for name, one in about.items()
        }
        terms = json.loads(held.attrs["suitability"])
    return tuple(_part(term, layers) for term in terms if term["factors"])


def _rounded(layer: Layer) -> NDArray[Any]:
    """Round numbers to the bits that are kept; codes stay."""
    if layer.kind in ("class", "zone"):
        return layer.values
    bits = np.ascontiguousarray(layer.values, np.float32).view(np.uint32)
    drop = np.uint32(23 - BITS)
    half = (np.uint32(1) << (drop - np.uint32(1))) - np.uint32(1)
    even = (bits >> drop) & np.uint32(1)
    mask = ~((np.uint32(1) << drop) - np.uint32(1))
    rounded: NDArray[np.float32] = ((bits + half + even) & mask).view(np.float32)
    return rounded


def _written(term: Suitability, scenario: Scenario) -> dict[str, Any]:
    part = term.part or term.use
    settings = scenario.uses[part].suitability
    named = {} if settings is None else settings.factors
    return {
        "use": term.use,
        "part": part,
        "geometric": term.geometric,
        "factors": [
            {
                "id": one.name,
                "label": texts(named[one.name].label) if one.name in named else None,
                "layer": one.layer.name,
                "curve": form_of(one.curve),
                "weight": one.weight,
            }
            for one in term.factors
        ],
    }


def form_of(curve: Curve) -> dict[str, Any]:
    """Return a curve as plain data."""
    match curve:
        case Linear(points):
            return {"form": "linear", "points": [list(point) for point in points]}
        case SShaped(low, high):
            return {"form": "s_shaped", "low": low, "high": high}
        case Triangular(low, peak, high):
            return {"form": "triangular", "low": low, "peak": peak, "high": high}
        case Classes(table, otherwise):
            return {"form": "classes", "table": dict(table), "otherwise": otherwise}


def _curve(raw: Mapping[str, Any]) -> Curve:
    match raw["form"]:
        case "linear":
            return Linear(tuple((x, y) for x, y in raw["points"]))
        case "s_shaped":
            return SShaped(raw["low"], raw["high"])
        case "triangular":
            return Triangular(raw["low"], raw["peak"], raw["high"])
        case _:
            return Classes(raw["table"], raw["otherwise"])


def _layer(name: str, about: Mapping[str, Any], values: NDArray[Any]) -> Layer:
    labels = {int(code): label for code, label in about["labels"].items()}
    return Layer(name, about["kind"], values, about["unit"], Origin("puzzel"), labels)


def _part(raw: Mapping[str, Any], layers: Mapping[str, Layer]) -> Part:
    factors = tuple(
        Factor(one["id"], layers[one["layer"]], _curve(one["curve"]), one["weight"])
        for one in raw["factors"]
    )
    label = tuple(one["label"] for one in raw["factors"])
    return Part(raw["use"], raw["part"], raw["geometric"], factors, label)
