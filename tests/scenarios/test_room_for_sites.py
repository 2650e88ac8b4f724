"""Sites that no land has room for are told before solving."""

import numpy as np
import pytest

from model.constraints.exclusion import Exclusion
from model.constraints.sites import Sites
from model.partition import Partition
from model.problem import Problem
from scenarios.presolve import excesses
from scenarios.room_for_sites import no_room
from tests.model.small import a_grid, a_problem, mask


def _problem(least_ha: float, fewest: int, areas: str = "") -> Problem:
    """Land for homes in pieces of 3, 2 and 1 hectare."""
    zone = np.array([int(letter) for letter in areas], np.int32)
    candidates = Partition("areas", zone, ("a", "b")) if areas else None
    rule = Sites("barracks", "homes", fewest, fewest + 1, least_ha, candidates)
    closed = Exclusion("nature", ("homes",), mask(0, 0, 0, 1, 0, 0, 1, 0))
    return a_problem(a_grid(1, 8), {}, rule, exclusions=(closed,))


@pytest.mark.parametrize(
    ("least_ha", "fewest", "fits"),
    [(3, 1, 1), (3, 2, 1), (1.5, 3, 3), (1.5, 4, 3), (4, 1, 0), (0, 7, 6)],
)
def test_a_piece_has_room_for_its_land_divided_by_a_site(
    least_ha: float, fewest: int, fits: int
) -> None:
    found = no_room(_problem(least_ha, fewest))
    assert [room.fits for room in found] == ([fits] if fits < fewest else [])


def test_a_candidate_area_cuts_a_piece() -> None:
    assert no_room(_problem(3, 1, "00111111"))
    assert not no_room(_problem(3, 1, "00011111"))


def test_the_sentence_says_what_to_do_in_both_languages() -> None:
    problem = _problem(4, 1)
    (found,) = excesses(problem)
    assert found.hard
    assert found.rows == ("sites[barracks]",)
    assert found.text("en") == (
        "rule barracks asks for 1 sites of homes of at least 4 ha, but there is room "
        "for at most 0: the largest piece of allowed land is 3 ha; ask for less or "
        "exclude less"
    )
    assert "het grootste stuk toegestaan land is 3 ha" in found.text("nl")
