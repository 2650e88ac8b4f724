"""The page around the data: one file with styles, scripts and data inside.

Nothing is loaded and nothing leaves: the content security policy names the hashes of
the very scripts that are in the page, so that no text of a scenario can ever run, and
allows no connection at all. Texts reach the page as deflated JSON and are set as text.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from atlas.page.pack import Packer, packed_json
from atlas.words.words import LANGUAGES, Words
from atlas.writing import whole
from scenarios.explain.sentences import TEXTS

SCRIPTS = (
    "words.js",
    "dom.js",
    "unpack.js",
    "settings.js",
    "paint.js",
    "outlines.js",
    "map.js",
    "legend.js",
    "rounded.js",
    "worth.js",
    "why.js",
    "cell.js",
    "scene.js",
    "difference.js",
    "table.js",
    "chart.js",
    "parts.js",
    "report.js",
    "compare.js",
    "runs.js",
    "sweep.js",
    "start.js",
)
"""Own scripts in the order in which they stand in the page."""

SHARED = ("unit.", "status.")
"""Beginnings of the keys of texts that pages use beside their own."""


def write_text(text: str, target: Path) -> Path:
    """Write the text of a page, whole or not at all.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    with whole(target) as path:
        path.write_text(text, encoding="utf-8", newline="\n")
    return target


def page_text(
    kind: str,
    data: dict[str, Any],
    packer: Packer,
    words: Words,
    *,
    connects: bool = False,
) -> str:
    """Return a page as text.

    Parameters
    ----------
    kind
        ``report``, ``compare``, ``runs`` or ``sweep``: which script starts.
    data
        What it shows, without arrays.
    packer
        The arrays.
    words
        The language in which it opens.
    connects
        Whether it asks the server that it came from for news.

    """
    head = {
        "kind": kind,
        "lang": words.lang,
        "words": _texts(),
        "licences": licences(),
        **data,
    }
    text: str = _template().render(
        lang=words.lang,
        title=data["title"],
        noscript=words.say("page.noscript"),
        old=words.say("page.old_browser"),
        broken=words.say("page.broken", why="{why}"),
        policy=_policy() + ("; connect-src 'self'" if connects else ""),
        style=style(),
        scripts=scripts(),
        head=packed_json(head),
        arrays=packer.text(),
    )
    return text.encode("utf-8", "replace").decode("utf-8")


def _texts() -> dict[str, dict[str, str]]:
    """Return the texts of a page per language, without what only files say."""
    return {
        lang: {
            key: text
            for key, text in texts.items()
            if key.startswith(("page.", "compare.", *SHARED))
        }
        | {f"why.{key}": texts[at] for key, texts in TEXTS.items()}
        for at, (lang, texts) in enumerate(
            (one, LANGUAGES[one]) for one in ("nl", "en")
        )
    }


@cache
def scripts() -> tuple[str, ...]:
    """Return OpenLayers and the own scripts."""
    own = "\n".join(_read("script", name) for name in SCRIPTS)
    return _read("vendor", "ol.js"), f'"use strict";\n{own}'


@cache
def style() -> str:
    """Return OpenLayers' style and the own."""
    return _read("vendor", "ol.css") + _read("script", "page.css")


@cache
def licences() -> str:
    """Return the licences of what others made."""
    return _read("vendor", "LICENSES.txt")


@cache
def _policy() -> str:
    """Return what the browser may do: run these scripts, show these styles."""
    runs = " ".join(_hash(script) for script in scripts())
    return (
        f"default-src 'none'; script-src {runs}; style-src {_hash(style())}; "
        f"img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    """Return the hash of a text as a content security policy writes it."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _template() -> Any:
    """Return the template of all pages; texts are escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("atlas.page", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return made.get_template("page.html.jinja")


def _read(folder: str, name: str) -> str:
    """Return a file of this package; it must not be able to end its own element."""
    text = files("atlas.page").joinpath(folder, name).read_text(encoding="utf-8")
    assert "</script" not in text.lower(), name
    assert "</style" not in text.lower(), name
    return text
