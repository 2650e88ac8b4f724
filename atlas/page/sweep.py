"""The page of a sweep: lines from values to results, small maps, how often, regret."""

from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from atlas.document import Label
from atlas.page.layers import layers_of
from atlas.page.pack import Packer
from atlas.page.report import frame_of
from atlas.page.run_part import Problems
from atlas.page.shell import page_text, write_text
from atlas.page.tables import tables
from atlas.page.uses import filled, uses_part
from atlas.parse import read_document
from atlas.sheets.swept import is_number, state_of, swept_sheets
from atlas.swept import Swept, most_frequent
from atlas.words.words import Words, both
from scenarios.sweep.dataset import number_in

NAME = "sweep.html"
"""Name of the page in a sweep's folder."""

MOST_CLAIMS = 6
"""Claims that get an axis: those whose results differ most between runs."""


def write_sweep_page(swept: Swept, target: Path, words: Words) -> Path:
    """Write the page of a sweep.

    Parameters
    ----------
    swept
        The sweep.
    target
        The file.
    words
        The language in which the page opens; it holds both.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    packer, problems = Packer(), Problems()
    for number in swept.elsewhere:
        problems.add("page.sweep.elsewhere", n=number)
    plans = list(swept.plans.values())
    data = {
        "title": swept.record.name,
        "frame": frame_of(plans[0], packer) if plans else None,
        "uses": uses_part(swept.uses, plans),
        "runs": _runs(swept, packer),
        "axes": _axes(swept),
        "frequency": _frequency(swept, packer) if plans else [],
        "below": layers_of(plans[0], packer)[:1] if plans else [],
        "tables": tables(lambda words: swept_sheets(swept, words)),
        "problems": problems.texts,
    }
    return write_text(page_text("sweep", data, packer, words), target)


def _runs(swept: Swept, packer: Packer) -> list[dict[str, Any]]:
    """Return every run: its name, how it ended, and its plan."""
    return [
        {
            "number": run.number,
            "title": run.title,
            "state": run.state,
            "said": both(partial(state_of, run)),
            "folder": run.folder.name,
            "allocation": (
                packer.add(swept.codes[run.number])
                if run.number in swept.codes
                else None
            ),
        }
        for run in swept.record.runs
    ]


def _axes(swept: Swept) -> list[dict[str, Any]]:
    """Return what is varied, the objective, and the claims that differ most."""
    runs = swept.record.runs
    found = []
    for path in swept.record.paths:
        texts = [run.values.get(path, "") for run in runs]
        if len(set(texts)) < 2:
            continue
        order = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        plain = is_number(texts)
        values = [number_in(text) if plain else float(order[text]) for text in texts]
        told = {f"{value:g}": text for value, text in zip(values, texts, strict=True)}
        found.append(_axis({"nl": path, "en": path}, values, told, varied=True))
    worth = [(run.document or {}).get("objective") for run in runs]
    found.append(_axis(both(lambda words: words.say("col.objective")), worth))
    return found + _claim_axes(swept)


def _claim_axes(swept: Swept) -> list[dict[str, Any]]:
    documents = {run.number: read_document(run.folder) for run in swept.record.done}
    labels: dict[tuple[str, str], Label] = {}
    held: dict[tuple[str, str], dict[int, float | None]] = {}
    for number, document in documents.items():
        for claim in document.claims:
            key = claim.id, claim.zone
            unit = both(partial(_unit, claim.unit))
            name = filled(claim.label, claim.id)
            zone = f" ({claim.zone})" if claim.zone else ""
            labels[key] = {
                lang: f"{name[lang]}{zone} [{unit[lang]}]" for lang in ("nl", "en")
            }
            held.setdefault(key, {})[number] = claim.achieved
    spreads = {key: _spread(list(values.values())) for key, values in held.items()}
    chosen = sorted(spreads, key=lambda key: -spreads[key])[:MOST_CLAIMS]
    return [
        _axis(labels[key], [held[key].get(run.number) for run in swept.record.runs])
        for key in chosen
        if spreads[key] > 0
    ]


def _unit(unit: str, words: Words) -> str:
    return words.known("unit", unit)


def _spread(values: list[float | None]) -> float:
    """Return how much values differ, as a part of the largest."""
    known = np.array([value for value in values if value is not None])
    if known.size < 2:
        return 0.0
    return float(np.ptp(known) / max(1e-9, np.abs(known).max()))


def _axis(
    label: Label,
    values: list[float | None] | list[float],
    told: dict[str, str] | None = None,
    *,
    varied: bool = False,
) -> dict[str, Any]:
    return {"label": label, "values": values, "told": told or {}, "varied": varied}


def _frequency(swept: Swept, packer: Packer) -> list[dict[str, Any]]:
    """Return per use in which part of the plans every cell has it, in 250 steps."""
    place = {use.id: at for at, use in enumerate(swept.uses)}
    n_plans = len(swept.plans)
    return [
        {
            "use": place[use.id],
            "label": filled(use.label, use.id),
            "array": packer.add(
                np.rint(250 * swept.times[place[use.id]] / n_plans).astype(np.uint8),
                delta=True,
            ),
        }
        for use in most_frequent(swept)
    ]
