"""The factors that a run keeps give its suitability again."""

from pathlib import Path

import numpy as np
import pytest

from grids.layers import Province
from scenarios.cells import _suitability
from scenarios.factors import read_factors, write_factors
from scenarios.translation.problem import translate
from tests.scenarios.conftest import Load
from tests.scenarios.translation.conftest import USES

TEXT = """\
extends: uses.yaml
uses:
  housing:
    suitability:
      points: 10 points/ha
      combine: geometric
      factors:
        far:
          layer: town_distance
          curve: {triangular: {low: -100, peak: 150, high: 700}}
          weight: 3
          label: {nl: dichtbij, en: close by}
        folk: {layer: population, curve: {linear: {0: 0.2, 9: 1}}}
  park:
    suitability:
      points: 4 points/ha
      factors:
        green: {layer: green, curve: {linear: {0: 0, 1: 1}}, weight: 2}
        near: {layer: town_distance, curve: {s_shaped: {low: 500, high: 50}}}
        part: {layer: area, curve: {classes: {area 0: 0.9}, otherwise: 0.1}}
rules:
  both: {kind: combination, use: both, of: [housing, park]}
layers:
"""


@pytest.mark.parametrize("cells", [slice(None), [0], [23, 5]])
def test_suitability_comes_again_from_the_factors(
    load: Load, province: Province, tmp_path: Path, cells: slice | list[int]
) -> None:
    names = "".join(
        f"  {name}: {{file: x.tif, kind: value, source: x}}\n"
        for name in province.layers
    )
    loaded = load({"uses.yaml": USES, "a.yaml": TEXT + names})
    problem = translate(loaded, province).problem
    write_factors(tmp_path / "factors.nc", problem, loaded.scenario)
    parts = read_factors(tmp_path / "factors.nc", cells)
    whole = _suitability(problem)
    for use in ("housing", "park", "both"):
        mine = [part for part in parts if part.use == use]
        assert len(mine) == (2 if use == "both" else 1)
        again = np.mean([part.worth for part in mine], axis=0)
        kept = whole[problem.number(use)][cells]
        assert again == pytest.approx(kept, abs=1e-4)
        assert np.ptp(whole[problem.number(use)]) > 0.1
    first = parts[0]
    assert first.label[0] == {"nl": "dichtbij", "en": "close by"}
    assert [factor.weight for factor in first.factors] == [3, 1]


def test_values_keep_four_digits(
    load: Load, province: Province, tmp_path: Path
) -> None:
    names = "".join(
        f"  {name}: {{file: x.tif, kind: value, source: x}}\n"
        for name in province.layers
    )
    loaded = load({"uses.yaml": USES, "a.yaml": TEXT + names})
    problem = translate(loaded, province).problem
    write_factors(tmp_path / "factors.nc", problem, loaded.scenario)
    parts = read_factors(tmp_path / "factors.nc", slice(None))
    for part in parts:
        for factor in part.factors:
            whole = province.layers[factor.layer.name].values
            assert factor.layer.values == pytest.approx(whole, rel=5e-5)
