"""The smallest sets of rules without which a scenario fits.

First rules one by one, those that free most land for the bottleneck first. If none is
enough, they are added up until it fits, and those that are not needed are taken out
again. Every set that is returned has been tried: without it the rows fit, in fractions
of cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scenarios.fitting.bottleneck import Bottleneck, wanted_by
from scenarios.fitting.owner import owner_of
from scenarios.fitting.relaxed import rules_of_patches, without_rules
from scenarios.schema.scenario import Scenario
from solver.fit import fit, fits
from solver.watch import Watch

MOST_ALONE = 12
"""Rules that are tried one by one."""

MOST_SINGLES = 3
"""Rules that are proposed because each is enough."""

MOST_ROUNDS = 4
"""Times that rules of a next conflict are added, when more than one must be solved."""


@dataclass(frozen=True)
class Candidate:
    """A rule that could be switched off.

    Parameters
    ----------
    rule
        Its id.
    freed_ha
        Land that it alone keeps from the bottleneck [ha].
    kept_ha
        Land that it keeps from it, alone or with others [ha].
    may_do
        Whether it could be enough by itself: it frees land, or is part of the conflict.

    """

    rule: str
    freed_ha: float
    kept_ha: float
    may_do: bool


def candidates(
    bottleneck: Bottleneck, conflict: Iterable[str], scenario: Scenario
) -> tuple[Candidate, ...]:
    """Return the rules that could help to end a conflict, most land first.

    Parameters
    ----------
    bottleneck
        The land that the conflict is about.
    conflict
        Names of its rows and restrictions.
    scenario
        Tells rules from claims.

    """
    members: list[str] = []
    for name in conflict:
        owner = owner_of(name, scenario)
        if owner.kind == "use":
            members += rules_of_patches(bottleneck.problem, owner.id)
        elif owner.kind == "rule":
            members.append(owner.id)
    kept = bottleneck.kept()
    alone = [rule for rule, (only, _) in kept.items() if only > 0]
    return tuple(
        Candidate(rule, *kept.get(rule, (0.0, 0.0)), rule in members or rule in alone)
        for rule in dict.fromkeys((*alone, *members, *kept))
        if rule in scenario.rules
    )


def relaxations(
    bottleneck: Bottleneck,
    first: Sequence[Candidate],
    scenario: Scenario,
    watch: Watch,
) -> tuple[tuple[str, ...], ...]:
    """Return sets of rules, each of which makes the scenario fit if it is left out.

    Parameters
    ----------
    bottleneck
        What is asked.
    first
        Rules that could end the conflict that was found.
    scenario
        Tells rules from claims.
    watch
        Ends the search; what was found by then is returned.

    Returns
    -------
    tuple[tuple[str, ...], ...]
        Rules that are each enough; else one set of several; empty if no set of them
        is enough.

    """
    alone: list[tuple[str, ...]] = []
    able = [one.rule for one in first if one.may_do]
    for rule in able[:MOST_ALONE]:
        if watch.stopped or len(alone) == MOST_SINGLES:
            break
        if _fits_without(bottleneck, (rule,), watch):
            alone.append((rule,))
    if alone:
        return tuple(alone)
    every = _enough(bottleneck, [one.rule for one in first], scenario, watch)
    return (_pruned(bottleneck, every, watch),) if every else ()


def _enough(
    bottleneck: Bottleneck, named: list[str], scenario: Scenario, watch: Watch
) -> list[str]:
    """Add the rules of one conflict after the other until it fits; empty if never."""
    for _ in range(MOST_ROUNDS):
        relaxed = without_rules(bottleneck, named)
        found = fit(relaxed, watch)
        if found.fits:
            return named
        wanted = wanted_by(bottleneck.instance, found.conflict)
        next_ = Bottleneck(bottleneck.problem, bottleneck.instance, wanted)
        more = [one.rule for one in candidates(next_, found.conflict, scenario)]
        added = [rule for rule in more if rule not in named]
        if not added or watch.stopped:
            return []
        named = named + added
    return []


def _pruned(bottleneck: Bottleneck, rules: list[str], watch: Watch) -> tuple[str, ...]:
    """Put rules back that need not go, those that free least first."""
    left = tuple(rules)
    for rule in reversed(rules):
        fewer = tuple(one for one in left if one != rule)
        if fewer and not watch.stopped and _fits_without(bottleneck, fewer, watch):
            left = fewer
    return left


def _fits_without(bottleneck: Bottleneck, rules: tuple[str, ...], watch: Watch) -> bool:
    return bool(fits(without_rules(bottleneck, rules), watch))
