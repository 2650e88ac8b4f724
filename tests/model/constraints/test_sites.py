import numpy as np
import pytest

from model.constraints.sites import Sites
from model.partition import Partition
from solver.compile import to_instance
from tests.model.constraints.drawn import said
from tests.model.small import a_grid, a_problem, an_answer


def barracks(fewest: int, most: int, least_ha: float = 0.0, areas: str = "") -> Sites:
    """Candidate areas as digits per cell, '.' none."""
    zone = [-1 if letter == "." else int(letter) for letter in areas]
    candidates = None
    if areas:
        labels = tuple(f"area {number}" for number in range(max(zone) + 1))
        candidates = Partition("areas", np.array(zone, np.int32), labels)
    return Sites("barracks", "homes", fewest, most, least_ha, candidates)


def test_any_number_of_sites_accepts_everything() -> None:
    assert said(barracks(0, 9), "1.1", "...", "1.1") == []
    assert said(barracks(0, 9), "...") == []


def test_no_site_and_two_sites_are_not_one() -> None:
    wanted = "sites of homes must be 1 to 1 sites, got {}"
    assert said(barracks(1, 1), "...", "...") == [wanted.format(0)]
    assert said(barracks(1, 1), "11.", "..1") == [wanted.format(2)]


def test_one_site_is_one() -> None:
    assert said(barracks(1, 1), "11.", ".11") == []


def test_a_site_that_is_too_small_is_measured_in_land() -> None:
    rule = barracks(1, 2, 1.5)
    assert said(rule, "1.", "..") == [
        "smallest site of homes must be at least 1.5 ha of land, got 1"
    ]
    assert said(rule, "11", "..") == []
    problem = a_problem(a_grid(1, 3), {}, rule, land_ha=[0.5, 0.75, 1.0])
    assert len(rule.violations(problem, an_answer(1, 1, 0))) == 1
    assert rule.violations(problem, an_answer(0, 1, 1)) == []


def test_a_site_lies_within_one_candidate_area() -> None:
    wanted = "sites of homes that are not in one candidate area must be 0 to 0 sites"
    rule = barracks(1, 2, 0, "001..")
    assert said(rule, "11...") == []
    for outside in (".11..", "..11.", "...1."):
        (found,) = said(rule, outside)
        assert found == f"{wanted}, got 1"


def test_the_instance_counts_land_in_the_candidate_areas() -> None:
    rule = barracks(1, 2, 1.5, "01.")
    problem = a_problem(a_grid(1, 3), {}, rule, land_ha=[0.5, 0.75, 1.0])
    instance = to_instance(problem)
    sites = instance.restrictions.sites
    assert sites.name == ("sites[barracks]",)
    assert instance.zone[sites.partition[0]].tolist() == [0, 1, -1]
    assert instance.weight[sites.partition[0]].tolist() == [0.5, 0.75, 1.0]
    assert (sites.use[0], sites.fewest[0], sites.most[0]) == (1, 1, 2)
    assert sites.least[0] == 1.5


def test_refuses_numbers_that_are_none() -> None:
    with pytest.raises(ValueError, match="got 2 and 1"):
        barracks(2, 1)
    with pytest.raises(ValueError, match="must be a number >= 0 ha, got -1"):
        barracks(1, 1, -1)


def test_refuses_two_counts_of_one_use() -> None:
    problem = a_problem(a_grid(1, 3), {}, barracks(1, 1))
    with pytest.raises(ValueError, match="got 'barracks' and 'other'"):
        problem.with_constraint(Sites("other", "homes", 2, 2))


def test_refuses_an_unknown_use() -> None:
    with pytest.raises(ValueError, match="got 'wind'"):
        a_problem(a_grid(1, 1), {}, Sites("x", "wind", 1, 1))
