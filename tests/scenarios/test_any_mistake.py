"""Whatever stands in a file, the answer is a scenario or a list of faults."""

from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from scenarios.load import ScenarioError, load_scenario
from tests.scenarios.conftest import BASE, LAYERS

MORE = """\
synthetic: {seed: 1}
grid: {cell: 100 m}
layers: {moor: {file: a.tif, kind: fraction}}
available: {minus: [built_up]}
supplies: {roofs: {quantity: power, cap: 5 MWp, points: 0 points/MWp}}
compactness: {housing: 0.5}
touch: {near: {uses: [built, solar], points: 0.2}}
solve: {gap: 1 %}
rules:
  share: {kind: share, uses: [built], per: municipality, min: 10 %}
  ladder: {kind: preference, uses: [solar], rungs: [{where: moor, points: 1 points/ha}]}
  grid: {kind: budget, load: {solar: 1 MW/ha}, unit: MW, capacity: station_capacity}
  green: {kind: coupling, quantity: forest, at_least: 75 m2/homes, of: homes}
  both: {kind: combination, use: both, of: [housing, solar]}
  soft: {kind: suitability, uses: [solar], layer: moor, points: 1 points/ha,
         curve: {linear: {0: 1, 5: 0}}}
  piece: {kind: contiguity, uses: [solar], min_area: 5 ha, sites: {min: 1, max: 2},
          candidates: moor, clusters: {layer: municipality, cap: 5 ha}}
  apart: {kind: separation, uses: [solar], from: [built], where: moor, distance: 1 km}
  reach: {kind: coverage, uses: [solar], of: homes, existing: [moor], reach: 1 km,
          least: 5 m2/homes}
"""
RIGHT = YAML(typ="safe", pure=True).load(BASE) | YAML(typ="safe", pure=True).load(MORE)
WRONG = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats()
    | st.sampled_from(
        ["housing", "5 ha", "0,4", "exclusion", "a.b", "", "-1 points/ha"]
    ),
    lambda below: (
        st.lists(below, max_size=2)
        | st.dictionaries(
            st.sampled_from(["kind", "value", "min", "housing", "x"]), below, max_size=2
        )
    ),
    max_leaves=3,
)


def ways(data: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [way] if way else []
    entries = data if isinstance(data, dict) else {}
    if isinstance(data, list):
        entries = dict(enumerate(data))
    for key, below in entries.items():
        found += ways(below, (*way, key))
    return found


def changed(data: Any, way: tuple[Any, ...], value: Any) -> Any:
    if not way:
        return value
    copy = data.copy()
    copy[way[0]] = changed(data[way[0]], way[1:], value)
    return copy


@settings(max_examples=200)
@given(st.sampled_from(ways(RIGHT)), WRONG)
def test_any_mistake_is_a_fault_with_a_place(way: tuple[Any, ...], value: Any) -> None:
    text = StringIO()
    YAML(typ="safe", pure=True).dump(changed(RIGHT, way, value), text)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.yaml"
        file.write_text(text.getvalue())
        try:
            load_scenario(file, search=(), layers=LAYERS)
        except ScenarioError as error:
            for fault in error.faults:
                assert fault.text("nl") != fault.text("en")
                assert 1 <= fault.place.line <= text.getvalue().count("\n") + 1


def test_the_scenario_without_the_mistake_is_right(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    YAML(typ="safe", pure=True).dump(RIGHT, file)
    assert load_scenario(file, search=(), layers=LAYERS).scenario.name == "Test"
