from scenarios.assumed import assumed_numbers
from tests.scenarios.conftest import Load

TEXT = """\
extends: base.yaml
uses:
  housing:
    provides:
      homes: {value: 30 homes/ha, assumed: true, reason: no density}
    suitability:
      points: 10 points/ha
      factors:
        town:
          layer: built_up
          curve: {linear: {0: 1, 800: 0}, assumed: true, reason: walking}
          weight: {value: 2, assumed: true, reason: taste}
claims:
  homes: {target: {value: 5 homes, assumed: true, reason: guess}}
rules:
  quiet-land: {assumed: true, reason: threshold}
  ladder:
    kind: preference
    uses: [solar]
    rungs:
      - {points: {value: 0.5 points/m2, assumed: true, reason: rung}}
  far:
    kind: separation
    uses: [solar]
    from: [housing]
    distance: {value: 500 m, assumed: true, reason: far enough}
  count:
    kind: reporting
    indicator: count
    measure: {land: true}
    parameters: {within: {value: 1 km, assumed: true, reason: near enough}}
"""


def test_lists_every_assumed_number_with_its_way_and_reason(load: Load) -> None:
    scenario = load({"a.yaml": TEXT}).scenario
    found = [(one.key, one.text, one.reason.nl) for one in assumed_numbers(scenario)]
    factor = "uses.housing.suitability.factors.town"
    assert found == [
        ("uses.housing.provides.homes", "30 homes/ha", "no density"),
        (f"{factor}.curve", "linear 0: 1, 800: 0", "walking"),
        (f"{factor}.weight", "2", "taste"),
        ("claims.homes.target", "5 homes", "guess"),
        ("rules.quiet-land", "quiet_area > 0.5", "threshold"),
        ("rules.ladder.rungs[0].points", "0.5 points/m2", "rung"),
        ("rules.far.distance", "500 m", "far enough"),
        ("rules.count.parameters.within", "1 km", "near enough"),
    ]


def test_gives_values_in_the_base_unit(load: Load) -> None:
    found = {one.key: one for one in assumed_numbers(load({"a.yaml": TEXT}).scenario)}
    points = found["rules.ladder.rungs[0].points"]
    assert (points.value, points.unit) == (5_000, "points/m2")
    assert found["rules.quiet-land"].value is None


def test_a_way_leads_to_a_place(load: Load) -> None:
    loaded = load({"a.yaml": TEXT})
    places = {
        one.key: str(loaded.place(one.path)) for one in assumed_numbers(loaded.scenario)
    }
    assert places["claims.homes.target"] == "a.yaml:14:19"
    assert places["uses.housing.provides.homes"] == "a.yaml:5:14"
