from collections.abc import Callable

import numpy as np
import pytest

from model.constraints.coverage import Coverage
from scenarios.faults import ScenarioError
from scenarios.translation.problem import Translated
from tests.scenarios.translation.conftest import state

Translate = Callable[..., Translated]


def rule(keys: str) -> str:
    return f"rules:\n  near: {{kind: coverage, {keys}}}\n"


def covered(found: Translated) -> Coverage:
    (one,) = [one for one in found.problem.constraints if isinstance(one, Coverage)]
    return one


GREEN = "uses: [park], reach: 100 m, least: 1 ha, block: 100 m"


def test_every_inhabited_block_asks_the_same(translated: Translate) -> None:
    need = covered(translated(rule(f"{GREEN}, of: population"))).need
    assert need[[0, 21]].tolist() == [1, 1]
    assert need.sum() == 2


def test_few_inhabitants_may_not_count(translated: Translate) -> None:
    keys = f"{GREEN}, of: population, inhabited: 6 persons"
    assert covered(translated(rule(keys))).need.sum() == 1


def test_least_may_be_per_inhabitant(translated: Translate) -> None:
    keys = "uses: [park], reach: 200 m, least: 1_000 m2/persons, of: population"
    found = covered(translated(rule(keys)))
    # without block: of 200 m, as the reach; 9 and 5 inhabitants
    assert found.blocks.size_m == 200
    assert sorted(found.need[found.need > 0].tolist()) == [0.5, 0.9]


def test_without_inhabitants_every_block_asks(translated: Translate) -> None:
    found = covered(translated(rule("uses: [park], reach: 5 km, least: 1 ha")))
    assert found.blocks.size_m == 1000
    assert found.need.tolist() == [1] * found.blocks.n_blocks


def test_what_exists_counts(translated: Translate) -> None:
    found = covered(translated(rule(f"{GREEN}, existing: green")))
    assert np.nonzero(found.existing)[0].tolist() == [7]
    both = covered(translated(rule(f"{GREEN}, existing: [green, green, town]")))
    assert both.existing.sum() == 2


def test_a_quantity_counts_whatever_provides_it(translated: Translate) -> None:
    keys = (
        "quantity: homes, reach: 100 m, least: 70 homes, block: 100 m, existing: work"
    )
    found = covered(translated(rule(keys)))
    assert (found.quantity, found.uses, found.unit) == ("homes", (), "homes")
    assert found.existing[18] == 2


@pytest.mark.parametrize(
    ("of", "least", "owed"),
    [
        ("homes", "100 m2/homes", {"housing": 0.35}),
        ("housing", "10 %", {"housing": 0.1}),
        ("built", "0.5 ha/ha", {"housing": 0.5}),
    ],
)
def test_new_land_asks_for_its_own(
    translated: Translate, of: str, least: str, owed: dict[str, float]
) -> None:
    found = covered(
        translated(rule(f"uses: [park], reach: 300 m, least: {least}, of: {of}"))
    )
    assert found.owed == pytest.approx(owed)
    assert not found.need.any()


def test_a_soft_rule_is_priced_in_its_unit(translated: Translate) -> None:
    keys = f"{GREEN}, hardness: soft, price: 2 points/ha"
    assert covered(translated(rule(keys))).price == 2


def test_what_a_coverage_asks_for_takes_part(translated: Translate) -> None:
    text = "claims: {forest: ~}\n" + rule(GREEN)
    assert "park" in [use.name for use in translated(text).problem.uses]


@pytest.mark.parametrize(
    ("layer", "key"), [("population", "of"), ("green", "existing")]
)
def test_a_missing_layer_is_said(translated: Translate, layer: str, key: str) -> None:
    keys = f"{GREEN}, {key}: {layer}"
    told = state(translated(rule(keys), without=(layer,)), "near")
    assert not told.applied
    assert told.reason is not None
    assert told.reason.text("nl") == f"kaartlaag {layer} ontbreekt in deze provincie"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            f"{GREEN}, of: work",
            "a.yaml:3:85: rules.near.of must name a layer of inhabitants in "
            "persons/ha, got 'work' in 'homes/ha'",
        ),
        (
            "uses: [park], reach: 100 m, least: 1 ha, block: 50 m",
            "rules.near.block must be at least the cell size of 100 m, got '50 m'",
        ),
        (
            "quantity: homes, reach: 100 m, least: 1 homes, existing: population",
            "must name a layer in homes/ha, got 'population' in 'persons/ha'",
        ),
        (f"{GREEN}, of: green", "must name a layer of kind value, got 'green'"),
    ],
)
def test_layers_that_measure_something_else_are_refused(
    translated: Translate, keys: str, said: str
) -> None:
    with pytest.raises(ScenarioError) as caught:
        translated(rule(keys))
    assert said in str(caught.value)
