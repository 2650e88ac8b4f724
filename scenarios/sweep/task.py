"""One run as a piece of work that another process can do.

A task carries a path, the values to replace and the hash that must come out; never an
array. Who does it reads the files itself and refuses when its own code or its files
give another hash: an answer of other inputs must not stand under this name.
"""

import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from grids.sentence import Sentence
from scenarios.catalogue import CATALOGUE
from scenarios.digest import of_code
from scenarios.dutch import said
from scenarios.faults import ScenarioError
from scenarios.inputs import Inputs, inputs_of
from scenarios.kept_province import KeptProvince
from scenarios.load import LoadedScenario, checked
from scenarios.merged import Merged, read_merged
from scenarios.not_applied import NotAppliedError
from scenarios.options import Options
from scenarios.province import DataError
from scenarios.run import Outcome, run_scenario
from scenarios.sweep.design import Point
from scenarios.sweep.override import overridden
from scenarios.sweep.variants import Variant
from scenarios.words import LANGUAGES, Language

Kind = Literal["invalid", "data", "bug", "lost"]
"""Why a run failed: the scenario, its data or folder, our fault, its worker died."""


class BusyError(RuntimeError):
    """Another process makes this run at the moment."""


class StaleError(ValueError):
    """Files or code are not those with which the sweep began."""


@dataclass(frozen=True)
class Task:
    """A run to make.

    Parameters
    ----------
    number, scenario, overrides, digest, folder
        As of the ``Variant``.
    code
        Hash of the code that must run it.
    language, strict, force
        As of ``Options``.
    publish
        Called with the run folder to draw maps and tables; must be picklable.
    patient
        Whether to wait for another process that makes the same run.

    """

    number: int
    scenario: Path
    overrides: Point
    digest: str
    folder: Path
    code: str
    language: Language = "nl"
    strict: bool = False
    force: bool = False
    publish: Callable[[Path], object] | None = None
    patient: bool = False

    def waiting(self) -> "Task":
        """Return the same task for one who has nothing else to do."""
        return replace(self, patient=True)


@dataclass(frozen=True)
class Failure:
    """A run that could not be made.

    Parameters
    ----------
    kind
        Why.
    texts
        In words, by language.
    trace
        Where in the code, for a bug.

    """

    kind: Kind
    texts: dict[Language, str]
    trace: str = ""


@dataclass(frozen=True)
class Done:
    """What became of a task.

    Parameters
    ----------
    number
        Of the task.
    folder
        The run folder; None if the run failed.
    reused
        Whether the run was there already.
    failure
        Why it failed.

    """

    number: int
    folder: Path | None = None
    reused: bool = False
    failure: Failure | None = None


def task_of(variant: Variant, options: Options) -> Task:
    """Return the task of a variant."""
    return Task(
        variant.number,
        variant.scenario.absolute(),
        variant.overrides,
        variant.digest,
        variant.folder.absolute(),
        of_code(),
        options.language,
        options.strict,
        options.force,
        options.publish,
    )


_ONE = threading.Lock()
"""Runs of one process come one after the other: compiled kernels share its threads."""

_PROVINCE = KeptProvince()


def work(task: Task) -> Done:
    """Make a run; what goes wrong in it is told, not raised.

    Raises
    ------
    BusyError
        If another process makes it and the task is not patient.

    """
    with _ONE:
        try:
            outcome = _run(task)
        except BusyError:
            raise
        except Exception as error:
            return Done(task.number, failure=failure_of(error))
    return Done(task.number, outcome.folder, outcome.reused)


def _run(task: Task) -> Outcome:
    if task.code != of_code():
        raise StaleError(
            Sentence(
                "all workers must run the code with which the sweep began, but this "
                "one has other code ({got}, not {wanted}); install the same version "
                "of puzzel on every machine",
                got=of_code()[:8],
                wanted=task.code[:8],
            )
        )
    loaded, inputs = _loaded(task)
    if inputs.whole != task.digest:
        raise StaleError(
            Sentence(
                "files of '{path}' must stay as they were when the sweep began, but "
                "have changed, or this machine has others; start the sweep again",
                path=task.scenario.name,
            )
        )
    options = Options(
        task.folder.parent,
        task.language,
        strict=task.strict,
        force=task.force,
        publish=task.publish,
        on_stage=None if task.patient else _not_waiting,
        province=_PROVINCE,
    )
    return run_scenario(loaded, options, inputs=inputs)


def _not_waiting(stage: str) -> None:
    if stage == "wait":
        raise BusyError


def _loaded(task: Task) -> tuple[LoadedScenario, Inputs]:
    """Load a task's scenario; its files are read once for all runs of them."""
    for attempt in range(2):
        loaded = checked(overridden(_read(task.scenario), task.overrides))
        inputs = inputs_of(loaded)
        if inputs.whole == task.digest or attempt:
            break
        _read.cache_clear()  # they have changed since this process read them
    return loaded, inputs


@lru_cache(maxsize=1)
def _read(scenario: Path) -> Merged:
    # who asked for the runs has looked at the places of files, with their own settings
    return read_merged(scenario, (CATALOGUE,), ())


def failure_of(error: BaseException) -> Failure:
    """Say in both languages why a run failed."""
    kind: Kind = "bug"
    if isinstance(error, ScenarioError):
        kind = "data" if isinstance(error, DataError) else "invalid"
        return Failure(kind, {lang: error.text(lang) for lang in LANGUAGES})
    if isinstance(error, OSError | NotAppliedError | StaleError):
        kind = "data"
    text = error if isinstance(error, Exception) else str(error)
    texts = {lang: said(text, lang) for lang in LANGUAGES}
    if kind == "bug":
        texts = {lang: f"{type(error).__name__}: {error}" for lang in LANGUAGES}
        return Failure(kind, texts, "".join(traceback.format_exception(error)))
    return Failure(kind, texts)
