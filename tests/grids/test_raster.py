from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine

from grids.grid import Grid, GridMismatchError
from grids.layers import Origin
from grids.read import UnreadableError, read_layer
from grids.sources import LayerSource

NUMBERS = np.arange(20, dtype=np.float32).reshape(4, 5)


def _write(
    path: Path,
    values: Any = NUMBERS,
    cell: float = 100,
    corner: tuple[float, float] = (100_000, 400_000),
    **more: Any,
) -> Path:
    profile = {
        "driver": "GTiff",
        "height": values.shape[0],
        "width": values.shape[1],
        "count": 1,
        "dtype": values.dtype,
        "crs": "EPSG:28992",
        "transform": Affine(cell, 0, corner[0], 0, -cell, corner[1]),
        **more,
    }
    with rasterio.open(path, "w", **profile) as file:
        file.write(values, 1)
    return path


def _read(path: Path, grid: Grid, kind: Any = "value", **more: Any) -> Any:
    halo_m = more.pop("halo_m", 0)
    source = LayerSource("a", kind, path, origin=Origin("x"), **more)
    return read_layer(source, grid, halo_m)


def test_a_raster_on_the_grid_is_read_as_it_is(tmp_path: Path, grid: Grid) -> None:
    layer = _read(_write(tmp_path / "a.tif"), grid)
    assert (layer.values == grid.from_plane(NUMBERS)).all()
    assert layer.origin.note == ""


def test_a_larger_raster_is_cut_to_the_grid(tmp_path: Path, grid: Grid) -> None:
    wide = np.pad(NUMBERS, ((2, 1), (3, 4)), constant_values=99)
    path = _write(tmp_path / "a.tif", wide, corner=(99_700, 400_200))
    assert (_read(path, grid).values == grid.from_plane(NUMBERS)).all()


def test_a_smaller_raster_leaves_cells_without_data(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.tif", NUMBERS[:3])
    with pytest.raises(ValueError, match="none for 4 of 18 cells"):
        _read(path, grid)
    assert (_read(path, grid, fill=7.0).values[grid.row == 3] == 7).all()


def test_no_data_is_an_error_that_counts(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.tif", nodata=7)
    with pytest.raises(ValueError, match="none for 1 of 18 cells"):
        _read(path, grid)


def test_other_cells_are_refused_and_resampled_when_asked(
    tmp_path: Path, grid: Grid
) -> None:
    fine = np.kron(NUMBERS, np.ones((4, 4), np.float32))
    path = _write(tmp_path / "a.tif", fine, cell=25)
    with pytest.raises(GridMismatchError, match="has cells of 25 x 25 m; resample"):
        _read(path, grid)
    layer = _read(path, grid, resample="average")
    assert layer.values == pytest.approx(grid.from_plane(NUMBERS))
    assert "resampled (average) from cells of 25 m" in layer.origin.note


def test_a_shifted_raster_is_refused(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.tif", corner=(100_050, 400_000))
    with pytest.raises(GridMismatchError, match=r"corner X 100,050.0"):
        _read(path, grid)


def test_another_coordinate_system_is_refused_unless_resampled(
    tmp_path: Path, grid: Grid
) -> None:
    sheet = np.full((60, 60), 3, np.float32)
    path = _write(tmp_path / "a.tif", sheet, 0.001, (4.55, 51.60), crs="EPSG:4326")
    with pytest.raises(GridMismatchError, match="is in EPSG:4326; resample"):
        _read(path, grid)
    assert (_read(path, grid, resample="nearest").values == 3).all()


def test_a_raster_without_coordinate_system_is_refused(
    tmp_path: Path, grid: Grid
) -> None:
    path = _write(tmp_path / "a.tif", crs=None)
    with pytest.raises(ValueError, match="has none; set it first"):
        _read(path, grid)


def test_a_raster_elsewhere_is_refused(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.tif", corner=(0, 400_000))
    with pytest.raises(ValueError, match=r"covers X 0\.\.500"):
        _read(path, grid)


def test_a_truncated_raster_is_unreadable(tmp_path: Path, grid: Grid) -> None:
    noise = np.random.default_rng(1).random((400, 500)).astype(np.float32)
    path = _write(tmp_path / "a.tif", noise)
    path.write_bytes(path.read_bytes()[:-700_000])
    with pytest.raises(UnreadableError, match=r"a.tif is damaged, truncated"):
        _read(path, grid, halo_m=50_000, kind="distance")
    path.write_bytes(b"II*")
    with pytest.raises(UnreadableError, match=r"a.tif is damaged, truncated"):
        _read(path, grid)


def test_a_missing_band_is_refused(tmp_path: Path, grid: Grid) -> None:
    with pytest.raises(ValueError, match=r"at most 1, .* got 2"):
        _read(_write(tmp_path / "a.tif"), grid, band=2)


def test_codes_are_the_whole_numbers_of_the_raster(tmp_path: Path, grid: Grid) -> None:
    path = _write(tmp_path / "a.tif", (NUMBERS // 7).astype(np.uint8), nodata=0)
    layer = _read(path, grid, "class")
    assert layer.labels == {1: "1", 2: "2"}
    assert (layer.values[grid.row == 0] == -1).all()
    with pytest.raises(ValueError, match="codes have no mean"):
        _read(path, grid, "class", resample="average")
    with pytest.raises(ValueError, match="must be whole numbers"):
        _read(_write(tmp_path / "b.tif", NUMBERS / 2), grid, "class")


def test_a_mask_is_the_cells_with_one_number(tmp_path: Path, grid: Grid) -> None:
    fine = np.zeros((8, 10), np.uint8)
    fine[2:4, 2] = 5
    fine[0, 9] = 4
    path = _write(tmp_path / "a.tif", fine, cell=50)
    layer = _read(path, grid, "fraction", of="5", resample="average")
    assert layer.values[grid.number[1, 1]] == 0.5
    assert layer.values.sum() == 0.5


def test_distance_counts_features_in_the_halo(tmp_path: Path, grid: Grid) -> None:
    wide = np.zeros((14, 15), np.uint8)
    wide[0, 5] = 1
    path = _write(tmp_path / "a.tif", wide, corner=(99_500, 400_500))
    layer = _read(path, grid, "distance", halo_m=500)
    assert layer.values[grid.number[1, 0]] == 600
    with pytest.raises(ValueError, match="widen the halo"):
        _read(path, grid, "distance", halo_m=300)


def test_distance_to_a_complement_is_to_the_cells_left_out(
    tmp_path: Path, grid: Grid
) -> None:
    town = np.ones((4, 5), np.uint8)
    town[:, 4] = 0
    path = _write(tmp_path / "a.tif", town)
    layer = _read(path, grid, "distance", complement=True)
    assert (layer.values == (4 - grid.col) * 100).all()
