"""An instance without some of its rules, as if the scenario had switched them off."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from model.constraints.patches import Patches
from model.constraints.separation import Separation
from model.constraints.sites import Sites
from model.problem import Problem
from scenarios.fitting.bottleneck import Bottleneck
from scenarios.row_name import row_name
from solver.instance import Instance
from solver.restrict import candidate_areas, to_restrictions


def without_rules(bottleneck: Bottleneck, rules: Collection[str]) -> Instance:
    """Return the instance without the masks, rows and restrictions of some rules.

    Parameters
    ----------
    bottleneck
        Knows what every rule keeps out.
    rules
        Ids of rules.

    """
    instance = bottleneck.instance
    gone = np.array(
        [row_name(name).id in rules for name in instance.rows.name], np.bool_
    )
    rows = replace(
        instance.rows,
        low=np.where(gone, -np.inf, instance.rows.low),
        high=np.where(gone, np.inf, instance.rows.high),
    )
    restrictions = instance.restrictions
    if any(_restricts(bottleneck.problem, rule) for rule in rules):
        left = tuple(
            rule
            for rule in bottleneck.problem.constraints
            if rule.name.partition(", ")[0] not in rules
        )
        problem = replace(bottleneck.problem, constraints=left)
        kept = [row_name(name).id not in rules for name in restrictions.sites.name]
        areas = restrictions.sites.partition[kept].tolist()
        assert len(areas) == len(candidate_areas(problem))
        restrictions = to_restrictions(problem, areas)
    allowed = bottleneck.allowed_without(rules)
    return replace(instance, allowed=allowed, rows=rows, restrictions=restrictions)


def rules_of_patches(problem: Problem, use: str) -> tuple[str, ...]:
    """Return the rules that ask for a size of the patches of a use."""
    return tuple(
        rule.name
        for rule in problem.constraints
        if isinstance(rule, Patches) and use in rule.uses
    )


def _restricts(problem: Problem, rule_id: str) -> bool:
    return any(
        isinstance(rule, Patches | Separation | Sites)
        and rule.name.partition(", ")[0] == rule_id
        for rule in problem.constraints
    )
