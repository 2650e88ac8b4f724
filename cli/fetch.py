"""``puzzel fetch``: open data for a province, and what is missing without them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError
from cli.fetch_table import described, print_table
from cli.fetched_file import (
    read_record,
    recorded,
    with_column,
    with_distances,
    write_project_files,
)
from cli.own_services import own_data_sets
from grids.data_set_list import read_data_sets, shipped_data_sets
from grids.data_sets import DataSet
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched
from grids.fetch.manners import Manners
from grids.fetch.province import BOUNDARIES, fetch_province, name_column
from grids.fetch.store import Store
from scenarios.load import LoadedScenario


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
    folder, title = arguments.folder, title_of(province)
    store = Store(arguments.cache or _cache_folder())
    manners = replace(
        Manners(), offline=arguments.offline, allow_private=arguments.allow_private
    )
    if arguments.force:
        manners = replace(manners, fresh_s=0)
    loaded = _project(folder / f"{province}.yaml")
    halo_m, rules, wanted_layers = _wanted(loaded)
    everything = {
        name: with_distances(one, wanted_layers) for name, one in everything.items()
    }
    own = own_data_sets(console, loaded, folder, set(everything))
    asked = _asked(console, everything | own, arguments.only)
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
            record[name] = recorded(one, asked[name], halo_m)
    write_project_files(folder, province, title, record, everything)
    found = [
        described(console, done[name], asked[name], record.get(name), rules)
        for name in asked
    ]
    print_table(console, found)
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


def _project(scenario: Path) -> LoadedScenario:
    """Return the project's scenario, or the one that has every rule."""
    from scenarios.load import load_scenario
    from scenarios.rule_book import frame

    return load_scenario(scenario) if scenario.is_file() else frame()


def _wanted(
    loaded: LoadedScenario,
) -> tuple[float, dict[str, tuple[str, ...]], frozenset[str]]:
    """Return halo [m], layers by rule at work, and all layers that are asked for."""
    from scenarios.meaning.layers import layers_of
    from scenarios.rule_book import state_of

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
    if not data_set.services:  # nothing was asked; the table says what it is made of
        return
    title = data_set.title[console.language]
    if one.path is None:
        console.note(console.say("fetch_none", name=title))
        return
    assert one.service is not None
    came = {"name": title, "n": one.n_features, "kind": one.service.kind}
    console.note(console.say("fetch_came", **came))


def _tell_binding(console: Console, scenario: Path, province: str) -> None:
    """Tell if no scenario uses what came."""
    if not scenario.is_file():
        said = {"path": scenario, "province": province}
        console.note(console.say("fetch_no_project", **said))
    elif "fetched.yaml" not in scenario.read_text("utf-8"):
        console.note(console.say("fetch_not_bound", path=scenario))
