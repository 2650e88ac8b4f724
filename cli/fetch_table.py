"""What ``puzzel fetch`` tells: data sets, failures, advice, and rules that wait."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cli.console import Console
from cli.fetched_file import lacking
from grids.data_sets import DataSet
from grids.fetch.data_set import Fetched

SHOWN = 6
"""Rules that are named; the document has all."""


def described(
    console: Console,
    one: Fetched,
    data_set: DataSet,
    about: Mapping[str, Any] | None,
    rules: Mapping[str, tuple[str, ...]],
) -> dict[str, Any]:
    """Return what is told of a data set."""
    asks = {
        layer: lacking(recipe, about) if about else None
        for layer, recipe in data_set.layers.items()
    }
    off = [layer for layer, what in asks.items() if what or about is None]
    state = "came" if one.path else "kept" if about else "failed"
    if not data_set.services and not about:
        derived = all(recipe.when for recipe in data_set.layers.values())
        state = "derived" if derived else "no_service"
    return {
        "name": one.name,
        "title": data_set.title[console.language],
        "state": state,
        "layers": list(data_set.layers),
        "asks": {layer: what for layer, what in asks.items() if what},
        "features": about["features"] if about else None,
        "fetched_at": about["fetched_at"] if about else None,
        "service": about["service"] if about else None,
        "url": about["url"] if about else None,
        "verified": about["verified"] if about else None,
        "sha256": about["sha256"] if about else None,
        "licence": data_set.licence,
        "attribution": data_set.attribution,
        "notes": [_said(console, text) for text in one.notes],
        "failures": [_said(console, text) for text in one.failures],
        "advice": None if about else data_set.missing[console.language],
        "rules_off": [name for name, needs in rules.items() if set(needs) & set(off)],
    }


def _said(console: Console, text: str) -> str:
    from scenarios.dutch import fetch_in_dutch

    return fetch_in_dutch(text) if console.language == "nl" else text


def print_table(console: Console, found: list[dict[str, Any]]) -> None:
    """Print a line a data set, then what is to be told of those that lack something."""
    from atlas.formats import number

    head = ("data_set", "features", "age", "service", "outcome", "rules_off")
    rows = [
        [
            one["title"],
            ""
            if one["features"] is None
            else number(one["features"], console.language),
            _age(console, one["fetched_at"]),
            one["service"] or "",
            console.say(f"fetch_{one['state']}_state"),
            f"{len(one['rules_off'])}",
        ]
        for one in found
    ]
    console.table([console.say(f"fetch_{word}") for word in head], rows)
    for one in found:
        for text in _lines(console, one):
            console.print(text)


def _lines(console: Console, one: Mapping[str, Any]) -> list[str]:
    """Say why something did not come, what to do, and which rules wait for it."""
    lines = [f"  {text}" for text in (*one["notes"], *one["failures"])]
    lines += [
        "  " + console.say(f"fetch_asks_{what}", layer=layer)
        for layer, what in one["asks"].items()
    ]
    if one["advice"]:
        lines.append("  " + console.say("fetch_advice", text=one["advice"]))
    if one["rules_off"]:
        shown = ", ".join(one["rules_off"][:SHOWN])
        more = len(one["rules_off"]) - SHOWN
        rest = ", " + console.say("and_more", n=more) if more > 0 else ""
        lines.append("  " + console.say("fetch_waiting", names=shown + rest))
    return [f"{one['title']}:", *lines] if lines else []


def _age(console: Console, at: str | None) -> str:
    """Say how old something is, in hours or days."""
    if at is None:
        return ""
    hours = (datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds() / 3600
    key = "fetch_hours" if hours < 48 else "fetch_days"
    return console.say(key, n=round(hours if hours < 48 else hours / 24))
