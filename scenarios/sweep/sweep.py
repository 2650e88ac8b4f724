"""Make all runs of a sweep, those that are not there yet.

A run that is there already, of this sweep, of another one or of ``puzzel run``, is
taken as it is: so a sweep that was stopped or killed goes on with what is missing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scenarios.options import Options
from scenarios.run import stands
from scenarios.store import OutputError, prepare, read_document
from scenarios.sweep.drive import drive
from scenarios.sweep.pool import Pool
from scenarios.sweep.record import (
    Record,
    forget_failure,
    read_record,
    sweep_folder,
    write_failure,
    write_record,
)
from scenarios.sweep.task import Done, task_of
from scenarios.sweep.variants import Variant


@dataclass(frozen=True)
class Swept:
    """What became of a sweep.

    Parameters
    ----------
    record
        Its folder and all its runs.
    done
        The runs that were begun now, in the order of ending.
    stopped
        Whether somebody stopped it before all were begun.

    """

    record: Record
    done: tuple[Done, ...]
    stopped: bool


def sweep(
    name: str,
    variants: Sequence[Variant],
    options: Options,
    pool: Pool,
    *,
    on_done: Callable[[Variant, Done], None] = lambda variant, done: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Swept:
    """Make the runs of a sweep.

    Parameters
    ----------
    name
        Name of the sweep; with its runs it decides on its folder.
    variants
        Its runs.
    options
        How to run each; ``runs`` is where they stand.
    pool
        Who does them.
    on_done
        Called as soon as a run is done or has failed.
    stopped
        Once true, no further run begins.

    Raises
    ------
    OutputError
        If the folder cannot be written.

    """
    prepare(options.runs)
    folder = sweep_folder(options.runs, name, variants)
    by_number = {variant.number: variant for variant in variants}

    def told(done: Done) -> None:
        variant = by_number[done.number]
        if done.failure is None:
            forget_failure(folder, variant)
        else:
            write_failure(folder, variant, done.failure)
        on_done(variant, done)

    try:
        write_record(folder, name, variants)
    except OSError as error:
        raise OutputError(*error.args) from error
    done, whole = make_runs(variants, options, pool, told, stopped)
    record = read_record(folder)
    assert record is not None  # written above
    return Swept(record, done, not whole)


def make_runs(
    variants: Sequence[Variant],
    options: Options,
    pool: Pool,
    on_done: Callable[[Done], None],
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[tuple[Done, ...], bool]:
    """Make runs, of one scenario or of many; those that are there need no worker.

    Parameters
    ----------
    variants
        The runs; their numbers differ.
    options
        How to run each.
    pool, on_done, stopped
        As of ``drive``.

    Returns
    -------
    tuple[tuple[Done, ...], bool]
        The runs that were begun, in the order of ending, and whether that is all.

    """
    left = []
    for variant in variants:
        if _is_there(variant, options):
            on_done(Done(variant.number, variant.folder, reused=True))
        else:
            left.append(variant)
    tasks = [task_of(variant, options) for variant in left]
    done = drive(tasks, pool, on_done, stopped)
    return tuple(done), len(done) == len(left)


def _is_there(variant: Variant, options: Options) -> bool:
    """Tell whether a run needs no worker at all."""
    document = read_document(variant.folder)
    known = document is not None and stands(document, variant.digest)
    return known and not options.force and not options.strict
