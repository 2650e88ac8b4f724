"""Texts of indicators and of what differs between runs in English."""

WORDS: dict[str, str] = {
    "sheet.indicators": "Indicators",
    "col.indicator": "indicator",
    "sheet.policy": "Asked to report",
    "note.policy": (
        "Numbers that the programmes ask to report; what a cell adds stands in "
        "indicators.nc."
    ),
    "col.no_number": "why there is no number",
    "note.indicators": "Figures of the whole plan.",
    "ind.gap": "gap: at most so far below the best possible",
    "ind.objective": "objective",
    "ind.points": "points",
    "ind.changed": "land with a new use",
    "ind.short": "claims that fall short",
    "ind.not_applied": "rules not applied",
    "ind.missed": "soft rules not met",
    "ind.assumed": "assumed numbers",
    "ind.patches": "patches",
    "ind.alone": "of which one cell",
    "ind.edge": "edge of all patches",
    "ind.median": "median of patches: {name}",
    "ind.covered": "blocks with enough within reach: {name}",
    "ind.closest": "closest pair: {name}",
    "sheet.changes": "Scenarios",
    "note.changes": (
        "Values that differ between the scenarios; what only explains does not count."
    ),
    "col.part": "part",
    "col.key": "setting",
    "part.claims": "claim",
    "part.rules": "rule",
    "part.uses": "use",
    "part.supplies": "supply without land",
    "part.stays": "stays as it is",
    "part.layers": "layer",
    "part.solve": "solving",
    "part.grid": "grid",
    "part.area": "area",
    "part.groups": "group",
    "sheet.settings": "Settings",
    "note.settings": "All settings of all scenarios, without what only explains.",
    "note.variants": (
        "What every claim asks. Change a number and read it back with: puzzel "
        "scenario claims."
    ),
    "col.limit": "limit",
    "limit.value": "target",
    "limit.min": "minimum",
    "limit.max": "maximum",
    "sheet.rule_changes": "Rules that differ",
    "note.rule_changes": (
        "Rules that do not do the same in all plans: applied, hard or soft, not met, "
        "or with another shadow price."
    ),
    "rule.not_applied": "not applied: {reason}",
    "rule.absent": "not in this scenario",
    "rule.missed": "not met: {amount}",
    "rule.met": "met",
    "rule.price": "shadow price {price}",
}
"""Text per key; ``{name}`` is filled in."""
