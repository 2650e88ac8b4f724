"""All tables of a run as one Excel file.

The first sheet says what the run is and what to mind; the others hold what the map
cannot show. A run without an answer has them too, without its hectares.
"""

from pathlib import Path

from atlas.explained import Explained, read_explained
from atlas.read_run import Run
from atlas.sheets.claims import claims_sheet, supplies_sheet
from atlas.sheets.excel import write_sheets
from atlas.sheets.explained import explained_sheet
from atlas.sheets.form import patches_sheet, reach_sheet
from atlas.sheets.indicators import indicators_sheet
from atlas.sheets.origins import assumed_sheet, layers_sheet, provenance_sheet
from atlas.sheets.policy import policy_sheet
from atlas.sheets.read_me import read_me_sheet
from atlas.sheets.realisation import from_to_sheet, realisation_sheet
from atlas.sheets.rules import rules_sheet
from atlas.sheets.sheet import Sheet
from atlas.words.words import Words
from scenarios.dutch import said

NAME = "tables.xlsx"
"""Name of the workbook in a run folder."""


def write_workbook(run: Run, folder: Path, words: Words) -> Path:
    """Write ``tables.xlsx``.

    Parameters
    ----------
    run
        A run, with or without an allocation.
    folder
        Where.
    words
        The reader's language.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OSError
        If the folder cannot be written.

    """
    sheets = sheets_of(run, words)
    write_sheets(sheets, folder / NAME, words)
    return folder / NAME


def sheets_of(run: Run, words: Words, *, wide: bool = False) -> tuple[Sheet, ...]:
    """Return the sheets that this run has, the read me first.

    Parameters
    ----------
    run, words
        As above.
    wide
        Hectares with a column per use, to read on a page; else a row per use.

    """
    document = run.document
    explained, notes = _explained(run, words)
    found: list[Sheet | None] = [claims_sheet(document, words)]
    if document.supplies:
        found.append(supplies_sheet(document, words))
    found.append(rules_sheet(document, words))
    if run.has_allocation:
        found.append(realisation_sheet(run, words, wide=wide))
        found.append(from_to_sheet(run, words, wide=wide))
    found.append(indicators_sheet([document], [words.say("col.value")], words))
    if document.indicators:
        found.append(policy_sheet(document, words))
    if document.patches:
        found.append(patches_sheet(document, words))
    if document.separations or document.coverage:
        found.append(reach_sheet(document, words))
    found += [explained_sheet(answer, words) for answer in explained.answers]
    found += [
        layers_sheet(document, words),
        assumed_sheet(document, words),
        provenance_sheet(document, words),
    ]
    sheets = tuple(sheet for sheet in found if sheet is not None)
    sentences = explained.every_sentence
    return (read_me_sheet(document, sheets, words, sentences, notes), *sheets)


def _explained(run: Run, words: Words) -> tuple[Explained, list[str]]:
    """Return what a run says about itself; a note if that is damaged."""
    try:
        return read_explained(run.path), []
    except ValueError as error:
        why = said(error, words.lang)
        text = words.say("page.part.explained")
        return Explained(), [words.say("page.problem", what=text, why=why)]
