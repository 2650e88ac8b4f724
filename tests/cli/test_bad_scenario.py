"""A scenario with a mistake: said with file, line and column, and nothing is run."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_project import SmallProject

FIX = "rules: {fix-it: {kind: designation, uses: [solar], where: %s, status: fixed}}\n"

MISTAKES = {
    "syntax": ("claims: {homes: [}\n", ["changed.yaml:2:18: this is not YAML"]),
    "a key twice": (
        "solve: {seed: 1}\nsolve: {seed: 2}\n",
        ["changed.yaml:3:1: solve is given twice, first in line 2"],
    ),
    "an unknown key": (
        "solve: {time_limt: 1 min}\n",
        ["changed.yaml:2:9: solve: unknown key 'time_limt'", "mean 'time_limit'?"],
    ),
    "a wrong unit": (
        "claims: {homes: {target: {min: 5 ha}}}\n",
        ["changed.yaml:2:32: claims.homes.target.min must be in homes, got '5 ha'"],
    ),
    "a decimal comma": (
        "claims: {forest_area: {target: {min: '10,5 ha'}}}\n",
        ["changed.yaml:2:38: ", "must have a decimal point, got '10,5 ha'", "10.5 ha"],
    ),
    "a negative target": (
        "claims: {homes: {target: {min: -5 homes}}}\n",
        ["changed.yaml:2:32: claims.homes.target.min must be >= 0, got '-5 homes'"],
    ),
    "min above max": (
        "claims: {homes: {target: {min: 7_000 homes}}}\n",
        ["changed.yaml:2:26: ", "min <= max, got '7000 homes' > '6000 homes'"],
    ),
    "an unknown layer": (
        "rules: {x-y: {kind: exclusion, uses: [solar], where: natura200 > 0.5}}\n",
        ["changed.yaml:2:54: ", "unknown layer 'natura200'", "mean 'natura2000'?"],
    ),
    "an unknown use": (
        "rules: {x-y: {kind: exclusion, uses: [solr], where: natura2000}}\n",
        ["changed.yaml:2:39: rules.x-y.uses[0]: unknown use 'solr'", "mean 'solar'?"],
    ),
    "an unknown rule": (
        "rules: {forest-shar: {max: 10 %}}\n",
        ["changed.yaml:2:9: ", "unknown rule 'forest-shar'", "mean 'forest-share'?"],
    ),
    "an unknown zone": (
        "claims: {homes: {zone: {layer: municipality, name: Bek}}}\n",
        ["changed.yaml:2:24: claims.homes.zone ", "got 'Bek'", "mean 'Beek'?"],
    ),
    "an unknown label": (
        "rules: {x-y: {kind: exclusion, uses: [solar], "
        "where: \"municipality == 'A'\"}}\n",
        ["changed.yaml:2:54: ", "'Aal', 'Beek', 'Cel'", "got 'A'"],
    ),
    "an unknown class of a curve": (
        "uses: {forest: {suitability: {points: 1 points/ha, factors: {a: {weight: 1, "
        "layer: municipality, curve: {classes: {Dam: 1}}}}}}}\n",
        ["changed.yaml:2:30: uses.forest.suitability: ", "got 'Dam'"],
    ),
    "a curve of classes over numbers": (
        "uses: {forest: {suitability: {points: 1 points/ha, factors: {a: {weight: 1, "
        "layer: elevation, curve: {classes: {x: 1}}}}}}}\n",
        ["changed.yaml:2:30: ", "'elevation' is a value"],
    ),
    "zones of a layer without zones": (
        "rules: {forest-share: {per: elevation}}\n",
        ["rules.forest-share: zones must come from a layer of kind zone or class"],
    ),
    "a claim per layer without zones": (
        "claims: {homes: {per: elevation}}\n",
        ["claims.homes: zones must come from a layer of kind zone or class"],
    ),
    "existing land of a layer of heights": (
        "rules: {forest-share: {existing: elevation}}\n",
        ["changed.yaml:2:34: ", "must name a layer of kind fraction, got 'elevation'"],
    ),
    "land taken off by heights": (
        "available: {minus: [elevation]}\n",
        ["changed.yaml:2:20: available.minus must name a layer of kind fraction"],
    ),
    "a place that is fixed and excluded": (
        FIX % "natura2000 > 0.5",
        [
            "changed.yaml:2:17: rules.fix-it fixes 'solar' in 4 cells, the first at "
            "X 50250 Y 400750, but 'no-homes-in-nature' excludes it there",
            "small.yaml:44:23: rules.no-homes-in-nature contradicts 'fix-it'",
        ],
    ),
    "a place that is fixed twice": (
        "rules: {fix-a: {kind: designation, uses: [solar], where: elevation < 1, "
        "status: fixed}, fix-b: {kind: designation, uses: [housing], "
        "where: elevation < 2, status: fixed}, no-homes-in-nature: ~}\n",
        ["rules.fix-b fixes 'housing' in 10 cells", "rules.fix-a contradicts 'fix-b'"],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_has_its_place_and_code_3(
    project: SmallProject, call: Call, name: str
) -> None:
    text, parts = MISTAKES[name]
    called = call("run", project.with_text(text), "-q")
    assert called.code == 3
    for part in parts:
        assert part in called.err
    assert called.out == ""
    assert not list(project.runs.glob("[!.]*"))


def test_a_mistake_is_said_in_dutch_too(project: SmallProject, call: Call) -> None:
    text, _ = MISTAKES["a place that is fixed and excluded"]
    called = call("run", project.with_text(text), "-q", "--lang", "nl")
    assert "legt 'solar' vast in 4 cellen, de eerste bij X 50250" in called.err
    assert "rules.no-homes-in-nature is in strijd met 'fix-it'" in called.err


def test_a_fixed_place_without_land_contradicts_nothing(
    project: SmallProject, call: Call
) -> None:
    text = FIX % "built_up > 0.5" + "  # in town there is no land\n"
    rule = "  no-town: {kind: exclusion, uses: [solar], where: built_up > 0.5}\n"
    whole = text.replace("rules: {", "rules:\n  ").replace("}}\n", "}\n")
    path = project.with_text(whole + rule)
    assert call("check", path, "-q").code == 0


def test_a_circle_of_files_is_named(project: SmallProject, call: Call) -> None:
    project.with_text("", "b.yaml").write_text("extends: a.yaml\n", encoding="utf-8")
    path = project.folder / "a.yaml"
    path.write_text("extends: b.yaml\n", encoding="utf-8")
    called = call("run", path)
    assert called.code == 3
    assert "b.yaml:1:10: extends must not go in a circle: a.yaml → b.yaml" in called.err


def test_the_faults_of_all_files_come_together(
    project: SmallProject, call: Call
) -> None:
    one = project.with_text("solve: {sed: 1}\n", "one.yaml")
    two = project.with_text("stays: 1 ha\n", "two.yaml")
    called = call("run", one, two)
    assert called.code == 3
    assert "one.yaml:2:9" in called.err
    assert "two.yaml:2:8" in called.err


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--gap", "1 ha"], "--gap must be"),
        (["--gap", "150 %"], "--gap must be"),
        (["--time-limit", "0 s"], "--time-limit must be"),
        (["--engine", "magic"], "--engine must be auto, flow, prices, "),
        (["--solver", "gurobi"], "--solver must be highs, scip or cp-sat"),
        (["--seed", "-1"], "--seed must be >= 0, got -1"),
        (["--seed", "x"], "--seed"),
        (["--bogus"], "--bogus"),
    ],
)
def test_a_wrong_option_has_code_2(
    project: SmallProject, call: Call, words: list[str], part: str
) -> None:
    called = call("run", project.scenario, *words)
    assert called.code == 2
    assert part in called.err
    assert not project.runs.exists()


@pytest.mark.parametrize("command", ["run", "check", "layers", "solve"])
def test_a_file_that_is_not_there_has_code_2(
    tmp_path: Path, call: Call, command: str
) -> None:
    called = call(command, tmp_path / "none.yaml", "--json")
    assert called.code == 2
    document = called.json
    assert document["exit_code"] == 2
    assert "file must exist, got" in document["faults"][0]


def test_an_engine_that_sees_no_neighbours_is_refused(
    project: SmallProject, call: Call
) -> None:
    text = "compactness: {housing: 0.5}\nsolve: {engine: prices}\n"
    called = call("run", project.with_text(text))
    assert called.code == 3
    assert "solve.engine must be compact or auto" in called.err
    assert "'prices' does not see" in called.err
