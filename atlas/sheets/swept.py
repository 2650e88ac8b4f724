"""Sheets of a sweep: its runs, claims and uses per run, and regret."""

from collections.abc import Sequence

import numpy as np

from atlas.document import Document, said
from atlas.parse import read_document
from atlas.sheets.sheet import Column, Sheet, Value
from atlas.swept import Swept
from atlas.words.words import Words
from scenarios.sweep.dataset import number_in
from scenarios.sweep.record import Planned


def swept_sheets(swept: Swept, words: Words) -> tuple[Sheet, ...]:
    """Return all sheets of a sweep.

    Parameters
    ----------
    swept
        The sweep.
    words
        The reader's language.

    """
    documents = {run.number: read_document(run.folder) for run in swept.record.done}
    found = [
        _runs(swept, words),
        _claims(swept, documents, words),
        _uses(swept, words),
        _regret(swept, words),
    ]
    return tuple(sheet for sheet in found if sheet.rows)


def state_of(run: Planned, words: Words) -> str:
    """Say how a run stands."""
    if run.state in ("failed", "waiting"):
        return words.say(f"sweep.{run.state}")
    return words.known("status", run.state)


def _runs(swept: Swept, words: Words) -> Sheet:
    """Return a row per run: what is varied, how it ended, its figures."""
    record = swept.record
    columns = [
        Column(words.say("col.number"), "any"),
        *(Column(path, "number") for path in record.paths),
        Column(words.say("col.status")),
        Column(words.say("col.gap"), "share"),
        Column(words.say("col.objective"), "number"),
        Column(words.say("col.seconds"), "number"),
        Column(words.say("col.folder"), width=30),
        Column(words.say("col.error"), width=40),
    ]
    rows = [_run_row(run, record.paths, words) for run in record.runs]
    return Sheet(
        "runs", words.say("sheet.runs"), words.say("note.sweep.runs"), columns, rows
    )


def _run_row(run: Planned, paths: Sequence[str], words: Words) -> tuple[Value, ...]:
    document = run.document or {}
    seconds = document.get("seconds")
    failed = run.failure if run.document is None else None
    return (
        run.number,
        *(run.values.get(path, "") for path in paths),
        state_of(run, words),
        document.get("gap"),
        document.get("objective"),
        round(sum(seconds.values()), 3) if seconds else None,
        run.folder.name,
        failed["texts"][words.lang] if failed else "",
    )


def _claims(swept: Swept, documents: dict[int, Document], words: Words) -> Sheet:
    """Return a row per run and claim, to filter and pivot."""
    paths = swept.record.paths
    names = ("achieved", "shortfall", "over", "price")
    columns = [
        Column(words.say("col.number"), "any"),
        *(Column(path) for path in paths),
        Column(words.say("col.claim"), width=30),
        Column(words.say("col.zone")),
        Column(words.say("col.least"), "number"),
        Column(words.say("col.most"), "number"),
        *(Column(words.say(f"col.{name}"), "number") for name in names),
        Column(words.say("col.unit")),
    ]
    rows: list[tuple[Value, ...]] = [
        (
            run.number,
            *(run.values.get(path, "") for path in paths),
            said(claim.label, words.lang, claim.id),
            claim.zone,
            claim.least,
            claim.most,
            *(claim.achieved, claim.shortfall, claim.over, claim.price),
            words.known("unit", claim.unit),
        )
        for run in swept.record.done
        for claim in documents[run.number].claims
    ]
    return Sheet(
        "claims",
        words.say("sheet.claims"),
        words.say("note.sweep.claims"),
        columns,
        rows,
    )


def _uses(swept: Swept, words: Words) -> Sheet:
    """Return the hectares of every use, a column per run."""
    columns = [Column(words.say("col.use"), width=34)]
    columns += [Column(f"{number} [ha]", "ha") for number in swept.plans]
    rows: list[tuple[Value, ...]] = [
        (
            said(use.label, words.lang, use.id),
            *(
                round(float(run.available_ha[swept.codes[number] == at].sum()), 3)
                for number, run in swept.plans.items()
            ),
        )
        for at, use in enumerate(swept.uses)
    ]
    return Sheet(
        "uses", words.say("sheet.uses"), words.say("note.sweep.uses"), columns, rows
    )


def _regret(swept: Swept, words: Words) -> Sheet:
    """Return what every plan would lose in the scenarios of the others."""
    runs, lost = swept.regrets
    columns = [
        Column(words.say("col.number"), "any"),
        Column(words.say("col.plan"), width=40),
        Column(words.say("col.regret.worst"), "number"),
        Column(words.say("col.regret.mean"), "number"),
        Column(words.say("col.regret.breaks"), "number"),
        *(Column(words.say("col.regret.in", n=run.number), "number") for run in runs),
    ]
    rows: list[tuple[Value, ...]] = []
    for run, line in zip(runs, lost, strict=True):
        kept = line[np.isfinite(line)]
        told = [
            round(float(value), 1) if np.isfinite(value) else None for value in line
        ]
        rows.append(
            (
                run.number,
                run.title,
                round(float(kept.max()), 1),
                round(float(kept.mean()), 1),
                int(line.size - kept.size),
                *told,
            )
        )
    rows.sort(key=lambda row: (row[4], row[2]))
    return Sheet(
        "regret",
        words.say("sheet.regret"),
        words.say("note.sweep.regret", n=len(runs)),
        columns,
        rows,
    )


def is_number(values: Sequence[str]) -> bool:
    """Tell whether all values of what is varied begin with a number."""
    return bool(values) and all(np.isfinite(number_in(value)) for value in values)
