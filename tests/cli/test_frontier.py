"""``puzzel frontier``: points with bounds, a picture, and clear refusals."""

import itertools

import pytest

from tests.cli.conftest import Call
from tests.small_project import LAND_HA, SmallProject


def test_points_are_proven_and_drawn(project: SmallProject, call: Call) -> None:
    words = ("--between", "homes:more", "power:more", "--points", 3)
    called = call("frontier", project.scenario, *words, "--json")
    assert called.code == 0, called.err
    found = called.json
    assert [one["id"] for one in found["between"]] == ["homes", "power"]
    points = found["points"]
    assert points
    for point in points:
        assert point["first_bound"] >= point["first"] - 1e-3 * abs(point["first"])
    first = [point["first"] for point in points]
    second = [point["second"] for point in points]
    size = max(first)
    assert all(b <= a + 0.02 * size for a, b in itertools.pairwise(first))
    assert all(b >= a - 1e-3 for a, b in itertools.pairwise(second))
    (folder,) = project.runs.glob("*-frontier-homes-power")
    for name in ("frontier.json", "frontier.nc", "frontier.png", "frontier.svg"):
        assert (folder / name).stat().st_size > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "between two numbers"),
        (("--between", "homes", "homes"), "two different numbers"),
        (("--between", "homes", "powr"), "got 'powr'"),
        (("--between", "homes:best", "power"), "more or less"),
        (("--between", "homes", "power", "--points", "1"), "--points must be 2 to"),
    ],
)
def test_what_is_no_frontier_is_refused(
    project: SmallProject, call: Call, words: tuple[str, ...], said: str
) -> None:
    called = call("frontier", project.scenario, *words, "--lang", "en")
    assert called.code == 2
    assert said in called.err


def test_other_rules_are_kept_unless_they_are_what_pulls_two_ways(
    project: SmallProject, call: Call
) -> None:
    soft = "rules: {forest-share: {hardness: soft, price: 1 points/ha}}\n"
    soft += "claims: {forest_area: {target: {min: 200 ha, max: 2_500 ha}}}\n"
    between = "between: [forest_area, homes], better: [more, more], points: 2"
    found = {}
    for name, rules in (("kept", "[]"), ("free", "[forest-share]")):
        text = f"{soft}frontier: {{{between}, rules: {rules}}}\n"
        path = project.with_text(text, f"{name}.yaml")
        called = call("frontier", path, "--json")
        assert called.code == 0, called.err
        found[name] = called.json
    kept, free = found["kept"], found["free"]
    # a fifth of the land of every municipality, and a cell of 25 ha in each
    assert kept["points"][0]["first"] <= 0.2 * LAND_HA + 3 * 25
    assert free["points"][0]["first"] > 0.5 * LAND_HA
    assert kept["kept"] == free["kept"] + 3  # three municipalities
    for point in free["points"]:
        assert not any("forest-share" in row for row in point["kept_less_well"])
