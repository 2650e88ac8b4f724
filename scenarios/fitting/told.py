"""Whether a scenario fits, as it stands in the run's ``explain.json`` and workbook."""

from collections.abc import Iterator
from typing import Any

from scenarios.explain.told import Column, Table, Told, Value
from scenarios.fitting.document import both_languages, fit_part
from scenarios.fitting.owner import in_language
from scenarios.fitting.reasons import Reasons
from scenarios.fitting.teller import Asks
from scenarios.schema.scenario import Scenario

TITLE = {"nl": "Past het", "en": "Does it fit"}
NOTE = {
    "nl": "Wat niet samen past, met wat mogelijk is zolang de rest blijft; regels die "
    "er land voor wegnemen; en voorstellen waarmee het past.",
    "en": "What does not fit together, with what is possible as long as the rest "
    "stands; rules that take land from it; and proposals with which it fits.",
}
PARTS = {
    "asks": {"nl": "botst", "en": "clashes"},
    "rule": {"nl": "regel die land wegneemt", "en": "rule that takes land"},
    "change": {"nl": "voorstel: ander doel", "en": "proposal: other target"},
    "size": {"nl": "voorstel: kleiner", "en": "proposal: smaller"},
    "off": {"nl": "voorstel: regel uit", "en": "proposal: rule off"},
}
"""What a line of the table is about."""

COLUMNS = (
    Column({"nl": "wat", "en": "what"}, "text"),
    Column({"nl": "wie", "en": "who"}, "text"),
    Column({"nl": "gevraagd of grens", "en": "asked or limit"}),
    Column({"nl": "mogelijk of voorstel", "en": "possible or proposed"}),
    Column({"nl": "eenheid", "en": "unit"}, "text"),
    Column({"nl": "gevraagd land", "en": "land asked"}, "ha"),
    Column({"nl": "beschikbaar of weggenomen land", "en": "land open or taken"}, "ha"),
    Column({"nl": "tekort aan land", "en": "land short"}, "ha"),
    Column({"nl": "id", "en": "id"}, "text"),
)


def told_of(reasons: Reasons, scenario: Scenario, asks: Asks) -> Told:
    """Return what is known of whether a scenario fits, as data, words and a table.

    Parameters
    ----------
    reasons
        What was found out.
    scenario
        For labels, units and quotes.
    asks
        What rules about form ask, in words.

    """
    data = fit_part(reasons, scenario)
    sentences = both_languages(reasons, scenario, asks)
    rows = list(_rows(data))
    table = Table("fit", TITLE, NOTE, COLUMNS, rows) if rows else None
    return Told("fit", data, sentences, table)


def _rows(data: dict[str, Any]) -> Iterator[tuple[Value, ...]]:
    for one in data["competition"]:
        numbers = one["asked"], one["possible"], _unit(one)
        land = one["asked_ha"], one["land_ha"], one["short_ha"]
        yield PARTS["asks"], one["label"], *numbers, *land, one["id"]
    alone = [one for one in data["freed"] if one["ha"] > 0]
    for one in alone or data["freed"]:
        taken_ha = one["ha"] or one["with_others_ha"]
        label = one["label"] or one["rule"]
        nothing = None, None, None, None
        yield PARTS["rule"], label, *nothing, taken_ha, None, one["rule"]
    for one in data["changes"]:
        side = "low" if one["low"] != one["proposed_low"] else "high"
        numbers = one[side], one[f"proposed_{side}"], _unit(one)
        yield PARTS["change"], one["label"], *numbers, None, None, None, one["id"]
    for one in data["smaller"]:
        sizes = one["least_ha"], one["possible_ha"], "ha"
        yield PARTS["size"], one["rule"], *sizes, None, None, None, one["rule"]
    for one in data["relaxations"]:
        names = ", ".join(one["rules"])
        yield PARTS["off"], names, *(None,) * 6, names


def _unit(one: dict[str, Any]) -> dict[str, str]:
    return {"nl": in_language(one["unit"], "nl"), "en": one["unit"]}
