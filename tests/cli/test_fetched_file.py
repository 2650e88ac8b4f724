"""What is bound of data sets that came, and of one with nothing in the province."""

from pathlib import Path
from typing import Any

from shapely import box

from cli.fetched_file import lacking, with_distances, write_project_files
from grids.data_set_list import shipped_data_sets
from grids.data_sets import DataSet
from grids.fetch.province import BOUNDARIES
from scenarios.catalogue import CATALOGUE
from scenarios.load import load_scenario
from tests.small_project import write_vector


def _record(name: str, features: int, columns: list[str]) -> dict[str, Any]:
    return {
        "file": f"{name}.gpkg",
        "fetched_at": "2026-11-25T12:00:00+00:00",
        "features": features,
        "halo_m": 10_000.0,
        "columns": columns,
        "licence": "CC0-1.0",
        "attribution": "somebody",
        "vintage": "",
        "url": "https://example.org/data",
        "name": name,
        "service": "wfs",
    }


def _bound(folder: Path, features: int, columns: list[str]) -> str:
    """Bind the land use of a province, with the distances that rules ask for."""
    shapes = [box(0, 390_000, 50_000, 400_000)]
    (folder / "data").mkdir()
    write_vector(folder / "data" / f"{BOUNDARIES}.gpkg", shapes, {"naam": ["Zeeland"]})
    sets: dict[str, DataSet] = dict(shipped_data_sets())
    sets["land_use"] = with_distances(sets["land_use"], {"built_up_distance"})
    record = {
        BOUNDARIES: _record(BOUNDARIES, 1, ["naam"]),
        "land_use": _record("land_use", features, columns),
    }
    write_project_files(folder, "zeeland", "Zeeland", record, sets)
    return (folder / "fetched.yaml").read_text("utf-8")


def test_of_nothing_shares_and_distances_are_made(tmp_path: Path) -> None:
    text = _bound(tmp_path, 0, ["category"])
    assert "# current_use: niets in de provincie / nothing in the province" in text
    scenario = tmp_path / "zeeland.yaml"
    scenario.write_text(
        "name: x\nextends: [novex-2022.yaml, provinces/zeeland.yaml, fetched.yaml]\n"
    )
    layers = load_scenario(scenario, search=(CATALOGUE,)).scenario.layers
    assert layers["built_up"].kind == "fraction"
    assert layers["built_up_distance"].kind == "distance"
    assert layers["built_up_distance"].fill == 10_000
    assert "current_use" not in layers


def test_of_something_a_user_gives_what_no_source_says(tmp_path: Path) -> None:
    text = _bound(tmp_path, 9, ["category"])
    assert "# built_up: column? (category); zet in data.yaml" in text
    assert "# current_use: column? (category)" in text
    assert "fill: 10000" not in text


def test_a_column_with_another_name_is_asked_for(tmp_path: Path) -> None:
    """The schema of the service changed."""
    recipe = shipped_data_sets()["municipalities"].layers["municipality"]
    assert recipe.column == "naam"
    assert lacking(recipe, _record("m", 9, ["naam", "code"])) is None
    assert lacking(recipe, _record("m", 9, ["name", "code"])) == "column"
    assert lacking(recipe, _record("m", 0, ["naam"])) == "features"
