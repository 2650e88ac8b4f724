"""The page of runs side by side: maps with one view, where they differ, and why."""

from collections.abc import Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from atlas.comparison import Comparison
from atlas.page.pack import Packer
from atlas.page.report import frame_of
from atlas.page.run_part import SIZES, Problems, add_reasons, run_part
from atlas.page.shell import page_text, write_text
from atlas.page.tables import tables
from atlas.page.uses import uses_part
from atlas.scenario_difference import Difference, differences, read_scenario
from atlas.sheets.compared import compared_sheets
from atlas.tally import codes_of, matrix
from atlas.words.words import Words

NAME = "comparison.html"
"""Name of the page."""


def write_comparison_page(comparison: Comparison, target: Path, words: Words) -> Path:
    """Write the page of a comparison.

    Parameters
    ----------
    comparison
        Two to four runs on the same cells.
    target
        The file.
    words
        The language in which the page opens; it holds both.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    return write_text(comparison_text(comparison, words), target)


def comparison_text(comparison: Comparison, words: Words) -> str:
    """Return the page of a comparison as text."""
    packer, problems = Packer(), Problems()
    runs = comparison.runs
    uses = [compared.use for compared in comparison.uses]
    parts = []
    for run, name in zip(runs, comparison.names, strict=True):
        parts.append(run_part(run, uses, packer, problems) | {"name": name})
    for part, run in zip(parts, runs, strict=True):
        add_reasons(part, run, uses, packer, problems)
    changes = scenario_changes(comparison, problems)
    data = {
        "title": " / ".join(comparison.names),
        "frame": frame_of(runs[0], packer),
        "uses": uses_part(uses, runs),
        "runs": parts,
        "sizes": SIZES,
        "pairs": _pairs(comparison),
        "tables": tables(lambda words: compared_sheets(comparison, changes, words)),
        "problems": problems.texts,
    }
    return page_text("compare", data, packer, words)


def scenario_changes(
    comparison: Comparison, problems: Problems
) -> Sequence[Difference]:
    """Return what differs in the scenarios; nothing if one cannot be read."""
    read = [
        problems.tried("page.part.scenario", partial(read_scenario, run.path))
        for run in comparison.runs
    ]
    held = [scenario for scenario in read if scenario is not None]
    return differences(held) if len(held) == len(read) else ()


def _pairs(comparison: Comparison) -> list[dict[str, Any]]:
    """Return for every pair of runs how much land goes from which use to which."""
    uses = [compared.use for compared in comparison.uses]
    codes = [codes_of(run, uses) for run in comparison.runs]
    available = comparison.runs[0].available_ha
    shape = (len(uses), len(uses))
    return [
        {
            "first": first,
            "last": last,
            "ha": matrix(codes[first], codes[last], available, shape).round(3).tolist(),
            "cells": matrix(
                codes[first], codes[last], np.ones_like(available), shape
            ).tolist(),
        }
        for first, last in combinations(range(len(codes)), 2)
    ]
