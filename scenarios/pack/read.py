"""Unpack a packed scenario that comes from someone else.

It is unpacked beside its place, held against its manifest and looked at: it may name
no file outside its folder. Only then it takes its place.
"""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grids.archive import Bounds, unpacked
from grids.fetch.format import leads_elsewhere
from grids.file_parts import parts_of
from grids.sentence import Sentence
from scenarios.catalogue import CATALOGUE
from scenarios.digest import of_file
from scenarios.inputs import inputs_of
from scenarios.load import load_scenario
from scenarios.pack.layout import PackError
from scenarios.pack.write import FORMAT, MANIFEST
from scenarios.province import sources_of
from scenarios.store import run_hash


class ExistsError(FileExistsError):
    """A folder that holds something."""


@dataclass(frozen=True)
class Unpacked:
    """What came out of an archive.

    Parameters
    ----------
    scenario, run
        Where they are now; no run if there was none.
    hash, packed_hash
        Of the run that the scenario gives here, and gave where it was packed.
    run_hash
        Of the run that came with it; None without one.
    versions
        Of the programs that packed it.
    n_files
        Files in the archive.

    """

    scenario: Path
    run: Path | None
    hash: str
    packed_hash: str
    run_hash: str | None
    versions: dict[str, str]
    n_files: int

    @property
    def same(self) -> bool:
        """Whether a run here is the run there, the one that came with it too."""
        return self.hash == self.packed_hash and self.run_hash in (None, self.hash)


def unpack(
    archive: Path, folder: Path, *, force: bool = False, bounds: Bounds | None = None
) -> Unpacked:
    """Unpack a scenario into a new or empty folder.

    Parameters
    ----------
    archive
        What ``puzzel pack`` made.
    folder
        Where to.
    force
        Also into a folder that holds something; files of the same name are replaced.
    bounds
        How much it may hold.

    Raises
    ------
    ArchiveError
        If the archive is damaged or must not be unpacked.
    PackError
        If it is no packed scenario, or names files outside of it.
    ScenarioError
        If its scenario is not sound.
    ExistsError
        If the folder holds something and ``force`` is off.

    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())) and not force:
        raise ExistsError(f"{folder}")
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        unpacked(archive, part, bounds)
        told = _manifest(archive, part)
        _check_confined(archive, part, part / told["scenario"])
        _put(part, folder, told["files"])
    finally:
        shutil.rmtree(part, ignore_errors=True)
    scenario = folder / told["scenario"]
    run = None if told["run"] is None else folder / told["run"]
    own = inputs_of(load_scenario(scenario)).whole
    n_files = len(told["files"])
    hashes = own, told["hash"], None if run is None else run_hash(run)
    return Unpacked(scenario, run, *hashes, told["versions"], n_files)


def _manifest(archive: Path, part: Path) -> dict[str, Any]:
    """Read the manifest and hold all files against it."""
    try:
        told = json.loads((part / MANIFEST).read_text("utf-8"))
        sound = (
            told["format"] == FORMAT
            and isinstance(told["versions"], dict)
            and isinstance(told["hash"], str)
            and told["scenario"] in told["files"]
            and (
                told["run"] is None
                or any(name.startswith(f"{told['run']}/") for name in told["files"])
            )
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        sound = False
    if not sound:
        raise PackError(
            Sentence(
                "{path} must be an archive of puzzel pack, but has no {name} of this "
                "version",
                path=archive.name,
                name=MANIFEST,
            )
        )
    held = {
        path.relative_to(part).as_posix(): of_file(path)
        for path in part.rglob("*")
        if path.is_file() and path != part / MANIFEST
    }
    if held != told["files"]:
        names = {name for name, _ in held.items() ^ told["files"].items()}
        raise PackError(
            Sentence(
                "{path} must hold the files that were packed, but {name} is another, "
                "or there is one too many or too few",
                path=archive.name,
                name=min(names),
            )
        )
    return dict(told)


def _check_confined(archive: Path, part: Path, scenario: Path) -> None:
    """Refuse a scenario that names files outside the archive."""
    loaded = load_scenario(scenario, folders=())  # looked at here, whatever is allowed
    named = [Path(os.path.abspath(file)) for file in sources_of(loaded).values()]
    yaml = [file for file in loaded.files if not file.is_relative_to(CATALOGUE)]
    for file in (*named, *yaml):
        if not file.is_relative_to(part) or (file in named and _looks_away(file)):
            raise PackError(
                Sentence(
                    "scenario of {path} must name files of the archive only, but "
                    "names {name}",
                    path=archive.name,
                    name=os.path.relpath(file, part),
                )
            )


def _looks_away(file: Path) -> bool:
    """Say whether a data file, or one beside it, says that the data are elsewhere."""
    if file.suffix.lower() == ".vrt" or (file.is_file() and leads_elsewhere(file)):
        return True
    return any(leads_elsewhere(part) for part in parts_of(file))


def _put(part: Path, folder: Path, names: dict[str, str]) -> None:
    """Put the files in their place."""
    if not folder.exists() or not any(folder.iterdir()):
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists():
            folder.rmdir()
        os.replace(part, folder)
        return
    whole = (*names, MANIFEST)
    root = folder.resolve()
    for name in whole:
        if (root / name).parent.resolve() != root / Path(name).parent:
            raise PackError(
                Sentence(
                    "folder must have no links on the way to {name}: {path}",
                    name=name,
                    path=folder,
                )
            )
    for name in whole:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(part / name, folder / name)
