"""The report of a run: ``report.html``, a map with its reasons, tables and charts."""

from pathlib import Path
from typing import Any

from atlas.page.pack import Packer
from atlas.page.run_part import SIZES, Problems, add_reasons, open_run, run_part
from atlas.page.shell import page_text, write_text
from atlas.page.tables import tables
from atlas.page.uses import uses_part
from atlas.read_run import Run
from atlas.words.words import Words
from atlas.workbook import sheets_of

NAME = "report.html"
"""Name of the report in a run folder."""


def write_report(run_dir: Path, target: Path, words: Words) -> Path:
    """Write the report of a run.

    Parameters
    ----------
    run_dir
        Folder of the run; what it lacks is named in the report.
    target
        The file.
    words
        The language in which the report opens; it holds both.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FileNotFoundError, ValueError
        If there is no readable ``run.json``.
    OSError
        If the file cannot be written.

    """
    text = report_text(run_dir, words)
    return write_text(text, target)


def report_text(run_dir: Path, words: Words) -> str:
    """Return the report of a run as the text of a page.

    Raises
    ------
    FileNotFoundError, ValueError
        If there is no readable ``run.json``.

    """
    packer, problems = Packer(), Problems()
    run = open_run(run_dir, problems)
    part = run_part(run, run.uses, packer, problems)
    add_reasons(part, run, run.uses, packer, problems)
    data = {
        "title": run.document.name,
        "frame": frame_of(run, packer),
        "uses": uses_part(run.uses, [run] if run.has_allocation else []),
        "runs": [part],
        "sizes": SIZES,
        "tables": tables(lambda words: sheets_of(run, words, wide=True)),
        "problems": problems.texts,
    }
    return page_text("report", data, packer, words)


def frame_of(run: Run, packer: Packer) -> dict[str, Any] | None:
    """Return where the cells lie, None without cells."""
    if not run.has_allocation:
        return None
    frame = run.grid.frame
    return {
        "cell_m": frame.cell_m,
        "west_m": frame.west_m,
        "north_m": frame.north_m,
        "rows": frame.rows,
        "cols": frame.cols,
        "inside": packer.add(run.grid.inside.ravel().astype("u1")),
    }
