"""``puzzel layers show``: what is in one layer, as figures, bars and a picture."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError

WIDTH = 40
"""Letters of the longest bar."""

MOST = 20
"""Zones or classes that get a bar; the document has all."""


def command(
    console: Console, scenario: Path, name: str, png: Path | None, runs: Path | None
) -> None:
    """Print facts and histogram of a layer, and draw it."""
    from atlas.layer_image import draw_layer
    from atlas.words.words import Words
    from cli.layers import here
    from grids.histogram import histogram
    from scenarios.cache import cached_province
    from scenarios.guess import closest
    from scenarios.inputs import inputs_of
    from scenarios.layer_states import layer_states
    from scenarios.load import load_scenario
    from scenarios.province import make_province

    if not scenario.is_file():
        raise UsageError(console.say("no_file", path=scenario))
    loaded = load_scenario(scenario)
    province, _ = cached_province(
        runs or scenario.parent / "runs",
        inputs_of(loaded),
        lambda: make_province(loaded),
    )
    if name not in province.layers:
        guess = closest(name, province.layers)
        known = ", ".join(province.layers)
        hint = console.say("did_you_mean", guess=guess) if guess else ""
        raise UsageError(console.say("no_layer", got=name, known=known) + hint)
    states = layer_states(loaded, province, date.today())
    state = next(one for one in states if one.name == name)
    layer, facts = province.layers[name], here(console, state)
    spread, title = histogram(layer, province.grid), facts["title"]
    if layer.kind == "fraction":
        facts["ha"] = float(layer.values.sum()) * province.grid.cell_area_ha
    target = png or Path(f"{name}.png")
    draw_layer(layer, province.grid, target, title, Words(console.language))
    _print_facts(console, facts)
    parts = [
        {"part": part, "ha": ha}
        for part, ha in zip(_parts(console, spread), spread.ha, strict=True)
    ]
    _print_bars(console, parts)
    console.print(console.say("drawn", path=target))
    console.document({**facts, "histogram": parts, "picture": str(target)})


def _print_facts(console: Console, facts: dict[str, Any]) -> None:
    from atlas.formats import hectares
    from cli.layers import age, percent

    console.print(f"{facts['name']}: {facts['title']}")
    lines = {
        "kind": facts["kind"],
        "unit": facts["unit"],
        "range": facts["range"],
        "area_head": hectares(facts["ha"], console.language) if "ha" in facts else "",
        "coverage": percent(console, facts["coverage"]),
        "source": facts["source"],
        "service_head": facts["service"],
        "date": facts["date"] or facts["fetched"],
        "updated_head": facts["updated"],
        "age_head": age(console, facts),
        "licence": facts["licence"],
        "note_head": facts["note"],
        "rules_head": ", ".join(facts["rules"]),
    }
    width = max(len(console.say(word)) for word in lines)
    for word, text in lines.items():
        if text:
            console.print(f"  {console.say(word).ljust(width)}  {text}")


def _parts(console: Console, spread: Any) -> list[str]:
    """Name the parts of a histogram."""
    from atlas.formats import short_number

    if spread.labels or not spread.edges:
        return list(spread.labels)
    ends = [short_number(edge, console.language) for edge in spread.edges]
    return [f"{low} – {high}" for low, high in pairwise(ends)]


def _print_bars(console: Console, parts: list[dict[str, Any]]) -> None:
    """Print a bar a part, as long as its hectares."""
    from atlas.formats import hectares

    longest = max((one["ha"] for one in parts), default=0) or 1
    shown = parts[:MOST]
    width = max((len(one["part"]) for one in shown), default=0)
    figures = [hectares(one["ha"], console.language) for one in shown]
    wide = max(map(len, figures), default=0)
    for one, figure in zip(shown, figures, strict=True):
        length = one["ha"] / longest * WIDTH
        bar = "█" * int(length) + ("▌" if length % 1 >= 0.5 else "")
        if one["ha"] and not bar:
            bar = "▏"
        label = one["part"].rjust(width)
        console.print(f"  {label}  {figure.rjust(wide)}  {bar}".rstrip())
    if len(parts) > MOST:
        console.print("  " + console.say("and_more", n=len(parts) - MOST))
