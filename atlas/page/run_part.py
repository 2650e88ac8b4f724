"""All that a page shows of one run.

What cannot be read is named in ``problems``, and the rest is there: a page of a run
that was copied by half must say so and not fail.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from atlas.captions import gap_sentence, made, sources, status_line
from atlas.document import Claim, Label, Use
from atlas.explained import Explained, read_explained
from atlas.page.events import convergence, read_events
from atlas.page.indicator_layers import indicator_layers
from atlas.page.layers import BUDGET, all_rules, layers_of, reason_layers, zones_of
from atlas.page.next_best import next_best
from atlas.page.pack import Packer
from atlas.page.reasons import read_reasons
from atlas.page.uses import filled
from atlas.patches import patches
from atlas.read_run import Run, read_run, without_cells
from atlas.sheets.explained import key_of
from atlas.sheets.read_me import warning_lines, why_lines
from atlas.tally import codes_of
from atlas.words.words import both
from scenarios.dutch import said

SIZES = (1, 2, 5, 10, 25, 100)
"""Least number of cells of each class of patches."""

WHY_BUDGET = 12_000_000
"""Bytes of arrays in a page after which it does not tell why, factor by factor: with
them Zeeland at 100 m has 5 MB, and a browser still opens 15 MB in a few seconds."""

T = TypeVar("T")


@dataclass
class Problems:
    """What could not be read, in both languages."""

    texts: list[Label] = field(default_factory=list)

    def add(self, key: str, **values: object) -> None:
        """Note a problem."""
        self.texts.append(both(lambda words: words.say(key, **values)))

    def tried(self, what: str, make: Callable[[], T]) -> T | None:
        """Return what ``make`` gives; note what went wrong and give None."""
        try:
            return make()
        except (OSError, ValueError, TypeError, KeyError) as error:
            fault = error
        self.texts.append(
            both(
                lambda words: words.say(
                    "page.problem", what=words.say(what), why=said(fault, words.lang)
                )
            )
        )
        return None


def open_run(run_dir: Path, problems: Problems) -> Run:
    """Read a run; one with damaged cells has its tables only.

    Raises
    ------
    FileNotFoundError, ValueError
        If there is no readable ``run.json``: then there is nothing to show.

    """
    document_only = without_cells(run_dir)
    found = problems.tried("page.part.cells", lambda: read_run(run_dir))
    run = document_only if found is None else found
    if found is not None and not run.has_allocation and run.document.has_answer:
        problems.add("page.no_cells")
    for key in run.document.lacking:
        problems.add("page.lacking", name=key)
    return run


def run_part(
    run: Run, uses: Sequence[Use], packer: Packer, problems: Problems
) -> dict[str, Any]:
    """Return what a page shows of a run, without its reasons.

    Parameters
    ----------
    run
        The run.
    uses
        Uses of the page, by code; may be more than the run's.
    packer
        Where arrays go.
    problems
        Where it is noted what could not be read.

    """
    document = run.document
    explained = (
        problems.tried("page.part.explained", lambda: read_explained(run.path))
        or Explained()
    )
    events = problems.tried("page.part.events", lambda: read_events(run.path)) or []
    return {
        "folder": folder_name(run),
        "name": document.name,
        "description": dict(document.description),
        "status": document.status,
        "captions": both(
            lambda words: {
                "status": status_line(document, words),
                "gap": gap_sentence(document, words),
                "made": made(document, words),
                "sources": sources(document.credited, words),
                "why": why_lines(document, words),
                "warnings": warning_lines(document, words),
            }
        ),
        "gap": document.gap,
        "sentences": [dict(text) for text in explained.sentences],
        "explained": [
            {
                "key": key_of(answer.table),
                "sentences": [dict(text) for text in answer.sentences],
            }
            for answer in explained.answers
        ],
        "claims": [_claim(claim) for claim in document.claims],
        "rules": {
            rule.id: {
                "label": dict(rule.label),
                "quote": rule.quote,
                "section": rule.section,
            }
            for rule in document.rules
        },
        "convergence": convergence(events),
        **(_map_part(run, uses, packer) if run.has_allocation else {}),
    }


def folder_name(run: Run) -> str:
    """Return the name of the run's folder; while it is written it has another."""
    name = run.path.resolve().name
    return Path(run.document.run_dir).name if name.startswith(".") else name


def add_reasons(
    part: dict[str, Any],
    run: Run,
    uses: Sequence[Use],
    packer: Packer,
    problems: Problems,
) -> None:
    """Add suitability and exclusions per cell, as far as the page has room."""
    if not run.has_allocation:
        return
    reasons = problems.tried(
        "page.part.reasons", lambda: read_reasons(run.path, run.grid.n_cells)
    )
    if reasons is not None:
        layers, whole = reason_layers(run, uses, reasons, packer)
        part["layers"] += layers
        part["excluding"], every_rule = all_rules(run, uses, reasons, packer)
        if not (whole and every_rule):
            problems.add("page.too_large")
    told = problems.tried(
        "page.part.indicators", lambda: indicator_layers(run, packer, BUDGET)
    )
    part["layers"] += told or []
    _add_why(part, run, uses, packer, problems)


def _add_why(
    part: dict[str, Any],
    run: Run,
    uses: Sequence[Use],
    packer: Packer,
    problems: Problems,
) -> None:
    """Add why a use came, factor by factor; else only which use came second."""
    from atlas.page.why_here import why_here  # Numba

    fits, part["why"] = problems.tried(
        "page.part.reasons",
        lambda: (
            packer.fitting(
                WHY_BUDGET, lambda: (True, why_here(run.path, uses, packer, WHY_BUDGET))
            )
            or (False, None)
        ),
    ) or (True, None)
    if not fits:
        problems.add("page.why_too_large", run=folder_name(run))
    if not fits and packer.size <= BUDGET:
        part["next"] = problems.tried(
            "page.part.reasons", lambda: next_best(run.path, uses, packer)
        )


def _map_part(run: Run, uses: Sequence[Use], packer: Packer) -> dict[str, Any]:
    """Return what needs the cells."""
    return {
        "allocation": packer.add(codes_of(run, uses)),
        "layers": layers_of(run, packer),
        "zones": zones_of(run, packer),
        "patches": _patches(run, uses),
    }


def _patches(run: Run, uses: Sequence[Use]) -> list[list[float]]:
    """Return hectares per use and class of patches, by code."""
    found = patches(run)
    size = np.searchsorted(SIZES, found.n_cells, side="right") - 1
    place = [use.id for use in uses]
    code = np.array([place.index(use.id) for use in run.uses])
    ha = np.zeros((len(uses), len(SIZES)))
    np.add.at(ha, (code[found.use], size), found.ha)
    return [[round(float(value), 3) for value in row] for row in ha]


def _claim(claim: Claim) -> dict[str, Any]:
    """Return one claim for the chart."""
    return {
        "label": filled(claim.label, claim.id),
        "zone": claim.zone,
        "unit": both(lambda words: words.known("unit", claim.unit)),
        "least": claim.least,
        "most": claim.most,
        "achieved": claim.achieved,
        "shortfall": claim.shortfall,
    }
