"""Runs side by side: a picture, tables, and the figures as a value."""

from collections.abc import Sequence
from pathlib import Path

from atlas.comparison import Comparison, compared
from atlas.comparison_image import write_comparison
from atlas.page.comparison import NAME as PAGE
from atlas.page.comparison import scenario_changes, write_comparison_page
from atlas.page.run_part import Problems
from atlas.qgis_project import write_project
from atlas.read_run import read_run
from atlas.sheets.compared import compared_sheets
from atlas.sheets.excel import write_sheets
from atlas.words.words import Words
from grids.grid import GridMismatchError
from grids.sentence import Sentence

__all__ = ["Comparison", "GridMismatchError", "compare"]

PROJECT = "comparison.qgz"
"""Name of the QGIS project of a comparison."""

MOST = 4
"""Runs that fit side by side."""


def compare(run_dirs: Sequence[Path], out: Path, lang: str = "nl") -> Comparison:
    """Compare runs; write ``comparison.html``, ``.png``, ``.xlsx``, ``.qgz``.

    Parameters
    ----------
    run_dirs
        Two to four run folders on the same grid.
    out
        Folder for the files; made if it is not there.
    lang
        Language of labels and texts, ``nl`` or ``en``.

    Returns
    -------
    Comparison
        The figures, and the files that show them.

    Raises
    ------
    ValueError
        If there are too few or too many runs, or one has no allocation.
    GridMismatchError
        If the runs do not lie on the same grid.
    OSError
        If the folder cannot be written.

    """
    if len(run_dirs) > MOST:
        raise ValueError(
            Sentence(
                "runs to compare must be at most {most}, got {n}",
                most=MOST,
                n=len(run_dirs),
            )
        )
    words = Words(lang)
    comparison = compared([read_run(run_dir) for run_dir in run_dirs])
    out.mkdir(parents=True, exist_ok=True)
    tables = out / "comparison.xlsx"
    changes = scenario_changes(comparison, Problems())
    write_sheets(compared_sheets(comparison, changes, words), tables, words)
    page = write_comparison_page(comparison, out / PAGE, words)
    picture = write_comparison(comparison, out, words)
    pairs = list(zip(comparison.names, comparison.runs, strict=True))
    project = write_project(pairs, out / PROJECT, words)
    return comparison.with_files(page, picture, tables, project)
