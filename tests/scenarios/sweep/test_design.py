from pathlib import Path

import pytest

from scenarios.faults import ScenarioError
from scenarios.sweep.axis import axis_of_text
from scenarios.sweep.design import Design, Point, points
from scenarios.sweep.rows import read_rows
from tests.scenarios.sweep.sweeping import PLACE


def _texts(found: list[Point]) -> list[list[str]]:
    return [[override.text for override in point] for point in found]


@pytest.mark.parametrize(
    ("design", "expected"),
    [
        ("grid", [["1", "x"], ["1", "y"], ["2", "x"], ["2", "y"]]),
        ("list", [["1", "x"], ["2", "y"]]),
        ("one_at_a_time", [[], ["1"], ["2"], ["x"], ["y"]]),
    ],
)
def test_designs_combine_values(design: Design, expected: list[list[str]]) -> None:
    axes = [axis_of_text(text, PLACE) for text in ("a.b=1,2", "c=x,y")]
    assert _texts(points(axes, design)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w=0..3:4", ["0", "1", "2", "3"]),
        ("w=400..900 MWp:3", ["400 MWp", "650 MWp", "900 MWp"]),
        ("w=1_000..2_000 ha:2,5 ha", ["1000 ha", "2000 ha", "5 ha"]),
        ("w=-1..1:3", ["-1", "0", "1"]),
        ("w={min: 1 ha, max: 2 ha},~", ["{min: 1 ha, max: 2 ha}", "~"]),
        ("w=true", ["true"]),
    ],
)
def test_values_are_yaml_and_ranges(text: str, expected: list[str]) -> None:
    assert [value.text for value in axis_of_text(text, PLACE).values()] == expected


def test_a_hypercube_takes_every_slice_of_every_axis_once() -> None:
    axes = [axis_of_text(text, PLACE) for text in ("a=0..10 ha", "b=x,y,z,u,v")]
    found = _texts(points(axes, "latin_hypercube", draws=10, seed=3))
    tenths = sorted(int(float(first.removesuffix(" ha"))) for first, _ in found)
    assert tenths == list(range(10))
    assert sorted(second for _, second in found) == sorted("xyzuv" * 2)
    assert found == _texts(points(axes, "latin_hypercube", draws=10, seed=3))
    assert found != _texts(points(axes, "latin_hypercube", draws=10, seed=4))


@pytest.mark.parametrize(
    ("texts", "design", "message"),
    [
        (["a"], "grid", "must be written as way=values.* got 'a'"),
        (["a="], "grid", "must be written as way=values"),
        (["a..b=1"], "grid", "must be written as way=values"),
        (["a=3..1:2"], "grid", r"must go up and have at least 2 steps.* '3..1:2'"),
        (["a=1..3"], "grid", "a: a range must say its number of values"),
        (["a=1", "a=2"], "grid", "a is varied twice, the first time at --vary"),
        (["a=1,2", "b=1"], "list", "b must have 2 values, as 'a' has.* got 1"),
        (["a=[1"], "grid", "--vary: .*"),
    ],
)
def test_says_what_is_wrong(texts: list[str], design: Design, message: str) -> None:
    with pytest.raises(ScenarioError, match=message):
        points([axis_of_text(text, PLACE) for text in texts], design)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_rows_are_runs(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "rows.csv"
    lines = [["a.b", "c"], ["1 ha", "true"], ["", "false"], ["", ""]]
    path.write_text("\n".join(sign.join(line) for line in lines), "utf-8-sig")
    found = read_rows(path)
    assert _texts(found) == [["1 ha", "true"], ["false"]]
    assert str(found[1][0].value.place) == "rows.csv:3:1"


def test_all_faults_of_rows_come_at_once(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("a,b\n1\n[1,2\n", "utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_rows(path)
    first, second = str(caught.value).splitlines()
    assert first == "rows.csv:2:1: a row must have 2 values, as many as the first " + (
        "line, got 1"
    )
    assert second.startswith("rows.csv:3:1: ")
