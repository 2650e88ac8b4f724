"""Claims as an analyst changed them in a workbook.

Two tables are understood: that of ``puzzel scenario table`` (a row per limit, a column
per variant) and the claims of a run's ``tables.xlsx`` (a row per claim). They are found
by the name of the table, which is the same in either language. Only numbers are taken:
``1.234`` as text can be read in two ways, and a formula that was never calculated has
no value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atlas.words.words import LANGUAGES
from grids.sentence import Sentence

Limits = Mapping[str, float | None]
"""Numbers by ``value``, ``min``, ``max``; None where a cell is empty."""

RUN, VARIANTS = "claims", "variants"
"""Names of the tables: of a run's workbook, of a scenario table."""


class SheetError(ValueError):
    """A workbook that claims cannot be read from; the text says which cell and why."""


@dataclass(frozen=True)
class _Table:
    """A table as it was read: headings, rows, and where its first row stands."""

    name: str
    sheet: str
    first_row: int
    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    formulas: tuple[tuple[Any, ...], ...]

    def column(self, key: str) -> int:
        """Return the place of a column by the key of its heading's words."""
        known = {words[key].lower() for words in LANGUAGES.values()}
        for at, heading in enumerate(self.headings):
            if heading.lower() in known:
                return at
        raise SheetError(
            Sentence(
                "table '{name}' must have one of the columns {known}, got {got}",
                name=self.name,
                known=", ".join(sorted(known)),
                got=", ".join(self.headings),
            )
        )

    def number(self, row: int, column: int) -> float | None:
        """Return the number in a cell; None if it is empty."""
        from openpyxl.utils import get_column_letter

        value, written = self.rows[row][column], self.formulas[row][column]
        place = f"{get_column_letter(column + 1)}{self.first_row + row}"
        where = {"sheet": self.sheet, "cell": place}
        if isinstance(written, str) and written.startswith("=") and value is None:
            raise SheetError(
                Sentence(
                    "sheet '{sheet}', cell {cell} must hold a number, got formula "
                    "{got} without a value; open the workbook in Excel and save it",
                    got=written,
                    **where,
                )
            )
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise SheetError(
                Sentence(
                    "sheet '{sheet}', cell {cell} must hold a number of 0 or more, got "
                    "{got!r}",
                    got=value,
                    **where,
                )
            )
        return float(value)


def read_claims(path: Path, variant: str | None = None) -> dict[str, Limits]:
    """Read the limits of all claims.

    Parameters
    ----------
    path
        The workbook.
    variant
        Which column of a scenario table; needed if it has more than one.

    Returns
    -------
    dict[str, Limits]
        Limits by id of the claim, in the base unit.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    SheetError
        If the workbook has no such table, or a cell holds no number.

    """
    table = _read(path)
    if table.name == VARIANTS:
        return _of_variant(table, variant)
    ids = table.column("col.id")
    limits = {"min": table.column("col.least"), "max": table.column("col.most")}
    found: dict[str, Limits] = {}
    for row, values in enumerate(table.rows):
        numbers = {key: table.number(row, at) for key, at in limits.items()}
        claim = str(values[ids])
        if claim in found and found[claim] != numbers:
            raise SheetError(
                Sentence(
                    "claim '{claim}' must have the same limits in every zone to "
                    "be read back, got {one} and {other}",
                    claim=claim,
                    one=found[claim],
                    other=numbers,
                )
            )
        found[claim] = numbers
    return found


def _of_variant(table: _Table, variant: str | None) -> dict[str, Limits]:
    """Return the limits in one column of a scenario table."""
    first, last = table.column("col.limit") + 1, table.column("col.unit")
    names = table.headings[first:last]
    if variant is None and len(names) == 1:
        variant = names[0]
    known = ", ".join(names)
    if variant is None:
        raise SheetError(
            Sentence("variant must be one of {known}, got none", known=known)
        )
    if variant not in names:
        raise SheetError(
            Sentence(
                "variant must be one of {known}, got {got}", known=known, got=variant
            )
        )
    column = first + names.index(variant)
    ids, keys = table.column("col.id"), table.column("col.key")
    found: dict[str, dict[str, float | None]] = {}
    for row, values in enumerate(table.rows):
        limits = found.setdefault(str(values[ids]), {})
        limits[str(values[keys])] = table.number(row, column)
    return dict(found)


def _read(path: Path) -> _Table:
    """Find the table in a workbook, with its values and its formulas."""
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    if not path.is_file():
        raise FileNotFoundError(
            Sentence("workbook must exist, there is none at {path}", path=path)
        )
    try:
        values = load_workbook(path, data_only=True)
        formulas = load_workbook(path)
    except (BadZipFile, InvalidFileException, KeyError, OSError) as error:
        raise SheetError(
            Sentence(
                "{file} must be a workbook (.xlsx), but is not: {why}",
                file=path.name,
                why=error,
            )
        ) from error
    for page in formulas:
        for name in (VARIANTS, RUN):
            if name in page.tables:
                reference = page.tables[name].ref
                cells = values[page.title][reference]
                head, *rows = tuple(_values(cells))
                _, *written = tuple(_values(page[reference]))
                first = cells[0][0].row + 1
                headings = tuple(str(heading) for heading in head)
                return _Table(
                    name, page.title, first, headings, tuple(rows), tuple(written)
                )
    raise SheetError(
        Sentence(
            "{file} must hold a table '{run}' (of a run) or '{variants}' (of "
            "puzzel scenario table), got {got}",
            file=path.name,
            run=RUN,
            variants=VARIANTS,
            got=", ".join(formulas.sheetnames),
        )
    )


def _values(cells: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    """Give the values of rows of cells."""
    for row in cells:
        yield tuple(cell.value for cell in row)
