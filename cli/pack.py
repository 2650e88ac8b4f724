"""``puzzel pack`` and ``puzzel unpack``: a scenario with its data for a colleague."""

from pathlib import Path

from cli.console import Console
from cli.failures import UsageError

SHORT = 8
"""Characters of a hash that are shown."""


def pack(console: Console, what: Path, archive: Path | None, *, force: bool) -> None:
    """Pack a scenario or a run into one archive."""
    from atlas.formats import number
    from scenarios.pack.write import pack_run, pack_scenario
    from scenarios.store import read_document

    is_run = what.is_dir() and read_document(what) is not None
    if not is_run and not what.is_file():
        raise UsageError(console.say("pack_what", path=what))
    name = what.absolute().name if is_run else what.stem
    archive = archive or Path(f"{name}.zip")
    if archive.exists() and not force:
        raise UsageError(console.say("pack_exists", path=archive))
    packed = (pack_run if is_run else pack_scenario)(what, archive)
    key = "pack_scenario" if packed.run is None else "pack_run"
    names = {"scenario": packed.scenario, "run": packed.run}
    size = number(packed.n_bytes / 1e6, console.language, 1)
    inside = console.say(key, **{one: names[one] for one in names if names[one]})
    about = {"path": archive, "n": packed.n_files, "size": size, "what": inside}
    console.print(console.say("packed", **about))
    if packed.run_hash not in (None, packed.hash):
        own = f"{packed.run_hash}"[:SHORT]
        console.note(console.say("pack_older", own=own, hash=packed.hash[:SHORT]))
    if packed.unlicensed:
        told = ", ".join(packed.unlicensed)
        console.note(console.say("pack_licence", names=told))
    console.document(
        {
            "archive": str(archive),
            "scenario": packed.scenario,
            "run": packed.run,
            "hash": packed.hash,
            "run_hash": packed.run_hash,
            "files": packed.n_files,
            "bytes": packed.n_bytes,
            "unlicensed": list(packed.unlicensed),
        }
    )


def unpack(
    console: Console, archive: Path, folder: Path | None, *, force: bool
) -> None:
    """Unpack an archive, and say whether a run here is the run there."""
    from scenarios.pack.read import ExistsError
    from scenarios.pack.read import unpack as take_out

    folder = folder or Path(archive.stem)
    try:
        came = take_out(archive, folder, force=force)
    except ExistsError as error:
        raise UsageError(console.say("unpack_exists", path=folder)) from error
    console.print(console.say("unpacked", path=folder, n=came.n_files))
    short = {"hash": came.packed_hash[:SHORT]}
    if came.same:
        console.print(console.say("unpack_same", **short))
    elif came.hash == came.packed_hash:  # the run is older than what packed it
        console.note(console.say("pack_older", own=f"{came.run_hash}"[:SHORT], **short))
    else:
        version = came.versions.get("ruimtepuzzel", "?")
        own = came.hash[:SHORT]
        console.note(console.say("unpack_other", version=version, own=own, **short))
    scenario = folder / came.scenario.relative_to(folder.absolute())
    console.print(console.say("unpack_next", path=scenario))
    console.document(
        {
            "folder": str(folder),
            "scenario": str(came.scenario),
            "run": None if came.run is None else str(came.run),
            "hash": came.hash,
            "packed_hash": came.packed_hash,
            "run_hash": came.run_hash,
            "same": came.same,
            "versions": came.versions,
            "files": came.n_files,
        }
    )
