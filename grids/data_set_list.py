"""The list of open data sets, read from YAML and checked.

The shipped list stands in ``sources.yaml``; a project may add data sets or replace
some with a file of the same form. Every fault of a file comes at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any

from grids.catalogue import describe_layer
from grids.data_sets import DataSet, Join, Recipe, Service
from grids.sentence import Sentence

SHIPPED = Path(__file__).with_name("sources.yaml")
"""The list that comes with the package."""


class DataSetError(ValueError):
    """A list of data sets that is not understood.

    Parameters
    ----------
    faults
        A sentence for every fault.

    """

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


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
        said = Sentence("{path} must be YAML, but is not: {why}", path=path, why=error)
        raise DataSetError([said]) from error
    if not isinstance(held, dict):
        said = Sentence(
            "{path} must map ids to data sets, got {got!r:.60}", path=path, got=held
        )
        raise DataSetError([said])
    faults: list[str] = []
    found = {
        name: _data_set(f"{path.name}: {name}", held[name], faults) for name in held
    }
    if faults:
        raise DataSetError(faults)
    return {name: one for name, one in found.items() if one is not None}


def _data_set(at: str, held: Any, faults: list[str]) -> DataSet | None:
    """Make a data set, or add to the faults."""
    if not at.split(": ")[1].isidentifier():  # it becomes the name of a file
        faults.append(Sentence("{at} must be letters, digits and _", at=at))
    if not isinstance(held, dict):
        faults.append(
            Sentence("{at} must be a mapping, got {got!r:.60}", at=at, got=held)
        )
        return None
    layers, services = held.get("layers") or {}, held.get("services") or []
    recipes = {
        name: _made(Recipe, f"{at}.layers.{name}", recipe, faults)
        for name, recipe in dict(layers).items()
    }
    for name, recipe in recipes.items():
        _check_layer(f"{at}.layers.{name}", name, recipe, faults)
    tried = [
        _service(f"{at}.services[{number}]", service, faults)
        for number, service in enumerate(services)
    ]
    for key in ("title", "updated", "missing"):
        words = held.get(key)
        if not isinstance(words, dict) or set(words) != {"nl", "en"}:
            faults.append(
                Sentence(
                    "{at}.{key} must have nl and en, got {got!r:.60}",
                    at=at,
                    key=key,
                    got=words,
                )
            )
    whole = {**held, "layers": recipes, "services": tuple(tried)}
    made: DataSet | None = _made(DataSet, at, whole, faults)
    return made


def _service(at: str, held: Any, faults: list[str]) -> Service | None:
    """Make a service, with the table that it joins."""
    whole = held
    if isinstance(held, dict) and "join" in held:
        whole = {**held, "join": _made(Join, f"{at}.join", held["join"], faults)}
    made: Service | None = _made(Service, at, whole, faults)
    return made


def _made(kind: type[Any], at: str, held: Any, faults: list[str]) -> Any:
    """Call a dataclass with the keys of a mapping, or add to the faults."""
    if not isinstance(held, dict):
        faults.append(
            Sentence("{at} must be a mapping, got {got!r:.60}", at=at, got=held)
        )
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
        faults.append(
            Sentence(
                "{at} must have keys of {known}; unknown: {odd}; lacking: {lacking}",
                at=at,
                known=", ".join(known),
                odd=", ".join(unknown) or "–",
                lacking=", ".join(lacking) or "–",
            )
        )
        return None
    try:
        return kind(**held)
    except ValueError as error:
        faults.append(Sentence("{at}.{why}", at=at, why=error))
        return None


def _check_layer(at: str, name: str, recipe: Recipe | None, faults: list[str]) -> None:
    """Hold a recipe against the note of its layer in the catalogue."""
    try:
        note = describe_layer(name)
    except KeyError as error:
        faults.append(Sentence("{at}: {why}", at=at, why=error.args[0]))
        return
    if recipe is not None and recipe.kind != note.kind:
        faults.append(
            Sentence(
                "{at}.kind must be {wanted}, got {got}",
                at=at,
                wanted=note.kind,
                got=recipe.kind,
            )
        )
    if recipe is not None and recipe.kind == "value" and recipe.unit != note.unit:
        faults.append(
            Sentence(
                "{at}.unit must be {wanted}, got {got}",
                at=at,
                wanted=note.unit,
                got=recipe.unit,
            )
        )
