"""Processes on this machine, each with its share of the cores.

Every worker is a pool of one process: when one dies, exactly one run is lost and the
others do not notice. Workers are started anew (spawn), with the same code on every
system, leave Ctrl-C to the sweep, and end when the sweep is killed.
"""

import multiprocessing
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor

from scenarios.sweep.share import begin_worker, shares
from scenarios.sweep.task import Done, Task, work


class LocalPool:
    """Some processes.

    Parameters
    ----------
    jobs
        How many; at least 1.

    """

    def __init__(self, jobs: int) -> None:
        """Start none yet: a worker starts with its first task."""
        if jobs < 1:
            raise ValueError(f"jobs must be at least 1, got {jobs}")
        self._idle = [_Worker(share) for share in shares(jobs)]
        self._busy: dict[Future[Done], _Worker] = {}

    @property
    def room(self) -> int:
        """How many tasks it can take now."""
        for future in [future for future in self._busy if future.done()]:
            worker = self._busy.pop(future)
            if isinstance(future.exception(), BrokenExecutor):
                worker.renew()
            self._idle.append(worker)
        return len(self._idle)

    def submit(self, task: Task) -> "Future[Done]":
        """Have a task done."""
        worker = self._idle.pop(0)
        future = worker.submit(task)
        self._busy[future] = worker
        return future

    def is_lost(self, error: BaseException) -> bool:
        """Tell whether a process died."""
        return isinstance(error, BrokenExecutor)

    def close(self, *, now: bool = False) -> None:
        """End the processes."""
        if now:
            for child in multiprocessing.active_children():
                child.terminate()
        for worker in [*self._idle, *self._busy.values()]:
            worker.executor.shutdown(cancel_futures=True)


class _Worker:
    """A pool of one process, on its share of the cores."""

    def __init__(self, share: tuple[int, ...]) -> None:
        self._share = share
        self.renew()

    def renew(self) -> None:
        """Take another process in the place of one that died."""
        self.executor = ProcessPoolExecutor(
            1,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=begin_worker,
            initargs=(self._share,),
        )

    def submit(self, task: Task) -> "Future[Done]":
        """Have a task done; the process may have died with nothing to do."""
        try:
            return self.executor.submit(work, task)
        except BrokenExecutor:
            self.renew()
            return self.executor.submit(work, task)
