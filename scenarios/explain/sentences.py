"""Sentences in Dutch and English about a cell and its uses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.land_use import NO_LAND
from scenarios.amounts import DUTCH, amount
from scenarios.words import Language

FEW = 3
"""Uses, and prices of a use, that are named."""

TEXTS: Mapping[str, tuple[str, str]] = {
    "came": (
        "Hier komt {use}: {worth} punten waard.",
        "{use} comes here: worth {worth} points.",
    ),
    "stays": (
        "Hier blijft het zoals het is: {worth} punten waard.",
        "It stays as it is here: worth {worth} points.",
    ),
    "parts": (
        "Dat is {points} voor geschiktheid en voorkeuren min wat het land nu waard "
        "is{rows}{edges}.",
        "That is {points} for suitability and preferences less what the land is worth "
        "as it is{rows}{edges}.",
    ),
    "suits": (
        "Geschiktheid voor {use}: {worth} van 1, het {mean} van {factors}.",
        "Suitability for {use}: {worth} of 1, the {mean} of {factors}.",
    ),
    "weighted": ("gewogen gemiddelde", "weighted mean"),
    "geometric": ("meetkundig gemiddelde", "geometric mean"),
    "factor": (
        "{name} {worth} (hier {value}, gewicht {weight})",
        "{name} {worth} (here {value}, weight {weight})",
    ),
    "unknown": ("onbekend", "unknown"),
    "row": (", {points} door {name}", ", {points} by {name}"),
    "rest": (
        ", {points} door andere claims en regels",
        ", {points} by other claims and rules",
    ),
    "edges": (", {points} door de buren", ", {points} by the neighbours"),
    "next": (
        "Daarna komt {use}: {less} punten minder.",
        "Next comes {use}: {less} points less.",
    ),
    "next_stays": (
        "Anders blijft het zoals het is: {less} punten minder.",
        "Else it stays as it is: {less} points less.",
    ),
    "better": (
        "Los van de rest was {use} hier {more} punten beter geweest: hele cellen, "
        "vlakken of het gat van het plan gaven de doorslag.",
        "By itself {use} would be {more} points better here: whole cells, patches or "
        "the plan's gap decided.",
    ),
    "equal": (
        "Even goed is hier {use}: het scheelt minder dan 0,1 punt.",
        "Just as good here is {use}: it differs by less than 0.1 points.",
    ),
    "equal_stays": (
        "Het kan hier even goed blijven zoals het is: het scheelt minder dan 0,1 punt.",
        "It may as well stay as it is here: it differs by less than 0.1 points.",
    ),
    "better_stays": (
        "Los van de rest was het {more} punten beter geweest om het hier te laten "
        "zoals het is: hele cellen, vlakken of het gat van het plan gaven de doorslag.",
        "By itself it would be {more} points better to leave it as it is here: whole "
        "cells, patches or the plan's gap decided.",
    ),
    "only": (
        "Er mag hier niets anders komen.",
        "Nothing else may come here.",
    ),
    "excluded": (
        "Door de regel {rule} mag hier niet: {uses}.{quote}",
        "By the rule {rule} may not come here: {uses}.{quote}",
    ),
    "no_land": (
        "Hier is geen land beschikbaar.",
        "No land is available here.",
    ),
    "quote": (" «{quote}» ({section})", " «{quote}» ({section})"),
    "forced": (
        "{use} hier afdwingen kost {cost} punten: het plan eromheen is opnieuw gezocht"
        "{changes}.",
        "Forcing {use} here costs {cost} points: the plan around it was searched again"
        "{changes}.",
    ),
    "forced_least": (
        "Bewezen is dat het ten minste {cost} punten kost.",
        "It is proven to cost at least {cost} points.",
    ),
    "forced_unproven": (
        "Bewezen is dat niet: het plan ligt zelf {gap} punten van de grens.",
        "That is not proven: the plan itself is {gap} points from the bound.",
    ),
    "forced_none": (
        "Met {use} hier is geen plan gevonden dat alle harde regels houdt.",
        "With {use} here no plan was found that keeps all hard rules.",
    ),
    "change": ("{ha} ha {old} wordt {new}", "{ha} ha {old} becomes {new}"),
    "nothing": ("niets nieuws", "nothing new"),
}
"""Dutch and English, with what is filled in."""


BEGIN = ("came", "forced")
"""Texts that may begin with the name of a use, which is no capital yet."""


def cell_sentences(found: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Write why a use came in a cell, what came next, and what may not come.

    Parameters
    ----------
    found
        What ``explain_cell`` returns.
    language
        ``nl`` or ``en``.

    """
    yield from why_sentences(found, language)
    yield from _excluded(found["uses"], language)


def why_sentences(found: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Write why a use came in a cell, and what came next; as a click in a page does.

    Parameters
    ----------
    found
        What ``explain_cell`` returns.
    language
        ``nl`` or ``en``.

    """
    came = next(use for use in found["uses"] if use["id"] == found["use"]["id"])
    code = "stays" if found["use"]["id"] == "none" else "came"
    yield _say(
        code, language, use=_name(came, language), worth=_of(came["worth"], language)
    )
    yield _parts(came, language)
    yield from _suits(came, language)
    yield _next(found["margin"], found["runner_up"], language)


def otherwise_sentences(found: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Write what it costs to force a use.

    Parameters
    ----------
    found
        What ``explain_otherwise`` returns, for a use that may come there.
    language
        ``nl`` or ``en``.

    """
    use = _name(found["use"], language)
    if found["cost"] is None:
        yield _say("forced_none", language, use=use)
        return
    told = [
        _say(
            "change",
            language,
            ha=amount(round(one["ha"], 1), language),
            old=_new(one["from"], language),
            new=_new(one["to"], language),
        )
        for one in found["changes"][:FEW]
    ]
    changes = f" ({', '.join(told)})" if told else ""
    cost, least = found["cost"], found["cost_least"] or 0.0
    yield _say("forced", language, use=use, cost=_of(cost, language), changes=changes)
    if least > 0:
        yield _say("forced_least", language, cost=_of(least, language))
    elif cost > 0:
        yield _say("forced_unproven", language, gap=_of(found["distance"], language))


def _new(use: Mapping[str, Any], language: Language) -> str:
    return _say("nothing", language) if use["id"] == "none" else _name(use, language)


def _next(margin: float, second: Mapping[str, Any] | None, language: Language) -> str:
    """Write which use came second, and by how much."""
    if second is None:
        return _say("only", language)
    less = round(margin, 1) + 0.0
    code = "equal" if not less else "next" if less > 0 else "better"
    if second["id"] == "none":
        code += "_stays"
    use, points = _name(second, language), _of(abs(less), language)
    return _say(code, language, use=use, less=points, more=points)


def _parts(use: Mapping[str, Any], language: Language) -> str:
    rows = sorted(use["rows"], key=lambda row: -abs(row["points"]))
    rows = [row for row in rows if abs(row["points"]) >= 0.05]
    others = sum(row["points"] for row in rows[FEW:])
    told = "".join(
        _say(
            "row",
            language,
            points=_of(row["points"], language),
            name=row_name(row, language),
        )
        for row in rows[:FEW]
    )
    if rows[FEW:]:
        told += _say("rest", language, points=_of(others, language))
    edges = use["edges"]
    beside = _say("edges", language, points=_of(edges, language)) if edges else ""
    points = _of(use["points"], language)
    return _say("parts", language, points=points, rows=told, edges=beside)


def _suits(use: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Write of every part which factors make it suitable, the heaviest first."""
    for part in use.get("parts") or ():
        factors = sorted(part["factors"], key=lambda one: -one["weight"])
        told = [
            _say(
                "factor",
                language,
                name=one["label"][language],
                worth=digits(one["worth"], language),
                weight=digits(one["weight"], language),
                value=_measured(one, language),
            )
            for one in factors
        ]
        yield _say(
            "suits",
            language,
            use=_name(part, language),
            worth=digits(part["suitability"], language),
            mean=_say(part["mean"], language),
            factors=", ".join(told),
        )


def _measured(factor: Mapping[str, Any], language: Language) -> str:
    value, unit = factor["value"], factor["unit"]
    if value is None:
        return _say("unknown", language)
    if isinstance(value, str):
        return value
    return digits(value, language) + (f" {unit}" if unit not in ("", "1") else "")


def digits(value: float, language: Language) -> str:
    """Write a number of any size with two decimals at most; no -0."""
    value = round(value, 2) + 0.0
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) < 100 else ""
    text = text or f"{value:,.0f}"
    return text.translate(DUTCH) if language == "nl" else text


def _excluded(uses: Sequence[Mapping[str, Any]], language: Language) -> Iterator[str]:
    """Write of every rule which uses it keeps out."""
    out: dict[str, list[str]] = {}
    rules = {}
    for use in uses:
        for rule in use["excluded_by"]:
            rules[rule["id"]] = rule
            out.setdefault(rule["id"], []).append(_name(use, language))
    for name, rule in rules.items():
        if name == NO_LAND:
            yield _say("no_land", language)
            continue
        quote = ""
        if rule["quote"]:
            section = rule["section"] or name
            quote = _say("quote", language, quote=rule["quote"], section=section)
        label, kept = rule["label"][language], ", ".join(out[name])
        yield _say("excluded", language, rule=label, uses=kept, quote=quote)


def row_name(row: Mapping[str, Any], language: Language) -> str:
    """Return what a row is called: its claim or rule, and the zone."""
    label = str(row["label"][language])
    return f"{label} ({row['zone']})" if row["zone"] else label


def _name(use: Mapping[str, Any], language: Language) -> str:
    return str(use["label"][language])


def _of(value: float | None, language: Language) -> str:
    return amount(round(value or 0.0, 1) + 0.0, language)


def _say(code: str, language: Language, **values: object) -> str:
    text = TEXTS[code][0 if language == "nl" else 1].format(**values)
    return text[:1].upper() + text[1:] if code in BEGIN else text
