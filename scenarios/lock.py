"""One process at a time for one run: a file that the operating system locks.

The lock goes with the process: after a crash the next one has it at once, and there
is no number of a process to judge, which may be of another machine. The file is
removed by who holds it, so a process that waited looks whether what it got is still
the file of that name.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

POLL_S = 0.2
"""How often a waiting process looks whether the other is done [s]."""


@contextmanager
def locked(folder: Path, on_wait: Callable[[], None] | None = None) -> Iterator[bool]:
    """Hold the lock of a run; yield whether another process had it before.

    Parameters
    ----------
    folder
        The run folder; the lock stands beside it.
    on_wait
        Called once, if another process has the lock.

    """
    path = folder.with_name(f".{folder.name}.lock")
    waited = False
    while (handle := _take(path)) is None:
        if not waited and on_wait is not None:
            on_wait()
        waited = True
        time.sleep(POLL_S)
    try:
        yield waited
    finally:
        with suppress(OSError):  # Windows keeps the file of somebody who waits
            path.unlink()
        os.close(handle)


def _take(path: Path) -> int | None:
    """Return the open and locked file, None if another process has it."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR)
    try:
        _lock(handle)
        if os.path.samestat(os.fstat(handle), path.stat()):
            return handle
    except OSError:  # taken, or removed by who held it
        pass
    os.close(handle)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
