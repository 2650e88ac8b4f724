from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.load import ScenarioError, load_scenario
from tests.scenarios.conftest import Load

Faults = Callable[..., list[str]]


def test_names_a_parent_that_is_missing(faults: Faults) -> None:
    assert faults({"a.yaml": "extends: [base.yaml, bsae.yaml]\nuses: {x: {}}\n"}) == [
        "a.yaml:1:22: extends[1] must name a file that exists, got 'bsae.yaml'"
        ", did you mean 'base.yaml'?"
    ]


def test_a_missing_parent_makes_no_other_names_unknown(faults: Faults) -> None:
    rule = "rules: {far: {uses: [windmill]}}"
    lines = faults({"a.yaml": f"extends: qqq.yaml\n{rule}\n"})
    assert lines == [
        "a.yaml:1:10: extends must name a file that exists, got 'qqq.yaml'"
    ]


def test_names_the_circle(faults: Faults) -> None:
    files = {
        "c.yaml": "extends: a.yaml\n",
        "b.yaml": "extends: [base.yaml, c.yaml]\n",
        "a.yaml": "extends: b.yaml\n",
    }
    assert faults(files) == [
        "c.yaml:1:10: extends must not go in a circle: "
        "a.yaml → b.yaml → c.yaml → a.yaml"
    ]


def test_a_file_may_not_extend_itself(faults: Faults) -> None:
    assert faults({"a.yaml": "extends: a.yaml\n"}) == [
        "a.yaml:1:10: extends must not go in a circle: a.yaml → a.yaml"
    ]


@pytest.mark.parametrize("entry", ["5", "{a: b}", "[[a]]"])
def test_a_parent_is_named_by_text(faults: Faults, entry: str) -> None:
    (line,) = faults({"a.yaml": f"extends: {entry}\n"})
    assert "must be the name of a file or a list of them" in line


def test_faults_of_all_files_that_are_no_yaml(faults: Faults) -> None:
    files = {
        "c.yaml": "a: [",
        "b.yaml": "a: b: c",
        "a.yaml": "extends: [b.yaml, c.yaml]\nuses: {x: {colour: red}}\n",
    }
    assert [line.split(": ")[0] for line in faults(files)] == [
        "a.yaml:2:20",
        "b.yaml:1:5",
        "c.yaml:1:5",
    ]


def test_later_parents_win_and_the_file_over_all(load: Load) -> None:
    files = {
        "b.yaml": "name: B\nsolve: {seed: 1}\ngrid: {cell: 50 m}\n",
        "c.yaml": "name: C\nsolve: {seed: 2}\n",
        "a.yaml": "extends: [base.yaml, b.yaml, c.yaml]\nname: A\n",
    }
    scenario = load(files).scenario
    assert scenario.name == "A"
    assert scenario.solve.seed == 2
    assert scenario.grid.cell.value == 50


def test_a_parent_reached_twice_does_not_undo_what_a_sibling_changed(
    load: Load, tmp_path: Path
) -> None:
    files = {
        "b.yaml": "extends: base.yaml\nname: changed\n",
        "c.yaml": "extends: base.yaml\nsolve: {seed: 5}\n",
        "a.yaml": "extends: [b.yaml, c.yaml]\n",
    }
    loaded = load(files)
    assert loaded.scenario.name == "changed"
    names = [file.name for file in loaded.files]
    assert names == ["base.yaml", "b.yaml", "c.yaml", "a.yaml"]


def test_looks_beside_the_file_first_and_then_in_the_catalogue(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder in (shipped / "provinces", own):
        folder.mkdir(parents=True)
    (shipped / "provinces" / "x.yaml").write_text("extends: frame.yaml\nname: 5\n")
    (shipped / "frame.yaml").write_text("province: puzzelland\ngrid: 3\n")
    (own / "a.yaml").write_text("extends: provinces/x.yaml\n")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(own / "a.yaml", search=[shipped], layers=())
    assert [str(fault.place) for fault in caught.value.faults] == [
        "frame.yaml:2:7",
        "provinces/x.yaml:2:7",
    ]
    (own / "frame.yaml").write_text("province: puzzelland\n")
    (own / "provinces").mkdir()
    (own / "provinces" / "x.yaml").write_text("extends: ../frame.yaml\nname: own\n")
    loaded = load_scenario(own / "a.yaml", search=[shipped], layers=())
    assert loaded.scenario.name == "own"
