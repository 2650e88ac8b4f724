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
from scenarios.explain.cell import explain_cell
from scenarios.explain.explained_run import ExplainedRun, read_explained
from scenarios.load import load_scenario
from scenarios.options import Options
from scenarios.run import run_scenario
from tests.pages.browser import Opened, address, opened
from tests.small_project import small_project


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One run, with its page."""
    project = small_project(tmp_path_factory.mktemp("why") / "project")
    options = Options(project.runs, "en")
    run = run_scenario(load_scenario(project.scenario), options).folder
    write_report(run, run / "report.html", Words("en"))
    return run


@pytest.fixture
def page(browser: Any, made: Path) -> Iterator[Opened]:
    with opened(browser, address(made / "report.html")) as found:
        found.settle()
        yield found


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


def test_the_runner_up_and_its_margin_are_those_of_explain(
    page: Opened, made: Path
) -> None:
    run = read_explained(made)
    told = 0
    for cell in some(run):
        found, text = explain_cell(run, cell), chosen(page, cell)
        if found["runner_up"] is None:
            assert "nothing else may come here" in text
            continue
        assert found["runner_up"]["label"]["en"] in text
        way = "less" if round(found["margin"], 1) >= 0 else "better"
        assert f"{abs(found['margin']):,.1f} points {way}" in text
        told += 1
    assert told >= 2


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
