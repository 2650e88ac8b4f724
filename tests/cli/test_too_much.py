"""Claims that the land cannot hold: said before the search, with both numbers."""

import json

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Call
from tests.small_project import LAND_HA, SmallProject

ALONE = "claims: {forest_area: {target: {min: 9_000 ha, max: ~}}}\n"
TOGETHER = "claims: {forest_area: {target: {min: 2_900 ha, max: ~}}}\n"
WITHOUT_SHARE = "rules: {forest-share: ~}\n"


def test_one_claim_above_the_land_has_both_numbers_and_code_5(
    project: SmallProject, call: Call
) -> None:
    called = call("run", project.with_text(ALONE + WITHOUT_SHARE), "--json")
    assert called.code == 5
    document = called.json
    assert document["status"] == "infeasible"
    assert document["conflict"] == ["claim[forest_area]"]
    assert document["engine"] == "presolve"
    assert "forest_area needs at least 9,000 ha" in document["excess"][0]
    assert f"give at most {LAND_HA:,} ha" in document["excess"][0]


def test_claims_that_fit_only_alone_have_both_numbers_and_code_5(
    project: SmallProject, call: Call
) -> None:
    called = call("run", project.with_text(TOGETHER + WITHOUT_SHARE), "--json")
    assert called.code == 5
    document = called.json
    # 2,900 ha + 3,000 homes / 35 + 100 MWp / 0.9
    needed = round(2_900 + 3_000 / 35 + 100 / 0.9, 1)
    assert f"together need at least {needed:,} ha" in document["excess"][0]
    assert f"there are {LAND_HA:,} ha of land that may change" in document["excess"][0]
    # two of the three are too much already: solar parks may not come in nature
    assert sorted(document["conflict"]) == ["claim[forest_area]", "claim[power]"]


def test_it_is_said_before_the_search(project: SmallProject, call: Call) -> None:
    called = call("run", project.with_text(ALONE + WITHOUT_SHARE))
    lines = called.err.splitlines()
    said = next(at for at, line in enumerate(lines) if "needs at least" in line)
    assert said < next(at for at, line in enumerate(lines) if "solving" in line)


def test_dutch_has_dutch_numbers(project: SmallProject, call: Call) -> None:
    path = project.with_text(ALONE + WITHOUT_SHARE)
    called = call("run", path, "-q", "--lang", "nl")
    assert (
        "claim forest_area vraagt ten minste 9.000 ha, maar op 2.975 ha" in called.out
    )


def test_a_priced_shortfall_is_paid_and_still_said(
    project: SmallProject, call: Call
) -> None:
    price = "shortfall: {allowed: true, price: 5 points/ha}"
    text = ALONE.replace("max: ~}", "max: ~}, " + price)
    called = call("run", project.with_text(text + WITHOUT_SHARE), "--json")
    assert called.code == 0
    document = called.json
    assert "needs at least 9,000 ha" in document["excess"][0]
    claim = {one["id"]: one for one in document["claims"]}["forest_area"]
    assert claim["shortfall"] == pytest.approx(9_000 - claim["achieved"])


def test_limits_that_the_presolve_does_not_see_are_named(
    project: SmallProject, call: Call
) -> None:
    text = "rules: {forest-share: {max: 5 %}}\n"  # at most 150 ha, 200 are claimed
    called = call("run", project.with_text(text), "--json")
    assert called.code == 5
    assert "claim[forest_area]" in called.json["conflict"]
    assert any("forest-share" in row for row in called.json["conflict"])


@pytest.mark.parametrize("text", [ALONE + WITHOUT_SHARE, TOGETHER + WITHOUT_SHARE])
def test_check_says_the_same_without_a_run(
    project: SmallProject, call: Call, text: str
) -> None:
    path = project.with_text(text)
    called = call("check", path, "--json")
    assert called.code == 5
    assert called.json["fits"] is False
    assert not list(project.runs.glob("[!.]*"))
    assert called.json["excess"] == call("run", path, "--json").json["excess"]


def test_check_proposes_what_fits(project: SmallProject, call: Call) -> None:
    rule = "rules: {forest-share: {max: 5 %}}\n"
    path = project.with_text(rule)
    called = call("check", path, "--json")
    assert called.code == 5
    proposals = {one["row"]: one for one in called.json["proposals"]}
    assert proposals
    told = call("check", path).out
    assert "Proposal 1: lower " in told
    assert "Voorstel 1: verlaag " in call("check", path, "--lang", "nl").out
    changes = ""
    if claim := proposals.pop("claim[forest_area]", None):
        least = f"{claim['proposed_low']:.4f} ha"
        changes += f"claims: {{forest_area: {{target: {{min: {least}, max: ~}}}}}}\n"
        assert "from 200 to 149.9 ha" in told  # rounded to what fits
    if proposals:
        (share,) = proposals.values()
        part = 100 * share["proposed_high"] / (LAND_HA + 25)
        rule = f"rules: {{forest-share: {{max: {part + 0.1:.2f} %}}}}\n"
    assert call("check", project.with_text(changes + rule)).code == 0


def test_a_run_explains_itself_as_check_does_in_json_words_and_workbook(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text("rules: {forest-share: {max: 5 %}}\n")
    checked = call("check", path, "--json").json
    ran = call("run", path)
    assert ran.code == 5
    (folder,) = project.runs.glob("[!.]*")
    explained = json.loads((folder / "explain.json").read_text("utf-8"))
    for found in (explained, checked):
        del found["fit"]["seconds"]
    assert explained["fit"] == checked["fit"]
    sentences = [
        {key: one[key] for key in ("nl", "en")} for one in checked["sentences"]
    ]
    told = [{key: one[key] for key in ("nl", "en")} for one in explained["sentences"]]
    assert told == sentences
    assert all(one["en"] in ran.out for one in told)
    book = load_workbook(folder / "tables.xlsx")
    page = book["Does it fit"]
    first = [cell.value for cell in page[4]]
    assert first[:5] == [
        "clashes",
        "forest_area",
        200,
        pytest.approx(150, abs=0.01),
        "ha",
    ]
    read_me = [row[1].value for row in book.worksheets[0].iter_rows()]
    assert sentences[-1]["en"] in read_me


def test_a_run_that_fits_says_so(project: SmallProject, call: Call) -> None:
    assert call("run", project.scenario).code == 0
    (folder,) = project.runs.glob("[!.]*")
    explained = json.loads((folder / "explain.json").read_text("utf-8"))
    assert explained["fit"]["fits"] is True
    assert explained["fit"]["conflict"] == []


def test_a_run_that_does_not_fit_has_a_folder(
    project: SmallProject, call: Call
) -> None:
    called = call("run", project.with_text(ALONE + WITHOUT_SHARE), "--json")
    (folder,) = project.runs.glob("[!.]*")
    names = {path.name for path in folder.iterdir()}
    assert {"run.json", "instance.nc", "tables.xlsx", "events.jsonl"} <= names
    assert "result.nc" not in names
    assert json.loads((folder / "run.json").read_text("utf-8")) == called.json


def test_what_only_whole_cells_cannot_do_is_told_as_such(
    project: SmallProject, call: Call
) -> None:
    """Forest of 30 to 40 ha fits parts of cells of 25 ha, and no number of them."""
    text = "claims: {forest_area: {target: {min: 30 ha, max: 40 ha}}}\n"
    called = call("run", project.with_text(text + WITHOUT_SHARE))
    assert called.code == 5
    assert "in whole cells there is not" in called.out
    (folder,) = project.runs.glob("[!.]*")
    found = json.loads((folder / "explain.json").read_text("utf-8"))["fit"]
    assert found["fits"] is False
    assert found["only_whole_cells"] is True
