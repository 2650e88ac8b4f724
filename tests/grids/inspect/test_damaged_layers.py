"""Real layers of Zeeland, damaged in every way that the rules of thumb must find."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
from shapely import box, transform

from grids.grid import Grid
from grids.inside import grid_in, province_outline
from grids.inspect.border_shift import border_shift_doubt
from grids.inspect.doubt import Doubt
from grids.inspect.layer import inspect
from grids.layers import Kind, Origin
from grids.sources import LayerSource
from scenarios.dutch import said

CELL_M = 250
HALO_M = 10_000


@pytest.fixture(scope="module")
def outline(shared_data: Path) -> Any:
    path = shared_data / "cbs_admin_certegis" / "provincies_rd.gpkg"
    where = "provincie = 'Zeeland'"
    return province_outline(
        LayerSource("area", "zone", path, origin=Origin(""), where=where)
    )


@pytest.fixture(scope="module")
def grid(outline: Any) -> Grid:
    return grid_in(outline, CELL_M)


FILES: dict[str, tuple[str, Kind, str | None, str | None]] = {
    "municipality": (
        "cbs_admin_certegis/gemeenten_rd.gpkg",
        "zone",
        "gemeente",
        "provincie_afgeleid = 'Zeeland'",
    ),
    "natura2000": ("natura2000/natura2000_rd.gpkg", "fraction", None, None),
    "quiet_area": (
        "zeeland_omgevingsverordening/zeeland_omgevingsverordening_rd.gpkg",
        "fraction",
        None,
        "theme = 'quiet_area_b'",
    ),
    "population": (
        "cbs_admin_certegis/pc4_rd.gpkg",
        "value",
        "inwoners",
        "postcode BETWEEN 4300 AND 4599 OR postcode IN (4675) "
        "OR postcode BETWEEN 4691 AND 4698",
    ),
}
"""Layer by name: file, kind, column and filter."""

Damage = Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame]
Inspected = Callable[..., tuple[Doubt, ...]]


@pytest.fixture
def inspected(shared_data: Path, grid: Grid, outline: Any, tmp_path: Path) -> Inspected:
    """Damage a real layer and look at it."""

    def _inspected(name: str, damage: Damage | None = None, **more: Any) -> Any:
        file, kind, column, where = FILES[name]
        path = shared_data / file
        if damage is not None:
            held = damage(gpd.read_file(path, where=where))
            path, where = tmp_path / "damaged.gpkg", None
            held.to_file(path, driver="GPKG")
        settings = {"column": column, "where": where} | more
        if kind == "value":
            settings = {"per_ha": True, "fill": 0, "unit": "persons/ha"} | settings
        source = LayerSource(name, kind, path, origin=Origin("test"), **settings)
        _, doubts = inspect(source, grid, HALO_M, outline)
        return doubts

    return _inspected


def moved(east: float, north: float) -> Damage:
    """Move every coordinate [m]."""
    return lambda held: held.set_geometry(held.translate(east, north))


def read_as(crs: str) -> Damage:
    """Give the coordinates of another system, but still say RD."""

    def _read_as(held: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        return held.to_crs(crs).set_crs("EPSG:28992", allow_override=True)

    return _read_as


def swapped(held: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Swap X and Y."""
    flipped = transform(held.geometry.values, lambda points: points[:, ::-1])
    return held.set_geometry(flipped, crs=held.crs)


def cut(*bounds: float) -> Damage:
    """Cut the layer on a box, as a map sheet does."""
    return lambda held: held.clip(box(*bounds))


def rules_of(doubts: tuple[Doubt, ...]) -> list[str]:
    return [doubt.rule for doubt in doubts]


@pytest.mark.parametrize("name", FILES)
def test_sound_layers_raise_no_doubt(inspected: Inspected, name: str) -> None:
    assert inspected(name) == ()


@pytest.mark.parametrize(
    ("east", "north", "said"),
    [
        (1_000, 0, "lies about 1,000 m to the east of where"),
        (-500, 750, "500 m to the west and 750 m to the north"),
    ],
)
def test_a_shifted_layer_is_found_with_its_shift(
    inspected: Inspected, east: int, north: int, said: str
) -> None:
    (doubt,) = inspected("municipality", moved(east, north))
    assert doubt.rule == "shifted"
    assert said in doubt.text


def test_a_shifted_layer_of_numbers_is_found(inspected: Inspected) -> None:
    (doubt,) = inspected("population", moved(0, -1_500))
    assert doubt.rule == "shifted"
    assert "1,500 m to the south" in doubt.text


def test_a_layer_without_features_in_the_province_is_empty(
    inspected: Inspected,
) -> None:
    (doubt,) = inspected("natura2000", where="naam = 'Veluwe'")
    assert doubt.rule == "empty"
    assert "check where" in doubt.text


@pytest.mark.parametrize(
    ("name", "bounds", "said"),
    [
        ("natura2000", (0, 300_000, 45_000, 500_000), "at X 45,000"),
        ("natura2000", (0, 385_000, 300_000, 500_000), "at Y 385,000"),
        ("municipality", (0, 300_000, 50_000, 500_000), "at X 50,000"),
    ],
)
def test_a_layer_that_is_cut_off_is_found_with_the_line(
    inspected: Inspected, name: str, bounds: tuple[float, ...], said: str
) -> None:
    doubts = inspected(name, cut(*bounds))
    assert rules_of(doubts) == ["cut_off"]
    assert said in doubts[0].text


def test_a_layer_that_stops_halfway_is_incomplete(inspected: Inspected) -> None:
    def without_three(held: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        return held[~held.gemeente.isin(["Hulst", "Terneuzen", "Sluis"])]

    (doubt,) = inspected("municipality", without_three)
    assert doubt.rule == "incomplete"
    assert "covers 59.1 %" in doubt.text


@pytest.mark.parametrize(
    ("crs", "said"),
    [
        ("EPSG:4326", "EPSG:4326 (WGS 84)"),
        ("EPSG:25831", "EPSG:25831 (ETRS89 / UTM 31N)"),
        ("EPSG:3857", "EPSG:3857 (Web Mercator)"),
        ("EPSG:28991", "EPSG:28991 (RD Old)"),
    ],
)
@pytest.mark.parametrize("name", ["municipality", "quiet_area"])
def test_a_wrong_coordinate_system_is_named(
    inspected: Inspected, name: str, crs: str, said: str
) -> None:
    doubts = inspected(name, read_as(crs))
    assert rules_of(doubts) == ["unreadable", "elsewhere"]
    assert said in doubts[1].text


def test_swapped_axes_are_recognised(inspected: Inspected) -> None:
    doubts = inspected("quiet_area", swapped)
    assert rules_of(doubts) == ["unreadable", "elsewhere"]
    assert "X and Y are swapped" in doubts[1].text
    assert "EPSG:28992" in doubts[1].text


def test_latitude_before_longitude_is_recognised(inspected: Inspected) -> None:
    def upside_down(held: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        return swapped(held.to_crs("EPSG:4326"))

    doubts = inspected("municipality", upside_down)
    assert "EPSG:4326" in doubts[1].text
    assert "swapped" in doubts[1].text


def test_counts_per_polygon_are_no_counts_per_hectare(inspected: Inspected) -> None:
    (doubt,) = inspected("population", per_ha=False)
    assert doubt.rule == "unit"
    assert "per_ha: true" in doubt.text


def test_the_same_number_everywhere_is_found(inspected: Inspected) -> None:
    (doubt,) = inspected(
        "population",
        lambda held: held.assign(inwoners=held.area / 10_000 * 3),
        fill=3,
    )
    assert doubt.rule == "constant"
    assert "3 in every cell" in doubt.text


def test_a_mask_of_the_whole_province_is_found(
    inspected: Inspected, outline: Any
) -> None:
    whole = gpd.GeoDataFrame(geometry=[outline.buffer(20_000)], crs="EPSG:28992")
    (doubt,) = inspected("quiet_area", lambda held: whole)
    assert doubt.rule == "constant"


@pytest.mark.parametrize(
    ("factor", "unit"), [(100, "cm"), (1_000, "mm"), (0.001, "km")]
)
def test_heights_in_another_unit_are_found(
    shared_data: Path, grid: Grid, tmp_path: Path, factor: float, unit: str
) -> None:
    import xarray

    path = tmp_path / "heights.nc"
    mesh = shared_data / "provinces_xugrid" / "elevation_nl.nc"
    with xarray.open_dataset(mesh) as held:
        other = held.load()
    other["elevation"] = other["elevation"] * np.float32(factor)
    other.to_netcdf(path, engine="h5netcdf")
    source = LayerSource(
        "elevation",
        "value",
        path,
        origin=Origin("test"),
        variable="elevation",
        unit="m NAP",
        resample="nearest",
    )
    _, doubts = inspect(source, grid, HALO_M)
    assert rules_of(doubts) == ["unit"]
    assert f"the numbers fit {unit}" in doubts[0].text
    _, sound = inspect(replace(source, path=mesh), grid, HALO_M)
    assert sound == ()


def test_a_raster_that_ends_inside_the_province_is_cut_off(
    grid: Grid, tmp_path: Path
) -> None:
    import rasterio

    path = tmp_path / "half.tif"
    frame, rng = grid.frame, np.random.default_rng(1)
    half = frame.cols // 2
    profile = {"height": frame.rows, "width": half, "count": 1, "dtype": "float32"}
    with rasterio.open(
        path, "w", crs="EPSG:28992", transform=frame.transform, **profile
    ) as file:
        file.write(rng.normal(2, 1, (frame.rows, half)).astype(np.float32), 1)
    line = frame.west_m + half * frame.cell_m
    for fill in (None, 0.0):
        source = LayerSource(
            "elevation", "value", path, origin=Origin(""), unit="m NAP", fill=fill
        )
        _, doubts = inspect(source, grid, HALO_M)
        assert rules_of(doubts) == ["unreadable"] * (fill is None) + ["cut_off"]
        assert f"at X {line:,}" in doubts[-1].text


@pytest.mark.parametrize(
    ("east", "north", "told"),
    [
        (90, 60, "about 90 m to the east and 60 m to the north of"),
        (0, -40, "about 40 m to the south of"),
        (-120, 0, "about 120 m to the west of"),
    ],
)
def test_a_move_smaller_than_a_cell_shows_on_the_border(
    inspected: Inspected, east: float, north: float, told: str
) -> None:
    (doubt,) = inspected("municipality", moved(east, north))
    assert doubt.rule == "shifted"
    assert told in doubt.text
    assert "verschoven: de helft van de provinciegrens" in said(doubt.text, "nl")


def test_another_map_of_the_same_border_is_not_called_a_move(
    shared_data: Path, outline: Any
) -> None:
    coarse = gpd.read_file(
        shared_data / "provinces_xugrid" / "provinces-nl.geojson"
    ).to_crs(28992)
    zones = coarse.geometry.to_numpy()
    assert border_shift_doubt("province", zones, outline) is None


def test_zones_that_share_no_border_are_not_called_moved(outline: Any) -> None:
    west, south, east, north = outline.bounds
    squares = [
        box(x, y, x + 5_000, y + 5_000)
        for x in np.arange(west - 5_000, east + 5_000, 5_000)
        for y in np.arange(south - 5_000, north + 5_000, 5_000)
    ]
    assert border_shift_doubt("blocks", np.array(squares), outline) is None
