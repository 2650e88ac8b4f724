"""The scenario files that ship with the package."""

from importlib.resources import files
from pathlib import Path

from grids.sentence import Sentence
from scenarios.guess import closest

CATALOGUE = Path(str(files("scenarios")))
"""Folder of ``novex-2022.yaml``, ``programmes/``, ``provinces/`` and ``demo/``."""


def shipped(name: str) -> Path:
    """Find a shipped file.

    Parameters
    ----------
    name
        With forward slashes: ``novex-2022.yaml``, ``provinces/zeeland.yaml``.

    Returns
    -------
    Path
        Absolute path.

    Raises
    ------
    FileNotFoundError
        If there is no such file; the text names the closest.

    """
    file = CATALOGUE / name
    if file.suffix == ".yaml" and file.is_file():
        return file
    guess = closest(name, shipped_names())
    hint = Sentence(", did you mean '{near}'?", near=guess) if guess else ""
    raise FileNotFoundError(
        Sentence(
            "no scenario file '{name}' ships with puzzel{hint}", name=name, hint=hint
        )
    )


def shipped_names() -> tuple[str, ...]:
    """Name all shipped files.

    Returns
    -------
    tuple[str, ...]
        As ``shipped`` takes them, sorted.

    """
    return tuple(
        sorted(
            file.relative_to(CATALOGUE).as_posix() for file in CATALOGUE.rglob("*.yaml")
        )
    )


def provinces() -> tuple[str, ...]:
    """Name the provinces that have a shipped file.

    Returns
    -------
    tuple[str, ...]
        Ids, sorted.

    """
    return tuple(sorted(file.stem for file in CATALOGUE.glob("provinces/*.yaml")))


def title_of(province: str) -> str:
    """Return a province's name as it is written: ``Fryslân``.

    Parameters
    ----------
    province
        Id of a province with a shipped file.

    Returns
    -------
    str
        The name in that file.

    """
    from scenarios.tree import plain
    from scenarios.yaml_file import read_yaml

    tree, _ = read_yaml(shipped(f"provinces/{province}.yaml"))
    return str(plain(tree)["name"])


def programmes() -> tuple[str, ...]:
    """Name the programmes that have a shipped file.

    Returns
    -------
    tuple[str, ...]
        Ids, sorted.

    """
    return tuple(sorted(file.stem for file in CATALOGUE.glob("programmes/*.yaml")))
