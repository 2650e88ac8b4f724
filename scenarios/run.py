"""Run a scenario: grid, suitability, problem, solve, outputs, as a run folder.

The same hash of scenario, input files and code gives the run that is there already;
a stopped search keeps its best answer, and is searched again the next time.
"""

import json
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from grids.layers import Province
from model.check import Verdict, check
from model.problem import Problem
from scenarios import document as part_of
from scenarios.cache import Inputs, cached_province, inputs_of
from scenarios.cells import write_cells
from scenarios.events import Events, finite
from scenarios.load import LoadedScenario
from scenarios.memory import peak_memory_mb
from scenarios.presolve import Excess, excesses
from scenarios.province import make_province
from scenarios.store import (
    DOCUMENT,
    list_runs,
    locked,
    new_run,
    prepare,
    read_document,
    run_folder,
)
from scenarios.translation.outcome import RuleState
from scenarios.translation.problem import Translated, translate
from scenarios.words import Language
from solver.certificate import CertificateError
from solver.compile import to_instance
from solver.instance import Instance
from solver.instance_file import write_instance, write_result
from solver.ladder import Kept, Rungs, keep_ladders
from solver.result import Result
from solver.route import solve
from solver.settings import Settings
from solver.status import Status
from solver.watch import Progress, Watch

__all__ = ["NotAppliedError", "Options", "Outcome", "list_runs", "run_scenario"]


class NotAppliedError(ValueError):
    """Rules that cannot be applied, where the user asked for all of them."""


@dataclass(frozen=True)
class Options:
    """How to run.

    Parameters
    ----------
    runs
        Folder of run folders.
    language
        Language of texts in the outputs.
    strict
        Refuse to run if a rule cannot be applied for want of a layer.
    force
        Run again even if the run is there.
    publish
        Called with the temporary run folder to draw maps and tables.
    on_stage
        Called with the name of every stage as it begins.
    on_progress
        Called with the steps of the search.

    """

    runs: Path
    language: Language = "nl"
    strict: bool = False
    force: bool = False
    publish: Callable[[Path], object] | None = None
    on_stage: Callable[[str], None] | None = None
    on_progress: Callable[[Progress], None] | None = None


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
    loaded: LoadedScenario, options: Options, watch: Watch | None = None
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
    inputs = inputs_of(loaded)
    folder = run_folder(options.runs, loaded.scenario.name, inputs.whole)
    with locked(folder) as waited:
        done = read_document(folder)
        if done and (waited or not options.force) and not done.get("interrupted"):
            return Outcome(folder, done, reused=True, interrupted=False)
        with new_run(folder) as part:
            work = _Work(loaded, options, inputs, part, watch)
            document = work.run()
    return Outcome(folder, document, reused=False, interrupted=work.interrupted)


class _Work:
    """One run under way: its stages, their times, and its events."""

    def __init__(
        self,
        loaded: LoadedScenario,
        options: Options,
        inputs: Inputs,
        folder: Path,
        watch: Watch | None,
    ) -> None:
        self._loaded, self._options, self._inputs = loaded, options, inputs
        self._folder = folder
        self._seconds: dict[str, float] = {}
        self._events = Events(folder / "events.jsonl")
        self._watch = watch or Watch()
        self.interrupted = False

    def run(self) -> dict[str, Any]:
        """Go through the stages."""
        try:
            return self._run()
        finally:
            self._events.close()

    def _run(self) -> dict[str, Any]:
        province = self._stage("grid", self._province)
        translated = self._stage("suitability", lambda: self._translate(province))
        instance = self._stage("problem", lambda: to_instance(translated.problem))
        excess = excesses(translated.problem)
        hard = tuple(claim for claim in excess if claim.hard)
        with self._watch.search():
            solved = self._stage(
                "solve", lambda: self._solve(translated, instance, hard)
            )
        document = self._document(province, translated, solved, excess)
        self._stage("write", lambda: self._write(province, translated, solved))
        self._write_document(document)
        if self._options.publish is not None:
            publish, folder = self._options.publish, self._folder
            self._stage("report", lambda: publish(folder))
        document["seconds"] = dict(self._seconds)
        document["peak_memory_mb"] = peak_memory_mb()
        self._write_document(document)
        return document

    def _stage(self, name: str, work: Callable[[], Any]) -> Any:
        """Do a stage, tell its beginning, and keep its time."""
        if self._options.on_stage is not None:
            self._options.on_stage(name)
        began = time.perf_counter()
        result = work()
        self._seconds[name] = round(time.perf_counter() - began, 3)
        self._events.add("stage", name=name, seconds=self._seconds[name])
        return result

    def _province(self) -> Province:
        make = lambda: make_province(self._loaded)  # noqa: E731
        province, cached = cached_province(self._options.runs, self._inputs, make)
        self._events.add("grid", cells=province.grid.n_cells, cached=cached)
        return province

    def _translate(self, province: Province) -> Translated:
        translated = translate(self._loaded, province)
        if self._options.strict:
            refuse_not_applied(translated.rules, self._options.language)
        assert translated.problem.score.size  # computed here: it is this stage's work
        return translated

    def _solve(
        self, translated: Translated, instance: Instance, hard: tuple[Excess, ...]
    ) -> "_Solved":
        if hard:
            names = tuple(f"claim[{claim.claim}]" for claim in hard)
            nan = float("nan")
            result = Result(
                Status.INFEASIBLE, None, nan, nan, {}, 0.0, "presolve", conflict=names
            )
            return _Solved(instance, result, None, ())
        settings = _settings(self._loaded)
        watch = Watch(settings.time_limit_s, self._progress)
        watch.follow(self._watch)
        instance, kept = keep_ladders(instance, _rungs(translated), settings, watch)
        engine = self._loaded.scenario.solve.engine
        result = solve(instance, settings, engine=engine, watch=watch)
        self.interrupted = watch.interrupted
        return _Solved(instance, result, _verdict(translated.problem, result), kept)

    def _progress(self, step: Progress) -> None:
        self._events.add(
            "progress",
            phase=step.phase,
            seconds=round(step.seconds, 3),
            incumbent=step.incumbent,
            bound=step.bound,
            gap=step.gap,
        )
        if self._options.on_progress is not None:
            self._options.on_progress(step)

    def _document(
        self,
        province: Province,
        translated: Translated,
        solved: "_Solved",
        excess: tuple[Excess, ...],
    ) -> dict[str, Any]:
        scenario, result = self._loaded.scenario, solved.result
        language = self._options.language
        data = part_of.data_part(self._loaded, province, self._inputs)
        return {
            **part_of.scenario_part(self._loaded, province),
            **part_of.result_part(result),
            "interrupted": self.interrupted,
            "seconds": dict(self._seconds),
            "claims": part_of.claims_part(scenario, translated, result),
            "supplies": part_of.supplies_part(scenario, translated.problem, result),
            "rules": part_of.rules_part(
                translated.rules, result, solved.verdict, language
            ),
            "uses": part_of.uses_part(scenario, translated.problem, result),
            "ladders": [vars(kept) for kept in solved.kept],
            "excess": [claim.text(language) for claim in excess],
            "layers": data["layers"],
            "assumed": data["assumed"],
            "run_dir": str(self._final_folder()),
            "versions": part_of.versions(),
            "provenance": {
                "inputs": data["inputs"],
                "seed": scenario.solve.seed,
                "platform": platform.platform(),
                "created": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
                "hash": self._inputs.whole,
            },
        }

    def _final_folder(self) -> Path:
        name, digest = self._loaded.scenario.name, self._inputs.whole
        return run_folder(self._options.runs, name, digest)

    def _write(
        self, province: Province, translated: Translated, solved: "_Solved"
    ) -> None:
        write_instance(solved.instance, self._folder / "instance.nc")
        if solved.result.allocation is not None:
            write_result(solved.result, self._folder / "result.nc")
            write_cells(
                self._folder,
                province,
                translated,
                solved.result.allocation,
                self._loaded,
            )
        _write_yaml(self._folder / "scenario.resolved.yaml", self._loaded.resolved)

    def _write_document(self, document: dict[str, Any]) -> None:
        text = json.dumps(document, indent=1, ensure_ascii=False, default=finite)
        (self._folder / DOCUMENT).write_text(text, encoding="utf-8")


@dataclass(frozen=True, eq=False)
class _Solved:
    """The instance as solved, with its ladders, and the checked answer."""

    instance: Instance
    result: Result
    verdict: Verdict | None
    kept: tuple[Kept, ...]


def refuse_not_applied(rules: tuple[RuleState, ...], language: Language) -> None:
    """Refuse rules that lack a layer.

    Raises
    ------
    NotAppliedError
        Naming all of them.

    """
    missing = [
        f"{state.id} ({state.reason.text(language)})"
        for state in rules
        if state.reason and state.reason.code == "layer"
    ]
    if missing:
        raise NotAppliedError(
            f"every rule must be applied with --strict, but {len(missing)} are "
            f"not: {'; '.join(missing)}"
        )


def _settings(loaded: LoadedScenario) -> Settings:
    solve_ = loaded.scenario.solve
    return Settings(
        gap=solve_.gap.value,
        time_limit_s=solve_.time_limit.value,
        seed=solve_.seed,
        solver=solve_.solver,
    )


def _rungs(translated: Translated) -> tuple[Rungs, ...]:
    problem = translated.problem
    return tuple(
        Rungs(
            ladder.name,
            ladder.labels,
            ladder.rung,
            tuple(problem.number(use) for use in ladder.uses),
            problem.land_ha,
        )
        for ladder in translated.ladders
    )


def _verdict(problem: Problem, result: Result) -> Verdict | None:
    """Judge the answer once more, in the words of the rules and without the rows."""
    if result.allocation is None:
        return None
    verdict = check(problem, result.allocation)
    if verdict.violations:
        raise CertificateError(
            f"answer breaks {len(verdict.violations)} rules, "
            f"first: {verdict.violations[0]}"
        )
    apart = abs(verdict.objective - result.objective)
    if apart > 1e-5 * max(1.0, abs(result.objective)):
        raise CertificateError(
            f"objective is {verdict.objective:.9g} points by the rules, but "
            f"{result.objective:.9g} by the rows"
        )
    return verdict


def _write_yaml(path: Path, data: dict[str, Any]) -> None:
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    plain = json.loads(json.dumps(data, default=str))
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(plain, file)


def with_solve(loaded: LoadedScenario, **changes: Any) -> LoadedScenario:
    """Return the scenario with other settings of the search.

    Parameters
    ----------
    loaded
        The scenario.
    changes
        Keys of ``solve`` with their new values; None leaves one as it is.

    """
    from scenarios.schema.solve import Solve

    given = {key: value for key, value in changes.items() if value is not None}
    if not given:
        return loaded
    resolved = dict(loaded.resolved)
    resolved["solve"] = {**resolved.get("solve", {}), **given}
    settings = Solve.model_validate(resolved["solve"])
    scenario = loaded.scenario.model_copy(update={"solve": settings})
    return replace(loaded, scenario=scenario, resolved=resolved)
