"""A plan of the whole against its zones by themselves: tables and sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.amounts import amount
from scenarios.explain.told import Column, Table, Told, Value
from scenarios.fitting.owner import in_language as in_unit
from scenarios.words import Language

FEW = 3
"""Zones and claims that are named in a sentence."""

LITTLE = 0.005
"""Part of a claim that must move to be worth a sentence."""

GAIN = {
    "nl": "Samen is het plan {gain} punten beter dan wanneer elk gebied alleen zijn "
    "eigen deel doet: {joint} tegen {separate}{freedom}.",
    "en": "Together the plan is {gain} points better than when each zone does just its "
    "own part: {joint} against {separate}{freedom}.",
}
LOSS = {
    "nl": "Samen is het gevonden plan niet beter dan wanneer elk gebied zijn eigen "
    "deel doet ({joint} tegen {separate}): het verschil valt binnen het bewezen gat.",
    "en": "Together the plan that was found is no better than when each zone does its "
    "own part ({joint} against {separate}): the difference lies within the proven gap.",
}
FREEDOM = {
    "nl": ", als elk hoogstens {shift} % van zijn deel mag afwijken",
    "en": ", if each may depart from its part by at most {shift} %",
}
MOST = {
    "nl": "Bewezen is dat geen enkele verdeling meer dan {most} punten wint.",
    "en": "It is proven that no division gains more than {most} points.",
}
LEAST = {
    "nl": "Bewezen is dat samen ten minste {least} punten beter is dan de som van wat "
    "de gebieden apart kunnen bereiken, als elk zijn eigen tekort betaalt.",
    "en": "It is proven that together is at least {least} points better than the sum "
    "of what the zones can reach apart, when each pays for its own shortfall.",
}
LAND = {
    "nl": "Land dat van functie verandert: {changes}.",
    "en": "Land that changes use: {changes}.",
}
CLAIM = {
    "nl": "{label}: {moved} {unit} van de {asked} verschuift ({share} %): {changes}.",
    "en": "{label}: {moved} of the {asked} {unit} shift ({share} %): {changes}.",
}
STAYS = {
    "nl": "Geen enkele opgave verschuift noemenswaardig van gebied.",
    "en": "No claim shifts between zones to speak of.",
}
SHORT = {
    "nl": "{label}: elk apart blijft {separate} {unit} tekort, samen {joint}.",
    "en": "{label}: each by itself falls {separate} {unit} short, together {joint}.",
}


def told_division(found: Mapping[str, Any]) -> tuple[Told, Told]:
    """Tell who moves what, and what that brings.

    Parameters
    ----------
    found
        What ``compare_division`` returns.

    Returns
    -------
    tuple[Told, Told]
        Sentences with a table of zones, and a table of claims by zone.

    """
    sentences = [_both(_gain, found)]
    if (found["points"]["gain_least"] or 0.0) > 0:
        sentences.append(_both(_least, found))
    if found["points"]["gain_most"] is not None:
        sentences.append(_both(_most, found))
    if any(round(abs(zone["moved_ha"])) for zone in found["zones"]):
        sentences.append(_both(_land, found))
    moved = [claim for claim in found["claims"] if _share(claim) > LITTLE]
    moved.sort(key=lambda claim: (_worth(claim), _share(claim)), reverse=True)
    sentences += [_both(_claim, claim) for claim in moved[:FEW]] or [STAYS]
    sentences += [_both(_short, claim) for claim in found["claims"] if _differs(claim)]
    return (
        Told("division", dict(found), sentences, _zone_table(found)),
        Told("division_claims", None, (), _claim_table(found)),
    )


def _both(write: Any, of: Mapping[str, Any]) -> dict[str, str]:
    return {"nl": write(of, "nl"), "en": write(of, "en")}


def _gain(found: Mapping[str, Any], language: Language) -> str:
    points, shift = found["points"], found["shift"]["joint"]
    freedom = ""
    if shift is not None:
        freedom = FREEDOM[language].format(shift=_number(100 * shift, language))
    text = GAIN if points["gain"] > 0 else LOSS
    return text[language].format(
        gain=_number(points["gain"], language),
        joint=_number(points["joint"], language),
        separate=_number(points["separate"], language),
        freedom=freedom,
    )


def _most(found: Mapping[str, Any], language: Language) -> str:
    most = _number(found["points"]["gain_most"], language)
    return MOST[language].format(most=most)


def _least(found: Mapping[str, Any], language: Language) -> str:
    least = _number(found["points"]["gain_least"], language)
    return LEAST[language].format(least=least)


def _land(found: Mapping[str, Any], language: Language) -> str:
    changes = [(zone["zone"], zone["moved_ha"]) for zone in found["zones"]]
    return LAND[language].format(changes=_changes(changes, "ha", language))


def _claim(claim: Mapping[str, Any], language: Language) -> str:
    unit = in_unit(claim["unit"], language)
    changes = [(zone["zone"], zone["moved"]) for zone in claim["zones"]]
    return CLAIM[language].format(
        label=_label(claim)[language],
        moved=_number(claim["moved"], language),
        asked=_number(claim["asked"], language),
        unit=unit,
        share=_number(100 * _share(claim), language),
        changes=_changes(changes, unit, language),
    )


def _short(claim: Mapping[str, Any], language: Language) -> str:
    return SHORT[language].format(
        label=_label(claim)[language],
        separate=_number(claim["separate_short"], language),
        joint=_number(claim["joint_short"], language),
        unit=in_unit(claim["unit"], language),
    )


def _changes(
    changes: Sequence[tuple[str, float]], unit: str, language: Language
) -> str:
    """Name who does most more and who does most less."""
    order = sorted(changes, key=lambda change: change[1])
    most = [*reversed(order[-FEW:]), *order[:FEW]]
    said = [
        f"{zone} {'+' if value > 0 else '−'}{_number(abs(value), language)} {unit}"
        for zone, value in dict.fromkeys(most)
        if round(value)
    ]
    return ", ".join(said)


def _share(claim: Mapping[str, Any]) -> float:
    """Return which part of a claim moves [0..1]."""
    whole = max(claim["asked"], claim["joint"], claim["separate"])
    return float(claim["moved"] / whole) if whole > 0 else 0.0


def _worth(claim: Mapping[str, Any]) -> float:
    """Return what moves of a claim at its price [points]."""
    return float(claim["moved"] * (claim["price"] or 0.0))


def _differs(claim: Mapping[str, Any]) -> bool:
    """Tell whether more or less falls short together, to speak of."""
    change = claim["separate_short"] - (claim["joint_short"] or 0.0)
    return bool(abs(change) > LITTLE * max(claim["asked"], 1.0))


def _zone_table(found: Mapping[str, Any]) -> Table:
    rows: list[list[Value]] = [
        [
            zone[key]
            for key in ("zone", "land_ha", "separate_ha", "joint_ha", "moved_ha")
        ]
        for zone in found["zones"]
    ]
    return Table(
        "division",
        {"nl": "Samen of apart", "en": "Together or apart"},
        {
            "nl": "Land dat van functie verandert per gebied, als elk zijn eigen deel "
            "doet en als het geheel telt.",
            "en": "Land that changes use per zone, when each does its own part and "
            "when the whole counts.",
        },
        [
            Column({"nl": "gebied", "en": "zone"}, "text"),
            Column({"nl": "land dat mag veranderen [ha]", "en": "land [ha]"}, "ha"),
            Column({"nl": "apart [ha]", "en": "apart [ha]"}, "ha"),
            Column({"nl": "samen [ha]", "en": "together [ha]"}, "ha"),
            Column({"nl": "verschil [ha]", "en": "difference [ha]"}, "ha"),
        ],
        rows,
    )


def _claim_table(found: Mapping[str, Any]) -> Table:
    keys = ("part", "separate", "joint", "moved", "separate_price", "price")
    rows: list[list[Value]] = [
        [
            _label(claim),
            {lang: in_unit(claim["unit"], lang) for lang in ("nl", "en")},
            zone["zone"],
            *(zone[key] for key in keys),
            claim["price"],
        ]
        for claim in found["claims"]
        for zone in claim["zones"]
    ]
    return Table(
        "division_claims",
        {"nl": "Opgaven per gebied", "en": "Claims by zone"},
        {
            "nl": "Deel van elk gebied, wat het apart en samen doet, en prijzen in "
            "punten per eenheid: van het deel apart, van de grens samen, van het "
            "geheel.",
            "en": "Part of every zone, what it does apart and together, and prices in "
            "points per unit: of the part apart, of the bound together, of the whole.",
        },
        [
            Column({"nl": "opgave", "en": "claim"}, "text"),
            Column({"nl": "eenheid", "en": "unit"}, "text"),
            Column({"nl": "gebied", "en": "zone"}, "text"),
            Column({"nl": "deel", "en": "part"}),
            Column({"nl": "apart", "en": "apart"}),
            Column({"nl": "samen", "en": "together"}),
            Column({"nl": "verschil", "en": "difference"}),
            Column({"nl": "prijs apart", "en": "price apart"}),
            Column({"nl": "prijs grens", "en": "price of bound"}),
            Column({"nl": "prijs geheel", "en": "price of whole"}),
        ],
        rows,
    )


def _label(claim: Mapping[str, Any]) -> Mapping[str, str]:
    return claim["label"] or {"nl": claim["id"], "en": claim["id"]}


def _number(value: float | None, language: Language) -> str:
    return amount(round(value or 0.0, 1), language)
