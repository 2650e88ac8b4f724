"""How uses lie, in the document, the summary, the check and the tables."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from solver.compile import to_instance
from solver.instance_file import write_instance
from tests.cli.conftest import Call
from tests.small_project import SmallProject
from tests.solver.small import scattered

RULES = """\
rules:
  forest-near:
    kind: coverage
    label: {nl: bos dichtbij, en: forest near}
    uses: [forest]
    reach: 1 km
    least: 60 ha
    hardness: soft
    price: 1 points/ha
  homes-in-one:
    {kind: contiguity, uses: [housing], min_area: 50 ha, hardness: soft, price: 0.2}
  far-off: {kind: separation, uses: [housing], where: built_up > 0.5, distance: 600 m}
"""


def _with_rules(project: SmallProject, more: str = "") -> Path:
    return project.with_text(RULES + more)


def _run(project: SmallProject, call: Call) -> dict[str, Any]:
    called = call("run", _with_rules(project), "--json")
    assert called.code == 0, called.err
    document: dict[str, Any] = called.json
    return document


def test_the_document_tells_how_uses_lie(project: SmallProject, call: Call) -> None:
    document = _run(project, call)
    patches = {form["use"]: form for form in document["patches"]}
    assert set(patches) == {"housing", "solar", "forest"}
    homes = patches["housing"]
    cells = sum(use["ha"] for use in document["uses"] if use["id"] == "housing") / 25
    assert homes["n"] * homes["smallest_ha"] / 25 <= cells
    assert 0 < homes["compactness"] <= 1
    (near,) = document["coverage"]
    # 6 x 5 blocks of 1 km; every one asks for 60 ha
    assert (near["rule"], near["blocks"], near["block_m"]) == ("forest-near", 30, 1000)
    assert near["covered"] + near["short"] == 30
    assert near["short"] > 0
    assert 0 < near["worst_shortfall"] <= 60
    assert document["separations"] == []
    rules = {rule["id"]: rule for rule in document["rules"]}
    assert rules["forest-near"]["violated"] > 0
    assert rules["far-off"]["asks"] == {
        "nl": "wonen ten minste 600 m van land waar built_up > 0.5",
        "en": "housing at least 600 m from land where built_up > 0.5",
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("patches: ", "km of edge", "forest near: ", "of 30 blocks have enough"),
        ),
        ("nl", ("plekken: ", "km rand", "bos dichtbij: ", "van 30 blokken hebben")),
    ],
)
def test_the_summary_and_the_tables_tell_it_too(
    project: SmallProject, call: Call, language: str, said: tuple[str, ...]
) -> None:
    called = call("run", _with_rules(project), "--lang", language)
    assert all(text in called.out for text in said)
    (folder,) = project.runs.glob("[!.]*")
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    names = {sheet.title for sheet in book}
    wanted = {"en": {"Patches", "Distance and reach"}}
    assert names >= wanted.get(language, {"Plekken", "Afstand en bereik"})


def test_check_says_which_layers_rules_wait_for(
    project: SmallProject, call: Call
) -> None:
    rules = (
        "rules:\n"
        "  quiet: {kind: exclusion, uses: [solar], where: quiet_area > 0.5}\n"
        "  still: {kind: exclusion, uses: [solar], where: quiet_area > 0.1}\n"
        "  peat: {kind: exclusion, uses: [solar], where: peat}\n"
    )
    path = project.with_text(rules)
    assert call("check", path, "--json").json["missing_layers"] == {
        "quiet_area": 2,
        "peat": 1,
    }
    said = call("check", path).out
    assert "layers that are missing: 2" in said
    assert "quiet_area (2), peat (1)" in said


def test_check_says_what_is_asked(project: SmallProject, call: Call) -> None:
    more = (
        "  one-park:\n"
        "    {kind: contiguity, uses: [solar], sites: 1, min_area: 100 ha}\n"
        "  apart: {kind: separation, uses: [housing], from: [solar], distance: 1 km}\n"
    )
    called = call("check", _with_rules(project, more))
    assert called.code == 0
    for said in (
        "forest-near: at least 60 ha of forest within 1 km of every block, if not: "
        "1 points/ha",
        "homes-in-one: housing rather in large patches, at 0.2 points per 100 m",
        "one-park: 1 site of solar park of at least 100 ha",
        "apart: housing at least 1 km from solar park",
    ):
        assert f"changed.yaml: {said}" in called.out
    dutch = call("check", _with_rules(project, more), "--lang", "nl").out
    assert "one-park: 1 locatie van zonnepark van ten minste 100 ha" in dutch
    asked = call("check", _with_rules(project, more), "--json").json["asked"]
    assert {rule["id"] for rule in asked} == {
        *("forest-near", "homes-in-one", "far-off", "one-park", "apart")
    }


def test_a_solved_instance_tells_its_patches(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "i.nc"
    write_instance(to_instance(scattered(4, 5)), path)
    called = call("solve", path, "--json")
    forms = called.json["patches"]
    assert {form["use"] for form in forms} <= {"homes", "park"}
    assert sum(form["n"] for form in forms) > 0
    assert "patches: " in call("solve", path).out
