"""All files that people open, from one run folder, into that folder."""

from pathlib import Path

from atlas.geopackage import write_geopackage
from atlas.geotiff import write_geotiff
from atlas.map_image import write_map
from atlas.page.report import NAME as REPORT
from atlas.page.report import write_report
from atlas.qgis_project import NAME as PROJECT
from atlas.qgis_project import write_project
from atlas.read_run import read_run
from atlas.words.words import Words
from atlas.workbook import write_workbook


def publish(run_dir: Path, lang: str = "nl") -> tuple[Path, ...]:
    """Write tables, map, GeoTIFF, GeoPackage, project and report of a run.

    A run without an answer gets only its tables and its report.

    Parameters
    ----------
    run_dir
        Folder with ``run.json`` and, where there is an answer, ``cells.nc``.
    lang
        Language of labels and texts, ``nl`` or ``en``.

    Returns
    -------
    tuple[Path, ...]
        The files.

    Raises
    ------
    FileNotFoundError
        If there is no ``run.json``.
    ValueError
        If the run is damaged, or the language is not known.
    OSError
        If the folder cannot be written, or a file is open in another program.

    """
    words, run = Words(lang), read_run(run_dir)
    tables, report = publish_words(run_dir, lang)
    if not run.has_allocation:
        return tables, report
    name = run.document.name
    return (
        tables,
        report,
        *write_geotiff(run, run_dir, words),
        write_geopackage(run, run_dir, words),
        write_project([(name, run)], run_dir / PROJECT, words),
        write_map(run, run_dir, words),
    )


def publish_words(run_dir: Path, lang: str = "nl") -> tuple[Path, Path]:
    """Write tables and report of a run only: what changes when it is explained.

    Parameters
    ----------
    run_dir, lang
        As of ``publish``.

    Returns
    -------
    tuple[Path, Path]
        Workbook and report.

    Raises
    ------
    FileNotFoundError, ValueError, OSError
        As ``publish``.

    """
    words = Words(lang)
    tables = write_workbook(read_run(run_dir), run_dir, words)
    return tables, write_report(run_dir, run_dir / REPORT, words)
