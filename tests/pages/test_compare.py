from pathlib import Path

import numpy as np
import openpyxl

from atlas.captions import sources
from atlas.read_run import read_run
from atlas.words.words import Words
from tests.pages.browser import Opened, address, opened


def test_opens_without_network_or_complaint(compared: Opened) -> None:
    compared.settle()
    assert sum(not url.startswith(("data:", "blob:")) for url in compared.requests) == 1
    assert compared.complaints == []


def test_sources_that_all_plans_share_are_named_once(
    compared: Opened, runs: tuple[Path, Path, Path]
) -> None:
    run = read_run(runs[0])
    wanted = sources(run.document.credited, Words("nl"))
    assert wanted
    assert compared.page.inner_text("footer").count(wanted) == 1


def test_all_maps_move_together(compared: Opened) -> None:
    compared.settle()
    page, start = compared.page, _centres(compared)
    x, y = compared.place(0, compared.ask("puzzel.grid.cells >> 1"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y + 40, steps=4)
    page.mouse.up()
    compared.settle()
    dragged = _centres(compared)
    assert len(dragged) == 4
    assert dragged[0] != start[0]
    assert all(centre == dragged[0] for centre in dragged)
    page.mouse.wheel(0, -240)
    before = compared.ask("puzzel.state.view.getResolution()")
    compared.wait(f"puzzel.state.view.getResolution() !== {before}")
    page.focus(".map >> nth=1")
    page.keyboard.press("ArrowDown")
    compared.wait(f"puzzel.state.view.getCenter()[1] < {dragged[0][1]}")
    compared.settle()
    moved = _centres(compared)
    assert all(centre == moved[0] for centre in moved)


def test_both_maps_show_their_own_plan(
    compared: Opened, runs: tuple[Path, Path, Path]
) -> None:
    first, second = (read_run(run) for run in runs[:2])
    cell = int(np.flatnonzero((first.use == 2) & (second.use == 0))[0])
    compared.show(cell)
    wanted = tuple(compared.ask("head.uses[2].colour"))
    assert compared.pixel(0, cell) == wanted
    assert compared.pixel(1, cell) != wanted


def test_the_swipe_moves_from_one_plan_to_the_other(
    compared: Opened, runs: tuple[Path, Path, Path]
) -> None:
    first, second = (read_run(run) for run in runs[:2])
    cell = int(np.flatnonzero((first.use == 2) & (second.use == 0))[0])
    compared.page.select_option("[data-keep=how]", "swipe")
    compared.show(cell)
    wanted = tuple(compared.ask("head.uses[2].colour"))
    compared.page.fill("[data-keep=swipe]", "80")
    compared.settle()
    assert compared.pixel(2, cell) == wanted  # the first plan reaches past the middle
    compared.page.focus("[data-keep=swipe]")
    compared.page.keyboard.press("Home")
    compared.settle()
    assert compared.pixel(2, cell) != wanted


def test_an_entry_of_the_table_shows_only_its_cells(
    compared: Opened, runs: tuple[Path, Path, Path]
) -> None:
    first, second = (read_run(run) for run in runs[:2])
    here = (first.use == 0) & (second.use == 3)
    entry = compared.page.locator("[data-keep=entry-0-3]")
    assert int(entry.get_attribute("data-cells") or 0) == here.sum() > 0
    entry.click()
    compared.wait("puzzel.difference.chosen !== null")
    assert compared.ask("puzzel.difference.shownCells") == here.sum()
    said = compared.page.inner_text(".chosen-cells")
    ha = f"{first.available_ha[here].sum():,.1f}".translate(str.maketrans(",.", ".,"))
    assert said == f"blijft zoals het is → bos: {here.sum()} cellen, {ha}\u00a0ha"
    cell = int(np.flatnonzero(here)[0])
    compared.show(cell)
    assert compared.pixel(3, cell) == tuple(compared.ask("head.uses[3].colour"))
    compared.page.keyboard.press("Enter")  # the entry keeps the focus: again is off
    compared.wait("puzzel.difference.chosen === null")


def test_the_difference_has_the_colour_of_its_kind(
    compared: Opened, runs: tuple[Path, Path, Path]
) -> None:
    first, second = (read_run(run) for run in runs[:2])
    kinds = {
        0: (first.use == 0) & (second.use == 0),
        3: (first.use > 0) & (second.use == 0),
        4: (first.use == 0) & (second.use > 0),
    }
    for kind, here in kinds.items():
        cell = int(np.flatnonzero(here)[0])
        compared.show(cell)
        assert compared.pixel(3, cell) == tuple(compared.ask(f"DIFFERENCE[{kind}]"))


def test_tells_what_differs_in_the_scenarios(
    compared: Opened, comparison: Path
) -> None:
    rows = compared.page.locator("#scenarios .table").first.locator("tbody tr")
    assert rows.count() == 1
    texts = [text.strip() for text in rows.first.locator("> *").all_inner_texts()]
    assert texts == ["ruimteclaim", "homes.target", "1000 ha", "1100 ha"]
    book = openpyxl.load_workbook(comparison.with_name("comparison.xlsx"))
    assert book["Scenario's"]["C4"].value == "1000 ha"


def test_three_plans_have_a_map_of_agreement(
    browser: object, agreement: Path, runs: tuple[Path, Path, Path]
) -> None:
    use = np.stack([read_run(run).use for run in runs])
    same = (use[:, None] == use[None]).sum(axis=0).max(axis=0)
    with opened(browser, address(agreement)) as page:
        assert page.ask("puzzel.state.maps.length") == 4
        for n in (1, 2):
            cell = int(np.flatnonzero((same == n) & (use > 0).any(axis=0))[0])
            page.show(cell)
            assert page.pixel(3, cell) == tuple(page.ask(f"agreeColours()[{n - 1}]"))
        page.page.select_option("[data-keep=pair]", "2")
        page.settle()
        here = int(((use[1] == 0) & (use[2] == 1)).sum())
        assert "in B (rijen)" in page.page.inner_text("#difference .note >> nth=0")
        entry = page.page.locator("[data-keep=entry-0-1]")
        assert int(entry.get_attribute("data-cells") or 0) == here
        assert page.complaints == []


def _centres(compared: Opened) -> list[list[float]]:
    """Return what every map shows in its middle, as the map has drawn it."""
    found: list[list[float]] = compared.ask(
        "puzzel.state.maps.map(({map}) => map.getView().getCenter())"
    )
    return found
