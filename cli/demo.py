"""``puzzel demo``: a working project on Puzzelland, run and compared."""

from pathlib import Path

import typer

from cli.compare import print_comparison
from cli.console import Console
from cli.project import write_project
from cli.run import RunArguments, exit_code, run_all

NAMES = ("base.yaml", "green.yaml")
"""The demo's scenarios, in the order they are compared."""


def command(console: Console, folder: Path, *, run: bool, force: bool) -> None:
    """Write the project; run both scenarios and compare them."""
    from scenarios.catalogue import shipped

    texts = {
        name: shipped(f"demo/{name}").read_text(encoding="utf-8") for name in NAMES
    }
    local = {
        name: text.replace(
            "$schema=../scenario.schema.json", "$schema=./scenario.schema.json"
        )
        for name, text in texts.items()
    }
    is_there = all((folder / name).is_file() for name in NAMES)
    if not is_there or force:
        write_project(console, folder, local, force=force)
    if not run:
        console.print(console.say("next", folder=folder, name=NAMES[0]))
        console.document({"written": [str(folder / name) for name in NAMES]})
        return
    arguments = RunArguments(force=force)
    documents = run_all(console, [folder / name for name in NAMES], arguments)
    code = exit_code(documents)
    comparison = None
    if code == 0:
        runs = [Path(document["run_dir"]) for document in documents]
        comparison = print_comparison(console, runs, folder / "comparison")
    console.document({"runs": documents, "comparison": comparison})
    raise typer.Exit(int(code))
