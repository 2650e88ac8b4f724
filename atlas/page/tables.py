"""The sheets of the workbook as tables of a page, in both languages."""

from collections.abc import Callable, Sequence
from typing import Any

from atlas.sheets.sheet import Sheet
from atlas.words.words import Words, both


def tables(
    make: Callable[[Words], Sequence[Sheet]],
) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the sheets per language and key, as the browser gets them."""
    return both(lambda words: {sheet.key: _table(sheet) for sheet in make(words)})


def _table(sheet: Sheet) -> dict[str, Any]:
    """Return one sheet."""
    return {
        "title": sheet.title,
        "note": sheet.note,
        "columns": [
            {"heading": column.heading, "form": column.form, "wide": column.width}
            for column in sheet.columns
        ],
        "rows": [list(row) for row in sheet.rows],
        "total": list(sheet.total),
    }
