"""Open data sets of which layers are made, and the services that serve them.

The shipped list stands in ``sources.yaml``; a project may add data sets or replace
some with a file of the same form. Every fault of a file comes at once.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from grids.catalogue import describe_layer
from grids.layers import Kind

ServiceKind = Literal["ogc-features", "wfs", "download", "atom", "wcs", "cog", "arcgis"]
"""How a service is asked."""

Needs = Literal["column", "where"]
"""What a user must give because no source confirms it."""

SHIPPED = Path(__file__).with_name("sources.yaml")
"""The list that comes with the package."""


class DataSetError(ValueError):
    """A list of data sets that is not understood; one line a fault."""


@dataclass(frozen=True)
class Service:
    """An address that serves a data set.

    Parameters
    ----------
    kind
        How it is asked.
    url
        Base address of the service, or of the file for ``download``.
    evidence, date
        Where and when the address was found.
    name
        Collection, feature type, table or coverage; None if it has only one.
    vintage
        Date the data hold for, where the address says so.
    verified
        True if the address has been called with success.

    """

    kind: ServiceKind
    url: str
    evidence: str
    date: str
    name: str | None = None
    vintage: str = ""
    verified: bool = False

    def __post_init__(self) -> None:
        """Refuse an unknown kind and what is not an address on the web."""
        if self.kind not in get_args(ServiceKind):
            known = ", ".join(get_args(ServiceKind))
            raise ValueError(f"kind must be one of {known}, got '{self.kind}'")
        if not self.url.startswith(("https://", "http://")):
            raise ValueError(f"url must begin with https:// or http://, got {self.url}")


@dataclass(frozen=True)
class Recipe:
    """How a data set becomes a layer; the words are those of ``LayerSource``."""

    kind: Kind
    column: str | None = None
    where: str | None = None
    unit: str = "1"
    complement: bool = False
    per_ha: bool = False
    fill: float | None = None
    resample: str = "refuse"
    needs: Needs | None = None

    def __post_init__(self) -> None:
        """Refuse what a user cannot give."""
        if self.needs not in (None, *get_args(Needs)):
            raise ValueError(f"needs must be column or where, got '{self.needs}'")


@dataclass(frozen=True)
class DataSet:
    """A set of open data.

    Parameters
    ----------
    title, updated, missing
        Name, how often it changes, and what to do without it; by ``nl`` and ``en``.
    theme
        What it is about.
    owner, licence, attribution
        Who made it, its terms and the line that a map must show.
    layers
        Recipe by name of the layer.
    services
        In the order in which they are tried; none if no address is known.
    size_mb
        Rough size of the whole country [MB], where known.

    """

    title: Mapping[str, str]
    theme: str
    owner: str
    licence: str
    attribution: str
    updated: Mapping[str, str]
    missing: Mapping[str, str]
    layers: Mapping[str, Recipe]
    services: tuple[Service, ...]
    size_mb: float | None = None


@cache
def shipped_data_sets() -> Mapping[str, DataSet]:
    """Return the data sets of the package by id, in the order of the file."""
    return read_data_sets(SHIPPED)


def read_data_sets(path: Path) -> Mapping[str, DataSet]:
    """Read a list of data sets.

    Parameters
    ----------
    path
        YAML file of the form of ``sources.yaml``.

    Raises
    ------
    DataSetError
        With a line for every fault.

    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        held = YAML(typ="safe").load(path)
    except YAMLError as error:
        raise DataSetError(f"{path} must be YAML, but is not: {error}") from error
    if not isinstance(held, dict):
        raise DataSetError(f"{path} must map ids to data sets, got {held!r:.60}")
    faults: list[str] = []
    found = {
        name: _data_set(f"{path.name}: {name}", held[name], faults) for name in held
    }
    if faults:
        raise DataSetError("\n".join(faults))
    return {name: one for name, one in found.items() if one is not None}


def _data_set(at: str, held: Any, faults: list[str]) -> DataSet | None:
    """Make a data set, or add to the faults."""
    if not at.split(": ")[1].isidentifier():  # it becomes the name of a file
        faults.append(f"{at} must be letters, digits and _")
    if not isinstance(held, dict):
        faults.append(f"{at} must be a mapping, got {held!r:.60}")
        return None
    layers, services = held.get("layers") or {}, held.get("services") or []
    recipes = {
        name: _made(Recipe, f"{at}.layers.{name}", recipe, faults)
        for name, recipe in dict(layers).items()
    }
    for name, recipe in recipes.items():
        _check_layer(f"{at}.layers.{name}", name, recipe, faults)
    tried = [
        _made(Service, f"{at}.services[{number}]", service, faults)
        for number, service in enumerate(services)
    ]
    for key in ("title", "updated", "missing"):
        words = held.get(key)
        if not isinstance(words, dict) or set(words) != {"nl", "en"}:
            faults.append(f"{at}.{key} must have nl and en, got {words!r:.60}")
    whole = {**held, "layers": recipes, "services": tuple(tried)}
    made: DataSet | None = _made(DataSet, at, whole, faults)
    return made


def _made(kind: type[Any], at: str, held: Any, faults: list[str]) -> Any:
    """Call a dataclass with the keys of a mapping, or add to the faults."""
    if not isinstance(held, dict):
        faults.append(f"{at} must be a mapping, got {held!r:.60}")
        return None
    known = [one.name for one in fields(kind)]
    asked = [
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING
    ]
    unknown = [f"{key}" for key in held if key not in known]
    lacking = [key for key in asked if key not in held]
    if unknown or lacking:
        said = [f"has the unknown {key}" for key in unknown]
        said += [f"lacks {key}" for key in lacking]
        names = ", ".join(known)
        faults.append(f"{at} must have keys of {names}, but {'; '.join(said)}")
        return None
    try:
        return kind(**held)
    except ValueError as error:
        faults.append(f"{at}.{error}")
        return None


def _check_layer(at: str, name: str, recipe: Recipe | None, faults: list[str]) -> None:
    """Hold a recipe against the note of its layer in the catalogue."""
    try:
        note = describe_layer(name)
    except KeyError as error:
        faults.append(f"{at}: {error.args[0]}")
        return
    if recipe is not None and recipe.kind != note.kind:
        faults.append(f"{at}.kind must be {note.kind}, got {recipe.kind}")
    if recipe is not None and recipe.kind == "value" and recipe.unit != note.unit:
        faults.append(f"{at}.unit must be {note.unit}, got {recipe.unit}")
