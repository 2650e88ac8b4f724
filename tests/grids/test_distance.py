from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from grids.distance import centres, distances, mask_distances, nearest
from grids.grid import Frame, Grid
from grids.layers import Origin
from grids.read import read_layer
from grids.sources import LayerSource

FRAME = Frame(100, 0, 600, 6, 6)
GRID = Grid(FRAME, np.ones((6, 6), np.bool_))
place = st.tuples(st.floats(-500, 1_100), st.floats(-500, 1_100))


def _features(points: list[tuple[float, float]]) -> list[object]:
    disc = shapely.Point(points[0]).buffer(150, quad_segs=20)
    holed = disc.difference(shapely.Point(points[0]).buffer(60))
    line = shapely.LineString(points[1:])
    return [holed, line, shapely.MultiPoint(points)]


@settings(max_examples=30)
@given(st.lists(place, min_size=3, max_size=30, unique=True))
def test_distance_is_that_of_shapely(points: list[tuple[float, float]]) -> None:
    for feature in _features(points):
        expected = shapely.distance(centres(GRID), feature)
        got = distances([feature], GRID)
        np.testing.assert_allclose(got, expected, rtol=1e-6, atol=1e-3)


def test_distance_is_to_the_nearest_of_many() -> None:
    shapes = [shapely.Point(0, 0), shapely.Point(600, 600)]
    got = distances(shapes, GRID)
    assert got[GRID.number[5, 0]] == pytest.approx(np.hypot(50, 50))
    assert nearest(shapes, GRID)[GRID.number[0, 5]] == 1


def test_only_the_cells_asked_for_are_measured() -> None:
    shape = [shapely.Point(300, 300)]
    some = np.array([3, 17, 35])
    assert (distances(shape, GRID, some) == distances(shape, GRID)[some]).all()


def test_no_feature_has_no_distance() -> None:
    with pytest.raises(ValueError, match="got none"):
        distances([], GRID)
    with pytest.raises(ValueError, match="got none"):
        mask_distances(np.zeros((6, 6), np.bool_), FRAME)


def test_distance_to_a_mask_is_from_centre_to_centre() -> None:
    mask = np.zeros((6, 6), np.bool_)
    mask[0, 0] = True
    got = mask_distances(mask, FRAME)
    assert got[0, 0] == 0
    assert got[3, 4] == 500


def test_natura2000_of_zeeland_is_exact_also_beyond_the_halo(
    shared_data: Path, zeeland: Grid
) -> None:
    path = shared_data / "natura2000" / "natura2000_rd.gpkg"
    source = LayerSource("natura2000", "distance", path, origin=Origin("RVO"))
    got = read_layer(source, zeeland, 2_000).values
    import geopandas

    west, south, east, north = zeeland.frame.padded(40_000).bounds_m
    shapes = geopandas.read_file(path, bbox=(west, south, east, north)).geometry
    sample = np.random.default_rng(1).choice(zeeland.n_cells, 60, replace=False)
    sample = np.append(sample, got.argmax())
    points = centres(zeeland)[sample]
    expected = np.min([shapely.distance(points, shape) for shape in shapes], axis=0)
    assert got.max() > 2_000
    np.testing.assert_allclose(got[sample], expected, atol=2e-3)


def test_blocks_of_cells_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = [shapely.Point(40, 70), shapely.Point(480, 300).buffer(60)]
    whole = distances(shapes, GRID), nearest(shapes, GRID)
    monkeypatch.setattr("grids.distance.BLOCK_CELLS", 5)
    assert np.array_equal(distances(shapes, GRID), whole[0])
    assert np.array_equal(nearest(shapes, GRID), whole[1])
