"""What a run says about itself in tables: the ``tables`` of its ``explain.json``.

Whether it fits, what prices hold for, what rules cost: each question that was asked of
a run has a table there, in both languages, and becomes a sheet.
"""

import json
from pathlib import Path
from typing import Any

from atlas.page.explained import FILE
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words

FORMS = ("text", "number", "ha", "share")
"""How a column may be written; another is written as it comes."""


def told_sheets(run_dir: Path, words: Words) -> list[Sheet]:
    """Return a sheet per table; none if the run has no such file, or a damaged one.

    Parameters
    ----------
    run_dir
        The run folder.
    words
        The reader's language.

    """
    found = _held(run_dir).get("tables") or []
    return [_sheet(table, words.lang) for table in found]


def fit_lines(run_dir: Path, words: Words) -> list[str]:
    """Return the sentences that say why a run does not fit; none if it does."""
    found = _held(run_dir).get("sentences") or []
    return [text[words.lang] for text in found if text.get("about") == "fit"]


def _held(run_dir: Path) -> dict[str, Any]:
    path = run_dir / FILE
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # the page says so; tables do without
        return {}
    return held if isinstance(held, dict) else {}


def _sheet(table: dict[str, Any], lang: str) -> Sheet:
    columns = [
        Column(
            column["heading"][lang],
            column["form"] if column["form"] in FORMS else "any",
        )
        for column in table["columns"]
    ]
    rows = [[_value(value, lang) for value in row] for row in table["rows"]]
    return Sheet(table["key"], table["title"][lang], table["note"][lang], columns, rows)


def _value(value: Any, lang: str) -> Value:
    found: Value = value[lang] if isinstance(value, dict) else value
    return found
