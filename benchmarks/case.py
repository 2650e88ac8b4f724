"""One case: an instance that is measured, from the registry or from a file."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.instances import file
from benchmarks.registry import BY_NAME, SETS
from benchmarks.spec import Size, Spec
from benchmarks.unknown import UnknownError
from scenarios.faults import ScenarioError
from solver.instance import Instance


@dataclass(frozen=True)
class Case:
    """An instance that is not made yet.

    Parameters
    ----------
    name
        Id of the case, the same in every run.
    build
        Makes the instance from a seed.

    """

    name: str
    build: Callable[[int], Instance]


def cases_of_set(name: str) -> tuple[Case, ...]:
    """Return the cases of a set.

    Raises
    ------
    UnknownError
        If there is no such set.

    """
    if name not in SETS:
        raise UnknownError("unknown_set", known=", ".join(SETS), got=name)
    return tuple(case_of(text) for text in SETS[name])


def cases_of(texts: Sequence[str]) -> tuple[Case, ...]:
    """Return a case per text; one that comes twice counts once.

    Raises
    ------
    UnknownError
        If a text names nothing that can be measured.
    ScenarioError
        If one is a scenario with faults.

    """
    found = {case.name: case for case in map(case_of, texts)}
    return tuple(found.values())


def case_of(text: str) -> Case:
    """Return the case that a text names.

    Parameters
    ----------
    text
        Id (``zonal-n=160000-m=136``), name of a family (its smallest size), or the
        path of an instance (``.nc``) or a scenario (``.yaml``).

    Raises
    ------
    UnknownError
        If it names nothing that can be measured.
    ScenarioError
        If it is a scenario with faults: better now than when its turn comes.

    """
    if Path(text).suffix.lower() in file.SUFFIXES:
        path = Path(text)
        if not path.is_file():
            raise UnknownError("no_file", got=text)
        return Case(path.as_posix(), file.builder(path))
    parts = re.fullmatch(r"([a-z-]*[a-z])(?:-([a-z]+=.*))?", text)
    if parts is None or parts[1] not in BY_NAME:
        known, ends = ", ".join(BY_NAME), ", ".join(file.SUFFIXES)
        raise UnknownError("unknown_case", known=known, ends=ends, got=text)
    spec = BY_NAME[parts[1]]
    size = spec.size_of(parts[2]) if parts[2] else spec.sizes[0]
    if size is None:
        form = spec.case_id(spec.sizes[0])
        raise UnknownError("unknown_size", form=form, got=text)
    return Case(spec.case_id(size), partial(_build, spec, size))


def _build(spec: Spec, size: Size, seed: int) -> Instance:
    """Make an instance of a family; a size that it cannot have is a wrong name."""
    try:
        return spec.build(size, seed)
    except ScenarioError:
        raise
    except ValueError as error:
        raise UnknownError("bad_size", case=spec.case_id(size), text=error) from error
