"""All files that people open of a sweep, into its folder."""

from pathlib import Path

from atlas.page.sweep import NAME, write_sweep_page
from atlas.sheets.excel import write_sheets
from atlas.sheets.swept import swept_sheets
from atlas.swept import Swept, read_swept
from atlas.words.words import Words
from scenarios.sweep.dataset import FILE, write_dataset

TABLES = "sweep.xlsx"
"""Name of the workbook."""

PARQUET = "sweep.parquet"
"""Name of the table of runs for other programs."""


def publish_sweep(folder: Path, lang: str = "nl") -> tuple[Path, ...]:
    """Write ``sweep.html``, ``sweep.xlsx``, ``sweep.nc`` and ``sweep.parquet``.

    The last one only where pyarrow is installed (extra ``parquet``).

    Parameters
    ----------
    folder
        Folder of the sweep; its runs stand beside it.
    lang
        Language of texts, ``nl`` or ``en``.

    Returns
    -------
    tuple[Path, ...]
        The files.

    Raises
    ------
    ValueError
        If the folder is no sweep, or a run is damaged.
    OSError
        If a file cannot be written.

    """
    words, swept = Words(lang), read_swept(folder)
    page = write_sweep_page(swept, folder / NAME, words)
    tables = folder / TABLES
    write_sheets(swept_sheets(swept, words), tables, words)
    figures = write_dataset(swept.record, folder / FILE)
    return page, tables, figures, *_parquet(swept, folder / PARQUET)


def has_parquet() -> bool:
    """Tell whether this installation can write Parquet."""
    from importlib.util import find_spec

    return find_spec("pyarrow") is not None


def _parquet(swept: Swept, path: Path) -> tuple[Path, ...]:
    """Write a row per run; columns have the same names in every language."""
    if not has_parquet():
        return ()
    from scenarios.sweep.dataset import sweep_table

    sweep_table(swept.record).to_parquet(path, index=False)
    return (path,)
