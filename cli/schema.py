"""``puzzel schema``: the JSON schema that gives help in an editor."""

import json
from pathlib import Path

from cli.console import Console

FILE = "scenario.schema.json"
"""Name of the file beside the scenarios."""


def command(console: Console, out: Path | None) -> None:
    """Print the schema, or write it."""
    if out is not None:
        write_schema(out)
        console.print(f"{console.say('written')}: {out}")
        console.document({"written": str(out)})
        return
    print(schema_text())


def schema_text() -> str:
    """Return the schema as JSON."""
    from scenarios.json_schema import schema

    return json.dumps(schema(), indent=1, ensure_ascii=False)


def write_schema(path: Path) -> None:
    """Write the schema to a file."""
    path.write_text(schema_text() + "\n", encoding="utf-8")
