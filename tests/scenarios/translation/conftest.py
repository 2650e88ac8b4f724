"""A province of 4 x 6 hectares with drawn layers, and a scenario upon it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest

from grids.layers import Layer, Province
from scenarios.translation.outcome import RuleState
from scenarios.translation.problem import Translated, translate
from tests.model.small import ORIGIN, a_grid
from tests.scenarios.conftest import Load

ROWS, COLS = 4, 6

USES = """\
extends: base.yaml
uses:
  park: {provides: {forest: 1 ha/ha}}
claims:
  power: {target: {max: 10 MWp}}
  forest: {target: {max: 10 ha}}
"""


def drawn(name: str, kind: str, unit: str, *rows: str) -> Layer:
    """A layer as digits per cell, '.' for none (-1 in a zone, else 0)."""
    letters = "".join(rows)
    none = -1 if kind == "zone" else 0
    numbers = [none if letter == "." else int(letter) for letter in letters]
    dtype = np.int32 if kind == "zone" else np.float32
    labels = {number: f"{name} {number}" for number in set(numbers) - {-1}}
    return Layer(
        name,
        kind,  # type: ignore[arg-type]
        np.array(numbers, dtype),
        unit,
        ORIGIN,
        labels if kind == "zone" else {},
    )


LAYERS = [
    drawn("town", "fraction", "1", "1.....", "......", "......", "......"),
    drawn("area", "zone", "1", "00..11", "00..11", "......", "......"),
    drawn("population", "value", "persons/ha", "9.....", "......", "......", "...5.."),
    drawn("green", "fraction", "1", "......", ".1....", "......", "......"),
    drawn("work", "value", "homes/ha", "......", "......", "......", "2....."),
]


@pytest.fixture
def province() -> Province:
    grid = a_grid(ROWS, COLS)
    layers = {layer.name: layer for layer in LAYERS}
    away = np.hypot(grid.row * 100.0, grid.col * 100.0).astype(np.float32)
    layers["town_distance"] = Layer("town_distance", "distance", away, "m", ORIGIN)
    return Province("puzzelland", grid, layers, np.ones(grid.n_cells, np.float32))


@pytest.fixture
def translated(load: Load, province: Province) -> Callable[..., Translated]:
    """Translate a scenario with the given rules; ``without`` lacks layers."""

    def _translated(text: str, *, without: tuple[str, ...] = ()) -> Translated:
        names = {*province.layers, "nowhere_known"}
        files = {"uses.yaml": USES, "a.yaml": f"extends: uses.yaml\n{text}"}
        layers = "layers:\n" + "".join(
            f"  {name}: {{file: x.tif, kind: value, source: x}}\n" for name in names
        )
        files["a.yaml"] += f"\n{layers}"
        kept: Mapping[str, Layer] = {
            name: layer
            for name, layer in province.layers.items()
            if name not in without
        }
        return translate(load(files), replace(province, layers=kept))

    return _translated


def state(translated: Translated, rule_id: str) -> RuleState:
    return next(rule for rule in translated.rules if rule.id == rule_id)
