from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from grids.grid import Frame, Grid
from grids.layers import Origin
from grids.rasterise import codes, dissolve, fractions
from grids.sources import LayerSource
from grids.vector import read_vector

FRAME = Frame(100, 0, 600, 6, 6)
corner = st.floats(0, 600)
boxes = st.lists(st.tuples(corner, corner, corner, corner), min_size=1, max_size=4)


@given(boxes)
def test_shares_add_up_to_the_area_of_the_union(
    corners: list[tuple[float, float, float, float]],
) -> None:
    shapes = [
        shapely.box(min(a, c), min(b, d), max(a, c), max(b, d))
        for a, b, c, d in corners
        if abs(a - c) > 1e-3 and abs(b - d) > 1e-3
    ]
    got = fractions(shapes, FRAME).sum(dtype=float) * 10_000
    assert got == pytest.approx(shapely.union_all(shapes).area, rel=1e-5, abs=1)


@given(corner, corner, st.floats(10, 200))
def test_the_share_of_a_cell_is_its_overlap(x: float, y: float, radius: float) -> None:
    disc = shapely.Point(x, y).buffer(radius)
    plane = fractions([disc], FRAME)
    for row in range(6):
        for col in range(6):
            west, north = col * 100, 600 - row * 100
            cell = shapely.box(west, north - 100, west + 100, north)
            share = cell.intersection(disc).area / 10_000
            assert plane[row, col] == pytest.approx(share, abs=1e-5)


def test_overlap_counts_once() -> None:
    square = shapely.box(100, 100, 300, 300)
    twice = fractions([square, square], FRAME)
    assert twice.max() == 1
    assert twice.sum() == 4


def test_lines_have_no_share() -> None:
    with pytest.raises(ValueError, match="1 features without area"):
        fractions([shapely.LineString([(0, 0), (100, 100)])], FRAME)


def test_nothing_covers_nothing() -> None:
    assert fractions([], FRAME).sum() == 0
    assert fractions([shapely.box(9_000, 9_000, 9_100, 9_100)], FRAME).sum() == 0
    assert (codes([], [], FRAME) == -1).all()


def test_a_code_is_that_of_the_polygon_at_the_centre() -> None:
    left, right = shapely.box(0, 0, 249, 600), shapely.box(249, 0, 600, 600)
    plane = codes([left, right], [7, 9], FRAME)
    assert (plane[:, :2] == 7).all()
    assert (plane[:, 2:] == 9).all()


def test_dissolving_leaves_lines_out() -> None:
    mixed = shapely.GeometryCollection(
        [shapely.box(0, 0, 1, 1), shapely.LineString([(5, 5), (6, 6)])]
    )
    assert dissolve([mixed]).geom_type == "Polygon"


def test_municipalities_of_zeeland_are_exact(
    shared_data: Path, zeeland: Grid, zeeland_outline: Any
) -> None:
    source = LayerSource(
        "municipality",
        "fraction",
        shared_data / "cbs_admin_certegis" / "gemeenten_rd.gpkg",
        origin=Origin("CBS"),
        where="provincie_afgeleid = 'Zeeland'",
    )
    shapes = read_vector(source).geometries
    assert len(shapes) == 13
    for shape in shapes:
        got_ha = fractions([shape], zeeland.frame).sum(dtype=float)
        assert got_ha == pytest.approx(shape.area / 10_000, rel=1e-4)
    whole = fractions(shapes, zeeland.frame).sum(dtype=float)
    assert whole == pytest.approx(zeeland_outline.area / 10_000, rel=1e-4)


@pytest.mark.parametrize(
    ("theme", "hectares"),
    [
        ("quiet_area_a", 47_896),
        ("quiet_area_b", 68_107),
        ("drinking_water_abstraction", 544),
        ("dark_sky", 31_784),
        ("outside_builtup", 157_288),
    ],
)
def test_areas_of_the_regulation_are_those_of_its_readme(
    regulation: Path, zeeland: Grid, theme: str, hectares: float
) -> None:
    source = LayerSource(
        theme, "fraction", regulation, origin=Origin("x"), where=f"theme = '{theme}'"
    )
    shapes = read_vector(source).geometries
    frame = zeeland.frame.padded(20_000)  # they reach into open water
    got_ha = fractions(shapes, frame).sum(dtype=float)
    assert got_ha == pytest.approx(hectares, abs=1)


def test_zeeland_has_the_area_of_its_readme(zeeland: Grid) -> None:
    assert zeeland.n_cells / 100 == pytest.approx(1838.5, rel=5e-4)
    assert np.count_nonzero(zeeland.inside) == zeeland.n_cells
