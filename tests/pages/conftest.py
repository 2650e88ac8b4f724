"""One browser for all tests of pages; runs and pages that several tests look at."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atlas.compare import compare
from atlas.geotiff import write_geotiff
from atlas.page.report import write_report
from atlas.read_run import read_run
from atlas.words.words import Words
from scenarios.explain.told import keep
from tests.atlas.run_folder import Size, make_run
from tests.atlas.test_explained import TOLD
from tests.pages.browser import FLAGS, Opened, address, chromium, opened
from tests.pages.reasons_file import write_events, write_reasons, write_scenario


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    where = chromium()
    if where is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=where, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """Three runs on the same cells, with all their files."""
    folder = tmp_path_factory.mktemp("pages")
    found = []
    for seed, name in enumerate(("basis", "meer bos", "meer zon"), start=1):
        run = make_run(folder / f"run-{seed}", Size(n_uses=6), seed, name=name)
        write_reasons(run)
        write_events(run)
        write_scenario(run, homes_ha=1_000 + 100 * (seed > 1))
        keep(run, TOLD)
        write_geotiff(read_run(run), run, Words("nl"))
        write_report(run, run / "report.html", Words("nl"))
        found.append(run)
    first, second, third = found
    return first, second, third


@pytest.fixture(scope="session")
def comparison(runs: tuple[Path, Path, Path]) -> Path:
    """The page of two runs."""
    out = runs[0].parent / "two"
    compare(runs[:2], out)
    return out / "comparison.html"


@pytest.fixture(scope="session")
def agreement(runs: tuple[Path, Path, Path]) -> Path:
    """The page of three runs."""
    out = runs[0].parent / "three"
    compare(runs, out)
    return out / "comparison.html"


@pytest.fixture
def report(browser: Any, runs: tuple[Path, Path, Path]) -> Iterator[Opened]:
    with opened(browser, address(runs[0] / "report.html")) as page:
        yield page


@pytest.fixture
def compared(browser: Any, comparison: Path) -> Iterator[Opened]:
    with opened(browser, address(comparison)) as page:
        yield page
