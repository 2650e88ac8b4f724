"""Every use and group that is named must exist."""

from collections.abc import Iterator
from itertools import product

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.meaning.names import Names, unknown_use
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import Combination, Designation
from scenarios.schema.rules.reporting import Reporting
from scenarios.schema.rules.rows import Budget
from scenarios.schema.rules.separation import Separation
from scenarios.schema.scenario import Scenario


def use_findings(scenario: Scenario, names: Names) -> Iterator[Finding]:
    """Find uses and groups that are named and do not exist.

    Parameters
    ----------
    scenario
        Right in shape.
    names
        What is known.

    Yields
    ------
    Finding
        One a reference.

    """
    for group, members in scenario.groups.items():
        if group in names.uses:
            path = ("groups", group)
            yield Finding(path, "group_is_use", {"name": group}, at_key=True)
        for index, use in enumerate(members):
            yield from unknown_use(names, ("groups", group, index), use, group=False)
    for use in scenario.compactness:
        for found in unknown_use(names, ("compactness", use), use, group=False):
            yield Finding(found.path[:1], found.code, found.values)
    yield from _in_touch(scenario, names)
    for name, rule in scenario.rules.items():
        yield from _in_rule(scenario, names, name, rule)


def _in_rule(
    scenario: Scenario, names: Names, name: str, rule: AnyRule
) -> Iterator[Finding]:
    path: Key = ("rules", name)
    for index, use in enumerate(getattr(rule, "uses", None) or ()):
        yield from unknown_use(names, (*path, "uses", index), use, group=True)
    if isinstance(rule, Separation):
        yield from _in_separation(scenario, names, path, rule)
    if isinstance(rule, Reporting):
        for key in ("measure", "share_of"):
            for part in ("uses", "near"):
                named = getattr(getattr(rule, key), part, None) or ()
                for index, use in enumerate(named):
                    at = (*path, key, part, index)
                    yield from unknown_use(names, at, use, group=True)
    if isinstance(rule, Budget):
        for use in rule.load:
            yield from unknown_use(names, (*path, "load", use), use, group=True)
    if isinstance(rule, Combination):
        yield from _in_combination(names, path, rule)
    if isinstance(rule, Designation) and rule.status == "fixed":
        idle = {use_id for use_id, use in scenario.uses.items() if not use.active}
        count = len({*scenario.members(rule.uses)} - idle)
        if count > 1:
            yield Finding((*path, "uses"), "single_use", {"count": count})


def _in_separation(
    scenario: Scenario, names: Names, path: Key, rule: Separation
) -> Iterator[Finding]:
    others = rule.others or ()
    for index, use in enumerate(others):
        yield from unknown_use(names, (*path, "from", index), use, group=True)
    both = {*scenario.members(rule.uses)} & {*scenario.members(others)}
    for use in sorted(both):
        yield Finding((*path, "from"), "both_sides", {"name": use})


def _in_touch(scenario: Scenario, names: Names) -> Iterator[Finding]:
    """Check the names, and that no pair has points twice."""
    seen: dict[frozenset[str], str] = {}
    for name, touch in scenario.touch.items():
        path: Key = ("touch", name, "uses")
        for index, use in enumerate(touch.uses):
            yield from unknown_use(names, (*path, index), use, group=True)
        first, second = (scenario.members((use,)) for use in touch.uses)
        pairs = {frozenset(pair) for pair in product(first, second)}
        for pair in sorted(pairs, key=sorted):
            if len(pair) == 1:
                yield Finding(path, "twice", {"name": min(pair)})
            elif pair in seen:
                one, other = sorted(pair)
                text = f"{one} + {other}"
                values = {"text": text, "name": seen[pair]}
                yield Finding(path, "touch_twice", values)
            seen[pair] = name


def _in_combination(names: Names, path: Key, rule: Combination) -> Iterator[Finding]:
    for index, use in enumerate(rule.of):
        yield from unknown_use(names, (*path, "of", index), use, group=False)
    for use in sorted({use for use in rule.of if rule.of.count(use) > 1}):
        yield Finding((*path, "of"), "twice", {"name": use})
    if rule.suits_as is not None and rule.suits_as not in rule.of:
        values = {"got": rule.suits_as, "guess": closest(rule.suits_as, rule.of)}
        yield Finding((*path, "suits_as"), "not_combined", values)
    for use in rule.credit:
        if use not in rule.of:
            values = {"got": use, "guess": closest(use, rule.of)}
            yield Finding((*path, "credit", use), "not_combined", values, at_key=True)
