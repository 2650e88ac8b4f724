"""One rule or one statement in full: sentence, meaning, numbers, layers, effect."""

from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError


def print_rule(
    console: Console, name: str, scenario: Path | None, runs: Path | None
) -> None:
    """Print a rule by its id, or what became of a statement."""
    from scenarios.in_scenario import on_province
    from scenarios.rule_book import frame, shipped_rules

    loaded, translated = frame(), None
    if scenario:
        loaded, _, translated = on_province(scenario, runs)
    rules = dict(loaded.scenario.rules)
    if scenario is None:
        shipped = {rule_id: rule for _, rule_id, rule in shipped_rules()}
        rules = {**rules, **shipped}
    if name not in rules:
        _print_statement(console, name, tuple(rules))
        return
    document = _describe(console, loaded, name, rules[name], translated)
    _print(console, document)
    console.document({"rule": document})


def _describe(
    console: Console, loaded: Any, name: str, rule: Any, translated: Any
) -> dict[str, Any]:
    from scenarios.effect import effects
    from scenarios.in_scenario import state_here
    from scenarios.rule_book import STATES, told

    about, lang = told(loaded, name, rule), console.language
    state, reason, effect = about.state, None, []
    if translated is not None:
        here = next(found for found in translated.rules if found.id == name)
        state = state_here(rule, here)
        reason = here.reason.text(lang) if here.reason else None
        effect = [text.in_language(lang) for text in effects(translated, name)]
    return {
        "id": name,
        "kind": rule.kind,
        "hardness": rule.hardness,
        "state": state,
        "state_text": STATES[state].in_language(lang),
        "label": rule.label.in_language(lang) if rule.label else name,
        "explanation": rule.explanation.in_language(lang) if rule.explanation else "",
        "formula": about.formula.in_language(lang),
        "quote": rule.source.quote,
        "section": rule.source.section or rule.source.text,
        "statements": list(rule.source.statements),
        "condition": rule.condition.in_language(lang) if rule.condition else None,
        "not_applied": rule.not_applied.in_language(lang) if rule.not_applied else None,
        "provinces": list(rule.provinces),
        "layers": list(about.layers),
        "assumed": [
            {
                "key": number.key.removeprefix(f"rules.{name}").strip(".") or "where",
                "value": number.text,
                "reason": number.reason.in_language(lang),
            }
            for number in about.assumed
        ],
        "parameters": dict(rule.parameters),
        "reason": reason,
        "effect": effect,
    }


def _print(console: Console, found: dict[str, Any]) -> None:
    console.print(f"{found['label']}  [{found['id']}]")
    console.print(found["explanation"])
    console.print()
    if found["quote"]:
        console.print(f"“{found['quote']}”")
        named = ", ".join(found["statements"])
        console.print(f"— {found['section']} ({named})")
        console.print()
    lines = [
        ("rule_does", found["formula"]),
        ("kind", f"{found['kind']}, {console.say('hardness_' + found['hardness'])}"),
        ("rule_condition", found["condition"]),
        ("rule_provinces", ", ".join(found["provinces"])),
        ("rule_layers", ", ".join(found["layers"])),
        ("rule_state", found["state_text"]),
        ("rule_not_applied", found["not_applied"]),
        ("rule_here", found["reason"]),
    ]
    lines += [("rule_effect", text) for text in found["effect"]]
    lines += [
        ("rule_assumed", f"{one['key']} = {one['value']} ({one['reason']})")
        for one in found["assumed"]
    ]
    lines += [
        ("rule_parameter", f"{key}: {value}")
        for key, value in found["parameters"].items()
    ]
    for key, text in lines:
        if text:
            console.print(f"{console.say(key)}: {text}")


def _print_statement(console: Console, name: str, rules: tuple[str, ...]) -> None:
    """Say what became of a statement; refuse a name that is neither."""
    from scenarios.guess import closest
    from scenarios.ledger import carried_by, fate, ledger, reason_of

    entries = {entry.statement: entry for entry in ledger()}
    if name not in entries:
        guess = closest(name, (*rules, *entries))
        raise UsageError(console.say("no_rule", name=name) + _hint(console, guess))
    entry = entries[name]
    carried = [carrier.id for carrier in carried_by(entry)]
    reason = reason_of(entry)
    text = ", ".join(carried)
    if reason is not None and not carried:
        text = reason.in_language(console.language)
    console.print(f"{name} ({entry.programme}, {entry.kind}): {text}")
    console.document(
        {
            "statement": {
                **vars(entry),
                "fate": fate(entry),
                "carried_by": carried,
                "reason": reason.in_language(console.language) if reason else None,
            }
        }
    )


def _hint(console: Console, guess: str | None) -> str:
    return console.say("did_you_mean", guess=guess) if guess else ""
