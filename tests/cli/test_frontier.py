"""``puzzel frontier``: points with bounds, a picture, and clear refusals."""

import itertools

import pytest

from tests.cli.conftest import Call
from tests.small_project import SmallProject


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
