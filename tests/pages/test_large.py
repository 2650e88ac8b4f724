"""A page of half a million cells and two runs stays small and opens soon."""

import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from atlas.comparison import compared
from atlas.page.comparison import write_comparison_page
from atlas.read_run import read_run
from atlas.words.words import Words
from tests.atlas.run_folder import Size, make_run
from tests.pages.browser import address, opened
from tests.pages.reasons_file import write_reasons

SIZE = Size(rows=860, cols=960, n_uses=9, zones=14)
MOST_BYTES = 8_000_000
SOON_S = 3.0


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    runs = [
        make_run(folder / f"run-{at}", SIZE, at, name=f"plan {at}") for at in (1, 2)
    ]
    for run in runs:
        write_reasons(run, rough=True)
    comparison = compared([read_run(run) for run in runs])
    assert comparison.runs[0].grid.n_cells > 500_000
    return write_comparison_page(comparison, folder / "page.html", Words("nl"))


def test_is_small_and_interactive_soon(browser: Any, large: Path) -> None:
    assert large.stat().st_size < MOST_BYTES
    began = time.perf_counter()
    with opened(browser, address(large)) as page:
        page.settle()
        seconds = time.perf_counter() - began
        assert page.complaints == []
        entry = page.page.locator("[data-keep=entry-0-3]")
        entry.click()
        cells = int(entry.get_attribute("data-cells") or 0)
        assert page.ask("puzzel.difference.shownCells") == cells > 1_000
        began = time.perf_counter()
        page.ask("puzzel.state.choose(250000, puzzel.grid.middle(250000))")
        page.page.wait_for_selector(".cell tbody tr")
        chosen = time.perf_counter() - began
    print(f"{large.stat().st_size:,} bytes, {seconds:.2f} s, cell {chosen:.2f} s")
    assert seconds < SOON_S
    assert chosen < SOON_S


def test_equal_arrays_are_kept_once() -> None:
    from atlas.page.pack import Packer

    packer = Packer()
    values = np.arange(1_000) % 7
    first = packer.add(values)
    size = packer.size
    assert packer.add(values.copy()) is first
    assert packer.size == size
