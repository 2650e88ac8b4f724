"""All twelve provinces build from the layers that the open data have for each."""

from pathlib import Path

import pytest

from scenarios.load import load_scenario
from scenarios.province import make_province
from scenarios.translation.problem import translate
from tests.real.provinces import HEAD, scenario_of

PAGE = Path(__file__).parents[2] / "docs" / "provinces.md"

LAND_CELLS = {
    "groningen": 239_303,
    "fryslan": 353_130,
    "drenthe": 268_045,
    "overijssel": 340_856,
    "flevoland": 146_617,
    "gelderland": 511_816,
    "utrecht": 155_372,
    "noord-holland": 286_423,
    "zuid-holland": 296_688,
    "zeeland": 183_904,
    "noord-brabant": 505_336,
    "limburg": 221_011,
}
"""Cells of 100 m of the same boundaries, counted independently of this program."""


def test_the_table_has_every_province() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    start = lines.index(HEAD[0]) + len(HEAD)
    rows = [line.split(" | ") for line in lines[start : start + len(LAND_CELLS)]]
    names = sorted(LAND_CELLS)
    assert [row[0].removeprefix("| ").lower() for row in rows] == [
        "fryslân" if name == "fryslan" else name for name in names
    ]
    for name, row in zip(names, rows, strict=True):
        n_cells, ha = (float(text.replace(",", "")) for text in row[1:3])
        assert n_cells * 25 == ha
        assert abs(ha / LAND_CELLS[name] - 1) < 0.005
        assert row[6] in ("optimal", "feasible")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(LAND_CELLS))
def test_a_province_builds_and_its_rules_apply(
    tmp_path: Path, shared_data: Path, name: str
) -> None:
    assert shared_data.is_dir()
    loaded = load_scenario(scenario_of(name, tmp_path))
    province = make_province(loaded)
    assert abs(province.grid.n_cells * 25 / LAND_CELLS[name] - 1) < 0.005
    translated = translate(loaded, province)
    applied = [rule for rule in translated.rules if rule.applied]
    assert len(applied) > 80
