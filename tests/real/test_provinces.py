"""All twelve provinces build from the layers that the open data have for each."""

from pathlib import Path

import pytest

from scenarios.catalogue import provinces, title_of
from scenarios.load import load_scenario
from scenarios.province import make_province
from scenarios.translation.problem import translate
from tests.real.provinces import scenario_of

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
    page = PAGE.read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    for name in provinces():
        held = [row for row in rows if row.startswith(f"| {title_of(name)} |")]
        assert len(held) == 1, name
        assert any(status in held[0] for status in ("optimal", "feasible"))


@pytest.mark.slow
@pytest.mark.parametrize("name", provinces())
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
