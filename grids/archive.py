"""Take the files out of a ZIP archive that comes from someone else.

Refused before anything is written: members that would land outside the folder, links
and devices, names that a machine reads otherwise (two that differ in case only, a
colon), passwords, and bombs: more files, bytes or bytes per byte packed than a bound.
What a member really holds is counted again while it is written.
"""

import re
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from grids.sentence import Sentence

MB = 1_000_000
CHUNK = 1 << 20

DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names that Windows keeps for itself."""

LOCKED = 1
"""Flag of a member with a password."""


class ArchiveError(ValueError):
    """An archive that is damaged, or that must not be unpacked."""


@dataclass(frozen=True)
class Bounds:
    """How much an archive may hold.

    Parameters
    ----------
    files
        Number of members.
    bytes
        Length of all members together.
    ratio
        That length per byte of the archive; counts from ``free`` bytes on.
    free
        Length that is never a bomb, however well it was packed.

    """

    files: int = 10_000
    bytes: int = 20_000 * MB
    ratio: int = 200
    free: int = 100 * MB


def unpacked(archive: Path, folder: Path, bounds: Bounds | None = None) -> list[Path]:
    """Write the files of an archive to a folder.

    Parameters
    ----------
    archive
        ZIP file.
    folder
        Where they go; what is there is overwritten.
    bounds
        How much it may hold.

    Returns
    -------
    list[Path]
        The files, in the order of the archive.

    Raises
    ------
    ArchiveError
        If it is no sound ZIP, or may not be unpacked. Nothing is written then, but
        for a member that is damaged or longer than it says.

    """
    try:
        with ZipFile(archive) as held:
            named = _named(archive, held.infolist())
            _check_size(archive, [one for one, _ in named], bounds or Bounds())
            for member, name in named:
                _write(archive, held, member, folder / name)
    except (BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise ArchiveError(
            Sentence(
                "{path} must be a sound ZIP, but is damaged or none: {why}",
                path=archive.name,
                why=error,
            )
        ) from error
    return [folder / name for _, name in named]


def _named(archive: Path, members: list[ZipInfo]) -> list[tuple[ZipInfo, str]]:
    """Return the files with their names; refuse what is none, or lands elsewhere."""
    seen: set[str] = set()
    found = []
    for member in members:
        _check_name(archive, member)
        kind = stat.S_IFMT(member.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR) or member.flag_bits & LOCKED:
            raise ArchiveError(
                Sentence(
                    "{path} must hold plain files only, but {name} is a link, a "
                    "device or locked by a password",
                    path=archive.name,
                    name=member.filename,
                )
            )
        if member.is_dir():
            continue
        if member.filename.casefold() in seen:
            raise ArchiveError(
                Sentence(
                    "{path} must hold every file once, but has {name} twice",
                    path=archive.name,
                    name=member.filename,
                )
            )
        seen.add(member.filename.casefold())
        found.append((member, member.filename))
    return found


def _check_name(archive: Path, member: ZipInfo) -> None:
    """Refuse a name that leads out of the folder, on whatever machine."""
    # the name as it was packed: ZipFile cuts it at a null character
    name = member.orig_filename
    parts = PurePosixPath(name).parts
    sound = (
        parts
        and not name.startswith("/")
        and not set(parts) & {".", ".."}
        and not any(one in name for one in ("\\", ":", "\0"))
        and not any(part.endswith((" ", ".")) or DEVICE.match(part) for part in parts)
    )
    if not sound:
        raise ArchiveError(
            Sentence(
                "{path} must hold files of its own folder only, but has {name!r}",
                path=archive.name,
                name=name,
            )
        )


def _check_size(archive: Path, members: list[ZipInfo], bounds: Bounds) -> None:
    """Refuse a bomb by what the members say they hold."""
    whole = sum(one.file_size for one in members)
    packed = archive.stat().st_size
    most = min(bounds.bytes, max(bounds.free, bounds.ratio * packed))
    if len(members) > bounds.files or whole > most:
        raise ArchiveError(
            Sentence(
                "{path} must hold at most {files:,} files and {most:,} MB, but has "
                "{n:,} files and {got:,} MB in {packed:,} MB",
                path=archive.name,
                files=bounds.files,
                most=most // MB,
                n=len(members),
                got=whole // MB,
                packed=packed // MB,
            )
        )


def _write(archive: Path, held: ZipFile, member: ZipInfo, path: Path) -> None:
    """Write one member, no more than it says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    n_bytes = 0
    with held.open(member) as source, path.open("wb") as file:
        while chunk := source.read(CHUNK):
            n_bytes += len(chunk)
            if n_bytes > member.file_size:
                break
            file.write(chunk)
    if n_bytes != member.file_size:
        path.unlink()
        raise ArchiveError(
            Sentence(
                "{path} must hold what it says, but {name} has another length",
                path=archive.name,
                name=member.filename,
            )
        )
