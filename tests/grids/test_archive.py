"""Archives from someone else: what comes out, and what must not."""

import os
import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from grids.archive import ArchiveError, Bounds, unpacked


def _zip(path: Path, *members: tuple[str | ZipInfo, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, body in members:
            file.writestr(name, body)
    return path


def test_files_come_out_as_they_went_in(tmp_path: Path) -> None:
    body = os.urandom(3_000_000)
    archive = _zip(tmp_path / "a.zip", ("a/b.bin", body), ("c/", b""), ("é.txt", b"x"))
    out = tmp_path / "out"
    assert unpacked(archive, out) == [out / "a/b.bin", out / "é.txt"]
    assert (out / "a/b.bin").read_bytes() == body
    assert (out / "é.txt").read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    [
        *("../x", "a/../../x", "/etc/x", "..", "a/.."),
        *(
            "..\\x",
            "C:\\x",
            "C:x",
            "\\\\server\\x",
            "a\0../x",
            "a./x",
            "con ",
            "x:ads",
            "a/NUL.txt",
        ),
    ],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    info = ZipInfo("placeholder")
    info.filename = info.orig_filename = name
    archive = _zip(tmp_path / "a.zip", ("first", b"1"), (info, b"2"))
    with pytest.raises(ArchiveError, match="files of its own folder only"):
        unpacked(archive, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK]
)
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    info = ZipInfo("link")
    info.external_attr = (kind | 0o777) << 16
    archive = _zip(tmp_path / "a.zip", ("first", b"1"), (info, b"/etc/passwd"))
    with pytest.raises(ArchiveError, match="link is a link, a device"):
        unpacked(archive, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", ("A.txt", b"1"), ("a.txt", b"2"))
    with pytest.raises(ArchiveError, match=r"has a\.txt twice"):
        unpacked(archive, tmp_path / "out")


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", ("zeros", bytes(150_000_000)))
    assert archive.stat().st_size < 200_000
    tracemalloc.start()
    with pytest.raises(ArchiveError, match="at most 10,000 files and 100 MB"):
        unpacked(archive, tmp_path / "out")
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()
    assert not (tmp_path / "out").exists()


def test_size_and_number_have_bounds(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", ("a", b"1" * 99), ("b", b"2"))
    for bounds in (Bounds(files=1), Bounds(bytes=99), Bounds(ratio=0, free=99)):
        with pytest.raises(ArchiveError, match="must hold at most"):
            unpacked(archive, tmp_path / "out", bounds)
    assert len(unpacked(archive, tmp_path / "out", Bounds(files=2, bytes=100))) == 2


def test_a_member_that_says_it_is_shorter_is_refused(tmp_path: Path) -> None:
    """A bomb that lies about its length does not get past it."""
    archive = _zip(tmp_path / "a.zip", ("a", bytes(40_000_000)))
    said = archive.read_bytes()
    lie = said.replace(struct.pack("<L", 40_000_000), struct.pack("<L", 10))
    assert lie != said
    archive.write_bytes(lie)
    with pytest.raises(ArchiveError, match="damaged or none"):
        unpacked(archive, tmp_path / "out")
    assert not any(path.stat().st_size > 10 for path in (tmp_path / "out").iterdir())


@pytest.mark.parametrize("cut", [5, 60, 200])
def test_a_damaged_archive_is_told(tmp_path: Path, cut: int) -> None:
    archive = _zip(tmp_path / "a.zip", ("a", os.urandom(1000)))
    archive.write_bytes(archive.read_bytes()[:-cut])
    with pytest.raises(ArchiveError, match=r"a\.zip must be a sound ZIP, but"):
        unpacked(archive, tmp_path / "out")


def test_a_body_with_another_checksum_is_told(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with ZipFile(archive, "w", zipfile.ZIP_STORED) as file:
        file.writestr("a", b"x" * 1000)
    archive.write_bytes(archive.read_bytes().replace(b"x" * 1000, b"y" * 1000))
    with pytest.raises(ArchiveError, match="sound ZIP"):
        unpacked(archive, tmp_path / "out")
