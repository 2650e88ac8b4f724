"""``puzzel compare``: runs side by side, as tables and a picture."""

from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError


def command(console: Console, runs: list[Path], out: Path) -> None:
    """Compare run folders."""
    for run in runs:
        if not (run / "run.json").is_file():
            raise UsageError(console.say("no_file", path=run / "run.json"))
    console.document(print_comparison(console, runs, out))


def print_comparison(console: Console, runs: list[Path], out: Path) -> dict[str, Any]:
    """Draw the picture, print hectares per use, return the data."""
    from atlas.compare import compare
    from atlas.formats import number
    from scenarios.dutch import text_of

    try:
        found = compare(runs, out, console.language)
    except ValueError as error:  # too few, no plan in one, or on another grid
        raise UsageError(text_of(error)) from error
    lang = console.language
    head = [console.say("hectares"), *found.names, console.say("difference")]
    rows = [
        [
            one.use.label[lang],
            *(number(ha, lang, 0) for ha in (*one.ha, one.change_ha)),
        ]
        for one in found.uses
    ]
    console.print()
    console.table(head, rows)
    console.print(f"{console.say('comparison')}: {found.files[0]}")
    return {
        "runs": [str(run) for run in runs],
        "names": list(found.names),
        "uses": [
            {"id": one.use.id, "ha": [round(float(ha), 3) for ha in one.ha]}
            for one in found.uses
        ],
        "files": [str(path) for path in found.files],
    }
