from pathlib import Path
from shutil import copy
from typing import Any

import geopandas
import pytest
import shapely

from grids.grid import Grid
from grids.layers import Origin
from grids.read import UnreadableError, read_layer
from grids.sources import LayerSource
from grids.vector import read_vector

SQUARE = shapely.box(100_100, 399_700, 100_400, 399_900)
BOWTIE = shapely.Polygon(
    [(100_000, 399_600), (100_200, 399_800), (100_200, 399_600), (100_000, 399_800)]
)


def _write(path: Path, shapes: list[Any], crs: Any = "EPSG:28992", **more: Any) -> Path:
    table = geopandas.GeoDataFrame(
        {"name": ["a"] * len(shapes)}, geometry=shapes, crs=crs
    )
    table.to_file(path, **more)
    return path


def _source(path: Path, kind: Any = "fraction", **more: Any) -> LayerSource:
    return LayerSource("nature", kind, path, origin=Origin("x", note="drawn"), **more)


def test_a_missing_file_is_named(tmp_path: Path, grid: Grid) -> None:
    with pytest.raises(FileNotFoundError, match=r"there is none at .*none.gpkg"):
        read_layer(_source(tmp_path / "none.gpkg"), grid, 0)


def test_a_truncated_file_is_unreadable(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.gpkg", [SQUARE])
    path.write_bytes(path.read_bytes()[:40_000])
    with pytest.raises(UnreadableError, match=r"a.gpkg is damaged, truncated"):
        read_layer(_source(path), grid, 0)


def test_a_truncated_geojson_is_unreadable(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.geojson", [SQUARE])
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnreadableError, match=r"a.geojson is damaged, truncated"):
        read_layer(_source(path), grid, 0)


def test_a_truncated_shapefile_is_unreadable_and_not_empty(
    tmp_path: Path, shared_data: Path
) -> None:
    for end in ("shp", "shx", "dbf", "prj"):
        copy(shared_data / "nlmod_shapes" / f"opp_water.{end}", tmp_path)
    path = tmp_path / "opp_water.shp"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:1_000_000])
    with pytest.raises(UnreadableError, match="1,000,000 bytes, its header says"):
        read_vector(_source(path))


def test_a_file_of_no_known_format_is_unreadable(tmp_path: Path, grid: Grid) -> None:
    path = tmp_path / "a.gpkg"
    path.write_text("not a map")
    with pytest.raises(UnreadableError, match="no known format"):
        read_layer(_source(path), grid, 0)


def test_a_layer_without_coordinate_system_is_refused(
    tmp_path: Path, grid: Grid
) -> None:
    path = _write(tmp_path / "a.shp", [SQUARE])
    path.with_suffix(".prj").unlink()
    with pytest.raises(ValueError, match="has none; set it first"):
        read_layer(_source(path), grid, 0)


def test_an_unknown_table_is_named_with_those_there(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.gpkg", [SQUARE], layer="areas")
    with pytest.raises(ValueError, match=r"must be one of areas .* mean 'areas'"):
        read_layer(_source(path, table="aeras"), grid, 0)


def test_a_file_with_two_tables_needs_a_choice(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.gpkg", [SQUARE], layer="areas")
    _write(path, [SQUARE], layer="others")
    with pytest.raises(ValueError, match="has 2: areas, others"):
        read_layer(_source(path), grid, 0)


def test_an_unknown_column_is_named_with_those_there(
    tmp_path: Path, grid: Grid
) -> None:
    path = _write(tmp_path / "a.gpkg", [SQUARE])
    with pytest.raises(ValueError, match=r"one of name .*got 'names'; did you mean"):
        read_layer(_source(path, "zone", column="names"), grid, 0)


def test_a_bad_filter_is_quoted(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.gpkg", [SQUARE])
    with pytest.raises(ValueError, match="got 'nam = 3'"):
        read_layer(_source(path, where="nam = 3"), grid, 0)


def test_a_layer_elsewhere_is_refused_with_both_extents(
    tmp_path: Path, grid: Grid
) -> None:
    path = _write(tmp_path / "a.gpkg", [shapely.box(0, 0, 10, 10)])
    with pytest.raises(ValueError, match=r"X 100,000\.\.100,500 .*covers X 0\.\.10"):
        read_layer(_source(path), grid, 0)


def test_another_coordinate_system_is_reprojected_and_said(
    tmp_path: Path, grid: Grid
) -> None:
    table = geopandas.GeoDataFrame(geometry=[SQUARE], crs="EPSG:28992")
    path = tmp_path / "a.gpkg"
    table.to_crs("EPSG:4326").to_file(path)
    layer = read_layer(_source(path), grid, 0)
    assert layer.values.sum() == pytest.approx(6, abs=1e-3)
    assert layer.origin.note == "drawn; reprojected from EPSG:4326 to EPSG:28992"


def test_broken_and_empty_geometries_are_counted(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.gpkg", [BOWTIE, None, SQUARE])
    layer = read_layer(_source(path), grid, 0)
    assert "1 features without geometry dropped" in layer.origin.note
    assert "1 invalid geometries made valid" in layer.origin.note
    assert "1 features without geometry dropped" in read_vector(_source(path)).notes


def test_no_feature_in_the_province_is_said(tmp_path: Path, grid: Grid) -> None:
    far = [shapely.box(0, 0, 10, 10), shapely.box(200_000, 500_000, 200_010, 500_010)]
    layer = read_layer(_source(_write(tmp_path / "a.gpkg", far)), grid, 0)
    assert layer.values.max() == 0
    assert "no feature in the province" in layer.origin.note


@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "shp", "fgb", "gml"])
@pytest.mark.parametrize("crs", ["EPSG:28992", "EPSG:4326"])
def test_any_format_and_system_gives_the_same_shares(
    tmp_path: Path, grid: Grid, suffix: str, crs: str
) -> None:
    wanted = read_layer(_source(_write(tmp_path / "wanted.gpkg", [SQUARE])), grid, 0)
    here = geopandas.GeoSeries([SQUARE], crs="EPSG:28992").to_crs(crs)
    path = _write(tmp_path / f"a.{suffix}", [here.iloc[0]], crs)
    layer = read_layer(_source(path), grid, 0)
    assert layer.values.sum() > 0
    # seven digits of a degree in GeoJSON are a centimetre
    assert abs(layer.values - wanted.values).max() < 1e-3
    assert ("reprojected from" in layer.origin.note) == (crs == "EPSG:4326")
