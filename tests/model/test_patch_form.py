import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from model.patch_form import PatchForm, patch_form
from tests.naive.patches import edges, patches


def _plane(*rows: str) -> np.ndarray:
    return np.array([[letter == "#" for letter in row] for row in rows])


def test_one_square_is_compact() -> None:
    form = patch_form(_plane("....", ".##.", ".##."), 100)
    assert form == PatchForm(1, 0, 4, 4, 4, 0.8, 1.0)


def test_a_use_that_is_nowhere_has_no_form() -> None:
    assert patch_form(_plane("..", ".."), 100) is None


def test_scattered_cells_are_alone() -> None:
    form = patch_form(_plane("#.#", ".#.", "#.#"), 500)
    assert form is not None
    # five squares of 25 ha with 4 edges of 500 m each
    assert (form.n, form.cells_alone, form.median_ha, form.edge_km) == (5, 5, 25, 10)
    assert form.compactness == pytest.approx(np.sqrt(5) / 5)


def test_patches_are_sorted_by_size() -> None:
    form = patch_form(_plane("###.#", "###..", "....#", "#...#"), 100)
    assert form is not None
    assert (form.n, form.cells_alone) == (4, 2)
    assert (form.smallest_ha, form.median_ha, form.largest_ha) == (1, 1.5, 6)


@given(arrays(np.bool_, st.tuples(st.integers(1, 6), st.integers(1, 6))))
def test_is_as_counted_one_by_one(taken: np.ndarray) -> None:
    form, sizes = patch_form(taken, 100), patches(taken)
    if form is None:
        assert not sizes
        return
    assert (form.n, form.largest_ha) == (len(sizes), max(sizes))
    assert form.edge_km == pytest.approx(edges(taken) / 10)
    assert 0 < form.compactness <= 1
