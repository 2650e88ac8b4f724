"""Patches, sites and distances by hand: what a checker must say of a drawn map."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance import Instance, RowArrays
from solver.legal import broken_restrictions, close_cells, patches_of, too_close_cost
from solver.restrictions import Restrictions, Separations, Sites

N_USES = 3


def drawn(*lines: str) -> tuple[Instance, NDArray[np.int64]]:
    """A map as text: '.' use 0, digits uses, ' ' no cell."""
    cells = [
        (row, col, letter)
        for row, line in enumerate(lines)
        for col, letter in enumerate(line)
        if letter != " "
    ]
    use = np.array([0 if letter == "." else int(letter) for *_, letter in cells])
    n = use.size
    nothing = np.zeros(0)
    rows = RowArrays(
        (),
        *(nothing,) * 3,
        *(np.zeros(0, np.int32),) * 3,
        np.zeros((0, N_USES)),
    )
    instance = Instance(
        ("none", "homes", "park"),
        np.array([row for row, *_ in cells], np.int32),
        np.array([col for _, col, _ in cells], np.int32),
        100.0,
        np.zeros((N_USES, n), np.float32),
        np.ones((N_USES, n), bool),
        np.zeros((1, n), np.int32),
        np.full((1, n), 0.5, np.float32),
        rows,
    )
    return instance, use


def restricted(instance: Instance, **parts: object) -> Instance:
    return replace(instance, restrictions=Restrictions(**parts))  # type: ignore[arg-type]


def test_corners_do_not_join_a_patch() -> None:
    instance, use = drawn("1..", ".11", "2.1")
    assert patches_of(instance, use, 1)[1][1:].tolist() == [1, 3]


def test_cells_outside_the_province_part_a_patch() -> None:
    instance, use = drawn("11 11")
    assert patches_of(instance, use, 1)[1][1:].tolist() == [2, 2]


def test_names_patches_that_are_too_small_and_too_large() -> None:
    instance, use = drawn("1.22", "..22", "1122")
    least, most = np.array([0, 2, 0], np.int32), np.array([0, 0, 5], np.int32)
    limited = restricted(instance, patch_least=least, patch_most=most)
    assert broken_restrictions(limited, use) == [
        "patches of homes must have at least 2 cells, but 1 do not, one of them with 1",
        "patches of park must have at most 5 cells, but 1 do not, one of them with 6",
    ]


def one_site(least: float, fewest: int = 1, most: int = 1) -> Sites:
    def one(number: int) -> NDArray[np.int32]:
        return np.array([number], np.int32)

    return Sites(
        ("barracks",), one(1), one(fewest), one(most), np.array([least]), one(0)
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("11..", "1..."), []),
        (("11..", "...."), ["barracks: a site must have at least 1.5, got 1"]),
        (("111.", "...."), []),
        (("....", "...."), ["barracks: there must be 1 to 1 sites, got 0"]),
        (("11.1", "1..1"), ["1 to 1 sites, got 2", "least 1.5, got 1"]),
    ],
)
def test_counts_sites_and_measures_them(
    lines: tuple[str, str], said: list[str]
) -> None:
    instance, use = drawn(*lines)
    found = broken_restrictions(restricted(instance, sites=one_site(1.5)), use)
    assert len(found) == len(said)
    assert all(part in text for part, text in zip(said, found, strict=True))


@pytest.mark.parametrize(("zones", "legal"), [([0, 0, 1], True), ([0, 1, 1], False)])
def test_a_site_lies_within_one_candidate_area(zones: list[int], legal: bool) -> None:
    instance, use = drawn("11.")
    instance = replace(instance, zone=np.array([zones], np.int32))
    found = broken_restrictions(restricted(instance, sites=one_site(0.5)), use)
    assert found == [] if legal else "within one candidate area" in found[0]


def apart(metres: float, price: float = np.inf) -> Separations:
    homes, park = np.array([[False, True, False]]), np.array([[False, False, True]])
    return Separations(("quiet",), homes, park, np.array([metres]), np.array([price]))


@pytest.mark.parametrize(
    ("metres", "close"), [(200.0, 0), (223.6, 0), (223.7, 1), (282.8, 1), (282.9, 2)]
)
def test_distance_is_euclidean_between_centres(metres: float, close: int) -> None:
    instance, use = drawn("1....", "..2..", ".....", "....1")
    limited = restricted(instance, separations=apart(metres))
    assert int(close_cells(limited, use, 0).sum()) == close


def test_a_priced_separation_costs_per_cell_and_breaks_nothing() -> None:
    instance, use = drawn("112", "...")
    limited = restricted(instance, separations=apart(250, price=3.0))
    assert broken_restrictions(limited, use) == []
    assert too_close_cost(limited, use) == 6.0
    allocation = Allocation(use.astype(np.int8), np.zeros(0))
    assert judge(limited, allocation).objective == -6.0


def test_uses_that_like_to_touch_earn_points_per_edge() -> None:
    instance, use = drawn("12", "21")
    touch = np.zeros((3, 3))
    touch[1, 2] = touch[2, 1] = -0.5
    both = replace(instance, touch=touch, boundary=np.array([0.0, 0.1, 0.3]))
    allocation = Allocation(use.astype(np.int8), np.zeros(0))
    assert judge(both, allocation).objective == pytest.approx(4 * (0.5 - 0.2))
