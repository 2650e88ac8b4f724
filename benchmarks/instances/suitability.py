"""Maps of suitability: uses with factors over layers, as a province has them.

``shared``: what the national scenario gives in Zeeland, seventeen uses over seven
layers; some have factors in common and combined uses have those of their parts. The
others have no factor twice: three factors for each of twelve uses over eight layers,
as a mean, as a geometric mean, and by class; and a single line.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grids.layers import Layer, Origin
from model.blend import Gain
from model.curve import Classes, Curve, Linear, SShaped, Triangular
from model.score import score
from model.terms.suitability import Factor, Suitability

Floats = NDArray[np.float32]
Factors = list[tuple[Layer, Curve, float]]

N_USES, N_LAYERS, N_FACTORS, N_CLASSES = 12, 8, 3, 12


@dataclass(frozen=True, eq=False)
class Map:
    """Terms by use, and land per cell [ha]."""

    uses: tuple[tuple[Suitability, ...], ...]
    land_ha: Floats

    def fused(self) -> Floats:
        """Score as the model does."""
        gains = [
            [Gain(term.points, term.blend) for term in use if term.blend]
            for use in self.uses
        ]
        return score(gains, self.land_ha)

    @property
    def n_bytes(self) -> int:
        """Bytes of the layers that are used and of land, read once, and of scores."""
        layers = {
            id(factor.layer): factor.layer.values.nbytes
            for use in self.uses
            for term in use
            for factor in term.factors
        }
        n_cells = self.land_ha.size
        return sum(layers.values()) + 4 * n_cells * (1 + len(self.uses))


def _layer(rng: np.random.Generator, n_cells: int, kind: str) -> Layer:
    origin = Origin("benchmark")
    if kind == "class":
        codes = rng.integers(-1, N_CLASSES, n_cells).astype(np.int32)
        labels = {code: f"class {code}" for code in range(N_CLASSES)}
        return Layer("classes", "class", codes, "1", origin, labels)
    metres = rng.uniform(0, 8_000, n_cells).astype(np.float32)
    return Layer("metres", "distance", metres, "m", origin)


def _land(rng: np.random.Generator, n_cells: int) -> Floats:
    return rng.uniform(0, 1, n_cells).astype(np.float32)


def shared(n_cells: int) -> Map:
    """Make the map of Zeeland's uses on random layers."""
    rng = np.random.default_rng(1)
    town, people, station, high_station, nature, height, classes = (
        _layer(rng, n_cells, kind) for kind in ["distance"] * 6 + ["class"]
    )
    near = Linear(((0, 1), (800, 1), (5_000, 0)))
    nearer = Linear(((0, 1), (2_000, 0)))
    far = SShaped(100, 1_500)
    low = Linear(((500, 1), (3_000, 0.5), (6_000, 0)))
    fit = Classes({f"class {code}": code / 12 for code in range(12)})
    homes: Factors = [(town, nearer, 2.0), (people, near, 1.0)]
    parks: Factors = [*homes, (station, near, 1.0)]
    solar: Factors = [(station, near, 1.0)]
    green: Factors = [(nature, nearer, 1.0)]
    woods: Factors = [(town, near, 1.0), (classes, fit, 1.0)]
    water: Factors = [(height, low, 1.0)]
    quiet: Factors = [(town, far, 1.0)]
    leisure: Factors = [(town, Triangular(0, 500, 4_000), 1.0), (people, near, 1.0)]
    energy: Factors = [(high_station, near, 2.0), (town, far, 1.0)]
    plain = [homes, parks, quiet, quiet, solar, energy, quiet, woods, green]
    plain += [leisure, homes, water]
    pairs = [(solar, green), (solar, water), (woods, leisure), (quiet, green)]
    pairs += [(quiet, woods)]
    uses: list[tuple[Suitability, ...]]
    uses = [(_term(factors, 10.0),) for factors in plain]
    uses += [(_term(first, 5.0), _term(second, 5.0)) for first, second in pairs]
    return Map(tuple(uses), _land(rng, n_cells))


def _term(factors: Factors, points: float, geometric: bool = False) -> Suitability:
    made = (Factor("factor", *factor) for factor in factors)
    return Suitability("use", points, tuple(made), geometric)


def _apart(n_cells: int, *, geometric: bool = False, kind: str = "distance") -> Map:
    """Make uses that have no factor in common."""
    rng = np.random.default_rng(2)
    layers = [_layer(rng, n_cells, kind) for _ in range(N_LAYERS)]
    uses = []
    for use in range(N_USES):
        factors: Factors = [
            (layers[(use + number) % N_LAYERS], _curve(rng, kind, number), number + 1.0)
            for number in range(N_FACTORS)
        ]
        uses.append((_term(factors, 10.0, geometric),))
    return Map(tuple(uses), _land(rng, n_cells))


def _curve(rng: np.random.Generator, kind: str, number: int) -> Curve:
    if kind == "class":
        worths = rng.uniform(0, 1, N_CLASSES)
        return Classes({f"class {code}": worth for code, worth in enumerate(worths)})
    low, high = rng.uniform(0, 2_000), rng.uniform(4_000, 8_000)
    if number == 0:
        return SShaped(low, high)
    return Linear(((0, 0.1), (low, 1), (high, 0.05)))


def mean(n_cells: int) -> Map:
    """Make a map of means."""
    return _apart(n_cells)


def geometric(n_cells: int) -> Map:
    """Make a map of geometric means."""
    return _apart(n_cells, geometric=True)


def classes(n_cells: int) -> Map:
    """Make a map of class tables."""
    return _apart(n_cells, kind="class")


def single(n_cells: int) -> Map:
    """Make one use with one line."""
    rng = np.random.default_rng(3)
    line = Linear(((0, 1), (800, 1), (5_000, 0)))
    term = _term([(_layer(rng, n_cells, "distance"), line, 1.0)], 10.0)
    return Map(((term,),), _land(rng, n_cells))


MAPS: dict[str, Callable[[int], Map]] = {
    "shared": shared,
    "mean": mean,
    "geometric": geometric,
    "classes": classes,
    "single": single,
}
"""All maps, by name."""
