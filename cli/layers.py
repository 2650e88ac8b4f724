"""``puzzel layers``: the layers of a scenario, or all that rules know."""

from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError


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

    notes = layer_notes()
    found = [
        {
            "name": name,
            "kind": note.kind,
            "unit": note.unit,
            "label": note.nl if console.language == "nl" else note.en,
        }
        for name, note in notes.items()
    ]
    words = [console.say("layer"), console.say("kind"), console.say("unit"), ""]
    rows = [[one["name"], one["kind"], one["unit"], one["label"]] for one in found]
    console.table(words, rows)
    console.document(found)


def _print_layers(console: Console, scenario: Path, runs: Path | None) -> None:
    from scenarios.cache import cached_province
    from scenarios.inputs import inputs_of
    from scenarios.load import load_scenario
    from scenarios.province import make_province
    from scenarios.translation.problem import translate

    loaded = load_scenario(scenario)
    folder = runs or scenario.parent / "runs"
    province, _ = cached_province(
        folder, inputs_of(loaded), lambda: make_province(loaded)
    )
    rules = translate(loaded, province).rules
    missing = sorted(
        {
            name
            for rule in rules
            if rule.reason and rule.reason.code == "layer"
            for name in rule.reason.names
        }
    )
    found = [_describe(layer, console.language) for layer in province.layers.values()]
    words = ("layer", "kind", "unit", "range", "date", "licence", "source")
    rows = [
        [str(one[key]) for key in ("name", "kind", "unit", "range", "date", "licence")]
        + [one["source"][:60]]
        for one in found
    ]
    console.table([console.say(word) for word in words], rows)
    for one in found:
        if one["note"]:
            console.print(f"{one['name']}: {one['note']}")
    if missing:
        names = ", ".join(missing)
        console.print(console.say("missing_layers", n=len(missing), names=names))
    console.document({"layers": found, "missing": missing})


def _describe(layer: Any, language: Any) -> dict[str, Any]:
    from scenarios.dutch import note_in

    if layer.kind in ("zone", "class"):
        extent = f"{len(layer.labels)}"
    else:
        extent = f"{float(layer.values.min()):.4g} – {float(layer.values.max()):.4g}"
    return {
        "name": layer.name,
        "kind": layer.kind,
        "unit": layer.unit,
        "range": extent,
        "source": layer.origin.source,
        "date": layer.origin.date,
        "licence": layer.origin.licence,
        "invented": layer.origin.invented,
        "note": note_in(layer.origin.note, language),
    }
