"""How uses lie in lines: patches, closest pairs, blocks with enough within reach."""

from collections.abc import Iterator, Mapping
from typing import Any

from atlas.formats import number
from cli.console import Console


def form_lines(console: Console, document: Mapping[str, Any]) -> Iterator[str]:
    """Say how the uses of a plan lie; nothing without a plan.

    Parameters
    ----------
    console
        For the language.
    document
        Of a run, or of a solved instance.

    """
    lang, patches = console.language, document["patches"]
    if patches:
        yield console.say(
            "patches",
            n=number(sum(use["n"] for use in patches), lang),
            alone=number(sum(use["cells_alone"] for use in patches), lang),
            km=number(sum(use["edge_km"] for use in patches), lang),
        )
    labels = {rule["id"]: rule.get("label") for rule in document["rules"]}
    for rule in document["separations"]:
        name = _name(labels, rule["rule"], lang)
        asked = number(rule["asked_m"], lang)
        if rule["closest_m"] is None:
            yield console.say("apart_none", name=name)
            continue
        metres = number(rule["closest_m"], lang)
        yield console.say("apart", name=name, got=metres, asked=asked)
        if rule["too_close_ha"]:
            ha = number(rule["too_close_ha"], lang, 1)
            yield "  " + console.say("apart_close", ha=ha)
    for rule in document["coverage"]:
        yield console.say(
            "covered",
            name=_name(labels, rule["rule"], lang),
            n=number(rule["covered"], lang),
            all=number(rule["blocks"], lang),
            reach=number(rule["reach_m"], lang),
        )


def _name(labels: Mapping[str, Any], rule_id: str, lang: str) -> str:
    label = labels.get(rule_id)
    return str(label[lang]) if label else rule_id
