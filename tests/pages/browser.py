"""Debian's Chromium, and pages in it that may not speak to any network."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)
"""Flags with which Chromium runs in a container, and leaves the network alone."""


PATIENCE_S = 10
"""How long a test waits for something that must happen [s]."""


def chromium() -> str | None:
    """Return where the browser is, None if there is none."""
    named = os.environ.get("PUZZEL_CHROMIUM")
    names = ("chromium", "chromium-browser", "google-chrome")
    return named or next(filter(None, map(shutil.which, names)), None)


@dataclass
class Opened:
    """A page, with what it asked of the network and complained of."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, script: str, *given: Any) -> Any:
        """Return what a script gives in the page."""
        return self.page.evaluate(script, *given)

    def wait(self, script: str) -> None:
        """Wait until an expression is true; the page's policy forbids a poll in it."""
        until = time.monotonic() + PATIENCE_S
        while not self.page.evaluate(script):
            assert time.monotonic() < until, f"never true: {script}"
            self.page.wait_for_timeout(20)

    def settle(self) -> None:
        """Wait until the maps have drawn what was asked last."""
        self.ask(
            "() => Promise.all(puzzel.state.maps.filter((one) => one.box.offsetParent)"
            ".map(({map}) => new Promise((done) => {"
            " map.once('rendercomplete', done); map.render(); })))"
        )

    def place(self, map_number: int, cell: int) -> tuple[float, float]:
        """Return where the middle of a cell is in the window [pixels]."""
        x, y = self.ask(
            "([at, cell]) => { const {map, box} = puzzel.state.maps[at];"
            " box.scrollIntoView({block: 'center'});"
            " const [x, y] = map.getPixelFromCoordinate(puzzel.grid.middle(cell));"
            " const {left, top} = box.getBoundingClientRect();"
            " return [left + box.clientLeft + x, top + box.clientTop + y]; }",
            [map_number, cell],
        )
        return x, y

    def show(self, cell: int, pixels: int = 24) -> None:
        """Bring a cell to the middle of the maps, so many pixels wide."""
        self.ask(
            "([cell, pixels]) => { puzzel.state.view.setResolution(puzzel.grid.size /"
            " pixels); puzzel.state.view.setCenter(puzzel.grid.middle(cell)); }",
            [cell, pixels],
        )
        self.settle()

    def pixel(self, map_number: int, cell: int) -> tuple[int, int, int]:
        """Return the colour in the middle of a cell on a map."""
        x, y = self.place(map_number, cell)
        clip = {"x": x - 1, "y": y - 1, "width": 2, "height": 2}
        return _colour(self.page.screenshot(clip=clip))


def _colour(png: bytes) -> tuple[int, int, int]:
    """Return the first pixel of a picture."""
    from io import BytesIO

    from matplotlib.image import imread

    red, green, blue = (imread(BytesIO(png))[0, 0, :3] * 255).round().astype(int)
    return int(red), int(green), int(blue)


@contextmanager
def opened(
    browser: Any, address: str, *, wait: bool = True, **options: Any
) -> Iterator[Opened]:
    """Open a page and see that it asks nothing of any network."""
    size = {"width": 1280, "height": 900}
    context = browser.new_context(viewport=size, **options)
    found = Opened(context.new_page())
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.on(
        "console",
        lambda message: (
            found.complaints.append(message.text)
            if message.type in ("error", "warning")
            else None
        ),
    )
    found.page.on("pageerror", lambda error: found.complaints.append(f"{error}"))
    found.page.goto(address)
    if wait:
        found.page.wait_for_selector("html[data-ready]", timeout=20_000)
    yield found
    context.close()


def address(path: Path) -> str:
    """Return a file as a browser opens it by double click."""
    return path.resolve().as_uri()
