"""``puzzel run`` of scenarios at the same time: the same runs, by several workers."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.console import Console
from cli.failures import stopped
from cli.run import RunArguments
from cli.stop import stopping
from cli.summary import print_summary
from cli.sweep import solve_overrides
from cli.sweep_lines import SweepLines
from cli.workers import BY_KIND, Workers, pool_of

if TYPE_CHECKING:
    from scenarios.sweep.task import Done
    from scenarios.sweep.variants import Variant


def run_many(
    console: Console, scenarios: list[Path], arguments: RunArguments, workers: Workers
) -> list[dict[str, Any]]:
    """Run scenarios at the same time; return their documents in the given order."""
    from scenarios.sweep.sweep import make_runs

    variants = _variants(scenarios, arguments)
    lines = SweepLines(console, len(variants))
    ended: dict[int, Done] = {}

    def told(done: "Done") -> None:
        ended[done.number] = done
        lines.done(variants[done.number - 1], done)

    with stopping(console) as stop, pool_of(console, workers) as pool:
        make_runs(variants, _options(console, arguments), pool, told, stop.asked)
    documents = [
        _document(console, variant, ended[variant.number])
        for variant in variants
        if variant.number in ended
    ]
    left = [one.scenario.name for one in variants if one.number not in ended]
    if stop.asked():
        documents.append(stopped(console, console.say("left", names=", ".join(left))))
    return documents


def _variants(scenarios: list[Path], arguments: RunArguments) -> "list[Variant]":
    """Return the run of every scenario; one that is named twice is run once."""
    from scenarios.sweep.variants import variants

    names = ("engine", "solver", "gap", "time_limit", "seed")
    always = solve_overrides(tuple((name, getattr(arguments, name)) for name in names))
    found: dict[Path, Variant] = {}
    for path in scenarios:
        runs = arguments.runs or path.parent / "runs"
        (variant,) = variants(path, [()], runs, always)
        found.setdefault(variant.folder.absolute(), variant)
    return [
        replace(variant, number=number)
        for number, variant in enumerate(found.values(), start=1)
    ]


def _options(console: Console, arguments: RunArguments) -> Any:
    from atlas.publish import publish
    from scenarios.options import Options

    return Options(
        Path(),  # every run stands beside its own scenario
        console.language,
        strict=arguments.strict,
        force=arguments.force,
        publish=partial(publish, lang=console.language),
    )


def _document(console: Console, variant: "Variant", done: "Done") -> dict[str, Any]:
    """Return a run's document, printed; or its failure."""
    from scenarios.store import read_document

    if done.failure is not None:
        text = done.failure.texts[console.language]
        code = BY_KIND[done.failure.kind]
        return {"status": "error", "exit_code": int(code), "faults": text.splitlines()}
    document = read_document(variant.folder)
    assert document is not None  # it was made or found a moment ago
    document = document | {"run_dir": str(variant.folder)}
    print_summary(console, document)
    return document
