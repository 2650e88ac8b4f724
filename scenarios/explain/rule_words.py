"""What prices, ranges and dropped rules say, as tables and sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.amounts import amount
from scenarios.explain.costs import DUTCH_UNITS
from scenarios.explain.told import Column, Table, Told, Value
from scenarios.words import Language

FEW = 5
"""Rules and prices that are named in sentences."""

MATTERS = 0.5
"""Points from which a gain is worth a sentence."""

ONE = {
    "": ("eenheid", "unit"),
    "homes": ("woning", "home"),
    "jobs": ("arbeidsplaats", "job"),
    "persons": ("inwoner", "person"),
    "sites": ("locatie", "site"),
}
"""One of a unit that is a word, in Dutch and English."""

WITHOUT = {
    "nl": "Zonder de regel «{label}» zou het plan ongeveer {gain} punten beter zijn"
    "{freed}; bewezen is hoogstens {most}.",
    "en": "Without the rule «{label}» the plan would be about {gain} points better"
    "{freed}; proven is at most {most}.",
}
FREED = {
    "nl": " (er komt {ha} ha vrij die geen andere regel uitsluit)",
    "en": " ({ha} ha come free that no other rule excludes)",
}
FORM = {
    "nl": "Zonder «{label}» is een plan gevonden dat {gain} punten beter is; meer dan "
    "{most} kan het niet schelen, dat is bewezen.",
    "en": "Without «{label}» a plan was found that is {gain} points better; it is "
    "proven that it cannot be more than {most}.",
}
FORM_NOTHING = {
    "nl": "Zonder «{label}» is geen beter plan gevonden; meer dan {most} punten kan "
    "het niet schelen, dat is bewezen.",
    "en": "Without «{label}» no better plan was found; it is proven that it cannot be "
    "more than {most} points better.",
}
FORM_NONE = {
    "nl": "Dit plan kent geen vlakken, locaties, afstanden of samenhang die iets "
    "kunnen kosten.",
    "en": "This plan has no patches, sites, distances or compactness that could cost "
    "anything.",
}
NOTHING = {
    "nl": "Geen enkele harde regel kost op zichzelf meer dan een halve punt.",
    "en": "No single hard rule costs more than half a point by itself.",
}
HOLDS = {
    "nl": "{label}: de prijs van {price} punten per {unit} geldt van {low} tot {high}"
    "{beyond}.",
    "en": "{label}: the price of {price} points per {unit} holds from {low} to {high}"
    "{beyond}.",
}
BEYOND = {
    "nl": "; bij {limit} is het {other} per {unit} over die stap",
    "en": "; at {limit} it is {other} per {unit} over that step",
}
IMPOSSIBLE = {
    "nl": "; {limit} kan niet",
    "en": "; {limit} is impossible",
}


def told_rules(found: Sequence[Mapping[str, Any]]) -> Told:
    """Tell what the plan would gain without each hard rule.

    Parameters
    ----------
    found
        What ``explain_without`` returns.

    """
    rows: list[list[Value]] = [
        [
            dict(one["label"]),
            one["gain"],
            one["gain_most"],
            one["freed_ha"],
            one["quote"],
            one["section"],
        ]
        for one in found
    ]
    table = Table(
        "without_rules",
        {"nl": "Zonder regel", "en": "Without rule"},
        {
            "nl": "Wat het plan zou winnen zonder elke harde regel apart: opnieuw "
            "gewaardeerd met de prijzen als begin (delen van cellen mogen).",
            "en": "What the plan would gain without each hard rule by itself: valued "
            "again with the prices as a start (parts of cells allowed).",
        },
        [
            Column({"nl": "regel", "en": "rule"}, "text"),
            Column({"nl": "winst ongeveer [punten]", "en": "gain, about [points]"}),
            Column({"nl": "hoogstens, bewezen", "en": "at most, proven"}),
            Column({"nl": "vrij land [ha]", "en": "land freed [ha]"}, "ha"),
            Column({"nl": "citaat", "en": "quote"}, "text"),
            Column({"nl": "paragraaf", "en": "section"}, "text"),
        ],
        rows,
    )
    worth = [one for one in found if one["gain"] >= MATTERS][:FEW]
    sentences = [
        {"nl": _without(one, "nl"), "en": _without(one, "en")} for one in worth
    ]
    return Told("rules", list(found), sentences or [NOTHING], table)


def told_form(found: Sequence[Mapping[str, Any]]) -> Told:
    """Tell what patches, sites, distances and compactness cost.

    Parameters
    ----------
    found
        What ``explain_form`` returns.

    """
    rows: list[list[Value]] = [
        [dict(one["label"]), one["gain"], one["gain_most"]] for one in found
    ]
    table = Table(
        "form",
        {"nl": "Vorm", "en": "Form"},
        {
            "nl": "Wat vlakken, locaties, afstanden en samenhang kosten: zonder elk "
            "ervan opnieuw gezocht, met het plan als begin en even lang. Zonder "
            "samenhang telt niet mee wat randen kosten.",
            "en": "What patches, sites, distances and compactness cost: searched again "
            "without each, with the plan as a start and as long. Without compactness "
            "what edges cost does not count.",
        },
        [
            Column({"nl": "regel", "en": "rule"}, "text"),
            Column({"nl": "gevonden winst [punten]", "en": "gain found [points]"}),
            Column({"nl": "hoogstens, bewezen", "en": "at most, proven"}),
        ],
        rows,
    )
    sentences = [
        {"nl": _form(one, "nl"), "en": _form(one, "en")}
        for one in found
        if one["gain_most"] is not None
    ]
    return Told("form", list(found), sentences if found else [FORM_NONE], table)


def _form(one: Mapping[str, Any], language: Language) -> str:
    gain = round(one["gain"], 1)
    return (FORM if gain else FORM_NOTHING)[language].format(
        label=one["label"][language],
        gain=amount(gain, language),
        most=amount(round(one["gain_most"], 1), language),
    )


def told_prices(found: Sequence[Mapping[str, Any]]) -> Told:
    """Tell what claims and rules cost, and how far the dearest prices hold.

    Parameters
    ----------
    found
        What ``explain_prices`` or ``add_ranges`` returns.

    """
    parts = sorted({step["part"] for one in found for step in one.get("steps") or ()})
    rows: list[list[Value]] = [
        [
            _label(one),
            {"nl": _limit(one, "nl"), "en": _limit(one, "en")},
            one["value"],
            one["price"],
            _unit(one["unit"]),
            one["cost"],
            *_over_steps(one, parts),
        ]
        for one in found
    ]
    table = Table(
        "prices",
        {"nl": "Prijzen", "en": "Prices"},
        {
            "nl": "Wat een eenheid minder streng zou opleveren, duurste eerst "
            "(relaxatie: delen van cellen mogen); per stap hoeveel het per eenheid is "
            "als de grens zo ver meegeeft (−) of strenger wordt (+).",
            "en": "What a unit less strict would gain, dearest first (relaxation: "
            "parts of cells allowed); per step how much it is per unit if the limit "
            "gives way (−) or grows stricter (+) that far.",
        },
        [
            Column({"nl": "claim of regel", "en": "claim or rule"}, "text"),
            Column({"nl": "grens", "en": "limit"}, "text"),
            Column({"nl": "in het plan", "en": "in the plan"}),
            Column({"nl": "prijs [punten/eenheid]", "en": "price [points/unit]"}),
            Column({"nl": "eenheid", "en": "unit"}, "text"),
            Column({"nl": "samen [punten]", "en": "together [points]"}),
            *(_step_column(part) for part in parts),
        ],
        rows,
    )
    priced = [one for one in found if one.get("holds")][:FEW]
    sentences = [{"nl": _holds(one, "nl"), "en": _holds(one, "en")} for one in priced]
    return Told("prices", list(found), sentences, table)


def _step_column(part: float) -> Column:
    sign = f"{100 * part:+.0f} %".replace("-", "−")
    return Column({"nl": f"prijs bij {sign}", "en": f"price at {sign}"})


def _over_steps(one: Mapping[str, Any], parts: Sequence[float]) -> list[Value]:
    held = {step["part"]: step["price"] for step in one.get("steps") or ()}
    return [held.get(part) for part in parts]


def _unit(unit: str | None) -> Value:
    return None if unit is None else {"nl": DUTCH_UNITS.get(unit, unit), "en": unit}


def _label(one: Mapping[str, Any]) -> dict[str, str]:
    zone = f" ({one['zone']})" if one["zone"] else ""
    return {lang: f"{text}{zone}" for lang, text in one["label"].items()}


def _limit(one: Mapping[str, Any], language: Language) -> str:
    if one["at"] is None:
        return ""
    sign = "≥" if one["limit"] == "min" else "≤"
    return f"{sign} {amount(round(one['at'], 1), language)}"


def _without(one: Mapping[str, Any], language: Language) -> str:
    freed = ""
    if one["freed_ha"]:
        freed = FREED[language].format(ha=amount(one["freed_ha"], language))
    return WITHOUT[language].format(
        label=one["label"][language],
        gain=amount(round(one["gain"], 1), language),
        most=amount(round(one["gain_most"], 1), language),
        freed=freed,
    )


def _holds(one: Mapping[str, Any], language: Language) -> str:
    low, high = one["holds"]
    unit = ONE.get(one["unit"] or "", (one["unit"], one["unit"]))
    unit = unit[0 if language == "nl" else 1]
    beyond = "".join(
        _beyond(step, unit, language)
        for step in one["steps"]
        if not low <= step["limit"] <= high
    )
    return HOLDS[language].format(
        label=_label(one)[language],
        price=amount(round(one["price"], 2), language),
        unit=unit,
        low=amount(round(low, 1), language),
        high=amount(round(high, 1), language),
        beyond=beyond,
    )


def _beyond(step: Mapping[str, Any], unit: str, language: Language) -> str:
    limit = amount(round(step["limit"], 1), language)
    if step["price"] is None:
        return IMPOSSIBLE[language].format(limit=limit)
    other = amount(round(step["price"], 2), language)
    return BEYOND[language].format(limit=limit, other=other, unit=unit)
