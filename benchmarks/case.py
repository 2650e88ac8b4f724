"""One case: an instance that is measured, from the registry or from a file."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.instances import file
from benchmarks.registry import BY_NAME, SETS
from solver.instance import Instance


class UnknownCaseError(ValueError):
    """A text that names no set, no family and no file of an instance."""


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
    UnknownCaseError
        If there is no such set.

    """
    if name not in SETS:
        raise UnknownCaseError(f"set must be one of {', '.join(SETS)}, got '{name}'")
    return tuple(case_of(text) for text in SETS[name])


def cases_of(texts: Sequence[str]) -> tuple[Case, ...]:
    """Return a case per text; one that comes twice counts once.

    Raises
    ------
    UnknownCaseError
        If a text names nothing that can be measured.
    FileNotFoundError
        If it is a path and there is no such file.

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
    UnknownCaseError
        If it names nothing that can be measured.
    FileNotFoundError
        If it is a path and there is no such file.

    """
    if Path(text).suffix.lower() in file.SUFFIXES:
        path = Path(text)
        if not path.is_file():
            raise FileNotFoundError(f"instance or scenario must exist, got '{text}'")
        return Case(path.as_posix(), lambda _: file.build(path))
    parts = re.fullmatch(r"([a-z-]*[a-z])(?:-([a-z]+=.*))?", text)
    if parts is None or parts[1] not in BY_NAME:
        raise UnknownCaseError(
            f"instance must be one of {', '.join(BY_NAME)}, with or without a size "
            f"(zonal-n=40000-m=136), or a path that ends in "
            f"{' or '.join(file.SUFFIXES)}, got '{text}'"
        )
    spec = BY_NAME[parts[1]]
    try:
        size = spec.size_of(parts[2] or "")
    except ValueError as error:
        raise UnknownCaseError(f"{error}") from error
    return Case(spec.case_id(size), lambda seed: spec.build(size, seed))
