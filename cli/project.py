"""Write the files of a project, never over somebody's work."""

from collections.abc import Mapping
from pathlib import Path

from cli.console import Console
from cli.failures import UsageError
from cli.schema import FILE, schema_text

IGNORE = "runs/\n"
"""What version control leaves out of a project."""


def write_project(
    console: Console, folder: Path, files: Mapping[str, str], *, force: bool
) -> None:
    """Write files into a new or empty folder, with schema and ignore list.

    Raises
    ------
    UsageError
        If the folder holds something and ``force`` is off.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())) and not force:
        raise UsageError(console.say("exists", path=folder))
    whole = {**files, FILE: schema_text() + "\n", ".gitignore": IGNORE}
    for name, text in whole.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        console.note(f"{console.say('written')}: {path}")
