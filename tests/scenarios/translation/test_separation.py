from collections.abc import Callable

import pytest

from model.constraints.separation import Separation
from scenarios.faults import ScenarioError
from scenarios.translation.problem import Translated
from solver.compile import to_instance
from tests.scenarios.translation.conftest import state

Translate = Callable[..., Translated]


def rule(keys: str) -> str:
    return f"rules:\n  apart: {{kind: separation, uses: [housing], {keys}}}\n"


def _apart(found: Translated) -> list[Separation]:
    rules = found.problem.constraints
    return [one for one in rules if isinstance(one, Separation)]


def test_new_uses_keep_away_from_new_uses(translated: Translate) -> None:
    found = translated(rule("from: [solar, park], distance: 250 m"))
    (apart,) = _apart(found)
    assert apart.others == ("solar", "park")
    assert to_instance(found.problem).restrictions.separations.distance_m[0] == 250


def test_a_price_is_per_hectare(translated: Translate) -> None:
    keys = "from: [solar], distance: 250 m, hardness: soft, price: 3 points/ha"
    (apart,) = _apart(translated(rule(keys)))
    assert apart.price == 3


def test_what_is_there_becomes_a_mask_of_all_cells_that_are_closer(
    translated: Translate,
) -> None:
    problem = translated(rule("where: town, distance: 200 m")).problem
    allowed = problem.allowed[problem.number("housing")].reshape(4, 6)
    # 200 m away is far enough, the root of 2 times 100 m is not
    assert allowed[0].tolist() == [False, False, True, True, True, True]
    assert allowed[1].tolist() == [False, False, True, True, True, True]
    assert allowed[2:].all()
    assert problem.exclusions[-1].name == "apart"


def test_a_distance_layer_gives_the_same_mask(translated: Translate) -> None:
    one = translated(rule("where: town, distance: 200 m")).problem
    other = translated(rule("layer: town_distance, distance: 200 m")).problem
    assert one.allowed.tolist() == other.allowed.tolist()


def test_a_soft_distance_to_what_is_there_is_paid_for(translated: Translate) -> None:
    keys = "where: town, distance: 150 m, hardness: soft, price: 3 points/ha"
    problem = translated(rule(keys)).problem
    assert problem.score[problem.number("housing")][:3].tolist() == [-3, -3, 0]


def test_a_missing_layer_leaves_the_distance_between_new_uses(
    translated: Translate,
) -> None:
    keys = "from: [solar], where: town, distance: 250 m"
    found = translated(rule(keys), without=("town",))
    told = state(found, "apart")
    assert told.applied
    assert told.reason is not None
    assert "between new uses only: layer town is missing" in told.reason.text("en")
    assert len(_apart(found)) == 1


@pytest.mark.parametrize(
    ("keys", "applied", "code"),
    [
        ("where: town, distance: 250 m", False, "layer"),
        ("from: [solar], distance: 100 m", True, "by_itself"),
    ],
)
def test_what_is_odd_is_said(
    translated: Translate, keys: str, applied: bool, code: str
) -> None:
    told = state(translated(rule(keys), without=("town",)), "apart")
    assert told.applied == applied
    assert told.reason is not None
    assert told.reason.code == code


def test_land_that_combines_both_is_refused(translated: Translate) -> None:
    text = (
        "rules:\n"
        "  both: {kind: combination, use: roofs, of: [housing, solar]}\n"
        "  apart: {kind: separation, uses: [housing], from: [solar], distance: 1 km}\n"
    )
    with pytest.raises(
        ScenarioError, match=r"a.yaml:4:\d+: rules.apart.from must name"
    ):
        translated(text)
