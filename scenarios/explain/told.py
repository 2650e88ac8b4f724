"""What is told of a run, kept in its ``explain.json``: data, tables and sentences.

    {"sentences": [{"nl", "en", "about"}], "tables": [...], "<about>": data}

Each question (``about``) has its data under its own key, at most one table, and
sentences; asking again replaces them. Tables are plain, so that the command line, the
workbook and pages show the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from scenarios.explain.costs import FILE
from scenarios.explain.explained_run import Texts
from scenarios.json_text import json_text

Form = Literal["text", "number", "ha", "share"]
"""How a column is written."""

Value = Texts | str | float | None
"""What a cell of a table holds; a text per language where it is words."""


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    heading
        Per language.
    form
        How its values are written.

    """

    heading: Texts
    form: Form = "number"


@dataclass(frozen=True)
class Table:
    """A table with its title.

    Parameters
    ----------
    key
        Its name, the same in every language.
    title, note
        Per language; the note says what the table holds.
    columns, rows
        Values in the order of the columns.

    """

    key: str
    title: Texts
    note: Texts
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Told:
    """The answer to one question about a run.

    Parameters
    ----------
    about
        Which question: ``costs``, ``prices``, ``rules``, ``sure``.
    data
        What is known, as plain data.
    sentences
        The same in words, per language.
    table
        The same as a table.

    """

    about: str
    data: Any
    sentences: Sequence[Texts] = ()
    table: Table | None = None


def keep(folder: Path, told: Told) -> None:
    """Write an answer into the run's ``explain.json``, beside those to other questions.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    path = folder / FILE
    held = _held(path)
    mine = [{**text, "about": told.about} for text in told.sentences]
    held["sentences"] = [*_others(held, "sentences", "about", told.about), *mine]
    tables = _others(held, "tables", "about", told.about)
    if told.table is not None:
        tables.append({**asdict(told.table), "about": told.about})
    held["tables"] = tables
    held[told.about] = told.data
    part = path.with_name(path.name + ".part")
    part.write_text(json_text(held) + "\n", encoding="utf-8")
    part.replace(path)


def _held(path: Path) -> dict[str, Any]:
    """Return what the file holds; nothing where there is none or it is damaged."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def _others(
    held: Mapping[str, Any], key: str, tag: str, mine: str
) -> list[dict[str, Any]]:
    """Return the entries of a list that are about something else."""
    entries = held.get(key)
    if not isinstance(entries, list):
        return []
    return [one for one in entries if isinstance(one, dict) and one.get(tag) != mine]
