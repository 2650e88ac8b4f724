"""Dask: a cluster inside this process, which starts at once."""

from collections.abc import Iterator
from typing import Any

import pytest

from scenarios.sweep.cluster import DaskPool, scheduler_pool, slurm_cluster
from scenarios.sweep.fingerprint import ClusterError, fingerprint, refuse_others
from tests.scenarios.sweep.sweeping import answer, swept
from tests.small_project import SmallProject


@pytest.fixture
def client() -> Iterator[Any]:
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=False,
            dashboard_address=None,
        ) as cluster,
        Client(cluster, set_as_default=False) as found,
    ):
        yield found


def test_dask_gives_the_answers_of_plain_runs(
    project: SmallProject,
    client: Any,
    serial: list[tuple[Any, ...]],
) -> None:
    refuse_others(client)
    pool = DaskPool(client)
    found, done = swept(project, pool)
    pool.close()
    assert [one.failure for one in done] == [None] * 3
    assert [answer(run.folder) for run in found.record.runs] == serial


def test_a_worker_with_other_versions_is_named_with_what_differs() -> None:
    class Client:
        """Answers as a worker of another installation does."""

        def run(self, asked: Any) -> dict[str, dict[str, str]]:
            assert asked is fingerprint
            other = fingerprint() | {"numba": "0.1", "code": "00000000"}
            return {"tcp://a:1": fingerprint(), "tcp://b:2": other}

    with pytest.raises(ClusterError, match=r"but tcp://b:2 has numba 0\.1 ≠ .*code 0"):
        refuse_others(Client())


def test_a_scheduler_that_is_not_there_is_told() -> None:
    text = "scheduler must answer within 0.5 s, but 'tcp://127.0.0.1:1' does not"
    with (
        pytest.raises(ClusterError, match=text),
        scheduler_pool("tcp://127.0.0.1:1", 0.5),
    ):
        raise AssertionError


@pytest.mark.filterwarnings("ignore:unclosed cluster:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_slurm_without_settings_says_which_are_needed() -> None:
    with pytest.raises(ClusterError, match=r"jobqueue\.yaml, but: You must specify"):
        slurm_cluster()
