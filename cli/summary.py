"""A run in words: what fitted, what did not, and what the figures rest on."""

import json
from pathlib import Path
from typing import Any

from atlas.formats import figures, number
from atlas.formats import gap as gap_text
from atlas.layer_name import layer_name
from atlas.words.words import Words
from cli.console import Console
from cli.form import form_lines
from cli.missed import attempt_lines, status_words
from scenarios.explain.costs import FILE as EXPLAINED

COLUMNS = ("claim", "asked", "achieved", "shortfall", "over", "unit", "price")
"""Words above the columns of the claims."""


def print_summary(console: Console, document: dict[str, Any]) -> None:
    """Print the result of a run for a reader."""
    lang = console.language
    console.print()
    console.print(f"{document['name']}: {console.say(status_words(document))}")
    if document["interrupted"]:
        console.print(console.say("interrupted"))
    if document["gap"] is not None:
        points = {
            key: number(document[key], lang, 1)
            for key in ("objective", "bound")
            if document[key] is not None
        }
        if "bound" in points:
            console.print(
                f"{console.say('gap')} {gap_text(document['gap'], lang)}: "
                f"{console.say('proven', **points)}"
            )
    elif document["objective"] is not None:
        console.print(
            f"{console.say('incumbent')}: {number(document['objective'], lang, 1)}"
        )
    console.print()
    _claims(console, document)
    console.print()
    _remarks(console, document)
    console.print(f"{console.say('folder')}: {document['run_dir']}")
    page = Path(document["run_dir"]) / "report.html"
    if page.is_file():
        console.print(f"{console.say('report')}: {page}")


def _why_not(document: dict[str, Any], lang: str) -> list[str]:
    """Return the sentences of a run that does not fit, as its folder has them."""
    path = Path(document["run_dir"]) / EXPLAINED
    if document["status"] != "infeasible" or not path.is_file():
        return []
    found = json.loads(path.read_text(encoding="utf-8"))["sentences"]
    return [text[lang] for text in found]


def _claims(console: Console, document: dict[str, Any]) -> None:
    lang = console.language
    words, rows = Words(lang), []
    for claim in document["claims"]:
        label = claim["label"][lang] if claim["label"] else claim["id"]
        name = f"{label} ({claim['zone']})" if claim["zone"] else label
        rows.append(
            [
                name,
                _asked(claim, lang),
                _amount(claim["achieved"], lang),
                _missed(claim["shortfall"], lang),
                _missed(claim["over"], lang),
                words.known("unit", claim["unit"]),
                "" if not claim["price"] else figures(claim["price"], lang),
            ]
        )
    console.table([console.say(column) for column in COLUMNS], rows)


def _asked(claim: dict[str, Any], lang: str) -> str:
    least, most = _amount(claim["min"], lang), _amount(claim["max"], lang)
    if claim["max"] is None:
        return f"≥ {least}"
    return f"{least} – {most}"


def _missed(value: float | None, lang: str) -> str:
    """Write a shortfall; never as nothing when it is something."""
    if not value:
        return ""
    return f"< {number(0.1, lang, 1)}" if value < 0.1 else _amount(value, lang)


def _amount(value: float | None, lang: str) -> str:
    if value is None:
        return ""
    return number(value, lang, 0 if abs(value) >= 100 else 1)


def _remarks(console: Console, document: dict[str, Any]) -> None:
    """Tell what the result rests on: never silent about gaps in the data."""
    lang = console.language
    for text in document["excess"]:
        console.print(text)
    said = _why_not(document, lang)
    for text in said:
        console.print(text)
    if document["conflict"] and not said:
        names = ", ".join(document["conflict"][:8])
        console.print(console.say("conflict", names=names))
    for line in attempt_lines(console, document):
        console.print(line)
    for step in document["ladders"]:
        console.print(
            console.say(
                "ladder",
                name=step["name"],
                label=step["label"],
                ha=number(step["ha"], lang, 1),
                least=number(step["least_ha"], lang, 1),
            )
        )
    for line in form_lines(console, document):
        console.print(line)
    missed = [rule["id"] for rule in document["rules"] if rule["violated"]]
    if missed:
        console.print(
            console.say("violated", n=len(missed), names=", ".join(missed[:8]))
        )
    idle = [rule for rule in document["rules"] if not rule["applied"]]
    lacking = [rule for rule in idle if rule["reason_code"] == "layer"]
    if idle:
        console.print(console.say("not_applied", n=len(idle), layer=len(lacking)))
    if document["not_taken_off"]:
        words = Words(lang)
        free = [layer_name(name, words) for name in document["not_taken_off"]]
        console.print(console.say("not_taken_off", names=", ".join(free)))
    if document["assumed"]:
        console.print(console.say("assumed", n=len(document["assumed"])))
    invented = sum(layer["invented"] for layer in document["layers"])
    if invented:
        console.print(console.say("invented", n=invented, all=len(document["layers"])))
