"""Bodies that came, by their checksum, and what is known of the address they came from.

    objects/ab/<sha256>     a whole body, never changed
    entries/<key>.json      what an address gave last: checksum, date, validators
    partial/<key>.<pid>     a body under way, with its validator beside it

Everything is written elsewhere and renamed, so a kill leaves whole files only. The
part of a process that is gone is taken over and continued.
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from glob import escape
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Entry:
    """What an address gave.

    Parameters
    ----------
    url, final_url
        Asked, and answered after redirects.
    sha256, size
        Checksum and length of the body [bytes].
    type
        Content type.
    etag, modified
        Validators of the server, empty if it gave none.
    fetched_at
        When it was last known to be current, seconds since 1970.
    crs
        ``Content-Crs`` of the answer.
    total
        Length of the file of which the body is a part, 0 if it is no part.

    """

    url: str
    final_url: str
    sha256: str
    size: int
    type: str
    etag: str
    modified: str
    fetched_at: float
    crs: str = ""
    total: int = 0


class Store:
    """A folder of bodies.

    Parameters
    ----------
    root
        Folder; made when first written.

    """

    def __init__(self, root: Path) -> None:
        """Write nothing yet."""
        self.root = root

    def entry(self, url: str) -> Entry | None:
        """Return what is held of an address, None if its body is not whole."""
        try:
            held = json.loads(self._entry_path(url).read_text("utf-8"))
            entry = Entry(**held)
            path = self.body(entry)
            if path.stat().st_size != entry.size or sha256_of(path) != entry.sha256:
                return None
        except (OSError, ValueError, TypeError):  # absent, or damaged
            return None
        return entry

    def body(self, entry: Entry) -> Path:
        """Return the file of a body."""
        return self.root / "objects" / entry.sha256[:2] / entry.sha256

    def keep(self, part: Path, entry: Entry) -> Entry:
        """Take a whole body in, then what is known of it."""
        path = self.body(entry)
        path.parent.mkdir(parents=True, exist_ok=True)
        _sync(part)
        os.replace(part, path)
        _validator(part).unlink(missing_ok=True)
        self.note(entry)
        return entry

    def note(self, entry: Entry) -> None:
        """Write what is known of an address."""
        write_whole(self._entry_path(entry.url), json.dumps(asdict(entry)).encode())

    def forget(self, url: str) -> None:
        """Drop what is known of an address; its body stays."""
        self._entry_path(url).unlink(missing_ok=True)

    def part(self, url: str) -> Path:
        """Return the file for a body under way, with what a dead process left."""
        folder = self.root / "partial"
        folder.mkdir(parents=True, exist_ok=True)
        own = folder / f"{_key(url)}.{os.getpid()}"
        if own.exists():
            return own
        for left in folder.glob(f"{_key(url)}.*"):
            pid = left.suffix.removeprefix(".")
            if not pid.isdigit() or psutil.pid_exists(int(pid)):
                continue
            with suppress(OSError):  # another process was first
                os.replace(_validator(left), _validator(own))
                os.replace(left, own)
                break
        return own

    def validator(self, part: Path) -> str:
        """Return the ETag or date of the body that a part is of."""
        try:
            return _validator(part).read_text("utf-8")
        except OSError:
            return ""

    def mark(self, part: Path, validator: str) -> None:
        """Write down of which body a part is."""
        _validator(part).write_text(validator, "utf-8")

    def drop(self, part: Path) -> None:
        """Remove a part."""
        part.unlink(missing_ok=True)
        _validator(part).unlink(missing_ok=True)

    def _entry_path(self, url: str) -> Path:
        return self.root / "entries" / f"{_key(url)}.json"


def sha256_of(path: Path) -> str:
    """Return the checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    with written_whole(path) as part:
        part.write_bytes(content)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Give a file to write, which takes its name once it is whole.

    What processes that are gone left half-written of it is removed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in path.parent.glob(f".*-*-{escape(path.name)}*"):
        pid = left.name[1:].partition("-")[0]
        if pid.isdigit() and not psutil.pid_exists(int(pid)):
            left.unlink(missing_ok=True)
    part = path.with_name(f".{os.getpid()}-{uuid.uuid4().hex[:8]}-{path.name}")
    try:
        yield part
        _sync(part)
        os.replace(part, path)
    finally:
        for left in path.parent.glob(f"{escape(part.name)}*"):  # and its journal
            left.unlink(missing_ok=True)


def copy_as(body: Path, path: Path) -> Path:
    """Give a body a name with an ending, which GDAL goes by."""
    try:
        os.link(body, path)
    except OSError:  # another disk, or one without links
        shutil.copyfile(body, path)
    return path


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _validator(part: Path) -> Path:
    return part.with_name(f"v-{part.name}")


def _key(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:32]
