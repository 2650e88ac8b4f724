"""Run a solver's long call in a thread, so that this one still hears Ctrl-C.

A signal handler runs only between steps of the main thread; a solver that holds it
for minutes would make a program deaf.
"""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

POLL_S = 0.1
"""How often the waiting thread wakes up [s]."""


def in_background(call: Callable[[], T], on_wait: Callable[[], None]) -> T:
    """Run ``call`` in a thread and return what it returns or raise what it raises.

    Parameters
    ----------
    call
        The long call; it must release the interpreter lock while it works.
    on_wait
        Called every ``POLL_S`` seconds while it runs, in this thread.

    """
    results: list[T] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            results.append(call())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(POLL_S)
        on_wait()
    if errors:
        raise errors[0]
    return results[0]
