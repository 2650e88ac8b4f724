"""A worker's share of the machine, settled before it loads anything that computes.

Cores are divided over the workers, and a worker stays on its own: libraries that start
a thread per core then start as many as it has. Where the system cannot hold a process
to cores (macOS), variables say how many threads to start.
"""

import multiprocessing
import os
import signal
import threading
from multiprocessing.process import BaseProcess

THREADS = (
    *("NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"),
    *("MKL_NUM_THREADS", "GDAL_NUM_THREADS"),
)
"""Variables that tell libraries how many threads to start."""


def cores() -> tuple[int, ...]:
    """Return the cores that this process may use."""
    import psutil

    this = psutil.Process()
    if hasattr(this, "cpu_affinity"):
        return tuple(this.cpu_affinity() or ())
    return tuple(range(psutil.cpu_count() or 1))


def shares(n_workers: int) -> list[tuple[int, ...]]:
    """Divide the cores; of more workers than cores, some share one.

    Parameters
    ----------
    n_workers
        At least 1.

    Returns
    -------
    list[tuple[int, ...]]
        Cores per worker, equally many for each.

    """
    own = cores()
    each = max(1, len(own) // n_workers)
    return [
        tuple(own[(worker * each + core) % len(own)] for core in range(each))
        for worker in range(n_workers)
    ]


def begin_worker(share: tuple[int, ...]) -> None:
    """Prepare a process that works for a sweep: the first thing that it does."""
    import psutil

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the sweep decides what Ctrl-C means
    os.environ.update(dict.fromkeys(THREADS, str(len(share))))
    this = psutil.Process()
    if hasattr(this, "cpu_affinity"):
        this.cpu_affinity(list(share))
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    """End this process when the other has: nobody would take what it makes."""
    parent.join()
    os._exit(1)
