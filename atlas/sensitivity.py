"""The files of a sensitivity analysis: data, table and picture."""

from pathlib import Path

from atlas.explained import Answer
from atlas.sheets.excel import write_sheets
from atlas.sheets.explained import explained_sheet
from atlas.sheets.sheet import Column, Sheet
from atlas.tornado import write_tornado
from atlas.words.words import Words
from atlas.writing import whole
from scenarios.explain.told import Told
from scenarios.json_text import json_text

DATA, TABLE = "sensitivity.json", "sensitivity.xlsx"
"""Files beside the picture."""


def write_sensitivity(told: Told, folder: Path, lang: str) -> None:
    """Write data, table and picture into a folder, which is made.

    Parameters
    ----------
    told
        The answer.
    folder
        Where; older files there are replaced.
    lang
        Language of table and picture.

    Raises
    ------
    OSError
        If the folder cannot be written, or a file is open in another program.

    """
    words = Words(lang)
    folder.mkdir(parents=True, exist_ok=True)
    sentences = [dict(text) for text in told.sentences]
    with whole(folder / DATA) as path:
        text = json_text({**told.data, "sentences": sentences})
        path.write_text(text + "\n", encoding="utf-8")
    sheets = [_sentences_sheet(told, words)]
    if told.table is not None:
        sheets.append(explained_sheet(Answer(told.table, ()), words))
    write_sheets(sheets, folder / TABLE, words)
    write_tornado(told.data, folder, words)


def _sentences_sheet(told: Told, words: Words) -> Sheet:
    """Return what is told in words, as the first sheet."""
    rows = [(words.say("read.explained"), text[words.lang]) for text in told.sentences]
    columns = [
        Column(words.say("col.what"), width=28),
        Column(words.say("col.value"), "any", width=100),
    ]
    note = told.table.note[words.lang] if told.table is not None else ""
    return Sheet("read_me", words.say("sheet.read_me"), note, columns, rows)
