"""``new``, ``schema``, ``doctor``, ``status``, ``layers``, and ``--help``."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from scenarios.catalogue import provinces
from tests.cli.conftest import Call
from tests.small_project import SmallProject

COMMANDS = (
    *("demo", "new", "check", "run", "solve", "compare", "status"),
    *("schema", "doctor", "rules", "fetch"),
    *("layers list", "layers check", "layers show"),
)
HEAVY = ("numpy", "pandas", "numba", "xarray", "scipy", "geopandas", "ortools")


@pytest.mark.parametrize("province", provinces())
def test_a_new_project_loads_and_asks_for_its_data(
    tmp_path: Path, call: Call, province: str
) -> None:
    folder = tmp_path / "mine"
    called = call("new", province, folder)
    assert called.code == 0
    path = folder / f"{province}.yaml"
    said = f"next: puzzel fetch {province} {folder}, then puzzel run {path}"
    assert said in called.out.replace("\n", "")
    schema = json.loads((folder / "scenario.schema.json").read_text("utf-8"))
    for name in (f"{province}.yaml", "fetched.yaml", "data.yaml"):
        text = (folder / name).read_text("utf-8")
        held = json.loads(json.dumps(YAML(typ="safe").load(text), default=str))
        jsonschema.validate(held, schema)
    checked = call("check", folder / f"{province}.yaml", "--json")
    assert checked.code == 4
    assert "province_boundaries.gpkg; fetch it" in checked.json["faults"][0]


def test_a_new_project_of_the_country_divides_its_claims(
    tmp_path: Path, call: Call
) -> None:
    folder = tmp_path / "mine"
    called = call("new", "netherlands", folder)
    assert called.code == 0
    assert f"next: cd {folder} and puzzel run nederland.yaml" in called.out
    schema = json.loads((folder / "scenario.schema.json").read_text("utf-8"))
    for name in ("nederland.yaml", "data.yaml"):
        held = YAML(typ="safe").load((folder / name).read_text("utf-8"))
        jsonschema.validate(json.loads(json.dumps(held, default=str)), schema)
    checked = call("check", folder / "nederland.yaml", "--json")
    assert checked.code == 3
    assert "area must be given for province" in checked.json["faults"][0]
    assert len(checked.json["faults"]) == 1


def test_a_new_project_calls_the_province_by_its_name(
    tmp_path: Path, call: Call
) -> None:
    assert call("new", "fryslan", tmp_path / "mine").code == 0
    text = (tmp_path / "mine" / "fetched.yaml").read_text("utf-8")
    assert "naam = 'Fryslân'" in text


def test_a_province_without_rules_is_told_which_have_them(call: Call) -> None:
    called = call("new", "zeelant")
    assert called.code == 2
    assert "province must be one of" in called.err
    assert "zeeland" in called.err


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, call: Call
) -> None:
    (tmp_path / "zeeland.yaml").write_text("mine", encoding="utf-8")
    assert call("new", "zeeland", tmp_path).code == 2
    assert (tmp_path / "zeeland.yaml").read_text("utf-8") == "mine"


def test_the_schema_is_printed_or_written(tmp_path: Path, call: Call) -> None:
    printed = call("schema")
    assert printed.code == 0
    path = tmp_path / "s.json"
    assert call("schema", "--out", path).code == 0
    assert json.loads(path.read_text("utf-8")) == json.loads(printed.out)


def test_the_doctor_tries_every_solver(call: Call) -> None:
    called = call("doctor", "--json")
    assert called.code == 0, called.out
    found = called.json["checks"]
    assert {"GDAL", "PROJ", "numba", "highs", "scip", "cp-sat"} <= set(found)
    assert all(one["ok"] for one in found.values())
    assert "ortools" in called.json["versions"]


def test_status_lists_runs_newest_first(project: SmallProject, call: Call) -> None:
    assert "no runs in" in call("status", project.runs).out
    call("run", project.scenario)
    second = call("run", project.with_text("name: Second\n"), "--json").json
    listed = call("status", project.runs, "--json").json
    assert [run["name"] for run in listed] == ["Second", "Small"]
    assert listed[0]["run_dir"] == second["run_dir"]
    assert "optimal" in call("status", project.runs).out


def test_layers_are_told_with_their_source_and_what_is_missing(
    project: SmallProject, call: Call
) -> None:
    rule = "{kind: exclusion, uses: [solar], where: quiet_area > 0.5}"
    path = project.with_text(f"rules: {{quiet: {rule}}}\n")
    called = call("layers", path, "--json")
    assert called.code == 0
    assert called.json["missing"] == ["quiet_area"]
    nature = next(one for one in called.json["layers"] if one["name"] == "natura2000")
    assert (nature["source"], nature["licence"]) == ("test", "CC0-1.0")
    said = call("layers", path).out
    assert "1 layers that are asked for are missing; rules wait for 1:" in said
    assert said.splitlines()[-1].startswith("quiet_area")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_common_options(call: Call, command: str) -> None:
    called = call(*command.split(), "--help")
    assert called.code == 0
    for option in ("--json", "--lang", "--quiet", "-v"):
        assert option in called.out


def test_help_waits_for_nothing_heavy() -> None:
    code = f"import sys, cli.main; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
