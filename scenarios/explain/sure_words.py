"""How sure a plan is, as a table and in sentences."""

from collections.abc import Mapping
from typing import Any

from scenarios.amounts import amount
from scenarios.explain.told import Column, Table, Told, Value
from scenarios.words import Language

PLANS = {
    "nl": "Er zijn {n} plannen gevonden die elk hoogstens {within} van de bewezen "
    "grens liggen en alle harde regels houden; {always} ha krijgt in al die plannen "
    "dezelfde nieuwe functie, {sometimes} ha in een deel ervan.",
    "en": "{n} plans were found, each at most {within} from the proven bound and "
    "legal; {always} ha get the same new use in all of them, {sometimes} ha in some.",
}
DECIDED = {
    "nl": "Bewezen is dat {decided} ha in elk beste plan hetzelfde krijgt, waarvan "
    "{certain} ha in elk plan binnen {within}; over {open} ha is niets bewezen.",
    "en": "It is proven that {decided} ha are the same in every best plan, {certain} "
    "ha of them in every plan within {within}; nothing is proven about {open} ha.",
}
TIGHTER = {
    "nl": "Reken met een kleiner gat (solve: gap) om meer te bewijzen.",
    "en": "Run with a smaller gap (solve: gap) to prove more.",
}


def told_sure(data: Mapping[str, Any]) -> Told:
    """Tell how sure a plan is.

    Parameters
    ----------
    data
        What ``sure_data`` returns.

    """
    columns = ("now", "all", "half", "any", "decided", "excluded")
    headings = {
        "now": ("in het plan [ha]", "in the plan [ha]"),
        "all": ("in alle plannen", "in all plans"),
        "half": ("in de helft of meer", "in half or more"),
        "any": ("in ten minste één", "in at least one"),
        "decided": ("beslist", "decided"),
        "excluded": ("uitgesloten", "excluded"),
    }
    rows: list[list[Value]] = [
        [dict(use["label"]), *(use[name] for name in columns)] for use in data["uses"]
    ]
    table = Table(
        "sureness",
        {"nl": "Hoe zeker", "en": "How sure"},
        {
            "nl": "Hectares per functie: in hoeveel van de plannen; beslist: in elk "
            "beste plan (bewezen); uitgesloten: mag er komen, maar is in geen enkel "
            "beste plan (bewezen).",
            "en": "Hectares per use: in how many of the plans; decided: in every best "
            "plan (proven); excluded: may come there, but is in no best plan (proven).",
        },
        [
            Column({"nl": "functie", "en": "use"}, "text"),
            *(
                Column(dict(zip(("nl", "en"), headings[name], strict=True)), "ha")
                for name in columns
            ),
        ],
        rows,
    )
    texts = [PLANS, DECIDED]
    if data["decided_ha"] < data["open_ha"]:
        texts.append(TIGHTER)
    sentences = [
        {"nl": _filled(text, data, "nl"), "en": _filled(text, data, "en")}
        for text in texts
    ]
    return Told("sure", dict(data), sentences, table)


def _filled(
    text: Mapping[str, str], data: Mapping[str, Any], language: Language
) -> str:
    always = sum(use["all"] for use in data["uses"])
    ever = sum(use["any"] for use in data["uses"])
    share = amount(round(100 * data["within"], 2), language)
    return text[language].format(
        n=len(data["plans"]),
        within=f"{share} %",
        always=amount(round(always), language),
        sometimes=amount(round(ever - always), language),
        decided=amount(round(data["decided_ha"]), language),
        certain=amount(round(data["certain_ha"]), language),
        open=amount(round(data["open_ha"]), language),
    )
