import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import xarray as xr

from atlas.page.report import write_report
from atlas.read_run import read_run
from atlas.words.words import Words
from grids.dataset import read_province, write_province
from grids.layers import Layer, Origin
from scenarios.explain.told import keep
from tests.atlas.run_folder import make_run
from tests.atlas.test_explained import TOLD
from tests.pages.browser import Opened, address, opened
from tests.pages.reasons_file import write_reasons


def test_opens_from_a_file_without_network_or_complaint(report: Opened) -> None:
    report.settle()
    schemes = {url.partition(":")[0] for url in report.requests}
    assert schemes <= {"file", "data", "blob"}
    assert sum(url.startswith("file:") for url in report.requests) == 1
    assert report.complaints == []


def test_a_click_gives_the_value_of_the_raster_there(
    report: Opened, runs: tuple[Path, Path, Path]
) -> None:
    run = read_run(runs[0])
    with rasterio.open(runs[0] / "allocation.tif") as raster:
        plane = raster.read(1)
        report.settle()
        for cell in np.flatnonzero(run.use > 0)[[0, 20, -1]].tolist():
            row, col = int(run.grid.row[cell]), int(run.grid.col[cell])
            x, y = raster.xy(row, col)
            report.show(cell)
            report.page.mouse.click(*report.place(0, cell))
            report.wait(f"puzzel.state.cell === {cell}")
            name = run.uses[plane[row, col]].label["nl"]
            report.page.wait_for_selector(f".cell dd:text-is('{name}')")
            where = report.page.inner_text(".cell .where")
            assert where == f"X {x:,.0f} Y {y:,.0f}".replace(",", ".")


def test_a_cell_tells_by_which_rule_a_use_is_kept_out(
    report: Opened, runs: tuple[Path, Path, Path]
) -> None:
    run = read_run(runs[0])
    free = np.flatnonzero(run.available_ha > 0)
    cell = int(free[free % 7 == 0][0])
    report.ask("(cell) => puzzel.state.choose(cell, [0, 0])", cell)
    row = report.page.locator(".cell tbody tr", has_text="wonen")
    assert "regel wbs-deep-polders" in row.inner_text()
    quote = row.locator("blockquote").text_content()
    assert quote == "=5-10% van de diepe polders"


def test_the_keyboard_chooses_the_cell_in_the_middle(report: Opened) -> None:
    cell = report.ask("Math.floor(puzzel.grid.cells / 2)")
    report.ask("(cell) => puzzel.state.view.setCenter(puzzel.grid.middle(cell))", cell)
    report.page.focus(".map")
    before = report.ask("puzzel.state.view.getCenter()")
    report.page.keyboard.press("Enter")
    report.wait(f"puzzel.state.cell === {cell}")
    report.page.keyboard.press("ArrowRight")
    report.wait(f"puzzel.state.view.getCenter()[0] > {before[0]}")
    report.page.keyboard.press("+")
    size = report.ask("puzzel.grid.size")
    report.wait(f"puzzel.state.view.getResolution() < {size}")


def test_coordinates_choose_a_cell_and_others_are_told(report: Opened) -> None:
    x, y = report.ask("puzzel.grid.middle(5)")
    report.page.fill(".rd input[name=x]", f"{x:,.0f}".replace(",", "."))
    report.page.fill(".rd input[name=y]", f"{y:.0f}")
    report.page.click(".rd button")
    report.wait("puzzel.state.cell === 5")
    report.page.fill(".rd input[name=x]", "1")
    report.page.click(".rd button")
    report.page.wait_for_selector(".cell p:has-text('geen cel')")


def test_cells_have_their_colours_in_either_palette(
    report: Opened, runs: tuple[Path, Path, Path]
) -> None:
    run = read_run(runs[0])
    cell = _middle_of_a_patch(run.plane(run.use, 0), run.grid.number)
    report.show(cell)
    use = run.use[cell]
    for palette, key in (("plan", "colour"), ("safe", "safe")):
        report.page.select_option("[data-keep=palette]", palette)
        report.page.uncheck("[data-keep=hatch]")
        report.settle()
        wanted = tuple(report.ask(f"head.uses[{use}].{key}"))
        assert report.pixel(0, cell) == wanted
    report.page.check("[data-keep=hatch]")
    report.settle()
    report.page.uncheck(f"[data-keep=use-{use}]")
    report.settle()
    assert report.pixel(0, cell) != wanted


def test_another_layer_has_its_own_colours_and_legend(
    report: Opened, runs: tuple[Path, Path, Path]
) -> None:
    report.page.select_option("[data-keep=layer]", "suitability.1")
    report.page.wait_for_selector(".ramp")
    report.page.uncheck("[data-keep=showNew]")
    col = read_run(runs[0]).grid.col
    shades = []
    for cell in (int(col.argmin()), int(col.argmax())):
        report.show(cell)
        shades.append(sum(report.pixel(0, cell)))
    assert shades[0] > shades[1] + 100  # the more suitable, the darker


def test_a_layer_that_no_code_knows_is_shown_too(browser: Any, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    province = read_province(run / "cells.nc")
    sure = np.arange(province.grid.n_cells, dtype=np.int32) % 2
    names = {0: "betwistbaar", 1: "besloten"}
    layers = {
        "sure": Layer("sure", "class", sure, "1", Origin("puzzel"), names),
        "price": Layer(
            "price", "value", sure.astype(np.float32) * 250, "EUR", Origin("puzzel")
        ),
    }
    whole = replace(province, layers={**province.layers, **layers})
    write_province(whole, run / "cells.nc")
    page_file = write_report(run, run / "report.html", Words("nl"))
    with opened(browser, address(page_file)) as page:
        page.page.select_option("[data-keep=layer]", "sure")
        page.page.wait_for_selector(".keys li:has-text('betwistbaar')")
        page.ask("puzzel.state.choose(3, puzzel.grid.middle(3))")
        page.page.wait_for_selector(".cell dd:has-text('besloten')")
        page.page.wait_for_selector(".cell dd:has-text('250 EUR')")


def test_what_a_run_explains_is_shown(browser: Any, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    write_reasons(run)
    with xr.open_dataset(run / "reasons.nc", engine="h5netcdf") as held:
        more = held.load()
    about = {"label_nl": "prijs", "label_en": "price", "units": "EUR"}
    prices = np.full(more.suitability.shape, 12.5, np.float32)
    prices[:, 0] = 99
    more["price"] = (("use", "cell"), prices, about)
    more.to_netcdf(run / "reasons.nc", engine="h5netcdf")
    sentences = ["plain", {"nl": "Bos kost het meest.", "en": "Forest costs most."}]
    text = json.dumps({"sentences": sentences, "more": 1})
    (run / "explain.json").write_text(text, encoding="utf-8")
    page_file = write_report(run, run / "report.html", Words("nl"))
    with opened(browser, address(page_file)) as page:
        assert "Bos kost het meest." in page.page.inner_text("#summary")
        page.page.select_option("[data-keep=layer]", "price.1")
        page.page.wait_for_selector("h4:has-text('prijs: wonen')")
        page.ask("puzzel.state.choose(0, puzzel.grid.middle(0))")
        page.page.wait_for_selector(".cell td:has-text('99 EUR')")
        page.page.select_option("[data-keep=lang]", "en")
        assert "Forest costs most." in page.page.inner_text("#summary")
        page.page.wait_for_selector(".cell th:has-text('price')")


def test_a_question_that_was_asked_has_its_sentences_and_table(
    browser: Any, tmp_path: Path
) -> None:
    run = make_run(tmp_path / "run")
    keep(run, TOLD)
    page_file = write_report(run, run / "report.html", Words("nl"))
    with opened(browser, address(page_file)) as page:
        assert "Wonen kost" not in page.page.inner_text("#summary")
        answer = page.page.locator("#explained details")
        assert not answer.locator("table").is_visible()
        answer.locator("summary").focus()
        page.page.keyboard.press("Enter")
        assert answer.locator("li").inner_text() == "Wonen kost 2,5."
        row = answer.locator("tbody tr").first.inner_text().split("\t")
        assert row == ["wonen", "2,50", "12,0", "25,00%"]
        page.page.select_option("[data-keep=lang]", "en")
        assert answer.locator("summary").inner_text() == "Prices"
        assert page.complaints == []


def test_shows_where_an_indicator_comes_from(browser: Any, tmp_path: Path) -> None:
    run = make_run(tmp_path / "run")
    write_reasons(run)
    n_cells = read_run(run).grid.n_cells
    amount = np.zeros((2, n_cells), np.float32)
    amount[0, :9] = 4
    names = np.array(["jobs-near-homes", "lost"], object)
    told = xr.Dataset(
        {
            "amount": (("indicator", "cell"), amount),
            "rule": (("indicator",), names),
            "unit": (("indicator",), np.array(["ha", "ha"], object)),
        }
    )
    told.to_netcdf(run / "indicators.nc", engine="h5netcdf")
    page_file = write_report(run, run / "report.html", Words("nl"))
    with opened(browser, address(page_file)) as page:
        page.page.select_option("[data-keep=layer]", "indicator.jobs-near-homes")
        page.page.wait_for_selector("h4:has-text('werk dichtbij')")
        assert page.page.inner_text(".ends >> nth=-1").split() == ["0", "4", "ha"]
        assert page.page.locator("option[value='indicator.lost']").count() == 0
        assert "werk dichtbij" in page.page.inner_text("#indicators")


def test_the_language_changes_texts_and_numbers(report: Opened) -> None:
    assert report.page.inner_text("#map-title") == "Kaart"
    assert report.ask("hectares(1234.5)") == "1.234,5\u00a0ha"
    report.page.focus("[data-keep=lang]")
    report.page.select_option("[data-keep=lang]", "en")
    assert report.page.inner_text("#map-title") == "Map"
    assert report.ask("document.documentElement.lang") == "en"
    assert report.ask("hectares(1234.5)") == "1,234.5\u00a0ha"
    assert "short by" in report.page.inner_text("#claims .bars")
    assert report.ask("document.activeElement.dataset.keep") == "lang"


def test_tables_sort_filter_and_copy(report: Opened) -> None:
    table = report.page.locator("#municipalities .table").first
    names = table.locator("tbody th")
    first = names.first.inner_text()
    table.locator("thead button").first.click()
    table.locator("thead button").first.click()
    assert table.locator("thead th").first.get_attribute("aria-sort") == "descending"
    assert names.first.inner_text() != first
    report.ask(
        "() => { window.copied = null; navigator.clipboard.writeText = "
        "async (text) => { window.copied = text; }; }"
    )
    table.locator(".tools button").click()
    report.wait("window.copied !== null")
    lines = report.ask("window.copied").split("\n")
    assert len(lines) == 1 + names.count()
    assert "\t" in lines[0]
    assert "," in lines[1]  # decimals as a Dutch spreadsheet reads them


def _middle_of_a_patch(plane: np.ndarray, number: np.ndarray) -> int:
    """Return a cell whose neighbours all have its use."""
    here = plane[1:-1, 1:-1]
    same = (here > 0) & (here == plane[:-2, 1:-1]) & (here == plane[2:, 1:-1])
    same &= (here == plane[1:-1, :-2]) & (here == plane[1:-1, 2:])
    row, col = np.argwhere(same)[0] + 1
    return int(number[row, col])
