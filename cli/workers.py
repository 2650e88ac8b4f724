"""Who does the runs of a command that makes many: processes here, or Dask's workers."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError

if TYPE_CHECKING:
    from scenarios.sweep.pool import Pool

BY_KIND = {
    "invalid": ExitCode.INVALID,
    "data": ExitCode.DATA,
    "bug": ExitCode.BUG,
    "lost": ExitCode.NO_ANSWER,
}
"""Exit code of a run that failed, by the kind of its failure."""


@dataclass(frozen=True)
class Workers:
    """Who does the runs: processes here, or Dask's workers."""

    jobs: int | None = None
    scheduler: str | None = None
    cluster: str | None = None


def workers_of(
    jobs: int | None, scheduler: str | None, cluster: str | None
) -> Workers | None:
    """Return the workers that options ask for, None if they ask for none."""
    asked = jobs is not None or scheduler is not None or cluster is not None
    return Workers(jobs, scheduler, cluster) if asked else None


@contextmanager
def pool_of(console: Console, workers: Workers) -> "Iterator[Pool]":
    """Give the workers; an error or a second Ctrl-C ends them at once."""
    with ExitStack() as held:
        pool = held.enter_context(_opened(console, workers))
        try:
            yield pool
        except BaseException:
            pool.close(now=True)
            raise
        pool.close()


def _opened(console: Console, workers: Workers) -> "AbstractContextManager[Pool]":
    """Choose who does the runs."""
    from scenarios.sweep.local import LocalPool
    from scenarios.sweep.share import cores

    jobs = len(cores()) if workers.jobs is None else workers.jobs
    if jobs < 1:
        raise UsageError(console.say("jobs", got=jobs))
    if workers.scheduler is None and workers.cluster is None:
        return nullcontext(LocalPool(jobs))
    if workers.scheduler is not None and workers.cluster is not None:
        raise UsageError(console.say("sweep_two_clusters"))
    from scenarios.sweep.cluster import KINDS, cluster_pool, scheduler_pool

    if workers.scheduler is not None:
        return scheduler_pool(workers.scheduler)
    if workers.cluster not in KINDS:
        known = ", ".join(KINDS)
        raise UsageError(console.say("cluster", known=known, got=workers.cluster))
    return cluster_pool(workers.cluster, jobs)
