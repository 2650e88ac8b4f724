"""The tables of a run as CSV files, for readers whose program takes no workbook.

``nl`` writes what a Dutch spreadsheet opens by double click: semicolons, decimal
commas, and a mark of the encoding; ``en`` follows RFC 4180.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from atlas.read_run import read_run
from atlas.sheets.excel import as_text
from atlas.sheets.sheet import Sheet, Value
from atlas.words.words import Words
from atlas.workbook import sheets_of
from atlas.writing import whole

NOTE = "read_me"
"""Key of the sheet that is no table."""


def write_csv(run_dir: Path, folder: Path, words: Words, form: str) -> list[Path]:
    """Write every table of a run as a file of its own.

    Parameters
    ----------
    run_dir
        The run folder.
    folder
        Where; made if it is not there.
    words
        Language of headings and texts.
    form
        ``nl`` or ``en``: how numbers and columns are separated.

    Returns
    -------
    list[Path]
        The files.

    Raises
    ------
    FileNotFoundError, ValueError
        If the run cannot be read.
    OSError
        If the folder cannot be written.

    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for sheet in sheets_of(read_run(run_dir), words):
        if sheet.key == NOTE:
            continue
        target = folder / f"{sheet.key}.csv"
        with whole(target) as path:
            path.write_bytes(csv_bytes(sheet, form))
        files.append(target)
    return files


def csv_bytes(sheet: Sheet, form: str) -> bytes:
    """Return a table as the bytes of a CSV file."""
    dutch = form == "nl"
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if dutch else ",", lineterminator="\r\n")
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows(_line(row, dutch=dutch) for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig" if dutch else "utf-8", "replace")


def _line(row: Sequence[Value], *, dutch: bool) -> list[str]:
    """Write the values of a row; a text that begins as a formula stays a text."""
    return [_written(value, dutch=dutch) for value in row]


def _written(value: Value, *, dutch: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return as_text(value)
    text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return text.replace(".", ",") if dutch else text
