"""Sheets as an Excel file, with numbers as numbers.

Every sheet is a real Excel table below a line that says what it holds. A text that
begins as a formula would (``=``, ``+``, ``-``, ``@``) is kept as text, so that a quote
from a scenario file can never be calculated by the reader's Excel.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words
from atlas.writing import whole

HEAD = 3
"""Row of the headings: above it the note and an empty row."""

NARROW, WIDE = 9, 34
"""Least and most width of a column that says nothing about it [letters]."""

LONGEST = 32_767
"""Letters that fit in a cell of Excel."""

LONGEST_HEADING = 200
"""Letters of a heading; Excel takes 255 as the name of a table's column."""

FORMULA = "=+-@\t\r"
"""Signs that a formula may begin with."""


def write_sheets(sheets: Sequence[Sheet], target: Path, words: Words) -> None:
    """Write sheets as an Excel file.

    Parameters
    ----------
    sheets
        The sheets in their order.
    target
        Where.
    words
        The reader's language.

    Raises
    ------
    OSError
        If the folder cannot be written, or the file is open in Excel.

    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    book.properties.creator = "puzzel"
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title[:31]), sheet, words)
    with whole(target) as path:
        book.save(path)


def _fill(page: Any, sheet: Sheet, words: Words) -> None:
    """Write note, headings and rows of a sheet."""
    from openpyxl.styles import Alignment, Font

    _put(page.cell(1, 1), sheet.note, Column(""))
    page.cell(1, 1).font = Font(bold=sheet.key == "read_me", italic=True)
    page.cell(1, 1).alignment = Alignment(wrap_text=False)
    headings = _unlike([_plain(column.heading) for column in sheet.columns])
    for place, heading in enumerate(headings, start=1):
        cell = page.cell(HEAD, place, heading)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for line, row in enumerate(sheet.rows, start=HEAD + 1):
        for place, column in enumerate(sheet.columns, start=1):
            _put(page.cell(line, place), row[place - 1], column)
    for place, value in enumerate(sheet.total, start=1):
        cell = page.cell(HEAD + len(sheet.rows) + 2, place)
        _put(cell, value, sheet.columns[place - 1])
        cell.font = Font(bold=True)
    if not sheet.rows:
        _put(page.cell(HEAD + 1, 1), words.say("note.empty"), Column(""))
    page.freeze_panes = page.cell(HEAD + 1, 1 if sheet.key == "read_me" else 2)
    _widths(page, sheet, headings)
    _as_table(page, sheet)


def _put(cell: Any, value: Value, column: Column) -> None:
    """Write a value: numbers with a format, texts never as a formula."""
    from openpyxl.styles import Alignment

    if value is None or value == "":
        return
    if not isinstance(value, str):
        cell.value = value
        cell.number_format = _format(value, column)
        side = "left" if column.form == "any" else None
        cell.alignment = Alignment(vertical="top", horizontal=side)
        return
    plain = _legal(value)[:LONGEST]
    cell.value = plain
    cell.data_type = "s"
    cell.quotePrefix = plain[0] in FORMULA
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _format(value: float, column: Column) -> str:
    """Return Excel's format; Excel shows it with the reader's own signs."""
    if column.form == "share":
        return "0.00%"
    if column.form == "ha":
        return "#,##0.0"
    if value == int(value):
        return "#,##0" if column.form == "number" else "General"
    return "#,##0.00" if abs(value) >= 0.1 else "General"


def _widths(page: Any, sheet: Sheet, headings: Sequence[str]) -> None:
    """Make every column as wide as its texts, within reason."""
    from openpyxl.utils import get_column_letter

    for place, column in enumerate(sheet.columns):
        values = max((len(_shown(row[place])) for row in sheet.rows), default=0)
        longest = max(NARROW, values, min(len(headings[place]), 16))
        width = column.width or min(longest, WIDE)
        page.column_dimensions[get_column_letter(place + 1)].width = width + 2


def _as_table(page: Any, sheet: Sheet) -> None:
    """Make the rows a table that Excel can sort and filter."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.table import Table, TableStyleInfo

    last = HEAD + max(len(sheet.rows), 1)
    corner = f"{get_column_letter(len(sheet.columns))}{last}"
    table = Table(displayName=sheet.key, ref=f"A{HEAD}:{corner}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    page.add_table(table)


def as_text(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] and text[0] in FORMULA else text


def _legal(text: str) -> str:
    """Return a text without what a workbook cannot hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    whole = text.encode("utf-8", "replace").decode("utf-8")
    return str(ILLEGAL_CHARACTERS_RE.sub(" ", whole))


def _plain(heading: str) -> str:
    """Return a heading on one line and short enough for a column of a table."""
    return " ".join(_legal(heading).split())[:LONGEST_HEADING]


def _unlike(headings: Sequence[str]) -> list[str]:
    """Give headings that are the same a number; a table of Excel refuses them."""
    seen: dict[str, int] = {}
    found = []
    for heading in headings:
        key = heading.lower()
        seen[key] = seen.get(key, 0) + 1
        found.append(heading if seen[key] == 1 else f"{heading} {seen[key]}")
    return found


def _shown(value: Value) -> str:
    """Return about what Excel shows of a value."""
    return f"{value:,.1f}" if isinstance(value, float) else str(value or "")
