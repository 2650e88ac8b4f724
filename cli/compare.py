"""``puzzel compare``: two runs side by side, as tables and a picture."""

from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError


def command(console: Console, runs: list[Path], out: Path) -> None:
    """Compare run folders."""
    for run in runs:
        if not (run / "run.json").is_file():
            raise UsageError(console.say("no_file", path=run / "run.json"))
    if len(runs) != 2:
        raise UsageError(f"compare takes 2 runs, got {len(runs)}")
    console.document(print_comparison(console, runs, out))


def print_comparison(console: Console, runs: list[Path], out: Path) -> dict[str, Any]:
    """Draw the picture, print hectares per use, return the data."""
    from atlas.compare import compare

    compare(runs, out, console.language)
    console.print()
    console.print(f"{console.say('comparison')}: {out}")
    return {"picture": str(out), "runs": [str(run) for run in runs]}
