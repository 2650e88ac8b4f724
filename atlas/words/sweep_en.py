"""Texts of sweeps in English."""

WORDS: dict[str, str] = {
    "sweep.failed": "failed",
    "sweep.waiting": "not yet",
    "col.number": "number",
    "col.seconds": "seconds",
    "col.error": "error",
    "col.plan": "plan",
    "sheet.regret": "Regret",
    "col.regret.worst": "worst regret [points]",
    "col.regret.mean": "mean regret [points]",
    "col.regret.breaks": "scenarios where it may not be",
    "col.regret.in": "in {n} [points]",
    "note.sweep.runs": "A row per run: what is varied, how it ended, its figures.",
    "note.sweep.claims": "What every claim got in every run.",
    "note.sweep.uses": "Hectares per use; columns are the numbers of the runs.",
    "note.sweep.regret": (
        "Points that a plan loses if another scenario comes true, against the "
        "best of these {n} plans there. Empty: the plan breaks a hard limit "
        "there. Objectives hold to within their gap."
    ),
    "page.sweep": "Sweep {name}: {n} runs",
    "page.sweep.lines": "From values to results",
    "page.sweep.lines.note": (
        "Every line is a run: on the left what is varied, on the right what came "
        "of it. Choose a line or a small map to see it; the figures stand in the "
        "table."
    ),
    "page.sweep.maps": "All plans",
    "page.sweep.maps.note": (
        "{n} plans, with new use over today's. Choose one to see its line above."
    ),
    "page.sweep.frequency": "How often where",
    "page.sweep.frequency.note": (
        "The darker, the more plans give the cell this use. What comes in all "
        "plans does not depend on what is varied; that does not say that it could "
        "not be otherwise."
    ),
    "page.sweep.frequency.label": "Map: how often {name} comes where",
    "page.sweep.all": "all {n}",
    "page.sweep.regret": "Regret",
    "page.sweep.elsewhere": "Run {n} has other cells and is not on the maps.",
}
