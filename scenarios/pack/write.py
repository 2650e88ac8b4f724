"""Write a scenario, its data and its run to an archive.

The same files give the same archive. ``pack.json`` in it has the checksum of every
file, the hash that the run has, and the version that packed it.
"""

import hashlib
import shutil
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from grids.fetch.store import written_whole
from grids.sentence import Sentence
from scenarios.digest import of_value
from scenarios.document.versions import versions
from scenarios.faults import ScenarioError
from scenarios.inputs import Inputs, inputs_of
from scenarios.json_text import json_text
from scenarios.load import LoadedScenario, load_scenario
from scenarios.own_folders import allowed_folders, project_of
from scenarios.pack.layout import Layout, PackError, layout_of, with_places
from scenarios.store import read_document, run_folder, run_hash

MANIFEST = "pack.json"
"""File in the archive that says what is in it."""

FORMAT = 1
"""Form of the manifest."""

RESOLVED = "scenario.resolved.yaml"
"""File of a run with its whole scenario, in which data files have absolute paths."""

RUNS = "runs"
"""Folder of runs in an archive."""


@dataclass(frozen=True)
class Packed:
    """What was packed.

    Parameters
    ----------
    scenario, run
        Names in the archive; no run if there is none of these inputs.
    hash
        Of the run that the scenario gives with this version.
    n_files, n_bytes
        Files in the archive, and its length.
    unlicensed
        Layers that name no licence.
    run_hash
        Hash that the run has itself, another if another version made it.

    """

    scenario: str
    run: str | None
    hash: str
    n_files: int
    n_bytes: int
    unlicensed: tuple[str, ...]
    run_hash: str | None


def pack_scenario(scenario: Path, archive: Path) -> Packed:
    """Pack a scenario, with its run if that is there.

    Raises
    ------
    ScenarioError
        If the scenario is not sound.
    PackError
        If its data cannot be packed.

    """
    loaded = load_scenario(scenario)
    inputs = inputs_of(loaded)
    run = run_folder(scenario.parent / RUNS, loaded.scenario.name, inputs.whole)
    held = read_document(run) is not None
    return _pack(loaded, inputs, run if held else None, archive)


def pack_run(run: Path, archive: Path) -> Packed:
    """Pack a run with the scenario and the data that it was made from.

    The scenario is the one beside the folder of runs that says the same, or else the
    run's own copy, in which all is written out.

    Raises
    ------
    PackError
        If the data are no longer those of the run.

    """
    folders = (project_of(run.absolute().parent), *allowed_folders())
    loaded = load_scenario(run / RESOLVED, folders=folders)
    inputs = inputs_of(loaded)
    document = read_document(run) or {}
    made_of = [one["sha256"] for one in document["provenance"]["inputs"]]
    if sorted(made_of) != sorted(checksum for _, checksum in inputs.files):
        raise PackError(
            Sentence(
                "data of a run must be those that it was made of, but files of "
                "{path} changed since; run the scenario again",
                path=run,
            )
        )
    for beside in sorted(run.absolute().parent.parent.glob("*.yaml")):
        try:
            found = load_scenario(beside)
        except ScenarioError:
            continue
        if of_value(found.resolved) == of_value(loaded.resolved):
            return _pack(found, inputs, run, archive)
    return _pack(loaded, inputs, run, archive)


def _pack(
    loaded: LoadedScenario, inputs: Inputs, run: Path | None, archive: Path
) -> Packed:
    layout, scenario = layout_of(loaded)
    if run is not None and loaded.files[-1].parent == run.absolute():
        scenario = _lift(layout, loaded.scenario.name)
    name = None if run is None else f"{RUNS}/{run.absolute().name}"
    if run is not None and name is not None:
        _add_run(layout, run.absolute(), name)
    told: dict[str, Any] = {
        "format": FORMAT,
        "scenario": scenario,
        "run": name,
        "hash": inputs.whole,
        "versions": versions(),
    }
    with written_whole(archive) as part:
        with ZipFile(part, "w", ZIP_DEFLATED) as file:
            told["files"] = _write(file, layout)
            _check_unchanged(layout, told["files"], inputs)
            _add(file, MANIFEST, BytesIO(json_text(told).encode()))
        n_bytes = part.stat().st_size
    layers = loaded.scenario.layers
    unlicensed = tuple(name for name, layer in layers.items() if not layer.licence)
    n_files = len(told["files"])
    own = None if run is None else run_hash(run)
    return Packed(scenario, name, inputs.whole, n_files, n_bytes, unlicensed, own)


def _lift(layout: Layout, name: str) -> str:
    """Give a run's own copy of the scenario a place of its own in the archive."""
    text = layout.texts.pop(RESOLVED)
    lifted = f"{run_folder(Path(), name, '').name.rstrip('-')}.yaml"
    layout.texts[lifted] = text
    return lifted


def _add_run(layout: Layout, run: Path, name: str) -> None:
    """Add the files of a run; its resolved scenario without places of this machine."""
    places = {path: packed for packed, path in layout.copied.items()}
    for path in sorted(run.iterdir()):
        if not path.is_file() or path.name.startswith("."):
            continue
        if path.name == RESOLVED:
            text = path.read_text("utf-8")
            layout.texts[f"{name}/{RESOLVED}"] = with_places(text, places, name)
        else:
            layout.copied[f"{name}/{path.name}"] = path


def _write(file: ZipFile, layout: Layout) -> dict[str, str]:
    """Write all files in the order of their names; return their checksums."""
    checksums = {}
    for name in sorted({*layout.copied, *layout.texts}):
        if name in layout.texts:
            checksums[name] = _add(file, name, BytesIO(layout.texts[name].encode()))
        else:
            with layout.copied[name].open("rb") as source:
                checksums[name] = _add(file, name, source)
    return checksums


def _add(file: ZipFile, name: str, source: BytesIO | BufferedReader) -> str:
    """Write a file, and return its checksum."""
    info = ZipInfo(name)  # with the date 1980-01-01, so equal files give equal archives
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o100644 << 16
    with file.open(info, "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target)
    source.seek(0)
    return hashlib.file_digest(source, "sha256").hexdigest()


def _check_unchanged(layout: Layout, checksums: dict[str, str], inputs: Inputs) -> None:
    """Refuse data that changed while they were packed."""
    places = {path: name for name, path in layout.copied.items()}
    for path, checksum in inputs.files:
        name = places[path.absolute()]
        if checksums[name] != checksum:
            raise PackError(
                Sentence("file must not change while it is packed: {path}", path=path)
            )
