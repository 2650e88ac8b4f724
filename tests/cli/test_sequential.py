"""The baseline as a user runs it: one claim after the other."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.small_project import SmallProject

LAST_ON_THE_BEST = """\
claims: {forest_area: {target: {min: 240 ha, max: 250 ha}}}
rules:
  forest-share: ~
  forest-high: {kind: exclusion, uses: [forest], where: elevation < 11}
"""
"""Forest fits on the ten highest cells only, which homes and solar take before it."""


def test_the_scenario_chooses_the_engine(project: SmallProject, call: Call) -> None:
    called = call("run", project.with_text("solve: {engine: sequential}\n"), "--json")
    assert called.code == 0
    document = called.json
    assert document["engine"] == "sequential"
    assert document["status"] == "feasible"
    assert document["bound"] is None
    assert document["gap"] is None
    assert document["attempt"] is None
    best = call("run", project.scenario, "--json").json
    assert document["objective"] <= best["bound"]


def test_its_plan_has_maps_and_says_that_nothing_is_proven(
    project: SmallProject, call: Call
) -> None:
    called = call("run", project.scenario, "--engine", "sequential")
    assert called.code == 0
    assert "a plan, of which it is not proven how good it is" in called.out
    assert "objective: " in called.out
    (folder,) = project.runs.glob("[!.]*")
    assert (folder / "map.png").is_file()


def test_claims_left_unmet_are_named_with_what_they_got(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text(LAST_ON_THE_BEST)
    assert call("run", path, "--json").code == 0  # all together they fit
    called = call("run", path, "--engine", "sequential", "--json")
    assert called.code == 6
    document = called.json
    assert document["status"] == "no_solution"
    assert document["objective"] is None
    (unmet,) = document["attempt"]["unmet"]
    assert unmet["id"] == "claim[forest_area]"
    assert unmet["min"] == pytest.approx(240)
    assert 0 < unmet["achieved"] < 240
    assert document["attempt"]["points"] > 0
    assert document["claims"][2]["achieved"] is None
    folder = Path(document["run_dir"])
    assert json.loads((folder / "run.json").read_text("utf-8")) == document
    assert not (folder / "result.nc").exists()


def test_an_instance_file_gives_the_same_unmet_rows(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text(LAST_ON_THE_BEST)
    folder = Path(call("run", path, "--json").json["run_dir"])
    called = call("solve", folder / "instance.nc", "--engine", "sequential")
    assert called.code == 6
    assert "no plan: one claim after the other leaves demands unmet" in called.out
    assert "hard rows unmet: 1" in called.out
    assert "claim[forest_area]: " in called.out
    assert ", at least 240.00" in called.out
    assert "objective without those rows: " in called.out
    dutch = call(
        "solve", folder / "instance.nc", "--engine", "sequential", "--lang", "nl"
    )
    assert ", ten minste 240,00" in dutch.out


def test_a_priced_claim_smaller_than_a_cell_is_left_rather_than_passed(
    project: SmallProject, call: Call
) -> None:
    price = "shortfall: {allowed: true, price: 1 points/homes}"
    claim = f"{{target: {{min: 100 homes, max: 200 homes}}, {price}}}"
    path = project.with_text(f"claims: {{homes: {claim}}}\n")
    homes = call("run", path, "--engine", "sequential", "--json").json["claims"][0]
    assert (homes["achieved"], homes["shortfall"], homes["over"]) == (0, 100, 0)
