"""Pictures of the pages for the documentation, from the runs of ``puzzel demo``.

    uv run puzzel demo
    uv run python -m tests.pages.pictures puzzel-demo docs/pictures

Anyone who has Chromium gets the same ones.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from atlas.look import Look
from atlas.map_image import draw_map
from atlas.read_run import read_run
from atlas.words.words import Words
from tests.pages.browser import FLAGS, address, chromium, opened
from tests.pages.served import served

WIDE = {"width": 1440, "height": 960}

TO_MAP = "document.getElementById('map').scrollIntoView()"
MIDDLE_CELL = (
    "(async () => { const {state, grid} = puzzel;"
    " const codes = state.scenes[0].codes;"
    " const cell = codes.indexOf(Math.max(...codes));"
    " state.view.setCenter(grid.middle(cell));"
    " state.view.setResolution(grid.size / 14); await state.choose(cell, [0, 0]); })()"
)
LARGEST_ENTRY = (
    "[...document.querySelectorAll('.from-to td:not(.same) button')]"
    ".sort((a, b) => b.dataset.cells - a.dataset.cells)[0].click()"
)


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(), args=list(FLAGS)
        )
        yield started
        started.close()


def main(project: Path, out: Path) -> None:
    """Take all pictures."""
    out.mkdir(parents=True, exist_ok=True)
    runs = sorted(path.parent for path in project.glob("runs/*/report.html"))
    base = runs[0]
    report, comparison = base / "report.html", project / "comparison/comparison.html"
    with _browser() as browser:
        take = _Taker(browser, out)
        take("report.png", address(report), [])
        take("report-map.png", address(report), [TO_MAP, MIDDLE_CELL])
        safe = "change('palette', 'safe'); change('hatch', true)"
        take("report-safe.png", address(report), [safe, TO_MAP, MIDDLE_CELL])
        take("report-dark.png", address(report), ["change('theme', 'dark')", TO_MAP])
        claims = "document.getElementById('claims').scrollIntoView()"
        take("report-claims.png", address(report), [claims])
        take("comparison.png", address(comparison), [TO_MAP])
        difference = "document.getElementById('difference').scrollIntoView()"
        steps = [LARGEST_ENTRY, difference]
        take("comparison-difference.png", address(comparison), steps)
        with served(project) as desk:
            take("view.png", desk, [])
    draw_map(read_run(base), out / "map-safe.png", Words("nl"), Look("safe", True))


class _Taker:
    """Opens a page, does some steps in it, and takes its picture."""

    def __init__(self, browser: Any, out: Path) -> None:
        self._browser, self._out = browser, out

    def __call__(self, name: str, where: str, steps: list[str]) -> None:
        with opened(self._browser, where) as page:
            page.page.set_viewport_size(WIDE)
            for step in steps:
                page.ask(step)
            page.page.wait_for_timeout(700)
            page.page.screenshot(path=self._out / name)
            print(self._out / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
