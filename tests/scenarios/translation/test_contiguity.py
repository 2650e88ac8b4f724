from collections.abc import Callable

import numpy as np
import pytest

from model.constraints.budget import Budget
from model.constraints.patches import Patches
from model.constraints.sites import Sites
from scenarios.faults import ScenarioError
from scenarios.translation.problem import Translated
from solver.compile import to_instance
from tests.scenarios.translation.conftest import state

Translate = Callable[..., Translated]


def rule(keys: str) -> str:
    return f"rules:\n  fields: {{kind: contiguity, uses: [solar], {keys}}}\n"


def test_hard_areas_limit_the_patches(translated: Translate) -> None:
    problem = translated(rule("min_area: 2 ha, max_area: 5.5 ha")).problem
    (found,) = [one for one in problem.constraints if isinstance(one, Patches)]
    assert (found.uses, found.min_ha, found.max_ha) == (("solar",), 2, 5.5)
    restrictions = to_instance(problem).restrictions
    number = problem.number("solar")
    assert restrictions.patch_least[number] == 2
    assert restrictions.patch_most[number] == 5


def test_a_soft_rule_adds_its_points_to_the_compactness(translated: Translate) -> None:
    text = rule("min_area: 2 ha, hardness: soft, price: 0.5 points")
    found = translated(f"compactness: {{solar: 0.25, housing: 1}}\n{text}")
    assert dict(found.problem.boundary) == {"solar": 0.75, "housing": 1}
    assert not to_instance(found.problem).restrictions.any
    assert state(found, "fields").applied


def test_sites_are_counted_in_land_and_keep_to_their_candidates(
    translated: Translate,
) -> None:
    problem = translated(rule("sites: 1, min_area: 3 ha, candidates: area")).problem
    (found,) = [one for one in problem.constraints if isinstance(one, Sites)]
    assert (found.fewest, found.most, found.least_ha) == (1, 1, 3)
    assert found.candidates is not None
    assert found.candidates.labels == ("area 0", "area 1")
    allowed = problem.allowed[problem.number("solar")].reshape(4, 6)
    assert allowed[:2].tolist() == [[True, True, False, False, True, True]] * 2
    assert not allowed[2:].any()
    assert not any(isinstance(one, Patches) for one in problem.constraints)


def test_candidates_may_be_a_condition_and_sites_a_range(translated: Translate) -> None:
    keys = "sites: {min: 0, max: 2}, candidates: town_distance > 450"
    problem = translated(rule(keys)).problem
    (found,) = [one for one in problem.constraints if isinstance(one, Sites)]
    assert (found.fewest, found.most) == (0, 2)
    assert found.candidates is not None
    assert (found.candidates.zone >= 0).sum() == problem.allowed[2].sum() == 5


def test_clusters_cap_new_land_and_forbid_it_elsewhere(translated: Translate) -> None:
    problem = translated(rule("clusters: {layer: area, cap: 3 ha}")).problem
    (found,) = [one for one in problem.constraints if isinstance(one, Budget)]
    assert found.capacity.tolist() == [3, 3]
    names = [row.name for row in found.rows(problem)]
    assert names == ["budget[fields, area 0]", "budget[fields, area 1]"]
    assert problem.allowed[problem.number("solar")].sum() == 8


def test_clusters_with_a_price_are_paid_for(translated: Translate) -> None:
    keys = "clusters: {layer: area, cap: 3 ha, price: 2 points/ha}"
    problem = translated(rule(keys)).problem
    assert problem.allowed[problem.number("solar")].all()
    score = problem.score[problem.number("solar")].reshape(4, 6)
    assert score[0].tolist() == [0, 0, -2, -2, 0, 0]


def test_preferred_land_has_points(translated: Translate) -> None:
    keys = "hardness: soft, preferred: {where: town, points: 3 points/ha}"
    problem = translated(rule(keys)).problem
    assert problem.score[problem.number("solar")][:2].tolist() == [3, 0]
    assert problem.boundary == ()


@pytest.mark.parametrize(
    ("keys", "without", "reason"),
    [
        ("max_area: 0.5 ha", (), "cells are too coarse for it: 1 ha, 0.5 ha"),
        ("sites: 1, candidates: town > 2", (), "candidate land is nowhere"),
        ("sites: 1, candidates: area", ("area",), "layer area is missing"),
        ("clusters: {layer: area}", ("area",), "layer area is missing"),
        ("hardness: report, min_area: 5 ha", (), "only reported"),
        ("not_applied: {nl: kan niet, en: cannot be}", (), "cannot be"),
    ],
)
def test_what_cannot_be_applied_is_said(
    translated: Translate, keys: str, without: tuple[str, ...], reason: str
) -> None:
    found = translated(rule(keys), without=without)
    told = state(found, "fields")
    assert not told.applied
    assert told.reason is not None
    assert reason in told.reason.text("en")
    assert not to_instance(found.problem).restrictions.any


def test_a_patch_no_larger_than_a_cell_is_kept_by_itself(translated: Translate) -> None:
    told = state(translated(rule("min_area: 1 ha")), "fields")
    assert told.applied
    assert told.reason is not None
    assert told.reason.code == "by_itself"


def test_rules_that_no_patch_keeps_are_both_named(translated: Translate) -> None:
    text = (
        "rules:\n"
        "  large: {kind: contiguity, uses: [built, solar], min_area: 5 ha}\n"
        "  small: {kind: contiguity, uses: [solar], max_area: 3 ha}\n"
    )
    with pytest.raises(ScenarioError) as caught:
        translated(text)
    assert str(caught.value) == (
        "a.yaml:3:10: rules.large asks patches of 'solar' of at least '5 ha', but "
        "'small' allows at most '3 ha'; switch one of them off"
    )


def test_sites_counted_twice_are_refused(translated: Translate) -> None:
    text = (
        "rules:\n"
        "  one: {kind: contiguity, uses: [solar], sites: 1}\n"
        "  two: {kind: contiguity, uses: [solar, housing], sites: 2}\n"
    )
    with pytest.raises(ScenarioError, match=r"a.yaml:4:8: rules.two counts the sites"):
        translated(text)


def test_touch_is_points_per_hundred_metres_between_all_members(
    translated: Translate,
) -> None:
    text = (
        "groups: {built: [housing, park]}\n"
        "touch:\n"
        "  liked: {uses: [built, solar], points: 0.25}\n"
        "  disliked: {uses: [housing, park], points: -2 points}\n"
    )
    problem = translated(text).problem
    assert set(problem.touch) == {
        ("housing", "solar", -0.25),
        ("park", "solar", -0.25),
        ("housing", "park", 2.0),
    }
    assert np.abs(to_instance(problem).touch).sum() == 2 * 2.5
