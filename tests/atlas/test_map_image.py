from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread
from numpy.typing import NDArray

from atlas.colours import WATER
from atlas.document import Use
from atlas.drawing.view import DPI, fit
from atlas.map_image import BOXES, COLUMN, EDGE, GAP, write_map
from atlas.read_run import Run, read_run
from atlas.use_colours import use_colours
from atlas.words.words import Words
from tests.atlas.run_folder import Size, make_run


def _pixels(path: Path) -> NDArray[np.int64]:
    return np.asarray(np.rint(imread(path)[:, :, :3] * 255), np.int64)


def test_is_as_wide_as_map_legend_and_margins(run: Run, published: Path) -> None:
    view = fit(run.grid, BOXES)
    height, width, _ = _pixels(published / "map.png").shape
    assert width == view.width + GAP + COLUMN + 2 * EDGE
    assert 0.6 < height / width < 1.7
    assert 7 < width / DPI < 14


def test_cells_have_the_colours_of_their_uses(run: Run, published: Path) -> None:
    image, view = _pixels(published / "map.png"), fit(run.grid, BOXES)
    colours = np.array(use_colours(run.uses))
    cells, top = np.flatnonzero(run.use > 0), _top(image, run)
    y = top + (run.grid.row[cells] - view.top + 0.35) * view.scale
    x = EDGE + (run.grid.col[cells] - view.left + 0.35) * view.scale
    found = image[y.astype(np.int64), x.astype(np.int64)]
    same = (found == colours[run.use[cells]]).all(axis=1)
    assert same.mean() > 0.95  # the name of a municipality may cover a cell


def _top(image: NDArray[np.int64], run: Run) -> int:
    """Find the map by its topmost outline: one cell below the top of the view."""
    view = fit(run.grid, BOXES)
    dark = (image[:, EDGE : EDGE + view.width] < 90).all(axis=2).sum(axis=1)
    first = int(np.flatnonzero(dark[230:] > 2 * view.scale)[0]) + 230
    return round(first - view.scale)


def test_water_is_pale_blue_and_outside_is_white(run: Run, published: Path) -> None:
    image = _pixels(published / "map.png")
    assert (image == WATER).all(axis=2).any()
    assert tuple(image[0, 0]) == (255, 255, 255)


@pytest.mark.parametrize("size", [Size(90, 30), Size(30, 90), Size(12, 12)])
def test_draws_any_shape(size: Size, tmp_path: Path) -> None:
    run = read_run(make_run(tmp_path / "run", size))
    path = write_map(run, tmp_path, Words("en"))
    height, width, _ = _pixels(path).shape
    assert max(height, width) < 3000


def test_uses_without_a_colour_get_one_of_their_own() -> None:
    uses = [
        Use("none", {}, None, 0, ()),
        Use("solar", {}, "#f58220", 0, ()),
        Use("water", {}, "#5aa5d7", 0, ()),
        Use("solar_on_water", {}, None, 0, ("solar", "water")),
        Use("other", {}, None, 0, ()),
    ]
    assert len(set(use_colours(uses))) == 5


def test_the_same_run_gives_the_same_picture(run: Run, tmp_path: Path) -> None:
    first = write_map(run, tmp_path, Words("nl")).read_bytes()
    assert write_map(run, tmp_path, Words("nl")).read_bytes() == first
