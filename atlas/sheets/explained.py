"""Sheets of what a run says about itself: a table per question that was asked."""

from atlas.document import said
from atlas.explained import Answer
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.words.words import Words
from scenarios.explain.told import Column as ToldColumn
from scenarios.explain.told import Table
from scenarios.explain.told import Value as ToldValue

PREFIX = "explained_"
"""Before the name of a table, so that no other sheet has it."""

LONG, WIDTH = 40, 70
"""Letters from which a column of texts counts as long, and its width then."""


def explained_sheet(answer: Answer, words: Words) -> Sheet:
    """Return the table of one answer."""
    table = answer.table
    columns = [_column(table, at, words) for at in range(len(table.columns))]
    rows = [[_value(value, words) for value in row] for row in table.rows]
    lang = words.lang
    title, note = said(table.title, lang, table.key), said(table.note, lang, "")
    return Sheet(key_of(table), title, note, columns, rows)


def key_of(table: Table) -> str:
    """Return the key of a table among those of the workbook."""
    return PREFIX + table.key


def _column(table: Table, at: int, words: Words) -> Column:
    """Return a column; one of long texts is wide."""
    column: ToldColumn = table.columns[at]
    texts = [_value(row[at], words) for row in table.rows]
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    heading = said(column.heading, words.lang, "")
    return Column(heading, column.form, WIDTH if longest >= LONG else None)


def _value(value: ToldValue, words: Words) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value
    return said(value, words.lang, "")
