"""``puzzel explain --against``: three municipalities share a claim, or each its own."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scenarios.load import load_scenario
from scenarios.options import Options
from scenarios.run import run_scenario
from tests.cli.conftest import Call
from tests.small_project import small_project

SHARED = """\
name: Shared {shift}
extends: {base}
division:
  layer: municipality
  shift: {shift}
  keys: {{even: {{parts: {{Aal: 1, Beek: 1, Cel: 1}}, source: a test}}}}
  label: {{nl: Niet afwentelen, en: No shifting}}
  source: {{text: a test}}
claims:
  {claim}: {{divided_by: even}}
"""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same land, free and each by itself."""
    project = small_project(tmp_path_factory.mktemp("against") / "project")
    found = {"none": run_of(project.scenario, project.runs)}
    for shift in ("~", "0 %"):
        text = SHARED.format(shift=shift, base=project.scenario.name, claim="homes")
        path = project.scenario.with_name(f"shared-{shift[0]}.yaml")
        path.write_text(text, encoding="utf-8")
        found[shift] = run_of(path, project.runs)
    return found


def run_of(scenario: Path, runs: Path) -> Path:
    return run_scenario(load_scenario(scenario), Options(runs, "en")).folder


def asked(runs: dict[str, Path], call: Call) -> dict[str, Any]:
    found: dict[str, Any] = call(
        "explain", runs["~"], "--against", runs["0 %"], "--json", "--lang", "en"
    ).json["division"]
    return found


def test_says_who_moves_what_and_what_it_brings(
    runs: dict[str, Path], call: Call
) -> None:
    found = asked(runs, call)
    (claim,) = found["claims"]
    assert [zone["zone"] for zone in claim["zones"]] == ["Aal", "Beek", "Cel"]
    for zone in claim["zones"]:
        assert zone["part"] == pytest.approx(claim["asked"] / 3)
        assert zone["separate"] >= zone["part"] - 1e-3  # homes may not fall short
        assert zone["moved"] == pytest.approx(zone["joint"] - zone["separate"])
    assert claim["moved"] > 0
    points = found["points"]
    assert points["gain_most"] >= points["gain"] > 0
    for zone in found["zones"]:
        assert zone["moved_ha"] == pytest.approx(zone["joint_ha"] - zone["separate_ha"])


def test_the_tables_come_in_the_workbook(runs: dict[str, Path], call: Call) -> None:
    called = call("explain", runs["~"], "--against", runs["0 %"], "--lang", "nl")
    assert called.code == 0
    assert "Samen is het plan" in called.out
    book = openpyxl.load_workbook(runs["~"] / "tables.xlsx", read_only=True)
    assert {"Samen of apart", "Opgaven per gebied"} <= set(book.sheetnames)
    rows = list(book["Opgaven per gebied"].iter_rows(values_only=True))
    assert sum(row[2] in ("Aal", "Beek", "Cel") for row in rows) == 3


def test_a_run_that_divides_nothing_is_refused(
    runs: dict[str, Path], call: Call
) -> None:
    called = call("explain", runs["none"], "--against", runs["0 %"], "--lang", "en")
    assert called.code != 0
    assert "claims with divided_by to tell who does what" in called.err
    dutch = call("explain", runs["~"], "--against", runs["none"], "--lang", "nl")
    assert "reken een scenario met een division door" in dutch.err
