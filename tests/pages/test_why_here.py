"""A click in the page of a run says what ``puzzel explain --cell`` says."""

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
    page: Opened, made: Path
) -> None:
    run = read_explained(made)
    assert run.exclusion_use is not None
    assert run.exclusion_cell is not None
    count = run.exclusion_use.T.astype(int) @ run.exclusion_cell.astype(int)
    cells = {int(np.argmax(count.max(axis=0))), *some(run)}
    for cell in cells:
        text = chosen(page, cell)
        rows = page.page.locator(".cell tbody tr")
        for use in explain_cell(run, cell)["uses"]:
            if use["id"] == "none":
                continue
            row = rows.filter(has=page.page.locator("th", has_text=use["label"]["en"]))
            told = row.first.locator("td").last
            for rule in use["excluded_by"]:
                if rule["quote"]:
                    assert rule["quote"] in str(told.text_content())
            assert told.locator("> div").count() == len(use["excluded_by"]), text
    assert count.max() >= 1


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
