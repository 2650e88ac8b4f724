from pathlib import Path

import numpy as np
import pytest

from atlas.compare import GridMismatchError, compare
from atlas.comparison import OTHER, SAME
from atlas.read_run import read_run
from tests.atlas.run_folder import Size, make_run


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("two")
    first = make_run(folder / "a", Size(n_uses=6), name="basis")
    return first, make_run(folder / "b", Size(n_uses=5), seed=2, name="meer bos")


def test_the_figures_are_those_of_the_cells(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    comparison = compare(two, tmp_path / "out")
    first, second = (read_run(path) for path in two)
    area = first.available_ha
    assert comparison.names == ("basis", "meer bos")
    assert comparison.from_to.sum() == pytest.approx(area.sum())
    both = area[(first.use == 1) & (second.use == 3)].sum()
    assert comparison.from_to[1, 3] == pytest.approx(both)
    water = comparison.uses[5]
    assert water.ha == pytest.approx((area[first.use == 5].sum(), 0))
    assert water.change_ha == pytest.approx(-water.ha[0])
    only = area[(first.use > 0) & (second.use == 0)].sum()
    assert comparison.difference_ha[OTHER + 1] == pytest.approx(only)
    assert comparison.difference_ha.sum() == pytest.approx(area.sum())
    assert comparison.claims[0].achieved == (98.5, 98.5)
    assert all(path.stat().st_size > 300 for path in comparison.files)


def test_a_run_beside_itself_has_no_difference(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    comparison = compare((two[0], two[0]), tmp_path, "en")
    assert set(np.unique(comparison.difference)) == {0, SAME}
    assert comparison.names == ("a", "a")
    off_diagonal = comparison.from_to - np.diag(np.diag(comparison.from_to))
    assert not off_diagonal.any()


def test_three_runs_lie_side_by_side(two: tuple[Path, Path], tmp_path: Path) -> None:
    comparison = compare((*two, two[0]), tmp_path)
    assert set(np.unique(comparison.difference)) <= {0, SAME, OTHER}


def test_refuses_runs_on_different_grids(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    other = make_run(tmp_path / "other", Size(cell_m=250))
    with pytest.raises(GridMismatchError, match="cells of 250 m"):
        compare((two[0], other), tmp_path)


def test_refuses_one_run(two: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 2, got 1"):
        compare(two[:1], tmp_path)


def test_refuses_a_run_without_an_answer(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    empty = make_run(tmp_path / "empty", status="infeasible")
    (empty / "cells.nc").unlink()
    with pytest.raises(ValueError, match=r"the status of .*empty is infeasible"):
        compare((two[0], empty), tmp_path)
