"""One sheet as a value: a note, headings, rows, and how each column is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Form = Literal["text", "number", "ha", "share", "any"]
"""How a column is written: text, a number, hectares, a percentage, as it comes."""

Value = str | float | int | None
"""What a cell may hold."""


@dataclass(frozen=True)
class Column:
    """A column: heading, form, and width in letters where the text is long."""

    heading: str
    form: Form = "text"
    width: int | None = None


@dataclass(frozen=True)
class Sheet:
    """A table with its title.

    Parameters
    ----------
    key
        Name of the table in the workbook, the same in every language.
    title
        Name on the tab, at most 31 letters.
    note
        What the table holds, in a sentence above it.
    columns
        Its columns.
    rows
        Values in the order of the columns.
    total
        Sums of the columns; below the table, so that a pivot does not count them.

    """

    key: str
    title: str
    note: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    total: Sequence[Value] = ()
