"""Which files of a scenario go into an archive, and under which names.

What lies in the scenario's folder keeps its place; what lies elsewhere goes to
``outside/<number>/``, a number a folder, so that files that belong together stay
together. Base names never change: they are part of a run's hash.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grids.file_parts import parts_of
from grids.sentence import Sentence
from scenarios.catalogue import CATALOGUE
from scenarios.load import LoadedScenario
from scenarios.own_folders import is_far
from scenarios.pack.rewrite import rewritten
from scenarios.province import sources_of

BESIDE = ("scenario.schema.json", "data/fetched.json")
"""Files of a project that go along if they are there."""


class PackError(ValueError):
    """A scenario that cannot be packed, or an archive that is no packed scenario."""


@dataclass
class Layout:
    """Files in the archive.

    Parameters
    ----------
    home
        Folder of the scenario.
    copied
        File by name in the archive, as it is.
    texts
        Scenario files, with the names that files have in the archive.

    """

    home: Path
    copied: dict[str, Path] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    _outside: dict[Path, int] = field(default_factory=dict)

    def name(self, path: Path, folder: Path | None = None) -> str:
        """Return the name of a file; ``folder`` is that of the files it goes with."""
        if path.is_relative_to(self.home):
            return path.relative_to(self.home).as_posix()
        folder = folder or path.parent
        number = self._outside.setdefault(folder, len(self._outside) + 1)
        return f"outside/{number}/{path.relative_to(folder).as_posix()}"


def layout_of(loaded: LoadedScenario) -> tuple[Layout, str]:
    """Lay out a scenario; return also the name of its file.

    Raises
    ------
    PackError
        If a data file is missing, or only says where its data are.

    """
    scenario = loaded.files[-1]
    made = Layout(scenario.parent)
    for layer, file in sources_of(loaded).items():
        _add_data(made, layer, Path(os.path.abspath(file)))
    own = [file for file in loaded.files if not file.is_relative_to(CATALOGUE)]
    for file in own:
        made.texts[made.name(file)] = _text(made, file)
    for beside in BESIDE:
        if (made.home / beside).is_file():
            made.copied[beside] = made.home / beside
    return made, made.name(scenario)


def _add_data(made: Layout, layer: str, file: Path) -> None:
    """Add a data file and all that belong to it."""
    if not file.exists():
        raise PackError(
            Sentence(
                "file of {layer} must be there to be packed, but is not: {path}",
                layer=layer,
                path=file,
            )
        )
    if file.suffix.lower() == ".vrt":
        raise PackError(
            Sentence(
                "file of {layer} must hold its data itself, but {path} names other "
                "files; make it one with gdal_translate",
                layer=layer,
                path=file,
            )
        )
    for part in parts_of(file):
        made.copied[made.name(part, file.parent)] = part


def _text(made: Layout, file: Path) -> str:
    """Return a scenario file with the names that files have in the archive."""
    from_folder = Path(made.name(file)).parent

    def data(named: str) -> str:
        path = Path(os.path.abspath(file.parent / named))
        return named if is_far(named) else relative(made.name(path), from_folder)

    def parent(named: str) -> str:
        found = next(
            path
            for folder in (file.parent, CATALOGUE)
            if (path := Path(os.path.abspath(folder / named))).is_file()
        )
        if found.is_relative_to(CATALOGUE):
            return found.relative_to(CATALOGUE).as_posix()
        return relative(made.name(found), from_folder)

    return rewritten(file.read_bytes().decode("utf-8-sig"), data, parent)


def with_places(text: str, names: Mapping[Path, str], folder: str) -> str:
    """Return a scenario of absolute paths with the names in the archive."""

    def data(named: str) -> str:
        name = names.get(Path(os.path.abspath(named)))
        return named if name is None else relative(name, Path(folder))

    return rewritten(text, data, lambda named: named)


def relative(name: str, folder: Path) -> str:
    """Return a name in the archive as seen from a folder in it."""
    return Path(os.path.relpath(name, folder)).as_posix()
