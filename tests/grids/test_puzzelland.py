import hashlib
from dataclasses import replace
from pathlib import Path

import geopandas
import numpy as np
import pytest
from scipy import ndimage

from grids.catalogue import layer_notes
from grids.dataset import read_province, write_province
from grids.layers import Province
from grids.puzzelland.aggregate import averaged, commonest
from grids.puzzelland.generate import TABLES, generate
from grids.puzzelland.names import POOLS, town_names, village
from tests.grids.test_catalogue import statement_layers

GOLDEN = "df4377601376e45aef95129d34f46df5557bc601ce5b3745619961cf44c6b163"
"""Digest of seed 1, version 1 at 500 m; version 1 keeps it for ever."""

ADDED = {
    *("large_water_distance", "nuts3", "polder_level", "groundwater_depth_low"),
}
"""Layers that came later beside the others, which they leave as they were."""


@pytest.fixture(scope="module")
def puzzelland() -> Province:
    return generate()


@pytest.fixture(scope="module")
def coarse() -> Province:
    return generate(cell_m=500)


def digest(province: Province) -> str:
    total = hashlib.sha256(province.grid.inside.tobytes())
    total.update(province.available_ha.tobytes())
    for name, layer in sorted(province.layers.items()):
        total.update(name.encode() + layer.values.tobytes())
        total.update(repr(sorted(layer.labels.items())).encode())
    return total.hexdigest()


def test_the_same_seed_is_the_same_province(coarse: Province) -> None:
    assert digest(coarse) == digest(generate(cell_m=500))


def test_version_one_keeps_its_bytes(coarse: Province) -> None:
    first = {name: layer for name, layer in coarse.layers.items() if name not in ADDED}
    assert len(first) == len(coarse.layers) - len(ADDED)
    assert digest(replace(coarse, layers=first)) == GOLDEN


def test_another_seed_is_another_province(coarse: Province) -> None:
    assert digest(coarse) != digest(generate(seed=2, cell_m=500))


def test_every_layer_of_the_rules_is_there(
    puzzelland: Province, shared_data: Path
) -> None:
    missing = set(statement_layers(shared_data)) - set(puzzelland.layers)
    assert not missing


def test_every_layer_of_the_catalogue_is_there(puzzelland: Province) -> None:
    for name, note in layer_notes().items():
        assert puzzelland.layers[name].kind == note.kind
    for layer in puzzelland.layers.values():
        assert layer.origin.invented
        assert layer.origin.source == "Puzzelland 1, seed 1, invented"


def test_every_layer_says_something(puzzelland: Province) -> None:
    flat = {
        name
        for name, layer in puzzelland.layers.items()
        if layer.values.min() == layer.values.max()
    }
    assert flat == {"province"}


def test_it_has_the_size_of_a_province(puzzelland: Province) -> None:
    grid = puzzelland.grid
    assert 280_000 < grid.n_cells < 320_000
    assert grid.inside.mean() < 0.9  # no rectangle
    assert ndimage.label(grid.inside)[1] == 1
    share = puzzelland.available_ha.sum(dtype=float) / grid.n_cells
    assert 0.8 < share < 0.95


def test_it_lies_in_the_sea(puzzelland: Province) -> None:
    _, _, east, _ = puzzelland.grid.frame.bounds_m
    assert east < 90_000
    assert puzzelland.grid.frame.bounds_m[1] > 470_000


def test_it_looks_dutch(puzzelland: Province) -> None:
    layers = {name: layer.values for name, layer in puzzelland.layers.items()}
    deep = layers["deep_polder"] == 1
    assert layers["elevation"][deep].max() < -4
    assert layers["elevation"].max() > 20
    assert (layers["polder_id"][deep] >= 0).all()
    assert layers["subsidence_rate"][layers["peat"] == 1].mean() > 3
    people = layers["population"].sum(dtype=float)
    assert 500_000 < people < 1_000_000
    core = layers["protected_townscape"] == 1
    assert layers["population"][core].mean() > 3 * layers["population"].mean()
    assert (layers["flood_depth"][layers["elevation"] > 6] == 0).all()


def test_zones_are_whole_and_named(puzzelland: Province) -> None:
    for name, count in (("municipality", 20), ("res_region", 3), ("grid_zone", 13)):
        layer = puzzelland.layers[name]
        assert len(layer.labels) == count
        assert layer.values.min() == 0


@pytest.mark.parametrize(("name", "zone"), TABLES.items())
def test_a_table_is_one_number_per_zone(
    puzzelland: Province, coarse: Province, name: str, zone: str
) -> None:
    for province in (puzzelland, coarse):
        figure, code = province.layers[name].values, province.layers[zone].values
        for number in province.layers[zone].labels:
            assert len(np.unique(figure[code == number])) == 1


def test_no_name_is_a_municipality(shared_data: Path) -> None:
    path = shared_data / "cbs_admin_certegis" / "gemeenten_rd.gpkg"
    real = set(geopandas.read_file(path, ignore_geometry=True)["gemeente"])
    ours = [name for pool in POOLS.values() for name in pool]
    ours += [village(number) for number in range(46)]
    assert len(set(ours)) == len(ours)
    assert not real & {*ours, "Puzzelstad"}


def test_names_do_not_run_out() -> None:
    names = town_names(["coast"] * 22)
    assert len(set(names)) == 22


@pytest.mark.parametrize("cell_m", [250, 500])
def test_the_geography_is_the_same_at_other_sizes(
    puzzelland: Province, cell_m: int
) -> None:
    other = generate(cell_m=cell_m)
    cells = puzzelland.grid.n_cells * 100**2 / cell_m**2
    assert other.grid.n_cells == pytest.approx(cells, rel=0.01)
    total = puzzelland.available_ha.sum(dtype=float)
    assert other.available_ha.sum(dtype=float) == pytest.approx(total, rel=0.01)
    for name in ("natura2000", "elevation", "population", "natura2000_distance"):
        fine = puzzelland.layers[name].values.mean(dtype=float)
        assert other.layers[name].values.mean(dtype=float) == pytest.approx(
            fine, rel=0.02
        )
    x, y = other.grid.frame.centres_m()
    frame = puzzelland.grid.frame
    col = ((x[other.grid.col] - frame.west_m) // 100).astype(int)
    row = ((frame.north_m - y[other.grid.row]) // 100).astype(int)
    held = (row < frame.rows) & (col < frame.cols)
    cell = puzzelland.grid.number[row[held], col[held]]
    for name in ("municipality", "soil", "current_use"):
        there = puzzelland.layers[name].values[cell]
        same = there == other.layers[name].values[held]
        assert same[cell >= 0].mean() > 0.85


def test_a_mean_and_a_majority_are_of_the_cell() -> None:
    plane = np.zeros((600, 720))
    plane[:5, :5] = np.arange(25).reshape(5, 5)
    assert averaged(plane, 500)[0, 0] == 12
    assert averaged(plane, 50)[9, 9] == 24
    assert averaged(plane, 250)[0, 0] == pytest.approx(
        (0 + 1 + 2 / 2 + 5 + 6 + 7 / 2 + 10 / 2 + 11 / 2 + 12 / 4) / 6.25
    )
    codes = np.zeros((600, 720), np.int32)
    codes[:5, :5] = -1
    codes[:3, :5] = 4
    assert commonest(codes, 500)[0, 0] == 4
    assert commonest(codes, 100)[4, 4] == -1
    codes[2, 2:5] = -1
    assert commonest(codes, 500)[0, 0] == -1


def test_it_comes_back_from_its_file(coarse: Province, tmp_path: Path) -> None:
    write_province(coarse, tmp_path / "puzzelland.nc")
    assert digest(read_province(tmp_path / "puzzelland.nc")) == digest(coarse)


@pytest.mark.parametrize(
    ("seed", "cell_m", "version", "said"),
    [(1, 100, 2, "got 2"), (1, 30, 1, "got 30 m"), (-1, 100, 1, "got -1")],
)
def test_refuses_what_cannot_be_drawn(
    seed: int, cell_m: int, version: int, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        generate(seed, cell_m, version)
