"""Which number moves the plan most, as a table and in sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from scenarios.amounts import amount
from scenarios.explain.told import Column, Table, Told, Value
from scenarios.words import Language

FEW = 5
"""Numbers that are named."""

TEXTS: Mapping[str, tuple[str, str]] = {
    "screened": (
        "Van {n} gewichten en aangenomen getallen lijken er {some} het plan te "
        "verschuiven als ze {step} hoger of lager zijn (geschat bij vaste prijzen); "
        "{none} niet, en {idle} horen bij regels of functies die hier niets doen.",
        "Of {n} weights and assumed numbers {some} seem to move the plan when they are "
        "{step} higher or lower (guessed at fixed prices); {none} do not, and {idle} "
        "belong to rules or uses that do nothing here.",
    ),
    "searched": (
        "Voor {n} ervan is het plan opnieuw gezocht. Zoeken met dezelfde getallen "
        "verandert al {noise} ha; dat is er hieronder af.",
        "For {n} of them the plan was searched again. A search with the same numbers "
        "changes {noise} ha already; that is taken off below.",
    ),
    "moves": (
        "{label} ({text}): op {end} krijgt {ha} ha een andere functie{points}.",
        "{label} ({text}): at {end}, {ha} ha get another use{points}.",
    ),
    "keeping": (
        "; het plan houden kost dan {points} punten",
        "; keeping the plan then costs {points} points",
    ),
    "breaks": (
        "; het plan zoals het is kan dan niet",
        "; the plan as it is is impossible then",
    ),
    "stays": (
        "; het plan mag ook blijven, dat scheelt minder dan het gat",
        "; the plan may stay too, which costs less than the gap",
    ),
    "impossible": (
        "{label} ({text}): op {end} passen claims en regels niet samen.",
        "{label} ({text}): at {end} claims and rules do not fit together.",
    ),
    "first": (
        "Zoek eerst uit: {label}. Nu aangenomen: {text}, want: {reason}.",
        "Find out first: {label}. Now assumed: {text}, because: {reason}.",
    ),
    "still": (
        "Geen van de {n} verschuift het plan meer dan zoeken met dezelfde getallen.",
        "None of the {n} moves the plan more than a search with the same numbers.",
    ),
    "short": (
        "Voor {n} getallen vond het zoeken in {time} s geen ander plan en geen bewijs "
        "dat er geen beter is: dat ze 0 ha verschuiven is dus niet zeker. Neem meer "
        "tijd met --time-limit.",
        "For {n} numbers the search found no other plan in {time} s and no proof that "
        "there is no better one: that they move 0 ha is not certain. Take more time "
        "with --time-limit.",
    ),
    "untried": (
        "Niet geprobeerd: {n} ({why}).",
        "Not tried: {n} ({why}).",
    ),
    "stopped": (
        "Onderbroken: wat af was, staat hier.",
        "Interrupted: what was done is here.",
    ),
}
"""Dutch and English, with what is filled in."""

WHY: Mapping[str, tuple[str, str]] = {
    "expression": ("{n} voorwaarden", "{n} conditions"),
    "classes": ("{n} tabellen van klassen", "{n} tables of classes"),
    "zero": ("{n} staan op nul", "{n} are zero"),
    "refused": ("{n} mogen niet anders", "{n} may not differ"),
    "stopped": ("{n} niet aan de beurt gekomen", "{n} not reached"),
}

STATE: Mapping[str, tuple[str, str]] = {
    "searched": ("opnieuw gezocht", "searched again"),
    "short": ("te kort gezocht", "searched too shortly"),
    "guessed": ("geschat", "guessed"),
    "still": ("doet niets", "does nothing"),
    "unseen": ("niet te schatten, niet gezocht", "cannot be guessed, not searched"),
    "idle": ("regel of functie doet hier niets", "its rule or use does nothing here"),
    "expression": ("voorwaarde, niet geprobeerd", "condition, not tried"),
    "classes": ("klassen, niet geprobeerd", "classes, not tried"),
    "zero": ("nul, niet geprobeerd", "zero, not tried"),
    "refused": ("mag niet anders", "may not differ"),
    "stopped": ("niet aan de beurt gekomen", "not reached"),
}

HEADINGS = (
    ("getal", "number", "text"),
    ("nu", "now", "text"),
    ("laag", "low", "text"),
    ("hoog", "high", "text"),
    ("laag: andere functie [ha]", "low: other use [ha]", "ha"),
    ("hoog: andere functie [ha]", "high: other use [ha]", "ha"),
    ("laag [punten]", "low [points]", "number"),
    ("hoog [punten]", "high [points]", "number"),
    ("laag: plan houden kost [punten]", "low: keeping costs [points]", "number"),
    ("hoog: plan houden kost [punten]", "high: keeping costs [points]", "number"),
    ("geschat [ha]", "guessed [ha]", "ha"),
    ("aangenomen", "assumed", "text"),
    ("hoe bekend", "how known", "text"),
    ("claims die anders uitvallen", "claims that differ", "text"),
    ("reden", "reason", "text"),
    ("sleutel", "key", "text"),
)
"""Columns in Dutch and English, with their form."""


def told_sensitivity(data: Mapping[str, Any]) -> Told:
    """Tell which numbers move the plan.

    Parameters
    ----------
    data
        What ``find_sensitivity`` returns.

    """
    table = Table(
        "sensitivity",
        {"nl": "Gevoeligheid", "en": "Sensitivity"},
        {
            "nl": "Hectares die een andere functie krijgen als een getal lager of "
            "hoger is, min wat zoeken met dezelfde getallen al verandert; punten: "
            "doelwaarde erbij of eraf; geschat: zonder zoeken, bij vaste prijzen.",
            "en": "Hectares that get another use when a number is lower or higher, "
            "less what a search with the same numbers changes; points: objective more "
            "or less; guessed: without a search, at fixed prices.",
        },
        [Column({"nl": nl, "en": en}, form) for nl, en, form in HEADINGS],  # type: ignore[arg-type]
        [_row(one) for one in data["numbers"]],
    )
    sentences = [
        {"nl": nl, "en": en}
        for nl, en in zip(_sentences(data, "nl"), _sentences(data, "en"), strict=True)
    ]
    return Told("sensitivity", dict(data), sentences, table)


def _row(one: Mapping[str, Any]) -> list[Value]:
    low, high = one["low"] or {}, one["high"] or {}
    yes = {"nl": "ja", "en": "yes"} if one["assumed"] else {"nl": "nee", "en": "no"}
    return [
        dict(one["label"]),
        one["text"],
        low.get("text"),
        high.get("text"),
        low.get("net_ha"),
        high.get("net_ha"),
        low.get("points"),
        high.get("points"),
        low.get("keeping"),
        high.get("keeping"),
        one["screened_ha"],
        yes,
        _both(STATE[_state(one)]),
        {"nl": _claims(low, high, "nl"), "en": _claims(low, high, "en")},
        one["reason"],
        one["key"],
    ]


def _state(one: Mapping[str, Any]) -> str:
    if one["why"] != "tried":
        return str(one["why"])
    if one["searched"]:
        return "searched" if _settled(one) else "short"
    if not one["seen"]:
        return "unseen"
    return "guessed" if one["screened_ha"] else "still"


def _settled(one: Mapping[str, Any]) -> bool:
    """Tell whether the searches found another plan, or proved that none is better."""
    ends = [one[side] for side in ("low", "high") if "settled" in (one[side] or {})]
    return any(end["net_ha"] for end in ends) or all(end["settled"] for end in ends)


def _claims(low: Mapping[str, Any], high: Mapping[str, Any], language: Language) -> str:
    """Name the claims whose shortfall differs."""
    found = []
    for end in (low, high):
        if end.get("status") == "infeasible":
            found.append(f"{end['text']}: {_say(FITS, language)}")
        names = [
            f"{claim['label'][language]} "
            f"{amount(round(claim['short'] - claim['short_before'], 1), language)}"
            for claim in end.get("claims") or ()
        ]
        if names:
            found.append(f"{end['text']}: {_say(SHORT, language)} {', '.join(names)}")
    return "; ".join(found)


FITS = ("past niet", "does not fit")
SHORT = ("tekort erbij of eraf:", "shortfall more or less:")


def _sentences(data: Mapping[str, Any], language: Language) -> list[str]:
    numbers: Sequence[Mapping[str, Any]] = data["numbers"]
    states = [_state(one) for one in numbers]
    some = sum(one["why"] == "tried" for one in numbers) - states.count("still")
    step = f"{100 * data['step']:.0f} %"
    lines = [
        _say(
            TEXTS["screened"],
            language,
            n=len(numbers),
            some=some,
            step=step,
            none=states.count("still"),
            idle=states.count("idle"),
        )
    ]
    searched = [one for one in numbers if one["searched"]]
    if data["reference"] is not None:
        noise = amount(round(data["reference"]["noise_ha"]), language)
        n = len(searched)
        lines.append(_say(TEXTS["searched"], language, n=n, noise=noise))
        moving = [one for one in searched if one["most_ha"]]
        for one in searched:
            lines += _impossible(one, language)
        lines += [_moves(one, language) for one in moving[:FEW]]
        short = states.count("short")
        if short:
            time = amount(data["effort"]["time_limit_s"], language)
            lines.append(_say(TEXTS["short"], language, n=short, time=time))
        elif searched and not moving:
            lines.append(_say(TEXTS["still"], language, n=n))
        lines += _first(moving, language)
    counts = {why: states.count(why) for why in WHY}
    left = [_say(WHY[why], language, n=n) for why, n in counts.items() if n]
    if left:
        n = sum(counts.values())
        lines.append(_say(TEXTS["untried"], language, n=n, why=", ".join(left)))
    if data["interrupted"]:
        lines.append(_say(TEXTS["stopped"], language))
    return lines


def _impossible(one: Mapping[str, Any], language: Language) -> list[str]:
    ends = [one[side] for side in ("low", "high") if one[side]]
    return [
        _of(one, "impossible", language, end=end["text"])
        for end in ends
        if end.get("status") == "infeasible"
    ]


def _moves(one: Mapping[str, Any], language: Language) -> str:
    """Tell of the end that moves most."""
    ends = [one[side] for side in ("low", "high") if (one[side] or {}).get("net_ha")]
    end = max(ends, key=lambda end: (not end["may_stay"], end["net_ha"]))
    points = ""
    if end["keeping"] is None:
        points = _say(TEXTS["breaks"], language)
    elif end["may_stay"]:
        points = _say(TEXTS["stays"], language)
    else:
        kept = amount(round(end["keeping"]), language)
        points = _say(TEXTS["keeping"], language, points=kept)
    ha = amount(round(end["net_ha"]), language)
    return _of(one, "moves", language, end=end["text"], ha=ha, points=points)


def _first(moving: Sequence[Mapping[str, Any]], language: Language) -> list[str]:
    """Name the assumed number that moves most."""
    for one in moving:
        if one["assumed"] and one["reason"] and one["must_ha"]:
            reason = one["reason"][language].rstrip(".")
            return [_of(one, "first", language, reason=reason)]
    return []


def _of(one: Mapping[str, Any], code: str, language: Language, **values: object) -> str:
    about = {"label": one["label"][language], "text": one["text"]}
    return _say(TEXTS[code], language, **about, **values)


def _both(text: tuple[str, str]) -> dict[str, str]:
    return {"nl": text[0], "en": text[1]}


def _say(pair: tuple[str, str], language: Language, **values: object) -> str:
    return pair[0 if language == "nl" else 1].format(**values)
