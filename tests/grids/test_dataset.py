from pathlib import Path

import numpy as np
import pytest
import rasterio
import xarray

from grids.dataset import from_dataset, read_province, to_dataset, write_province
from grids.layers import Layer, Origin, Province
from grids.sources import UnreadableError


def assert_same(one: Province, two: Province) -> None:
    assert one.name == two.name
    assert one.grid.frame == two.grid.frame
    assert (one.grid.inside == two.grid.inside).all()
    assert one.available_ha.tobytes() == two.available_ha.tobytes()
    assert list(one.layers) == list(two.layers)
    for name, layer in one.layers.items():
        other = two.layers[name]
        assert layer.values.dtype == other.values.dtype
        assert layer.values.tobytes() == other.values.tobytes()
        assert (layer.kind, layer.unit) == (other.kind, other.unit)
        assert layer.origin == other.origin
        assert dict(layer.labels) == dict(other.labels)


def test_a_province_comes_back_from_its_file(
    province: Province, tmp_path: Path
) -> None:
    write_province(province, tmp_path / "new" / "test.nc")
    assert_same(province, read_province(tmp_path / "new" / "test.nc"))
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["test.nc"]


def test_a_province_comes_back_from_a_dataset(province: Province) -> None:
    assert_same(province, from_dataset(to_dataset(province)))


def test_a_dataset_decoded_by_xarray_comes_back_too(
    province: Province, tmp_path: Path
) -> None:
    write_province(province, tmp_path / "test.nc")
    with xarray.open_dataset(tmp_path / "test.nc", engine="h5netcdf") as dataset:
        assert_same(province, from_dataset(dataset))


def test_the_same_province_is_the_same_file(province: Province, tmp_path: Path) -> None:
    write_province(province, tmp_path / "a.nc")
    write_province(province, tmp_path / "b.nc")
    assert (tmp_path / "a.nc").read_bytes() == (tmp_path / "b.nc").read_bytes()


def test_the_file_follows_cf(province: Province, tmp_path: Path) -> None:
    write_province(province, tmp_path / "test.nc")
    with xarray.open_dataset(
        tmp_path / "test.nc", engine="h5netcdf", decode_cf=False
    ) as dataset:
        assert dataset.attrs["Conventions"] == "CF-1.11"
        assert "history" not in dataset.attrs
        assert "_FillValue" not in dataset["x"].attrs
        assert dataset["y"].attrs["standard_name"] == "projection_y_coordinate"
        mapping = dataset["spatial_ref"].attrs
        assert mapping["grid_mapping_name"] == "oblique_stereographic"
        use = dataset["current_use"].attrs
        assert use["flag_values"].tolist() == [0, 1, 2]
        assert len(use["flag_meanings"].split()) == 3
        assert dataset["elevation"].attrs["units"] == "m"
        assert dataset["elevation"].attrs["grid_mapping"] == "spatial_ref"


def test_gdal_finds_place_and_system(province: Province, tmp_path: Path) -> None:
    write_province(province, tmp_path / "test.nc")
    with rasterio.open(f'netcdf:"{tmp_path / "test.nc"}":elevation') as file:
        assert file.crs.to_epsg() == 28992
        assert file.transform == province.grid.frame.transform


def test_a_damaged_file_is_unreadable(province: Province, tmp_path: Path) -> None:
    path = tmp_path / "test.nc"
    write_province(province, path)
    path.write_bytes(path.read_bytes()[:3_000])
    with pytest.raises(UnreadableError, match=r"test.nc must be a province"):
        read_province(path)
    with pytest.raises(FileNotFoundError, match="there is none at"):
        read_province(tmp_path / "none.nc")


def test_another_netcdf_is_no_province(tmp_path: Path) -> None:
    path = tmp_path / "other.nc"
    xarray.Dataset({"a": ("x", np.arange(3))}).to_netcdf(path, engine="h5netcdf")
    with pytest.raises(UnreadableError, match="must have variable 'inside'"):
        read_province(path)


def test_a_layer_cannot_take_a_name_of_the_file(province: Province) -> None:
    values = np.zeros(18, np.float32)
    layers = {"inside": Layer("inside", "value", values, "1", Origin("x"))}
    clash = Province("test", province.grid, layers, province.available_ha)
    with pytest.raises(ValueError, match=r"got \['inside'\]"):
        to_dataset(clash)
