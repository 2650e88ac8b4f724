"""``puzzel rules``: what became of every statement, and what a rule does."""

from collections import Counter
from pathlib import Path
from typing import Any

from cli.console import Console
from cli.failures import UsageError
from cli.one_rule import print_rule


def command(
    console: Console, rule: str | None, scenario: Path | None, runs: Path | None
) -> None:
    """Print the coverage of the programmes, or one rule or statement."""
    if scenario is not None and not scenario.is_file():
        raise UsageError(console.say("no_file", path=scenario))
    if rule is not None:
        print_rule(console, rule, scenario, runs)
        return
    document = _coverage(console)
    document["rules"] = _rules(console, scenario, runs)
    console.document(document)


def _coverage(console: Console) -> dict[str, Any]:
    """Print one line a programme, and return the same as a document."""
    from scenarios.ledger import FATES, Fate, fates

    by_programme: dict[str, Counter[Fate]] = {}
    by_kind: dict[str, Counter[Fate]] = {}
    for (programme, kind), counted in fates().items():
        by_programme.setdefault(programme, Counter()).update(counted)
        by_kind.setdefault(kind, Counter()).update(counted)
    for word, table in (("programme", by_programme), ("kind", by_kind)):
        head = [word, "statements", *(f"fate_{fate}" for fate in FATES)]
        rows = [
            [name, str(counted.total()), *(_count(counted[fate]) for fate in FATES)]
            for name, counted in table.items()
        ]
        total = sum(table.values(), Counter())
        rows.append(
            [
                console.say("all_of_them"),
                str(total.total()),
                *(_count(total[fate]) for fate in FATES),
            ]
        )
        console.table([console.say(key) for key in head], rows)
        console.print()
    named = {"rule": "mapped", "indicator": "indicators"}
    return {
        "coverage": {
            "statements": total.total(),
            **{named.get(fate, fate): total[fate] for fate in FATES},
        },
        "programmes": {name: dict(found) for name, found in by_programme.items()},
        "kinds": {name: dict(found) for name, found in by_kind.items()},
    }


def _rules(
    console: Console, scenario: Path | None, runs: Path | None
) -> list[dict[str, Any]]:
    """Print how many rules of each programme and kind are in which state."""
    from scenarios.rule_book import STATES

    found = _of_scenario(scenario, runs) if scenario else _of_catalogue()
    for key, word in (("programme", "programme"), ("kind", "kind")):
        groups = dict.fromkeys(rule[key] for rule in found)
        count = Counter((rule[key], rule["state"]) for rule in found)
        used = [state for state in STATES if any(r["state"] == state for r in found)]
        names = [STATES[state].in_language(console.language) for state in used]
        rows = [
            [group, *(_count(count[group, state]) for state in used)]
            for group in groups
        ]
        console.table([console.say(word), *names], rows)
        console.print()
    return found


def _of_catalogue() -> list[dict[str, Any]]:
    from scenarios.ledger import programme_of
    from scenarios.rule_book import shipped_rules, state_of

    return [
        {
            "id": rule_id,
            "programme": programme_of(rule_id, rule.source.statements),
            "kind": rule.kind,
            "hardness": rule.hardness,
            "state": state_of(rule),
            "statements": list(rule.source.statements),
            "file": file,
        }
        for file, rule_id, rule in shipped_rules()
    ]


def _of_scenario(path: Path, runs: Path | None) -> list[dict[str, Any]]:
    from scenarios.in_scenario import on_province, state_here
    from scenarios.ledger import programme_of

    loaded, _, translated = on_province(path, runs)
    rules = loaded.scenario.rules
    return [
        {
            "id": state.id,
            "programme": programme_of(state.id, state.source.statements),
            "kind": state.kind,
            "hardness": state.hardness,
            "state": state_here(rules[state.id], state),
            "statements": list(state.source.statements),
            "layers": list(state.reason.names) if state.reason else [],
        }
        for state in translated.rules
        if state.id in rules
    ]


def _count(number: int) -> str:
    return str(number) if number else ""
