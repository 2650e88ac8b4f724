"""The driver with workers that die on cue; no run is made."""

from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from pathlib import Path

from scenarios.sweep.drive import drive
from scenarios.sweep.task import BusyError, Done, Task


def _tasks(n: int) -> list[Task]:
    return [
        Task(number, Path("x.yaml"), (), f"{number}", Path(f"run-{number}"), "code")
        for number in range(1, n + 1)
    ]


@dataclass
class CuedPool:
    """Takes one task at a time; for some numbers it fails that often, as told."""

    fails: dict[int, list[BaseException]] = field(default_factory=dict)
    begun: list[tuple[int, bool]] = field(default_factory=list)
    room: int = 1

    def submit(self, task: Task) -> "Future[Done]":
        self.begun.append((task.number, task.patient))
        future: Future[Done] = Future()
        errors = self.fails.get(task.number, [])
        if errors:
            future.set_exception(errors.pop(0))
        else:
            future.set_result(Done(task.number, task.folder))
        return future

    def is_lost(self, error: BaseException) -> bool:
        return isinstance(error, BrokenExecutor)

    def close(self, *, now: bool = False) -> None:
        pass


def _numbers(pool: CuedPool) -> list[int]:
    return [number for number, _ in pool.begun]


def test_a_run_that_lost_its_worker_is_begun_once_more() -> None:
    pool = CuedPool({2: [BrokenExecutor()]})
    told: list[Done] = []
    done = drive(_tasks(3), pool, told.append)
    assert sorted(one.number for one in done) == [1, 2, 3]
    assert [one.failure for one in done] == [None] * 3
    assert sorted(_numbers(pool)) == [1, 2, 2, 3]
    assert told == done


def test_a_run_that_loses_two_workers_has_failed_and_the_others_go_on() -> None:
    pool = CuedPool({1: [BrokenExecutor(), BrokenExecutor(), BrokenExecutor()]})
    done = drive(_tasks(3), pool, lambda one: None)
    failed = {one.number: one.failure for one in done if one.failure}
    assert list(failed) == [1]
    assert failed[1].kind == "lost"
    assert "ended 2 times before the run did" in failed[1].texts["en"]
    assert "stopte 2 keer" in failed[1].texts["nl"]
    assert sorted(_numbers(pool)) == [1, 1, 2, 3]


def test_a_run_that_another_process_makes_is_waited_for_at_the_end() -> None:
    pool = CuedPool({1: [BusyError()]})
    drive(_tasks(3), pool, lambda one: None)
    assert pool.begun == [(1, False), (2, False), (3, False), (1, True)]


def test_an_error_of_one_run_is_its_own() -> None:
    pool = CuedPool({2: [RuntimeError("of the worker")]})
    done = drive(_tasks(3), pool, lambda one: None)
    failed = {one.number: one.failure for one in done if one.failure}
    assert failed[2].kind == "bug"
    assert failed[2].texts["en"] == "RuntimeError: of the worker"
    assert len(done) == 3


def test_once_stopped_no_run_begins() -> None:
    pool = CuedPool()
    done = drive(_tasks(5), pool, lambda one: None, lambda: len(pool.begun) >= 2)
    assert [one.number for one in done] == [1, 2]
