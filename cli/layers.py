"""``puzzel layers list``: the layers of a scenario, or all that rules know."""

from datetime import date
from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError

SHOWN = 60
"""Letters of a source in the table; the document has all."""

MANY = 9
"""Newer editions beyond which their number means nothing."""


def command(console: Console, scenario: Path | None, runs: Path | None) -> None:
    """Print a table of layers."""
    if scenario is None:
        _print_catalogue(console)
        return
    if not scenario.is_file():
        raise UsageError(console.say("no_file", path=scenario))
    _print_layers(console, scenario, runs)


def _print_catalogue(console: Console) -> None:
    from grids.catalogue import layer_notes
    from scenarios.layer_states import data_set_of, layer_states
    from scenarios.rule_book import frame

    asked = {one.name: one.rules for one in layer_states(frame(), None, date.today())}
    found: list[dict[str, Any]] = []
    for name, note in layer_notes().items():
        data_set = data_set_of(name)
        found.append(
            {
                "name": name,
                "kind": note.kind,
                "unit": note.unit,
                "label": note.nl if console.language == "nl" else note.en,
                "data_set": data_set.title[console.language] if data_set else None,
                "services": len(data_set.services) if data_set else 0,
                "licence": data_set.licence if data_set else None,
                "updated": data_set.updated[console.language] if data_set else None,
                "rules": list(asked.get(name, ())),
            }
        )
    head = ("layer", "title", "kind", "unit", "rules_head", "data_set", "updated_head")
    rows = [
        [
            *(one["name"], one["label"], one["kind"], one["unit"]),
            *(f"{len(one['rules'])}", one["data_set"] or "–", one["updated"] or "–"),
        ]
        for one in found
    ]
    console.table([console.say(word) for word in head], rows, left=(0, 1, 2, 5, 6))
    console.document(found)


def _print_layers(console: Console, scenario: Path, runs: Path | None) -> None:
    from scenarios.in_scenario import on_province
    from scenarios.layer_states import layer_states, rules_that_wait

    loaded, province, translated = on_province(scenario, runs)
    states = list(layer_states(loaded, province, date.today()))
    waiting = rules_that_wait(translated.rules)
    found = [here(console, one) for one in states if one.layer is not None]
    missing = [_missing(console, one, waiting) for one in states if one.layer is None]
    head = (
        *("layer", "title", "kind", "unit", "range", "coverage", "rules_head"),
        *("date", "age_head", "licence", "source"),
    )
    rows = [
        [
            *(str(one[key]) for key in ("name", "title", "kind", "unit", "range")),
            *(percent(console, one["coverage"]), f"{len(one['rules'])}"),
            *(one["date"] or one["fetched"] or "–", age(console, one)),
            *(one["licence"] or "–", one["source"][:SHOWN]),
        ]
        for one in found
    ]
    left = (0, 1, 2, 7, 8, 9, 10)
    console.table([console.say(word) for word in head], rows, left=left)
    for one in found:
        if one["note"]:
            console.print(f"{one['name']}: {one['note']}")
    _print_missing(console, missing)
    names = sorted(waiting)
    document = {"layers": found, "missing": names, "wanted": missing}
    console.document(document)


def _print_missing(console: Console, missing: list[dict[str, Any]]) -> None:
    """Print the layers that are asked for, most wanted first."""
    if not missing:
        return
    waits = [one for one in missing if one["waiting"]]
    said = {"n": len(missing), "waiting": len(waits)}
    console.print()
    console.print(console.say("layers_missing", **said))
    head = ("layer", "title", "rules_head", "waiting_head", "where_from")
    rows = [
        [
            *(one["name"], one["title"], f"{len(one['rules'])}"),
            *(f"{len(one['waiting'])}", one["advice"] or console.say("own_map")),
        ]
        for one in missing
    ]
    console.table([console.say(word) for word in head], rows, left=(0, 1, 4))


def here(console: Console, state: Any) -> dict[str, Any]:
    """Return what is told of a layer that is there."""
    from scenarios.dutch import note_in

    layer = state.layer
    data_set = state.data_set
    return {
        "name": state.name,
        "title": state.title.in_language(console.language),
        "kind": layer.kind,
        "unit": layer.unit,
        "range": _range(console, layer),
        "coverage": round(100 * state.covered, 2),
        "source": layer.origin.source,
        "date": layer.origin.date,
        "fetched": layer.origin.fetched,
        "service": layer.origin.service,
        "updated": data_set.updated[console.language] if data_set else None,
        "newer_editions": state.newer,
        "licence": layer.origin.licence,
        "invented": layer.origin.invented,
        "rules": list(state.rules),
        "note": note_in(layer.origin.note, console.language),
    }


def _missing(
    console: Console, state: Any, waiting: dict[str, list[str]]
) -> dict[str, Any]:
    data_set = state.data_set
    return {
        "name": state.name,
        "title": state.title.in_language(console.language),
        "kind": state.kind,
        "unit": state.unit,
        "rules": list(state.rules),
        "waiting": waiting.get(state.name, []),
        "data_set": data_set.title[console.language] if data_set else None,
        "waits_for": list(state.waits_for),
        "advice": _advice(console, state),
    }


def _advice(console: Console, state: Any) -> str | None:
    data_set = state.data_set
    if state.waits_for:
        return console.say("derived_from", names=", ".join(state.waits_for))
    if data_set is None:
        return None
    if data_set.services:
        return console.say("fetchable", title=data_set.title[console.language])
    advice: str = data_set.missing[console.language]
    return advice


def _range(console: Console, layer: Any) -> str:
    from atlas.formats import figures

    if layer.kind in ("zone", "class"):
        return console.say("n_parts", n=len(layer.labels))
    least, most = float(layer.values.min()), float(layer.values.max())
    return " – ".join(_short(figures(end, console.language)) for end in (least, most))


def _short(text: str) -> str:
    return "0" if not text.strip("0,.-") else text


def percent(console: Console, value: float) -> str:
    """Write a percentage, without decimals if it is all."""
    from atlas.formats import number

    return number(value, console.language, 0 if value == 100 else 1) + " %"


def age(console: Console, one: dict[str, Any]) -> str:
    """Say whether there are newer editions, as far as that is known."""
    if one["invented"]:
        return console.say("invented_word")
    if one["newer_editions"] is None:
        return "–"
    n = one["newer_editions"]
    if n > MANY:
        return console.say("outdated")
    key = "newest" if n == 0 else "newer_one" if n == 1 else "newer"
    return console.say(key, n=n)
