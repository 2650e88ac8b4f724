from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import shapely

from grids.grid import Grid
from grids.layers import Origin
from grids.read import read_layer
from grids.sources import LayerSource
from grids.zones import OverlapError

WEST = shapely.box(100_000, 399_600, 100_200, 400_000)
EAST = shapely.box(100_200, 399_600, 100_500, 400_000)


def _layer(
    tmp_path: Path, grid: Grid, kind: Any, shapes: list[Any], **more: Any
) -> Any:
    path = tmp_path / "a.gpkg"
    name = ["Goes", "Borsele", None][: len(shapes)]
    amount = [300.0, 120.0, None][: len(shapes)]
    table = {"name": name, "amount": amount}
    geopandas.GeoDataFrame(table, geometry=shapes, crs="EPSG:28992").to_file(path)
    source = LayerSource("a", kind, path, origin=Origin("x"), **more)
    return read_layer(source, grid, 0)


def test_zones_are_numbered_by_name(tmp_path: Path, grid: Grid) -> None:
    layer = _layer(tmp_path, grid, "zone", [WEST, EAST], column="name")
    assert layer.labels == {0: "Borsele", 1: "Goes"}
    assert (layer.values == np.where(grid.col < 2, 1, 0)).all()


def test_zones_of_points_are_those_of_the_nearest(tmp_path: Path, grid: Grid) -> None:
    points = [shapely.Point(100_000, 399_800), shapely.Point(100_500, 399_800)]
    layer = _layer(tmp_path, grid, "zone", points, column="name")
    assert (layer.values[grid.col < 2] == 1).all()
    assert (layer.values[grid.col > 2] == 0).all()


def test_a_class_without_polygon_is_said(tmp_path: Path, grid: Grid) -> None:
    layer = _layer(tmp_path, grid, "class", [WEST], column="name")
    assert (layer.values == np.where(grid.col < 2, 0, -1)).all()
    assert layer.origin.note == "11 cells lie in no class"


def test_a_value_can_be_per_hectare(tmp_path: Path, grid: Grid) -> None:
    layer = _layer(tmp_path, grid, "value", [WEST, EAST], column="amount", per_ha=True)
    assert (layer.values == np.where(grid.col < 2, 300 / 8, 10)).all()


def test_a_value_without_data_is_an_error_that_counts(
    tmp_path: Path, grid: Grid
) -> None:
    with pytest.raises(ValueError, match=r"none for 11 of 18 cells, .* set fill"):
        _layer(tmp_path, grid, "value", [WEST], column="amount")


def test_a_fill_is_used_and_said(tmp_path: Path, grid: Grid) -> None:
    layer = _layer(tmp_path, grid, "value", [WEST], column="amount", fill=-1.0)
    assert (layer.values[grid.col >= 2] == -1).all()
    assert layer.origin.note == "11 cells without data set to -1"


def test_the_nearest_polygon_fills_only_when_asked(tmp_path: Path, grid: Grid) -> None:
    layer = _layer(tmp_path, grid, "value", [WEST], column="amount", resample="nearest")
    assert (layer.values == 300).all()


def test_polygons_that_disagree_are_refused(tmp_path: Path, grid: Grid) -> None:
    over = shapely.box(100_000, 399_600, 100_500, 400_000)
    with pytest.raises(OverlapError, match="7 of 18 cells lie in two, such as 'Goes'"):
        _layer(tmp_path, grid, "zone", [WEST, over], column="name")


def test_points_have_no_share_and_no_value(tmp_path: Path, grid: Grid) -> None:
    points = [shapely.Point(100_150, 399_800), shapely.Point(100_450, 399_800)]
    with pytest.raises(ValueError, match="features without area"):
        _layer(tmp_path, grid, "fraction", points)
    with pytest.raises(ValueError, match=r"2 of 2 .* are points or lines"):
        _layer(tmp_path, grid, "value", points, column="amount")
    near = _layer(tmp_path, grid, "value", points, column="amount", resample="nearest")
    assert set(near.values.tolist()) == {300, 120}


def test_a_column_is_needed_and_must_hold_numbers(tmp_path: Path, grid: Grid) -> None:
    with pytest.raises(ValueError, match="column of layer 'a' must be given"):
        _layer(tmp_path, grid, "zone", [WEST])
    with pytest.raises(ValueError, match="must hold numbers, got 'Goes'"):
        _layer(tmp_path, grid, "value", [WEST, EAST], column="name")


def test_a_distance_without_feature_is_an_error(tmp_path: Path, grid: Grid) -> None:
    with pytest.raises(ValueError, match="needs at least one feature"):
        _layer(tmp_path, grid, "distance", [WEST], where="name = 'Tholen'")


def test_a_complement_is_the_land_left_out(tmp_path: Path, grid: Grid) -> None:
    layer = _layer(tmp_path, grid, "fraction", [WEST], complement=True)
    assert (layer.values == (grid.col >= 2)).all()
    assert "over the border" in layer.origin.note


def test_the_distance_to_a_complement_is_to_the_land_left_out(
    tmp_path: Path, grid: Grid
) -> None:
    west, south, east, north = grid.frame.bounds_m
    outline = shapely.box(west, south, east, north)
    path = tmp_path / "west.gpkg"
    geopandas.GeoDataFrame(geometry=[WEST], crs="EPSG:28992").to_file(path)
    source = LayerSource(
        "town", "distance", path, origin=Origin("x"), complement=True, unit="m"
    )
    layer = read_layer(source, grid, 1_000.0, outline)
    left_out = grid.col >= 2
    assert (layer.values[left_out] == 0).all()
    x, _ = grid.frame.centres_m()
    edge_m = west + 2 * grid.cell_m
    expected = edge_m - x[grid.col[~left_out]]
    np.testing.assert_allclose(layer.values[~left_out], expected, atol=0.5)
    assert "strips narrower" in layer.origin.note


def test_a_mesh_of_elevation_says_that_it_is_coarse(
    shared_data: Path, zeeland: Grid
) -> None:
    source = LayerSource(
        "elevation",
        "value",
        shared_data / "provinces_xugrid" / "elevation_nl.nc",
        origin=Origin("xugrid"),
        variable="elevation",
        unit="m NAP",
        resample="nearest",
    )
    with pytest.raises(ValueError, match=r"is a mesh, got distance"):
        read_layer(replace(source, kind="distance"), zeeland, 0)
    layer = read_layer(source, zeeland, 0)
    assert "coarse mesh of triangles, 5,248 faces" in layer.origin.note
    assert -5 < np.median(layer.values) < 3


def test_inhabitants_per_hectare_add_up(shared_data: Path, zeeland: Grid) -> None:
    source = LayerSource(
        "population",
        "value",
        shared_data / "cbs_admin_certegis" / "pc4_rd.gpkg",
        origin=Origin("CBS"),
        column="inwoners",
        per_ha=True,
        fill=0.0,
    )
    layer = read_layer(source, zeeland, 0)
    assert layer.values.sum(dtype=float) == pytest.approx(385_390, rel=0.01)
