"""``puzzel check``: all faults of scenarios, and whether the claims fit."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError, failure
from cli.waiting import SHOWN, layers_waited_for

TIME_LIMIT_S = 60.0
"""How long the question whether it fits may take [s]."""


def command(
    console: Console, scenarios: list[Path], runs: Path | None, *, strict: bool
) -> None:
    """Check every scenario; the exit code is that of the first that is wrong."""
    found = [_attempt(console, path, runs, strict=strict) for path in scenarios]
    console.document(found[0] if len(found) == 1 else found)
    codes = [document["exit_code"] for document in found if document["exit_code"]]
    raise typer.Exit(codes[0] if codes else int(ExitCode.SOLVED))


def _attempt(
    console: Console, path: Path, runs: Path | None, *, strict: bool
) -> dict[str, Any]:
    """Check one scenario; its faults do not keep the others from being checked."""
    try:
        return _check(console, path, runs, strict=strict)
    except Exception as error:
        return {"scenario": str(path), **failure(console, error)}


def _check(
    console: Console, path: Path, runs: Path | None, *, strict: bool
) -> dict[str, Any]:
    from scenarios.fit import fit_of
    from scenarios.load import load_scenario
    from scenarios.not_applied import refuse_not_applied

    if not path.is_file():
        raise UsageError(console.say("no_file", path=path))
    fit = fit_of(load_scenario(path), runs or path.parent / "runs", TIME_LIMIT_S)
    if strict:
        refuse_not_applied(fit.rules, console.language)
    for line in _lines(console, fit):
        console.print(f"{path.name}: {line}")
    code = ExitCode.INFEASIBLE if fit.fits is False else ExitCode.SOLVED
    lang = console.language
    return {
        "scenario": str(path),
        "fits": fit.fits,
        "excess": fit.said(lang),
        "conflict": list(fit.reasons.conflict),
        "proposals": [vars(change) for change in fit.reasons.changes],
        **fit.document(),
        "asked": [
            {"id": rule.id, "asks": rule.asks.in_language(lang)}
            for rule in fit.rules
            if rule.applied and rule.asks
        ],
        "not_applied": [
            {"id": rule.id, "reason": rule.reason.text(lang) if rule.reason else None}
            for rule in fit.rules
            if not rule.applied
        ],
        "missing_layers": layers_waited_for(fit.rules),
        "exit_code": int(code),
    }


def _lines(console: Console, fit: Any) -> Iterator[str]:
    """Say what was found out."""
    for rule in fit.rules:
        if rule.applied and rule.asks:
            yield f"{rule.id}: {rule.asks.in_language(console.language)}"
    idle = [rule for rule in fit.rules if not rule.applied]
    lacking = [rule for rule in idle if rule.reason and rule.reason.code == "layer"]
    if idle:
        yield console.say("not_applied", n=len(idle), layer=len(lacking))
    if lacking:
        waited = layers_waited_for(fit.rules)
        named = [f"{name} ({count})" for name, count in waited.items()]
        more = len(named) - SHOWN
        text = ", ".join(named[:SHOWN])
        yield console.say("waited_layers", n=len(named), names=text)
        if more > 0:
            yield console.say("and_more", n=more)
    yield from fit.told(console.language)
    if fit.fits:
        yield console.say("fits")
    elif fit.fits is None:
        yield console.say("fits_unknown")
