"""What was fetched for a project: a record of it, and the scenario file that binds it.

``data/fetched.json`` has service, date and checksum of every data set that came;
``fetched.yaml`` is made from it anew after each fetch, so nobody should edit it. What
a scenario that extends it says itself comes later and wins.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from grids.catalogue import DISTANCE
from grids.data_sets import DataSet, Recipe
from grids.fetch.data_set import Fetched
from grids.fetch.province import BOUNDARIES, name_column
from grids.fetch.store import sha256_of, write_whole

RECORD = "data/fetched.json"
BINDINGS = "fetched.yaml"

HEAD = """\
# yaml-language-server: $schema=./scenario.schema.json
# Gemaakt door `puzzel fetch`, elke keer opnieuw; eigen lagen in data.yaml gaan voor.
# Made by `puzzel fetch`, anew each time; layers of your own in data.yaml win.
name: fetched
province: {province}
"""

EXPECTED = """\
# Nog niets opgehaald / nothing fetched yet: puzzel fetch {province} .
area:
  file: data/province_boundaries.gpkg
  where: "naam = '{title}'"
  source: Kadaster, Bestuurlijke gebieden
"""

KEYS = (
    *("where", "column", "value", "classes", "of"),
    *("complement", "per_ha", "fill", "resample"),
)
"""Keys of a recipe that a layer of a scenario has too."""


def empty_bindings(province: str, title: str) -> str:
    """Return the file of a project for which nothing has been fetched."""
    return HEAD.format(province=province) + EXPECTED.format(
        province=province, title=title
    )


def read_record(folder: Path) -> dict[str, Any]:
    """Return what came before and is still there unchanged, by data set."""
    try:
        held = json.loads((folder / RECORD).read_text("utf-8"))
    except (OSError, ValueError):  # never fetched here, or damaged
        return {}
    whole = {}
    for name, one in dict(held).items():
        path = folder / "data" / str(one.get("file"))
        if path.is_file() and sha256_of(path) == one.get("sha256"):
            whole[name] = one
    return whole


def recorded(fetched: Fetched, data_set: DataSet, halo_m: float) -> dict[str, Any]:
    """Return the record of a data set that came, with the halo it was asked for."""
    service = fetched.service
    assert service is not None
    assert fetched.path is not None
    return {
        "file": fetched.path.name,
        "service": service.kind,
        "url": service.url,
        "name": service.name,
        "verified": service.verified,
        "vintage": service.vintage,
        "fetched_at": fetched.fetched_at,
        "features": fetched.n_features,
        "halo_m": halo_m,
        "columns": list(fetched.columns),
        "sha256": fetched.sha256,
        "licence": data_set.licence,
        "attribution": data_set.attribution,
        "notes": list(fetched.notes),
    }


def write_project_files(
    folder: Path,
    province: str,
    title: str,
    record: Mapping[str, Any],
    data_sets: Mapping[str, DataSet],
) -> None:
    """Write record and bindings of a project."""
    text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
    write_whole(folder / RECORD, text.encode())
    lines = [HEAD.format(province=province).rstrip("\n")]
    lines += _area(folder, title, record[BOUNDARIES])
    bound = [
        (name, layer, recipe)
        for name, data_set in data_sets.items()
        if name in record
        for layer, recipe in data_set.layers.items()
        if recipe.when is None
    ]
    if any(layer == "municipality" for _, layer, _ in bound):
        lines.append("municipality: municipality")
    derived = [
        (layer, recipe)
        for data_set in data_sets.values()
        for layer, recipe in data_set.layers.items()
        if recipe.when is not None
    ]
    lines.append("layers:" if bound or derived else "layers: {}")
    for name, layer, recipe in bound:
        lines += _layer(layer, recipe, record[name])
    for layer, recipe in derived:
        lines += _derived(layer, recipe)
    write_whole(folder / BINDINGS, ("\n".join(lines) + "\n").encode())


def with_distances(data_set: DataSet, wanted: Collection[str]) -> DataSet:
    """Add the distances to its areas that rules or factors ask for."""
    more = {
        layer + DISTANCE: replace(recipe, kind="distance", unit="1")
        for layer, recipe in data_set.layers.items()
        if recipe.kind == "fraction"
        and recipe.when is None
        and layer + DISTANCE in wanted
    }
    return replace(data_set, layers={**more, **data_set.layers})


def with_column(boundaries: DataSet, column: str) -> DataSet:
    """Give the layer of provinces the column in which their names were found."""
    province = replace(boundaries.layers["province"], column=column)
    return replace(boundaries, layers={**boundaries.layers, "province": province})


def lacking(recipe: Recipe, about: Mapping[str, Any]) -> str | None:
    """Say what is lacking to make a layer: column, where, features or None.

    A share or distance can be made of a data set that has nothing here.
    """
    if not about["features"]:
        return None if recipe.kind in ("fraction", "distance") else "features"
    if recipe.needs is not None:
        return recipe.needs
    if recipe.column is not None and recipe.column not in about["columns"]:
        return "column"
    return None


def _area(folder: Path, title: str, about: Mapping[str, Any]) -> Iterator[str]:
    path = folder / "data" / f"{BOUNDARIES}.gpkg"
    boundary = Fetched(BOUNDARIES, path, columns=tuple(about["columns"]))
    column = name_column(boundary, title)
    quoted = title.replace("'", "''")
    yield "area:"
    yield f"  file: data/{BOUNDARIES}.gpkg"
    yield f"  where: {_text(f'{column} = {chr(39)}{quoted}{chr(39)}')}"
    yield from _origin(about)


def _layer(layer: str, recipe: Recipe, about: Mapping[str, Any]) -> Iterator[str]:
    asked = lacking(recipe, about)
    if asked == "features":
        yield f"# {layer}: niets in de provincie / nothing in the province"
        return
    lines = [
        f"  {layer}:",
        f"    file: data/{about['file']}",
        f"    kind: {recipe.kind}",
    ]
    if recipe.kind == "value":
        lines.append(f"    unit: {_text(recipe.unit)}")
    for key in KEYS:
        value = getattr(recipe, key)
        if value in (None, False, "refuse") or key == asked:
            continue
        lines.append(f"    {key}: {_text(value)}")
    if recipe.kind == "distance" and not about["features"] and not recipe.complement:
        halo = "# ten minste de halo / at least the halo"
        lines.append(f"    fill: {about['halo_m']:g}  {halo}")
    lines += [f"  {line}" for line in _origin(about)]
    service = {key: about[key] for key in ("url", "name") if about[key]}
    lines.append(f"    service: {_text({'kind': about['service'], **service})}")
    lines.append(f"    fetched: {_text(about['fetched_at'][:10])}")
    if asked is None:
        yield from lines
        return
    columns = ", ".join(about["columns"])
    yield f"# {layer}: {asked}? ({columns}); zet in data.yaml / put in data.yaml:"
    yield from (f"#{line}" for line in [*lines, f"    {asked}: …"])


def _derived(layer: str, recipe: Recipe) -> Iterator[str]:
    """Write a layer that is made of others, where this province has them."""
    yield f"  {layer}:"
    yield f"    kind: {recipe.kind}"
    yield f"    when: {_text(recipe.when)}"
    if recipe.reason:
        yield "    assumed: true"
        yield f"    reason: {_text(dict(recipe.reason))}"


def _origin(about: Mapping[str, Any]) -> Iterator[str]:
    yield f"  source: {_text(about['attribution'])}"
    if about["vintage"]:
        yield f"  date: {_text(about['vintage'])}"
    if about["licence"] != "unknown":
        yield f"  licence: {_text(about['licence'])}"


def _text(value: object) -> str:
    """Write a value as YAML, which takes JSON."""
    return json.dumps(value, ensure_ascii=False)
