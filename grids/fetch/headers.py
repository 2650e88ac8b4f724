"""What the headers of a request ask, and what those of an answer say."""

import time
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from grids.fetch.store import Entry

DATA = (b"{", b"<?xml", b"<wfs", b"sqlite format 3\0", b"pk\3\4", b"ii*\0", b"mm\0*")
"""How data begin, in lower case, whatever type a server gives them."""


def span_of(url: str) -> str | None:
    """Return which bytes an address asks for, None for all."""
    fragment = urlsplit(url).fragment
    return fragment.removeprefix("bytes=") if fragment.startswith("bytes=") else None


def total_of(content_range: str) -> int:
    """Return the length of the whole file, 0 if the server does not say."""
    total = content_range.rpartition("/")[2]
    return int(total) if total.isdigit() else 0


def conditions(held: Entry | None, part: Path, validator: str) -> dict[str, str]:
    """Return the headers that ask only for what is not held."""
    accept = "application/geo+json, application/json;q=0.9, */*;q=0.5"
    if part.exists() and part.stat().st_size and validator and validator[:2] != "W/":
        return {
            "Accept": accept,
            "Accept-Encoding": "identity",
            "Range": f"bytes={part.stat().st_size}-",
            "If-Range": validator,
        }
    headers = {"Accept": accept}
    if held is not None and held.etag:
        headers["If-None-Match"] = held.etag
    elif held is not None and held.modified:
        headers["If-Modified-Since"] = held.modified
    return headers


def asked_wait(text: str | None) -> float | None:
    """Return the wait that a server asks for [s]: seconds, or a date."""
    if not text:
        return None
    if text.strip().isdigit():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except ValueError:
        return None


def is_html(path: Path, kind: str) -> bool:
    """Say whether a body is a web page, whatever it is called."""
    with path.open("rb") as file:
        head: Any = file.read(512).lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return bool(head.startswith((b"<!doctype html", b"<html"))) or (
        "text/html" in kind and not head.startswith(DATA)
    )
