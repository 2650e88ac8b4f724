"""A click in the page of a run says what ``puzzel explain --cell`` says."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr

from atlas.page.report import write_report
from atlas.words.words import Words
from scenarios.amounts import amount
from scenarios.explain.cell import explain_cell
from scenarios.explain.explained_run import ExplainedRun, read_explained
from scenarios.explain.sentences import row_name, why_sentences
from scenarios.load import load_scenario
from scenarios.options import Options
from scenarios.run import run_scenario
from scenarios.words import Language
from tests.pages.browser import Opened, address, opened
from tests.small_project import small_project

MORE = """\
name: Two, one after the other
compactness: {housing: 0.05, solar: 0.03, forest: 0.02}
uses:
  housing:
    suitability:
      combine: geometric
      factors:
        station:
          layer: grid_station
          curve: {triangular: {low: 0, peak: 900, high: 7e3}}
        place:
          label: {nl: ligging, en: place}
          layer: municipality
          curve: {classes: {Aal: 0.3, Beek: 0.8}, otherwise: 0.5}
          weight: 2
  solar:
    suitability:
      factors:
        high: {layer: elevation, curve: {s_shaped: {low: 9, high: 1}}, weight: 1.5}
        steps:
          layer: grid_station
          curve: {linear: {0: 0.2, 300: 1, 900: 0.4, 4e3: 0.9}}
rules:
  homes-with-solar:
    kind: combination
    label: {nl: wonen met zon, en: housing with solar}
    use: solar_homes
    of: [housing, solar]
    credit: {housing: 0.8, solar: 0.4}
"""
"""Every form of curve, both means, neighbours, and a use that combines two."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One run, with its page."""
    project = small_project(tmp_path_factory.mktemp("why") / "project")
    options = Options(project.runs, "en")
    run = run_scenario(load_scenario(project.with_text(MORE)), options).folder
    write_report(run, run / "report.html", Words("en"))
    return run


@pytest.fixture
def page(browser: Any, made: Path) -> Iterator[Opened]:
    with opened(browser, address(made / "report.html")) as found:
        found.settle()
        yield found


WHY = """async (cell) => {
  const told = await cellWhy(head.runs[0], puzzel.grid, cell);
  return [...told[0].children].map((one) => one.textContent);
}"""


def lines_of(page: Opened, where: str) -> list[tuple[str, list[str]]]:
    """The lines of tables: heading and values."""
    lines = page.page.locator(where).locator("tbody tr, tfoot tr").all()
    return [
        (str(line.locator("th").text_content()), line.locator("td").all_text_contents())
        for line in lines
    ]


def chosen(page: Opened, cell: int) -> str:
    """Choose a cell; return what the page says of it."""
    x_m, y_m = page.ask("(cell) => puzzel.grid.middle(cell)", cell)
    page.ask("(cell) => puzzel.state.choose(cell, [0, 0])", cell)
    where = f"X {x_m:,.0f} Y {y_m:,.0f}"
    page.page.wait_for_selector(f".cell .where:text-is('{where}')")
    return str(page.page.text_content(".cell"))


def some(run: ExplainedRun) -> list[int]:
    """The first and last cell of every use that came."""
    return [
        int(cells[at])
        for use in np.unique(run.use)
        for cells in [np.flatnonzero(run.use == use)]
        for at in (0, -1)
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_cell_is_told_in_the_words_of_explain(
    page: Opened, made: Path, lang: Language
) -> None:
    run = read_explained(made)
    page.ask("(lang) => change('lang', lang)", lang)
    kinds = set()
    for cell in range(run.use.size):
        found = explain_cell(run, cell, made)
        wanted = list(why_sentences(found, lang))
        assert page.ask(WHY, cell) == wanted, cell
        kinds |= {
            (part["id"], part["mean"]) for use in found["uses"] for part in use["parts"]
        }
    assert {("housing", "geometric"), ("solar", "weighted")} <= kinds
    assert page.complaints == []


def test_the_figures_of_a_cell_are_those_of_explain(page: Opened, made: Path) -> None:
    run = read_explained(made)
    told = set()
    for cell in some(run):
        found = explain_cell(run, cell, made)
        uses = {use["id"]: use for use in found["uses"]}
        two = [uses[one["id"]] for one in (found["use"], found["runner_up"]) if one]
        chosen(page, cell)
        lines = dict(lines_of(page, ".cell details.figures >> nth=0"))
        heard = lines["suitability and preferences"]
        assert heard == [amount(round(use["points"], 1), "en") for use in two]
        assert lines["together"] == [
            amount(round(use["worth"], 1) + 0.0, "en") for use in two
        ]
        for use in two:
            for row in use["rows"]:
                if abs(row["points"]) >= 0.05:
                    text = lines[row_name(row, "en")][two.index(use)]
                    assert text == amount(round(row["points"], 1), "en")
        assert lines["neighbours"] == [
            amount(round(use["edges"], 1) + 0.0, "en") for use in two
        ]
        factors = [
            factor for use in two for part in use["parts"] for factor in part["factors"]
        ]
        if not factors:
            continue
        names = lines_of(page, ".cell details.figures >> nth=1")
        assert len(names) == len(factors)
        for (name, values), factor in zip(names, factors, strict=True):
            assert factor["layer"] in name
            assert factor["curve"] in name
            assert float(values[0]) == pytest.approx(factor["worth"], abs=0.00501)
            assert float(values[1]) == factor["weight"]
        told |= {factor["curve"][:1] for factor in factors}
        if any(use["edges"] for use in two):
            told.add("edges")
    assert {"edges", "△", "S", "A", "0"} <= told


def test_what_other_uses_lack_is_told_to_a_tenth(page: Opened, made: Path) -> None:
    run = read_explained(made)
    for cell in some(run):
        found = explain_cell(run, cell, made)
        came = next(use for use in found["uses"] if use["id"] == found["use"]["id"])
        chosen(page, cell)
        rows = page.page.locator(".cell > table tbody tr").all()
        lacks = {
            row.locator("th span").inner_text(): row.locator("td").last for row in rows
        }
        others = [
            use for use in found["uses"] if use["worth"] is not None and use is not came
        ]
        assert others
        for use in others:
            text = lacks[use["label"]["en"]].inner_text()
            less = came["worth"] - use["worth"]
            assert float(text.removesuffix(" more").replace(",", "")) == pytest.approx(
                abs(less), abs=0.0501
            )
            assert text.endswith(" more") == (round(less, 1) < 0)


def test_what_does_not_fit_is_said_with_the_command_that_tells_it(
    browser: Any, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("atlas.page.run_part.WHY_BUDGET", 0)
    write_report(made, tmp_path / "report.html", Words("en"))
    run = read_explained(made)
    with opened(browser, address(tmp_path / "report.html")) as page:
        page.settle()
        problems = str(page.page.text_content(".problems"))
        assert f"puzzel explain runs/{made.name} --cell X,Y tells it" in problems
        for cell in some(run):
            found, text = explain_cell(run, cell), chosen(page, cell)
            assert found["runner_up"]["label"]["en"] in text
            way = "less" if round(found["margin"], 1) >= 0 else "better"
            assert f"{abs(found['margin']):,.1f} points {way}" in text
        assert page.complaints == []


def test_every_rule_that_keeps_a_use_out_is_told_with_its_quote(
    browser: Any, made: Path, tmp_path: Path
) -> None:
    run = Path(shutil.copytree(made, tmp_path / "run"))
    with xr.load_dataset(run / "reasons.nc", engine="h5netcdf") as held:
        names = held["exclusion_name"].to_numpy().tolist()
        second = held.isel(exclusion=[0])
        second["exclusion_name"] = ("exclusion", np.array(["own-second"], object))
        second["exclusion_use"] = second["exclusion_use"] * 0 + 1
        second["exclusion_cell"] = second["exclusion_cell"] * 0 + 1
        both = xr.concat([held, second], "exclusion", data_vars="minimal")
    both.to_netcdf(run / "reasons.nc", engine="h5netcdf")
    document = json.loads((run / "run.json").read_text("utf-8"))
    rule = next(one for one in document["rules"] if one["id"] in names)
    rules = [
        {**rule, "id": name, "quote": f"Niet bij {name}.", "section": f"art. {at}"}
        for at, name in enumerate([*names, "own-second"])
    ]
    document["rules"] = rules
    (run / "run.json").write_text(json.dumps(document), "utf-8")
    write_report(run, run / "report.html", Words("en"))
    explained = read_explained(run)
    cell = int(np.argmax(explained.excluded_by.max(axis=0) >= 0))
    out = [use for use in explain_cell(explained, cell)["uses"] if use["excluded_by"]]
    assert max(len(use["excluded_by"]) for use in out) >= 2
    with opened(browser, address(run / "report.html")) as page:
        page.settle()
        chosen(page, cell)
        rows = page.page.locator(".cell tbody tr")
        for use in out:
            row = rows.filter(has=page.page.locator("th", has_text=use["label"]["en"]))
            told = row.first.locator("td").last
            assert told.locator("> div").count() == len(use["excluded_by"])
            for one in use["excluded_by"]:
                text = str(told.text_content())
                assert one["quote"] in text
                assert one["section"] in text


def test_a_run_without_prices_tells_no_runner_up(
    browser: Any, made: Path, tmp_path: Path
) -> None:
    run = Path(shutil.copytree(made, tmp_path / "run"))
    with xr.load_dataset(run / "result.nc", engine="h5netcdf") as held:
        held.drop_vars("row_price").to_netcdf(run / "result.nc", engine="h5netcdf")
    write_report(run, run / "report.html", Words("en"))
    with opened(browser, address(run / "report.html")) as found:
        found.settle()
        text = chosen(found, 0)
        assert "next best" not in text
        assert "new land use" in text
        assert found.complaints == []
