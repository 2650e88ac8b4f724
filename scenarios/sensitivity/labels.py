"""What a number is called: ``wonen: geschiktheid, afstand tot station, gewicht``."""

from collections.abc import Mapping
from typing import Any

from scenarios.explain.factors import layer_label
from scenarios.faults import Key
from scenarios.schema.scenario import Scenario
from scenarios.schema.use import Factor
from scenarios.words import Language

NAMES: Mapping[str, tuple[str, str]] = {
    "weight": ("gewicht", "weight"),
    "points": ("punten", "points"),
    "price": ("prijs", "price"),
    "factor": ("factor", "factor"),
    "curve": ("curve", "curve"),
    "target": ("doel", "target"),
    "tolerance": ("tolerantie", "tolerance"),
    "shortfall": ("tekort", "shortfall"),
    "min": ("minimum", "minimum"),
    "max": ("maximum", "maximum"),
    "cap": ("hoogstens", "at most"),
    "provides": ("levert", "provides"),
    "suitability": ("geschiktheid", "suitability"),
    "load": ("belasting", "load"),
    "capacity": ("ruimte", "capacity"),
    "credit": ("telt mee", "credit"),
    "distance": ("afstand", "distance"),
    "reach": ("bereik", "reach"),
    "at_least": ("ten minste", "at least"),
    "least": ("ten minste", "at least"),
    "min_area": ("kleinste oppervlak", "least area"),
    "rungs": ("trede", "rung"),
    "compactness": ("compactheid", "compactness"),
    "stays": ("land dat blijft zoals het is", "land that stays as it is"),
    "touch": ("naast elkaar", "side by side"),
    "times": ("aantal malen", "times"),
}
"""Keys of a scenario in Dutch and English; other keys stand as they are."""


def label_of_number(scenario: Scenario, path: Key) -> dict[str, str]:
    """Return the name of a number in both languages."""
    return {"nl": _label(scenario, path, "nl"), "en": _label(scenario, path, "en")}


def _label(scenario: Scenario, path: Key, language: Language) -> str:
    section, *rest = path
    if not rest:
        return _word(section, language)
    held: Any
    held = getattr(scenario, str(section))[rest[0]]
    whole = _named(held, str(rest[0]), language)
    if section == "compactness":
        use = scenario.uses.get(str(rest[0]))
        return f"{_named(use, str(rest[0]), language)}: {_word(section, language)}"
    below: list[str] = []
    for key in rest[1:]:
        mapping = isinstance(held, Mapping)
        named_by = isinstance(held, Mapping | tuple)
        held = held[key] if named_by else getattr(held, str(key))
        if key == "factors":
            continue
        if isinstance(key, int):
            below.append(_named(held, str(key + 1), language))
        else:
            named = _named(held, "", language) if mapping else ""
            if isinstance(held, Factor) and not named:
                named = layer_label(held.layer)[language]
            below.append(named or _known(scenario, str(key), language))
    return f"{whole}: {', '.join(below)}" if below else whole


def _named(part: Any, otherwise: str, language: Language) -> str:
    label = getattr(part, "label", None)
    return str(getattr(label, language)) if label is not None else otherwise


def _known(scenario: Scenario, key: str, language: Language) -> str:
    """Name a key that is a quantity or a use, such as below ``provides``."""
    held = scenario.quantities.get(key) or scenario.uses.get(key)
    return _named(held, _word(key, language), language)


def _word(key: str | int, language: Language) -> str:
    plain = str(key).replace("_", " ")
    return NAMES.get(str(key), (plain, plain))[0 if language == "nl" else 1]
