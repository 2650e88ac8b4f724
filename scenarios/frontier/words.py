"""A frontier as a table and in sentences."""

from collections.abc import Mapping
from typing import Any

from scenarios.amounts import amount
from scenarios.explain.told import Column, Table, Told, Value
from scenarios.words import Language

ENDS = {
    "nl": "Van {second} {low} naar {high} {unit2} kost {first}: van {top} naar "
    "{bottom} {unit1}.",
    "en": "Going from {low} to {high} {unit2} of {second} costs {first}: from {top} to "
    "{bottom} {unit1}.",
}
KNEE = {
    "nl": "De knik ligt bij plan {knee}: {first} {a} {unit1} en {second} {b} {unit2}; "
    "daarna wordt elke volgende stap duurder.",
    "en": "The knee is at plan {knee}: {first} {a} {unit1} and {second} {b} {unit2}; "
    "every further step costs more.",
}
NO_CONFLICT = {
    "nl": "{first} en {second} zitten elkaar niet in de weg: één plan is het beste in "
    "allebei.",
    "en": "{first} and {second} are not in each other's way: one plan is best in both.",
}
PROVEN = {
    "nl": "Elk plan ligt bewezen hoogstens {gap} van de afstand tussen de uitersten "
    "van het beste dat kan als alle andere claims en regels zo goed worden gehouden "
    "als in dat plan.",
    "en": "Every plan is proven to lie at most {gap} of the distance between the ends "
    "from the best there is with all other claims and rules kept as well as there.",
}
KEPT = {
    "nl": "Alle andere claims en regels worden minstens zo goed gehouden als in het "
    "eigen plan.",
    "en": "All other claims and rules are kept at least as well as in the scenario's "
    "own plan.",
}
KEPT_LESS = {
    "nl": "Alle {all} andere eisen van claims en regels zijn gevraagd zoals in het "
    "eigen plan. Het minst lukt dat in plan {plan}: {n} eisen zijn daar minder "
    "gehouden, wat {lost} punten kost; het meest bij {label}.",
    "en": "All {all} other demands of claims and rules were asked for as in the "
    "scenario's own plan. Plan {plan} does least well: it keeps {n} of them less well, "
    "which costs {lost} points; most of it for {label}.",
}


def told_frontier(data: Mapping[str, Any]) -> Told:
    """Tell a frontier.

    Parameters
    ----------
    data
        What ``Frontier.data`` returns.

    """
    first, second = data["between"]
    rows: list[list[Value]] = [
        [
            f"{number}{' *' if number - 1 == data['knee'] else ''}",
            point["first"],
            point["second"],
            point["first_bound"],
            point["gap"],
            point["points"],
            point["changed_ha"],
            len(point["kept_less_well"]),
        ]
        for number, point in enumerate(data["points"], 1)
    ]
    table = Table(
        "frontier",
        {"nl": "Afruil", "en": "Frontier"},
        {
            "nl": "Plannen langs de afruil; * is de knik. De grens is bewezen: beter "
            "kan het eerste getal niet bij zoveel van het tweede.",
            "en": "Plans along the frontier; * is the knee. The bound is proven: the "
            "first number can't be better with so much of the second.",
        },
        [
            Column({"nl": "plan", "en": "plan"}, "text"),
            Column(_heading(first)),
            Column(_heading(second)),
            Column({"nl": "grens van het eerste", "en": "bound of the first"}),
            Column({"nl": "gat", "en": "gap"}, "share"),
            Column({"nl": "punten", "en": "points"}),
            Column(
                {"nl": "anders dan het plan [ha]", "en": "other than the plan [ha]"}
            ),
            Column({"nl": "eisen minder gehouden", "en": "demands kept less well"}),
        ],
        rows,
    )
    texts = [NO_CONFLICT] if len(rows) < 2 else [ENDS]
    if data["knee"] is not None:
        texts.append(KNEE)
    texts += [PROVEN, KEPT_LESS if data["kept_worst"] else KEPT]
    sentences = [
        {"nl": _filled(text, data, "nl"), "en": _filled(text, data, "en")}
        for text in texts
        if rows
    ]
    return Told("frontier", dict(data), sentences, table)


def _heading(one: Mapping[str, Any]) -> dict[str, str]:
    return {lang: f"{one['label'][lang]} [{one['unit']}]" for lang in ("nl", "en")}


def _filled(
    text: Mapping[str, str], data: Mapping[str, Any], language: Language
) -> str:
    first, second = data["between"]
    points = data["points"]
    bend = points[data["knee"] or 0]
    worst = max(point["gap"] or 0.0 for point in points)
    worst_kept = data["kept_worst"] or {"plan": 0, "rows": 0, "points": 0.0}
    label = worst_kept.get("label", {language: ""})[language]

    def number(value: float) -> str:
        return amount(round(value, 1), language)

    return text[language].format(
        first=first["label"][language],
        second=second["label"][language],
        unit1=first["unit"],
        unit2=second["unit"],
        top=number(points[0]["first"]),
        bottom=number(points[-1]["first"]),
        low=number(points[0]["second"]),
        high=number(points[-1]["second"]),
        knee=(data["knee"] or 0) + 1,
        n=worst_kept["rows"],
        lost=number(worst_kept["points"]),
        label=label,
        a=number(bend["first"]),
        b=number(bend["second"]),
        all=number(data["kept"]),
        plan=worst_kept["plan"],
        gap=f"{amount(round(100 * worst, 1), language)} %",
    )
