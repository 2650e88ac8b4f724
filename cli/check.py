"""``puzzel check``: all faults of scenarios, and whether the claims fit."""

from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode
from cli.failures import UsageError

TIME_LIMIT_S = 60.0
"""How long the question whether it fits may take [s]."""


def command(
    console: Console, scenarios: list[Path], runs: Path | None, *, strict: bool
) -> None:
    """Check every scenario; the exit code is that of the first that is wrong."""
    found = [_check(console, path, runs, strict=strict) for path in scenarios]
    console.document(found[0] if len(found) == 1 else found)
    codes = [document["exit_code"] for document in found if document["exit_code"]]
    raise typer.Exit(codes[0] if codes else int(ExitCode.SOLVED))


def _check(
    console: Console, path: Path, runs: Path | None, *, strict: bool
) -> dict[str, Any]:
    from scenarios.fit import fit_of
    from scenarios.load import load_scenario

    if not path.is_file():
        raise UsageError(console.say("no_file", path=path))
    loaded = load_scenario(path)
    fit = fit_of(loaded, runs or path.parent / "runs", TIME_LIMIT_S, strict=strict)
    lang = console.language
    excess = [claim.text(lang) for claim in fit.excess]
    for line in excess:
        console.print(f"{path.name}: {line}")
    idle = [rule for rule in fit.rules if not rule.applied]
    lacking = [rule for rule in idle if rule.reason and rule.reason.code == "layer"]
    if idle:
        text = console.say("not_applied", n=len(idle), layer=len(lacking))
        console.print(f"{path.name}: {text}")
    if fit.conflict:
        names = ", ".join(fit.conflict[:8])
        console.print(f"{path.name}: {console.say('conflict', names=names)}")
    if fit.fits:
        console.print(f"{path.name}: {console.say('fits')}")
    elif fit.fits is None:
        console.print(f"{path.name}: {console.say('fits_unknown')}")
    code = ExitCode.INFEASIBLE if fit.fits is False else ExitCode.SOLVED
    return {
        "scenario": str(path),
        "fits": fit.fits,
        "excess": excess,
        "conflict": list(fit.conflict),
        "not_applied": [
            {"id": rule.id, "reason": rule.reason.text(lang) if rule.reason else None}
            for rule in idle
        ],
        "exit_code": int(code),
    }
