"""A file on a server of which only the blocks that are read are asked for.

All requests go through the client, so its manners, its cache and its refusal of
private addresses hold; GDAL itself asks for nothing.
"""

import io

from grids.fetch.address import FetchError
from grids.fetch.client import Client
from grids.fetch.store import Entry

BLOCK = 1 << 18
"""Bytes that are asked for at a time."""

HELD = 200
"""Blocks that are held in memory; the others are in the cache."""


class Ranged:
    """The blocks of a file.

    Parameters
    ----------
    client
        Asks the server.
    url
        Address of the file.

    Raises
    ------
    FetchError
        If the server gives no parts, or does not say how long the file is.

    """

    failure: FetchError | None = None
    """Why a later block did not come; GDAL, which reads, would lose an error."""

    def __init__(self, client: Client, url: str) -> None:
        """Ask for the first block, which tells the length."""
        self.client, self.url = client, url
        self.first = self._entry(0)
        self._blocks: dict[int, bytes] = {}
        self._asked: set[int] = {0}
        if not self.first.total:
            raise FetchError(f"{url} must say how long it is, but does not")

    def read(self, start: int, size: int) -> bytes:
        """Return bytes from a place on; none once a block did not come."""
        size, found = max(0, min(size, self.first.total - start)), b""
        try:
            while len(found) < size:
                number, at = divmod(start + len(found), BLOCK)
                piece = self._block(number)[at : at + size - len(found)]
                if not piece:
                    raise FetchError(f"{self.url} is shorter than it said")
                found += piece
        except FetchError as error:
            self.failure = self.failure or error
            return b""
        return found

    def _block(self, number: int) -> bytes:
        if number not in self._blocks:
            entry = self._entry(number)
            now = (entry.total, entry.etag, entry.modified)
            if now != (self.first.total, self.first.etag, self.first.modified):
                for one in (*self._asked, number):
                    self.client.store.forget(self._address(one))
                raise FetchError(f"{self.url} changed while it was read; fetch again")
            self._asked.add(number)
            if len(self._blocks) == HELD:
                del self._blocks[next(iter(self._blocks))]  # the oldest
            self._blocks[number] = self.client.body(entry).read_bytes()
        return self._blocks[number]

    def _entry(self, number: int) -> Entry:
        return self.client.get(self._address(number))

    def _address(self, number: int) -> str:
        return f"{self.url}#bytes={number * BLOCK}-{(number + 1) * BLOCK - 1}"


class RangedFile(io.RawIOBase):
    """The blocks as a file to read and to seek in.

    Parameters
    ----------
    blocks
        Of the file.

    """

    def __init__(self, blocks: Ranged) -> None:
        """Begin at the beginning."""
        self.blocks, self._at = blocks, 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that one can go anywhere in it."""
        return True

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        starts = {
            io.SEEK_SET: 0,
            io.SEEK_CUR: self._at,
            io.SEEK_END: self.blocks.first.total,
        }
        self._at = max(0, starts[whence] + offset)
        return self._at

    def read(self, size: int | None = -1, /) -> bytes:
        """Read from the place on."""
        whole = size is None or size < 0
        found = self.blocks.read(
            self._at, self.blocks.first.total if whole else int(size or 0)
        )
        self._at += len(found)
        return found
