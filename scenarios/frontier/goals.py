"""The two numbers of a frontier: what they measure, and which way is better.

A quantity counts what the plan provides of it, supply without land included; an
indicator what its reporting rule counts, as long as that is a sum over cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grids.sentence import Sentence
from model.constraints.claim import Claim as ClaimRow
from model.indicator import Tally
from scenarios.explain.explained_run import Texts
from scenarios.guess import closest
from scenarios.load import LoadedScenario
from scenarios.schema.rules.reporting import Reporting
from scenarios.translation.problem import Translated
from solver.whatif.frontier import Goal
from solver.whatif.measure import Measure

WAYS = {"more": True, "less": False}
"""What may be better."""


class NotAGoalError(ValueError):
    """A name between which no frontier can be drawn."""


@dataclass(frozen=True)
class Asked:
    """One of the two numbers, as asked for.

    Parameters
    ----------
    name
        A quantity or an indicator.
    more
        Whether more is better; None: as its claim says.

    """

    name: str
    more: bool | None = None


@dataclass(frozen=True, eq=False)
class Named:
    """A goal with its name.

    Parameters
    ----------
    name, label, unit
        Of the quantity or indicator.
    goal
        What is measured, and which way is better.

    """

    name: str
    label: Texts
    unit: str
    goal: Goal


def asked_of(loaded: LoadedScenario, between: Sequence[str]) -> tuple[Asked, Asked]:
    """Read what is asked: names from the command line, else those of the scenario.

    Parameters
    ----------
    loaded
        The scenario.
    between
        None or two names, each with ``:more`` or ``:less`` if wanted.

    Raises
    ------
    NotAGoalError
        If there are no two different names, or a way is neither.

    """
    own = loaded.scenario.frontier
    if between:
        found = [_asked(text) for text in between]
    elif own is not None:
        ways: Sequence[str | None] = own.better or (None, None)
        pairs = zip(own.between, ways, strict=True)
        found = [Asked(name, WAYS[way] if way else None) for name, way in pairs]
    else:
        raise NotAGoalError(
            Sentence(
                "a frontier must be between two numbers, got none: give --between A B, "
                "or a block 'frontier' in the scenario"
            )
        )
    if len(found) != 2 or found[0].name == found[1].name:
        raise NotAGoalError(
            Sentence(
                "a frontier must be between two different numbers, got {names}",
                names=", ".join(one.name for one in found),
            )
        )
    return found[0], found[1]


def goal_of(loaded: LoadedScenario, translated: Translated, asked: Asked) -> Named:
    """Return what a name measures.

    Raises
    ------
    NotAGoalError
        If the scenario has no such number, it is no sum over cells, or nobody says
        which way is better.

    """
    scenario = loaded.scenario
    if asked.name in scenario.quantities:
        measure = _quantity(translated, asked.name)
        more = asked.more
        if more is None:
            more = _claimed(translated, asked.name)
        unit = str(scenario.quantities[asked.name].unit)
        label = scenario.quantities[asked.name].label
    else:
        rule_id = _rule_of(loaded, asked.name)
        if rule_id not in translated.indicators:
            raise NotAGoalError(
                Sentence(
                    "indicator {name} must be counted here to draw a frontier, but its "
                    "rule {rule} is not applied",
                    name=asked.name,
                    rule=rule_id,
                )
            )
        told, rule = translated.indicators[rule_id], scenario.rules[rule_id]
        if told.out_of is not None or told.zones is not None or told.counted.near:
            raise NotAGoalError(
                Sentence(
                    "indicator {name} must be a sum over cells to draw a frontier, but "
                    "it is a share, a spread or counts what lies near new uses",
                    name=asked.name,
                )
            )
        measure = _tally(translated, told.counted)
        more, unit, label = asked.more, getattr(rule, "unit", ""), rule.label
    if more is None:
        raise NotAGoalError(
            Sentence(
                "which way of {name} is better must be said: {name}:more or "
                "{name}:less, or 'better' in the scenario's frontier",
                name=asked.name,
            )
        )
    texts = dict.fromkeys(("nl", "en"), asked.name)
    if label is not None:
        texts = {"nl": label.in_language("nl"), "en": label.in_language("en")}
    return Named(asked.name, texts, unit, Goal(measure, more))


def _asked(text: str) -> Asked:
    name, colon, way = text.partition(":")
    if colon and way not in WAYS:
        raise NotAGoalError(
            Sentence(
                "behind the colon must stand more or less, got '{got}' in '{text}'",
                got=way,
                text=text,
            )
        )
    return Asked(name, WAYS[way] if colon else None)


def _rule_of(loaded: LoadedScenario, name: str) -> str:
    rules = loaded.scenario.rules
    for rule_id, rule in rules.items():
        if isinstance(rule, Reporting) and rule.indicator == name:
            return rule_id
    known = {r.indicator for r in rules.values() if isinstance(r, Reporting)}
    known |= set(loaded.scenario.quantities)
    guess = closest(name, known)
    raise NotAGoalError(
        Sentence(
            "a frontier must be between quantities or indicators, got '{got}'{guess}",
            got=name,
            guess=f" ({guess}?)" if guess else "",
        )
    )


def _quantity(translated: Translated, name: str) -> Measure:
    problem = translated.problem
    supply = [float(supply.quantity == name) for supply in problem.supplies]
    return Measure(problem.density(name), problem.land_ha, np.array(supply, float))


def _tally(translated: Translated, tally: Tally) -> Measure:
    nothing = np.zeros(len(translated.problem.supplies))
    return Measure(tally.per_use, tally.weight, nothing)


def _claimed(translated: Translated, name: str) -> bool | None:
    """Return whether a claim asks for at least some of a quantity; None without."""
    claims = [
        rule
        for rule in translated.problem.constraints
        if isinstance(rule, ClaimRow) and rule.quantity == name
    ]
    return any(claim.least > 0 for claim in claims) if claims else None
