"""Run a scenario: grid, suitability, problem, solve, outputs, as a run folder.

The same hash of scenario, input files and code gives the run that is there already;
a stopped search keeps its best answer, and is searched again the next time.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.cited import cited
from scenarios.document.whole import whole_document
from scenarios.explain.costs import cost_sentences
from scenarios.explain.told import Told, keep
from scenarios.fit import asks_of
from scenarios.fitting.reasons import after_search, reasons_of, without_plan
from scenarios.fitting.told import told_of
from scenarios.inputs import Inputs, inputs_of
from scenarios.json_text import json_text
from scenarios.kept_province import KeptProvince
from scenarios.load import LoadedScenario
from scenarios.lock import locked
from scenarios.made import Made
from scenarios.memory import peak_memory_mb
from scenarios.not_applied import refuse_not_applied, refuse_not_applied_in
from scenarios.options import Options
from scenarios.outputs import write_outputs
from scenarios.plan import Plan, find_plan, impossible
from scenarios.presolve import excesses
from scenarios.stages import Stages, stages_in
from scenarios.store import DOCUMENT, new_run, prepare, read_document, run_folder
from scenarios.translation.problem import translate
from solver.compile import to_instance
from solver.status import Status
from solver.watch import Watch

__all__ = ["Options", "Outcome", "run_scenario"]

FIT_LIMIT_S = 30.0
"""Most time for the question whether it fits and what would [s]."""


@dataclass(frozen=True)
class Outcome:
    """A finished run.

    Parameters
    ----------
    folder
        The run folder.
    document
        What ``run.json`` holds.
    reused
        Whether it was there already.
    interrupted
        Whether somebody stopped the search.

    """

    folder: Path
    document: dict[str, Any]
    reused: bool
    interrupted: bool


def run_scenario(
    loaded: LoadedScenario,
    options: Options,
    watch: Watch | None = None,
    *,
    inputs: Inputs | None = None,
) -> Outcome:
    """Run a scenario, or return the run that is there.

    Parameters
    ----------
    loaded
        The scenario.
    options
        Where to, and how.
    watch
        The wish to stop; by default only the scenario's time limit.
    inputs
        Checksums of what it reads, if they are known; by default they are taken here.

    Raises
    ------
    ScenarioError
        If the scenario does not fit its data.
    DataError
        If input files are missing or unreadable.
    OutputError
        If the run folder cannot be written.
    NotAppliedError
        If ``strict`` and a rule lacks a layer.

    """
    prepare(options.runs)
    inputs = inputs or inputs_of(loaded)
    folder = run_folder(options.runs, loaded.scenario.name, inputs.whole)
    with locked(folder, lambda: _tell(options, "wait")) as waited:
        done = read_document(folder)
        again = options.force and not waited
        if done and not again and stands(done, inputs.whole):
            if options.strict:
                refuse_not_applied_in(done, options.language)
            return Outcome(folder, done, reused=True, interrupted=False)
        with new_run(folder) as part:
            work = _Work(loaded, options, inputs, folder)
            document = work.run(part, watch or Watch())
    return Outcome(folder, document, False, document["interrupted"])


def _tell(options: Options, stage: str) -> None:
    if options.on_stage is not None:
        options.on_stage(stage)


def stands(document: dict[str, Any], digest: str) -> bool:
    """Tell whether a run need not be made again.

    Parameters
    ----------
    document
        What its ``run.json`` holds.
    digest
        Hash of all that the run asked for depends on.

    Returns
    -------
    bool
        True if it is of the same inputs, ended by itself, and has an answer.

    """
    same = document.get("provenance", {}).get("hash") == digest
    ended = not document.get("interrupted")
    answer = document.get("status") != Status.NO_SOLUTION
    return same and ended and answer


@dataclass(frozen=True)
class _Work:
    """One run under way.

    Parameters
    ----------
    loaded, options, inputs
        What to run and how.
    folder
        Where the run will stand.

    """

    loaded: LoadedScenario
    options: Options
    inputs: Inputs
    folder: Path

    def run(self, part: Path, watch: Watch) -> dict[str, Any]:
        """Go through the stages, and write into a temporary folder."""
        told = self.options.on_stage, self.options.on_progress
        with stages_in(part, *told) as stages:
            made = self._make(stages, watch)
            with watch.search(), stages.stage("write"):
                write_outputs(part, made)
                document = self._document(made, stages)
                _write_document(part, document)
                _write_explained(part, document, made)
            if self.options.publish is not None:
                with watch.search(), stages.stage("report"):
                    self.options.publish(part)
        document["seconds"] = dict(stages.seconds)
        document["peak_memory_mb"] = peak_memory_mb()
        _write_document(part, document)
        return document

    def _make(self, stages: Stages, watch: Watch) -> Made:
        loaded, options = self.loaded, self.options
        with stages.stage("grid"):
            held = options.province or KeptProvince()
            province, cached = held.get(options.runs, loaded, self.inputs)
        stages.event("grid", cells=province.grid.n_cells, cached=cached)
        with stages.stage("suitability"):
            translated = translate(loaded, province)
            if options.strict:
                refuse_not_applied(translated.rules, options.language)
            assert translated.problem.score.size  # computed here: this stage's work
        with watch.search(), stages.stage("problem"):
            instance = to_instance(translated.problem)
            excess = excesses(translated.problem)
            limited = Watch(min(FIT_LIMIT_S, loaded.scenario.solve.time_limit.value))
            limited.follow(watch)
            reasons = reasons_of(loaded.scenario, translated, instance, limited)
        for found in excess:
            if options.on_note is not None:
                options.on_note(cited(found, loaded.scenario, options.language))
        rows = without_plan(reasons, excess)
        with watch.search(), stages.stage("solve"):
            plan: Plan = (
                impossible(instance, rows)
                if rows
                else find_plan(loaded, translated, instance, watch, stages.progress)
            )
        reasons = after_search(reasons, plan.result)
        return Made(loaded, self.inputs, province, translated, excess, plan, reasons)

    def _document(self, made: Made, stages: Stages) -> dict[str, Any]:
        return whole_document(made, self.options.language, self.folder, stages.seconds)


def _write_explained(part: Path, document: dict[str, Any], made: Made) -> None:
    """Write whether it fits, and what claims cost if they cost anything."""
    asks = asks_of(made.translated.rules)
    keep(part, told_of(made.reasons, made.loaded.scenario, asks))
    sentences = cost_sentences(document)
    if sentences:
        keep(part, Told("costs", sentences, sentences))


def _write_document(folder: Path, document: dict[str, Any]) -> None:
    (folder / DOCUMENT).write_text(json_text(document), encoding="utf-8")
