"""The Netherlands as one problem, coarse and with few claims: what sharing brings."""

from pathlib import Path
from typing import Any

import pytest

from scenarios.division.compare import compare_division, read_division
from scenarios.division.words import told_division
from scenarios.load import load_scenario
from scenarios.options import Options
from scenarios.run import run_scenario
from tests.real.netherlands import scenario_of
from tests.real.test_provinces import LAND_CELLS

ASKED = ("homes", "power", "forest_area", "nature_area", "business_area")
"""The national claims of the text."""

HERE = ("Flevoland", "Utrecht", "Zeeland")
"""Three provinces stand for twelve, so that the test takes seconds."""

NEEDED = (
    *("municipality", "province", "population", "population_centre"),
    *("built_up", "built_up_distance", "natura2000", "large_water"),
)
"""Layers that are read."""

UNBOUND, APART = "~", "0 %"


def few(path: Path, shift: str) -> Path:
    """Keep three provinces with their part of the claims of the text."""
    scenario = load_scenario(path).scenario
    assert scenario.division is not None
    text = path.read_text("utf-8")
    claims = ""
    for name, claim in scenario.claims.items():
        if name not in ASKED:
            claims += f"  {name}: ~\n"
            continue
        shares = scenario.division.keys[claim.divided_by or ""].shares
        amount = claim.target.numbers[0]
        part = amount.value * sum(shares[zone] for zone in HERE)
        claims += f"  {name}: {{target: {part:.1f} {amount.unit}}}\n"
    text = text.replace("claims:\n", f"claims:\n{claims}")
    layers = "".join(f"  {name}: ~\n" for name in scenario.layers if name not in NEEDED)
    text = text.replace("layers:\n", f"layers:\n{layers}")
    names = ", ".join(f"'{zone}'" for zone in HERE)
    text = text.replace("area:\n", f'area:\n  where: "provincie IN ({names})"\n')
    others = ", ".join(
        f"{zone}: ~"
        for zone in scenario.division.keys["land"].parts
        if zone not in HERE
    )
    keys = "".join(
        f"    {key}: {{parts: {{{others}}}}}\n" for key in scenario.division.keys
    )
    path = path.with_name(f"few-{shift[0]}.yaml")
    division = f"division:\n  shift: {shift}\n  keys:\n{keys}"
    path.write_text(text + division, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def runs(
    tmp_path_factory: pytest.TempPathFactory, shared_data: Path
) -> dict[str, dict[str, Any]]:
    assert shared_data.is_dir()
    folder = tmp_path_factory.mktemp("country")
    whole = scenario_of(folder, 500, "4 s", compact=False)
    found = {}
    for shift in (UNBOUND, APART):
        loaded = load_scenario(few(whole, shift))
        outcome = run_scenario(loaded, Options(folder / "runs", "en"))
        found[shift] = read_division(outcome.folder)
    return found


def test_all_land_lies_in_one_province(
    runs: dict[str, dict[str, Any]],
) -> None:
    document = runs[UNBOUND]
    zones = document["division"]["zones"]
    assert [zone["zone"] for zone in zones] == list(HERE)
    assert document["n_cells"] * 25 == pytest.approx(
        sum(LAND_CELLS[zone.lower()] for zone in HERE), rel=2e-3
    )
    land = sum(zone["land_ha"] for zone in zones)
    assert land == pytest.approx(document["available_ha"], rel=1e-3)


def test_each_province_apart_does_its_own_part(runs: dict[str, dict[str, Any]]) -> None:
    for claim in runs[APART]["division"]["claims"]:
        for zone in claim["zones"]:
            part = zone["share"] * claim["min"]
            assert zone["achieved"] == pytest.approx(part, rel=0.05, abs=25 * 35), zone


def test_homes_stay_where_they_were_agreed(runs: dict[str, dict[str, Any]]) -> None:
    homes = runs[UNBOUND]["division"]["claims"][0]
    assert homes["id"] == "homes"
    for zone in homes["zones"]:
        assert zone["achieved"] >= zone["share"] * homes["min"] - 1e-3


def test_together_is_better_than_apart_by_proof(
    runs: dict[str, dict[str, Any]],
) -> None:
    """The bound of the whole lies above what the parts reach, whatever was found."""
    joint, apart = runs[UNBOUND], runs[APART]
    found = compare_division(joint, apart)
    points = found["points"]
    assert joint["bound"] >= points["separate"]
    assert points["gain_most"] >= points["gain"] > 0
    forest = next(one for one in found["claims"] if one["id"] == "forest_area")
    assert forest["moved"] > 100  # of 5,179 ha: the parts by land are not the best
    assert sum(zone["moved"] for zone in forest["zones"]) == pytest.approx(
        forest["joint"] - forest["separate"], abs=1e-3
    )


def test_it_is_told_in_both_languages(runs: dict[str, dict[str, Any]]) -> None:
    told, claims = told_division(compare_division(runs[UNBOUND], runs[APART]))
    english = " ".join(text["en"] for text in told.sentences)
    dutch = " ".join(text["nl"] for text in told.sentences)
    assert "points better than when each zone does just its own part" in english
    assert "punten beter dan wanneer elk gebied alleen zijn eigen deel doet" in dutch
    assert "Bewezen is dat" in dutch
    assert claims.table is not None
    assert len(claims.table.rows) == len(ASKED) * len(HERE)
