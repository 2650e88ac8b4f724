"""``puzzel sensitivity``: numbers that move the plan, others, and those that cannot."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scenarios.load import load_scenario
from scenarios.sensitivity.base import base_of
from scenarios.sensitivity.find import Asked, find_sensitivity
from scenarios.sensitivity.search import Effort
from solver.watch import Watch
from tests.cli.conftest import Call
from tests.small_project import SmallProject

RULES = """\
rules:
  far:
    kind: suitability
    uses: [forest]
    layer: elevation
    curve: {linear: {0: 0, 10: 1}, assumed: true, reason: {nl: gok, en: a guess}}
    points: 3 points/ha
    enabled: false
  never: {kind: exclusion, uses: [solar], where: elevation > 99, assumed: true,
    reason: threshold}
"""


@pytest.fixture
def scenario(project: SmallProject) -> Path:
    return project.with_text(RULES, "asked.yaml")


def test_tells_what_moves_the_plan_and_keeps_it(scenario: Path, call: Call) -> None:
    called = call("sensitivity", scenario, "--time-limit", 3, "--json")
    assert called.code == 0, called.err
    found = called.json
    folder = Path(found["folder"])
    assert folder == scenario.parent / "runs" / "small-sensitivity"
    numbers = {one["key"]: one for one in found["numbers"]}
    homes = numbers["uses.housing.provides.homes"]
    assert found["numbers"][0] == homes
    assert homes["searched"]
    # 3,000 homes at 28 a hectare take 107.1 ha, five cells of 25 ha where four did
    assert homes["low"]["text"] == "28 homes/ha"
    assert homes["low"]["net_ha"] >= 25
    assert homes["low"]["keeping"] is None or homes["low"]["keeping"] > 0
    assert numbers["rules.far.points"]["why"] == "idle"
    assert numbers["rules.never"]["why"] == "expression"
    still = numbers["uses.solar.suitability.factors.near.weight"]
    assert (still["screened_ha"], still["searched"]) == (0.0, False)  # its only factor
    kept = json.loads((folder / "sensitivity.json").read_text(encoding="utf-8"))
    assert kept["numbers"] == found["numbers"]
    book = openpyxl.load_workbook(folder / "sensitivity.xlsx")
    keys = [row[-1].value for row in book["Sensitivity"].iter_rows(min_row=4)]
    assert keys == [one["key"] for one in found["numbers"]]
    assert (folder / "tornado.png").read_bytes()[:4] == b"\x89PNG"
    assert "35 homes/ha" in (folder / "tornado.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--most", -1), "--most must be 0 or more"),
        (("--time-limit", 0), "--time-limit must be above 0 s"),
        (("--only", "rules.unheard"), "--only must begin the key of a weight"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    scenario: Path, call: Call, words: tuple[Any, ...], told: str
) -> None:
    called = call("sensitivity", scenario, *words)
    assert called.code == 2
    assert told in called.err


def test_what_was_done_before_a_stop_is_kept(scenario: Path, call: Call) -> None:
    run = Path(call("run", scenario, "--json").json["run_dir"])
    base = base_of(load_scenario(scenario), run)
    watch = Watch()

    def stop(_done: int, _of: int) -> None:
        watch.interrupt()

    asked = Asked(20, Effort(3.0, 0.0025, 1))
    data = find_sensitivity(base, asked, watch, lambda _done, _of: None, stop)
    assert data["interrupted"]
    assert sum(one["searched"] for one in data["numbers"]) == 1
    assert all(one["why"] != "stopped" for one in data["numbers"])
