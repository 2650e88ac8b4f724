"""Texts of the pages in English."""

WORDS: dict[str, str] = {
    "page.noscript": (
        "This page needs JavaScript. All figures are in tables.xlsx too, the map is "
        "in map.png."
    ),
    "page.old_browser": (
        "This browser is too old for this page: take Edge, Chrome or Firefox of 2023 "
        "or later. All figures are in tables.xlsx too, the map is in map.png."
    ),
    "page.broken": "The data in this page are damaged ({why}).",
    "page.skip": "To the content",
    "page.sections": "Parts of this page",
    "page.language": "Language",
    "page.theme": "Appearance",
    "page.theme.auto": "as the computer",
    "page.theme.light": "light",
    "page.theme.dark": "dark",
    "page.palette": "Colours",
    "page.palette.plan": "of Dutch plans (SVBP2012)",
    "page.palette.safe": "safe for colour blindness",
    "page.hatch": "a hatch per use",
    "page.outlines": "edges around areas",
    "page.borders": "municipalities",
    "page.new": "show new land use",
    "page.layer": "Background",
    "page.layer.background": "current use",
    "page.layer.available": "available land",
    "page.group.land": "Land",
    "page.group.suitability": "Suitability for",
    "page.group.excluded": "Exclusions of",
    "page.group.indicator": "Adds to",
    "page.may": "may come here",
    "page.unknown": "no number",
    "page.total": "total",
    "page.municipality": "municipality",
    "page.legend": "Legend",
    "page.show_use": "show {name}",
    "page.map": "Map",
    "page.map.label": "Map {name}",
    "page.map.help": (
        "Arrow keys move the map, + and − zoom, Enter takes the cell in the middle."
    ),
    "page.map.whole": "whole province",
    "page.map.north": "north is up",
    "page.zoom_in": "zoom in",
    "page.zoom_out": "zoom out",
    "page.cell": "Cell",
    "page.cell.none": (
        "Click a cell, or fill in its coordinates, to see what is there and why."
    ),
    "page.cell.outside": "There is no cell of the province at X {x} Y {y}.",
    "page.cell.go": "show cell",
    "page.cell.goto": "Cell at RD coordinates",
    "page.cell.new": "new land use",
    "page.cell.next": "next best",
    "page.cell.next.less": "{use}: {points} points less",
    "page.cell.next.better": (
        "{use} would be {points} points better by itself: whole cells, patches or the "
        "plan's gap decided"
    ),
    "page.cell.next.none": "nothing else may come here",
    "page.cell.points": "Points: what counts here",
    "page.cell.factors": "Factors: how suitable it is here",
    "page.cell.by_itself": "suitability and preferences",
    "page.cell.edges": "neighbours",
    "page.cell.together": "together",
    "page.cell.factor": "factor",
    "page.cell.suits": "suits (0–1)",
    "page.cell.weight": "weight",
    "page.cell.more": "{points} more",
    "page.cell.lacks": "points less, or excluded by",
    "page.cell.per_use": "Per use",
    "page.cell.use": "use",
    "page.cell.suitability": "suitability",
    "page.cell.excluded": "excluded by",
    "page.cell.chosen": "(chosen)",
    "page.cell.no_reasons": "This run has kept no reasons per cell.",
    "page.summary": "In short",
    "page.problems": "Not everything could be read",
    "page.problem": "{what}: {why}",
    "page.part.cells": "The map is missing",
    "page.part.events": "The course of the search is missing",
    "page.part.reasons": "The reasons per cell are missing",
    "page.part.scenario": "The scenario is missing",
    "page.part.indicators": "What cells add to indicators is missing",
    "page.part.explained": "The explanation of the run is missing",
    "page.no_cells": (
        "The map is missing: this run has no cells.nc; the folder was copied by half, "
        "or the run was broken off."
    ),
    "page.lacking": (
        "run.json has no {name}: the run was made by another version. Run it again."
    ),
    "page.too_large": (
        "Not all reasons per cell fit in this page; they are in reasons.nc."
    ),
    "page.why_too_large": (
        "Why a use comes in a cell, factor by factor, does not fit in this page; "
        "puzzel explain runs/{run} --cell X,Y tells it."
    ),
    "page.no_map": "There is no map to show.",
    "page.claims": "Claims",
    "page.claims.note": (
        "Block: from minimum to maximum. Line: what the plan reaches. The figures are "
        "in the table below."
    ),
    "page.claims.short": "short by {amount}",
    "page.claims.range": "asked {least} – {most}",
    "page.claims.least": "asked at least {least}",
    "page.claims.most": "asked at most {most}",
    "page.patches": "Connected areas",
    "page.patches.note": "Share of the area in patches of so many cells (of {cell} m).",
    "page.patches.size": "{least} – {most} cells",
    "page.patches.one": "1 cell",
    "page.patches.more": "{least} cells or more",
    "page.search": "Course of the search",
    "page.search.note": (
        "The plan gets better and the proven bound sharper, until they are almost "
        "equal: the difference is the gap."
    ),
    "page.search.seconds": "seconds",
    "page.search.plan": "best plan",
    "page.search.bound": "proven bound",
    "page.explained": "Costs, certainty and sensitivity",
    "page.rules": "Rules",
    "page.assumed": "Assumed numbers",
    "page.municipalities": "Per municipality",
    "page.origins": "Provenance",
    "page.licences": "Licences of parts of this page",
    "page.filter": "Search in this table",
    "page.rows": "{n} rows",
    "page.rows.some": "{n} of {all} rows",
    "page.copy": "copy table",
    "page.copied": "copied",
    "page.sort": "sort by {name}",
    "page.print": "print",
    "page.compare": "Comparison of {n} plans",
    "page.compare.side": "side by side",
    "page.compare.swipe": "swipe",
    "page.compare.how": "Maps",
    "page.compare.swipe_label": "Where {first} ends and {last} begins",
    "page.compare.difference": "Difference",
    "page.compare.agreement": "Agreement",
    "page.compare.agreement_and": "Agreement and difference",
    "compare.stays": "stays as it is in all",
    "page.compare.agreement.note": (
        "In how many of the {n} plans a cell gets the same use."
    ),
    "page.compare.agree": "{k} of {n} the same",
    "page.compare.from": "From ({first}) to ({last})",
    "page.compare.from_to": (
        "From the use in {first} (rows) to that in {last} (columns), hectares. Choose "
        "a number to see only those cells on the map."
    ),
    "page.compare.first": "from",
    "page.compare.last": "to",
    "page.compare.as_table": "From use to use, to copy",
    "page.compare.chosen": "{from} → {to}: {cells} cells, {ha}",
    "page.compare.all": "show all differences",
    "page.compare.entry": "{from} to {to}: {ha}",
    "page.compare.scenarios": "What differs in the scenarios",
    "page.indicators": "Indicators",
    "page.stage.grid": "grid and layers",
    "page.stage.suitability": "suitability and rules",
    "page.stage.problem": "problem",
    "page.stage.solve": "solving",
    "page.stage.write": "writing the result",
    "page.stage.report": "maps and tables",
    "page.view.run": "run",
    "page.view.status": "status",
    "page.view.gap": "gap",
    "page.view.cell": "cell",
    "page.view.title": "Runs",
    "page.view.filter": "Search a run",
    "page.view.open": "open report",
    "page.view.compare": "compare chosen",
    "page.view.choose": "choose two to four runs with a map",
    "page.view.chosen": "{n} chosen",
    "page.view.choose_run": "choose {name}",
    "page.view.none": "There are no runs in {folder} yet.",
    "page.view.busy": "Under way",
    "page.view.stage": "stage: {stage}",
    "page.view.made": "made",
    "page.view.lost": "The connection with puzzel view is gone; start it again.",
}
"""Text per key; ``{name}`` is filled in."""
