"""Have tasks done by a pool: each once, a lost one once more, the others go on."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait

from grids.sentence import Sentence
from scenarios.dutch import said
from scenarios.sweep.pool import Pool
from scenarios.sweep.task import BusyError, Done, Failure, Task, failure_of
from scenarios.words import LANGUAGES

POLL_S = 0.2
"""How often it looks whether somebody wants to stop [s]."""

TRIES = 2
"""How often a run may lose its worker before it counts as failed."""


def drive(
    tasks: Sequence[Task],
    pool: Pool,
    on_done: Callable[[Done], None],
    stopped: Callable[[], bool] = lambda: False,
) -> list[Done]:
    """Have tasks done.

    Parameters
    ----------
    tasks
        In the order in which they begin.
    pool
        Who does them.
    on_done
        Called as soon as one is done or has failed.
    stopped
        Once true, no further task begins; those under way are waited for.

    Returns
    -------
    list[Done]
        What became of every task that was begun, in the order of ending.

    """
    queue, patient = deque(tasks), deque[Task]()
    running: dict[Future[Done], Task] = {}
    lost: dict[int, int] = {}
    done: list[Done] = []
    while running or ((queue or patient) and not stopped()):
        while (queue or patient) and not stopped() and pool.room:
            task = queue.popleft() if queue else patient.popleft()
            running[pool.submit(task)] = task
        ended, _ = wait(running, timeout=POLL_S, return_when=FIRST_COMPLETED)
        for future in sorted(ended, key=lambda one: running[one].number):
            task = running.pop(future)
            error = None if future.cancelled() else future.exception()
            if isinstance(error, BusyError):
                patient.append(task.waiting())
                continue
            if future.cancelled() or (error is not None and pool.is_lost(error)):
                lost[task.number] = lost.get(task.number, 0) + 1
                if lost[task.number] < TRIES:
                    queue.append(task)
                    continue
                done.append(_lost(task))
            elif error is not None:
                done.append(Done(task.number, failure=failure_of(error)))
            else:
                done.append(future.result())
            on_done(done[-1])
    return done


def _lost(task: Task) -> Done:
    text = Sentence(
        "the process of this run ended {n} times before the run did, as when memory "
        "runs out; try it with fewer --jobs",
        n=TRIES,
    )
    texts = {language: said(text, language) for language in LANGUAGES}
    return Done(task.number, failure=Failure("lost", texts))
