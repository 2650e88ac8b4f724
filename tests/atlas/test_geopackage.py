import sqlite3
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas
import numpy as np
import pytest
import shapely
from scipy.ndimage import label

from atlas.read_run import Run

FILE = "allocation.gpkg"


def _layer(published: Path, name: str) -> Any:
    return geopandas.read_file(published / FILE, layer=name)


def _rows(published: Path, query: str) -> list[Any]:
    with sqlite3.connect(published / FILE) as database:
        return database.execute(query).fetchall()


def test_cells_are_the_cells_that_change(run: Run, published: Path) -> None:
    cells = _layer(published, "cells")
    changed = run.use > 0
    assert len(cells) == changed.sum()
    assert cells.crs.to_epsg() == 28992
    assert cells.area.unique() == pytest.approx([10_000])
    assert cells["available_ha"].sum() == pytest.approx(run.available_ha[changed].sum())
    x, y = run.grid.frame.centres_m()
    assert np.allclose(cells.centroid.x, x[run.grid.col[changed]])
    assert np.allclose(cells.centroid.y, y[run.grid.row[changed]])
    ids = [run.uses[code].id for code in run.use[changed]]
    assert list(cells["use"]) == ids
    assert set(cells["current_use"]) <= {"akkerland", "grasland", "bos", "natuur"}


def test_municipalities_have_the_sums_of_their_cells(run: Run, published: Path) -> None:
    table = _layer(published, "municipalities").set_index("municipality")
    zones = run.layer("municipality")
    assert zones is not None
    for code, name in zones.labels.items():
        here = zones.values == code
        assert table.area[name] == pytest.approx(here.sum() * 10_000)
        assert table["available_ha"][name] == pytest.approx(
            run.available_ha[here].sum()
        )
        for number, use in enumerate(run.uses[1:], start=1):
            expected = run.available_ha[here & (run.use == number)].sum()
            assert table[f"{use.id}_ha"][name] == pytest.approx(expected)


def test_patches_are_connected_and_hold_all_changed_land(
    run: Run, published: Path
) -> None:
    patches = _layer(published, "patches")
    assert patches["n_cells"].sum() == (run.use > 0).sum()
    assert patches["ha"].sum() == pytest.approx(run.available_ha[run.use > 0].sum())
    assert np.allclose(patches.area, patches["n_cells"] * 10_000)
    assert all(shapely.is_valid(patches.geometry))
    assert set(patches.geom_type) == {"Polygon"}
    for code, use in enumerate(run.uses[1:], start=1):
        _, count = label(run.plane(run.use, 0) == code)
        assert (patches["use"] == use.id).sum() == count


def test_every_layer_has_a_default_style(run: Run, published: Path) -> None:
    rows = _rows(
        published,
        "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML, update_time "
        "FROM layer_styles",
    )
    assert {row[0] for row in rows} == {"cells", "patches", "municipalities"}
    assert all(row[1] == "geom" and row[2] == 1 for row in rows)
    assert all(row[4] == "2026-11-23T10:00:00.000Z" for row in rows)
    for name, _, _, style, _ in rows:
        root = ElementTree.fromstring(style)
        found = {
            entry.attrib["value"]: entry.attrib["label"]
            for entry in root.iter("category")
        }
        present = {run.uses[code].id for code in run.use if code}
        assert set(found) == (present if name != "municipalities" else set())
        assert name == "municipalities" or found["housing"] == "wonen"
        colours = {
            option.attrib["value"]
            for option in root.iter("Option")
            if option.attrib.get("name") == "color"
        }
        assert name == "municipalities" or "255,255,0,255" in colours


def test_the_file_is_geopackage_1_3_with_lower_case_names(published: Path) -> None:
    assert _rows(published, "PRAGMA user_version") == [(10300,)]
    kinds = dict(_rows(published, "SELECT table_name, data_type FROM gpkg_contents"))
    assert kinds["layer_styles"] == "attributes"
    for name in ("cells", "patches", "municipalities"):
        columns = [row[1] for row in _rows(published, f"PRAGMA table_info({name})")]
        assert "geom" in columns
        assert columns == [column.lower() for column in columns]
