"""``puzzel fetch``: open data for a province, and what is missing without them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError
from cli.fetched_file import (
    lacking,
    read_record,
    recorded,
    with_column,
    with_distances,
    write_project_files,
)
from grids.data_sets import DataSet, read_data_sets, shipped_data_sets
from grids.fetch.client import Client, Manners
from grids.fetch.data_set import Fetched
from grids.fetch.province import BOUNDARIES, fetch_province, name_column
from grids.fetch.store import Store

SHOWN = 6
"""Rules that are named; the document has all."""


@dataclass(frozen=True)
class FetchArguments:
    """What was asked on the command line."""

    folder: Path
    only: tuple[str, ...] = ()
    offline: bool = False
    force: bool = False
    sources: Path | None = None
    cache: Path | None = None
    allow_private: bool = False


def command(console: Console, province: str, arguments: FetchArguments) -> None:
    """Fetch, bind what came, tell what did not."""
    from scenarios.catalogue import provinces, title_of

    known = provinces()
    if province not in known:
        raise UsageError(console.say("province", known=", ".join(known), got=province))
    everything = dict(shipped_data_sets())
    if arguments.sources is not None:
        everything |= read_data_sets(arguments.sources)
    asked = _asked(console, everything, arguments.only)
    folder, title = arguments.folder, title_of(province)
    store = Store(arguments.cache or _cache_folder())
    manners = replace(
        Manners(), offline=arguments.offline, allow_private=arguments.allow_private
    )
    if arguments.force:
        manners = replace(manners, fresh_s=0)
    halo_m, rules, wanted_layers = _project(folder / f"{province}.yaml")
    everything = {
        name: with_distances(one, wanted_layers) for name, one in everything.items()
    }
    asked = {name: everything[name] for name in asked}
    record = read_record(folder)
    with Client(store, manners) as client:
        done = fetch_province(
            client,
            asked,
            title,
            halo_m,
            folder / "data",
            lambda one: _progress(console, one, asked[one.name]),
        )
    column = name_column(done[BOUNDARIES], title)
    everything[BOUNDARIES] = asked[BOUNDARIES] = with_column(asked[BOUNDARIES], column)
    for name, one in done.items():
        if one.path is not None:
            record[name] = recorded(one, asked[name])
    write_project_files(folder, province, title, record, everything)
    found = [
        _described(console, done[name], asked[name], record.get(name), rules)
        for name in asked
    ]
    _print(console, found)
    _tell_binding(console, folder / f"{province}.yaml", province)
    console.document({"folder": str(folder), "data_sets": found})
    wanted = [
        one for name, one in done.items() if not arguments.only or name != BOUNDARIES
    ]
    if wanted and all(one.path is None for one in wanted):
        raise typer.Exit(int(ExitCode.DATA))


def _asked(
    console: Console, known: Mapping[str, DataSet], only: tuple[str, ...]
) -> dict[str, DataSet]:
    """Return the data sets that are asked for, the boundaries always among them."""
    if not only:
        return dict(known)
    fits = {
        one: [name for name in known if one == name or one in known[name].layers]
        for one in only
    }
    for one, names in fits.items():
        if not names:
            raise UsageError(console.say("fetch_only", known=", ".join(known), got=one))
    picked = {BOUNDARIES, *(name for names in fits.values() for name in names)}
    return {name: known[name] for name in known if name in picked}


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("puzzel") / "fetch"


def _project(
    scenario: Path,
) -> tuple[float, dict[str, tuple[str, ...]], frozenset[str]]:
    """Return halo [m], layers by rule at work, and all layers that are asked for."""
    from scenarios.load import load_scenario
    from scenarios.meaning.layers import layers_of
    from scenarios.rule_book import frame, state_of

    loaded = load_scenario(scenario) if scenario.is_file() else frame()
    rules = {
        name: layers_of(name, rule)
        for name, rule in loaded.scenario.rules.items()
        if state_of(rule) == "works"
    }
    factors = {
        factor.layer
        for use in loaded.scenario.uses.values()
        if use.suitability is not None
        for factor in use.suitability.factors.values()
    }
    wanted = frozenset(factors.union(*rules.values()))
    return loaded.scenario.grid.halo.value, rules, wanted


def _progress(console: Console, one: Fetched, data_set: DataSet) -> None:
    title = data_set.title[console.language]
    if one.path is None:
        console.note(console.say("fetch_none", name=title))
        return
    assert one.service is not None
    came = {"name": title, "n": one.n_features, "kind": one.service.kind}
    console.note(console.say("fetch_came", **came))


def _described(
    console: Console,
    one: Fetched,
    data_set: DataSet,
    about: Mapping[str, Any] | None,
    rules: Mapping[str, tuple[str, ...]],
) -> dict[str, Any]:
    """Return what is told of a data set."""
    asks = {
        layer: lacking(recipe, about["columns"]) if about else None
        for layer, recipe in data_set.layers.items()
    }
    off = [layer for layer, what in asks.items() if what or about is None]
    state = "came" if one.path else "kept" if about else "failed"
    if not data_set.services and not about:
        state = "no_service"
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


def _print(console: Console, found: list[dict[str, Any]]) -> None:
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


def _tell_binding(console: Console, scenario: Path, province: str) -> None:
    """Tell if no scenario uses what came."""
    if not scenario.is_file():
        said = {"path": scenario, "province": province}
        console.note(console.say("fetch_no_project", **said))
    elif "fetched.yaml" not in scenario.read_text("utf-8"):
        console.note(console.say("fetch_not_bound", path=scenario))


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
