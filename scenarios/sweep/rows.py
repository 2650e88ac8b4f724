"""Runs as the rows of a CSV file: a column per way, a line per run.

The first line names what is varied; an empty field leaves the scenario's own value.
Commas, semicolons and tabs part fields, whichever the first line has: a Dutch Excel
writes semicolons. A decimal sign is a point, as in scenarios.
"""

import csv
from pathlib import Path

from scenarios.faults import Fault, Place, ScenarioError, fault
from scenarios.sweep.design import Point
from scenarios.sweep.override import Override
from scenarios.yaml_file import read_value

_SIGNS = (";", "\t", ",")


def read_rows(path: Path) -> list[Point]:
    """Read a file of rows.

    Parameters
    ----------
    path
        CSV, UTF-8.

    Returns
    -------
    list[Point]
        The values of every run.

    Raises
    ------
    ScenarioError
        With all that is wrong in it, each with its line.
    OSError
        If it cannot be opened.

    """
    start = Place(path, 1, 1)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        name = f"{error.object[error.start]:#04x}"
        raise ScenarioError([fault(start, (), "yaml_utf8", name=name)]) from error
    head, *body = text.splitlines() or [""]
    sign = next((sign for sign in _SIGNS if sign in head), ",")
    paths = [name.strip() for name in next(csv.reader([head], delimiter=sign), [])]
    faults = [
        fault(start, (), "rows_head", got=name)
        for name in (paths or [""])
        if not name or not all(name.split("."))
    ]
    found: list[Point] = []
    lines = csv.reader(body, delimiter=sign)
    for fields in lines:
        if any(field.strip() for field in fields):
            place = Place(path, lines.line_num + 1, 1)
            point, wrong = _point(paths, fields, place)
            found.append(point)
            faults += wrong
    if not found:
        faults.append(fault(start, (), "rows_none"))
    if faults:
        raise ScenarioError(faults)
    return found


def _point(
    paths: list[str], fields: list[str], place: Place
) -> tuple[Point, list[Fault]]:
    """Read one line."""
    if len(fields) != len(paths):
        given = {"limit": len(paths), "count": len(fields)}
        return (), [fault(place, (), "rows_width", **given)]
    point: list[Override] = []
    faults: list[Fault] = []
    for name, field in zip(paths, fields, strict=True):
        if field.strip():
            tree, wrong = read_value(field.strip(), place)
            faults += wrong
            point.append(Override(name, tree))
    return tuple(point), faults
