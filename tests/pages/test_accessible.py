"""WCAG 2.1 AA as far as axe-core can tell, and a keyboard through all controls."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pages.browser import Opened, address, opened
from tests.pages.served import served

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(params=["light", "dark"])
def both(
    request: pytest.FixtureRequest,
    browser: Any,
    runs: tuple[Path, Path, Path],
    comparison: Path,
) -> Iterator[list[Opened]]:
    """A report, a comparison and the list of runs."""
    look = {"color_scheme": request.param}
    with (
        opened(browser, address(runs[0] / "report.html"), **look) as report,
        opened(browser, address(comparison), **look) as compared,
        served(runs[0].parent) as desk,
        opened(browser, desk, **look) as listed,
    ):
        listed.page.wait_for_selector("tbody tr")
        yield [report, compared, listed]


def test_axe_finds_nothing(both: list[Opened]) -> None:
    for page in both:
        if page.ask("typeof puzzel") == "object":
            page.ask("puzzel.state.choose(3, puzzel.grid.middle(3))")
            page.settle()
        page.ask(
            "document.querySelectorAll('details').forEach((one) => one.open = true)"
        )
        page.ask(AXE.read_text(encoding="utf-8"))
        found = page.ask("(tags) => axe.run(document, {runOnly: tags})", RULES)
        told = [
            (one["id"], node["html"][:200], node["failureSummary"])
            for one in found["violations"]
            for node in one["nodes"]
        ]
        assert told == []
        assert len(found["passes"]) > 15


def test_the_keyboard_reaches_every_control(both: list[Opened]) -> None:
    for page in both:
        shown = (
            "[...document.querySelectorAll('a[href], button, select, input, summary,"
            ' [tabindex="0"]\')].filter((one) => one.checkVisibility())'
        )
        n = page.ask(f"{shown}.length")
        page.ask("() => { window.met = new Set(); document.body.focus(); }")
        for _ in range(n + 5):
            page.page.keyboard.press("Tab")
            page.ask("window.met.add(document.activeElement)")
        missed = page.ask(
            f"{shown}.filter((one) => !window.met.has(one)).map((one) => one.outerHTML)"
        )
        assert missed == []
