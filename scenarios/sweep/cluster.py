"""Dask's workers, on a cluster or here: the same tasks, elsewhere.

Dask is an extra (``cluster``), loaded when it is asked for. Workers must see the same
files under the same paths as this process, and run the same code: each is asked for
its versions before the first run, and every task checks its code and files again.
"""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from grids.sentence import Sentence
from scenarios.sweep.fingerprint import ClusterError, refuse_others
from scenarios.sweep.share import THREADS, shares
from scenarios.sweep.task import Done, Task, work

CONNECT_S = 10
"""How long to wait for a scheduler [s]."""

WORKERS_S = 60
"""How long to wait for the first worker of a scheduler [s]."""

AHEAD = 2
"""Tasks sent per worker: the next one is there when one ends."""

KINDS = ("local", "slurm")
"""Clusters that can be started from here."""


class DaskPool:
    """Workers behind a Dask client.

    Parameters
    ----------
    client
        Connected, ``distributed.Client``.

    """

    def __init__(self, client: Any) -> None:
        """Send nothing yet."""
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._open: set[Future[Done]] = set()

    @property
    def room(self) -> int:
        """How many tasks it can take now."""
        self._refuse_lost()
        self._open = {future for future in self._open if not future.done()}
        return max(0, AHEAD * max(1, len(self._client.nthreads())) - len(self._open))

    def submit(self, task: Task) -> "Future[Done]":
        """Have a task done."""
        self._refuse_lost()
        future: Future[Done] = self._executor.submit(work_on_dask, task)
        self._open.add(future)
        return future

    def is_lost(self, error: BaseException) -> bool:
        """Tell whether a worker died."""
        from distributed import KilledWorker

        return isinstance(error, KilledWorker)

    def close(self, *, now: bool = False) -> None:
        """Let go of the tasks that have not begun."""
        self._executor.shutdown(wait=not now)

    def _refuse_lost(self) -> None:
        if self._client.status != "running":
            raise ClusterError(
                Sentence(
                    "the connection with the scheduler must stay, but was lost; what "
                    "is done is kept, and the same command goes on with what is missing"
                )
            )


@contextmanager
def scheduler_pool(address: str, wait_s: float = CONNECT_S) -> Iterator[DaskPool]:
    """Give the workers of a scheduler that runs already.

    Parameters
    ----------
    address
        For instance ``tcp://host:8786``.
    wait_s
        How long it may take to answer [s].

    Raises
    ------
    ClusterError
        If Dask is not installed, the scheduler does not answer, no worker comes, or
        a worker has other versions.

    """
    with _client(address, wait_s) as client:
        _wait_for_workers(client, address)
        refuse_others(client)
        yield DaskPool(client)


@contextmanager
def cluster_pool(kind: str, jobs: int) -> Iterator[DaskPool]:
    """Start a cluster and give its workers.

    Parameters
    ----------
    kind
        ``local`` or ``slurm``; the latter reads Dask's own ``jobqueue.yaml``.
    jobs
        Number of workers, or of SLURM jobs.

    Raises
    ------
    ClusterError
        If Dask is not installed, or the cluster cannot be started.

    """
    if kind not in KINDS:
        raise ValueError(f"cluster must be one of {KINDS}, got '{kind}'")
    _refuse_without_dask()
    import dask

    # a run that lost its worker is begun once more by the sweep, not by Dask
    once = dask.config.set({"distributed.scheduler.allowed-failures": 0})
    with once, _started(kind, jobs) as cluster, _client(cluster) as client:
        if kind == "local":
            _wait_for_workers(client, kind)
            refuse_others(client)
        yield DaskPool(client)


def work_on_dask(task: Task) -> Done:
    """Make a run on one of Dask's workers.

    xarray would ask the scheduler for a lock on every file that is written; the files
    of a run have one writer.
    """
    import dask

    with dask.config.set(scheduler="threads"):
        return work(task)


def _refuse_without_dask() -> None:
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise ClusterError(
            Sentence(
                "a cluster needs Dask, which is not installed ({why}); install puzzel "
                "with the extra 'cluster', or leave out --scheduler and --cluster",
                why=error,
            )
        ) from error


@contextmanager
def _client(where: Any, wait_s: float = CONNECT_S) -> Iterator[Any]:
    """Connect with a scheduler or a cluster."""
    _refuse_without_dask()
    from distributed import Client

    try:
        client = Client(where, timeout=wait_s, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(
            Sentence(
                "scheduler must answer within {n} s, but '{where}' does not ({why}); "
                "see that it runs and that this machine can reach it",
                n=wait_s,
                where=where,
                why=f"{error}" or type(error).__name__,
            )
        ) from error
    with client:
        yield client


def _wait_for_workers(client: Any, where: str) -> None:
    try:
        client.wait_for_workers(1, timeout=WORKERS_S)
    except TimeoutError as error:
        raise ClusterError(
            Sentence(
                "scheduler must have workers, but '{where}' had none for {n} s; start "
                "them with dask worker and its address",
                where=where,
                n=WORKERS_S,
            )
        ) from error


@contextmanager
def _started(kind: str, jobs: int) -> Iterator[Any]:
    """Start a cluster."""
    if kind == "local":
        from distributed import LocalCluster

        n_threads = str(len(shares(jobs)[0]))
        with LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            env=dict.fromkeys(THREADS, n_threads),
        ) as cluster:
            yield cluster
        return
    with slurm_cluster() as cluster:
        cluster.scale(jobs=jobs)
        yield cluster


def slurm_cluster() -> Any:
    """Return a cluster of SLURM jobs, by Dask's own settings.

    Raises
    ------
    ClusterError
        If those say too little, or dask-jobqueue is not installed.

    """
    try:
        from dask_jobqueue.slurm import SLURMCluster

        return SLURMCluster()
    except (ImportError, ValueError, RuntimeError) as error:
        raise ClusterError(
            Sentence(
                "SLURM needs the cores and memory of a job in ~/.config/dask/"
                "jobqueue.yaml, but: {why}; docs/sweeps.md has an example",
                why=error,
            )
        ) from error
