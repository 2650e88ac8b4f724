"""The tables of classes in the catalogue, held against what they classify."""

import re
from pathlib import Path

import pytest

from grids.classes import class_of, classify
from grids.data_set_list import shipped_data_sets
from grids.data_sets import Recipe
from grids.puzzelland.cover import USES

BBG = {
    10: "infrastructure",
    11: "infrastructure",
    12: "infrastructure",
    20: "built_up",
    24: "business_park",
    32: "built_up",
    34: "built_up",
    40: "recreation",
    44: "recreation",
    50: "farmland",
    51: "farmland",
    60: "forest",
    61: "nature",
    62: "nature",
    70: "water",
    83: "water",
}
"""Some codes of the land-use map and what they are."""

ALL_BBG = (
    *(10, 11, 12, 20, 21, 22, 23, 24, 30, 31, 32, 33, 34, 35, 40, 41, 42, 43, 44),
    *(50, 51, 60, 61, 62, 70, 71, 72, 73, 74, 75, 76, 77, 78, 80, 81, 82, 83),
)
"""Codes of BBG 2017 but for 90, abroad."""

SAYS = {
    r"^\w*[Vv]eengronden": "peat",
    r"^Moerige": "peaty",
    r"^\w+podzolgronden": "sand",
    r"^\w+ \w+ enkeerdgronden": "sand",
    r"^(Beek|Goor)eerdgronden": "sand",
    r"^\w+brikgronden": "loam",
}
"""How a soil's name begins and its class, where the name leaves no doubt."""


def _table(data_set: str, layer: str) -> dict[str, tuple[str, ...]]:
    recipe: Recipe = shipped_data_sets()[data_set].layers[layer]
    assert recipe.classes is not None
    return {
        name: tuple(f"{one}" for one in values)
        for name, values in recipe.classes.items()
    }


def test_every_land_use_has_a_class_that_rules_know() -> None:
    table = _table("land_use", "current_use")
    assert set(table) < set(USES)
    assert {code: class_of(table, f"{code}") for code in BBG} == BBG
    assert all(class_of(table, f"{code}") for code in ALL_BBG)
    assert class_of(table, "90") == ""
    for layer, codes in (
        ("built_up", {20, 21, 22, 23, 24, 32, 34}),
        ("open_water", {70, 71, 72, 73, 74, 75, 76, 77, 78, 80, 81, 82, 83}),
        ("airport", {12}),
    ):
        table = _table("land_use", layer)
        assert {code for code in ALL_BBG if class_of(table, f"{code}")} == codes


def _soils(shared_data: Path) -> dict[str, str]:
    """Name by code of every unit of the soil map."""
    import csv

    path = shared_data / "soil_tables_dutchsoils" / "SoilProfiles.csv"
    text = path.read_text("utf-8-sig").splitlines()
    rows = csv.DictReader(line for line in text if not line.startswith("#"))
    return {row["soilunit"]: row["othersoilname"] for row in rows}


def test_every_unit_of_the_soil_map_has_a_class(shared_data: Path) -> None:
    table = _table("soil_map", "soil")
    soils = _soils(shared_data)
    assert len(soils) > 300
    assert [code for code in soils if not class_of(table, code)] == []


@pytest.mark.parametrize("start", SAYS)
def test_the_class_of_a_soil_is_what_its_name_says(
    shared_data: Path, start: str
) -> None:
    table = _table("soil_map", "soil")
    named = {
        code: name
        for code, name in _soils(shared_data).items()
        if re.match(start, name)
    }
    assert named
    classes = {code: class_of(table, code) for code in named}
    assert {code for code, one in classes.items() if one != SAYS[start]} == set()


def test_the_first_class_that_fits_counts_and_case_differs() -> None:
    table = {"a": ("V*",), "b": ("[a-z]V*", "*")}
    assert [class_of(table, one) for one in ("Vz", "hVz", "vz")] == ["a", "b", "b"]


def test_a_number_is_matched_as_it_is_written() -> None:
    found, notes = classify({"water": ("70",)}, [70, 70.0, "70", 71, None], "x")
    assert found == ["water", "water", "water", "", ""]
    assert notes == ("1 features in no class, with value 71",)


def test_a_table_that_fits_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="there are only a, b"):
        classify({"x": ("c",)}, ["a", "a", "b"], "soil")
