"""Each rule of the programmes switched on against off: what it claims to change does.

Puzzelland has a layer for every rule. The scenario with all rules is translated once
with all of them and once without each; the mask, the points, the row, the restriction,
the use or the indicator of the rule must be the difference, on the cells that its own
condition names. What the condition names is worked out here from the layers, not taken
from the translation.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from grids.layers import Province
from grids.where import select
from model.problem import Problem
from model.terms.protocol import Term
from scenarios.effect import points_of
from scenarios.load import LoadedScenario
from scenarios.province import make_province
from scenarios.rule_book import frame
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import (
    Combination,
    Designation,
    Exclusion,
    Preference,
    SuitabilityRule,
)
from scenarios.schema.rules.reporting import Reporting
from scenarios.translation.problem import Translated, translate

Mask = NDArray[np.bool_]

# What Puzzelland on cells of 500 m cannot show, and why.
NOT_HERE = {
    "report": {"defensie-one-barracks", "groen-near-homes"},
    "stated": {
        "wbs-climate-and-nutrients",
        "nplg-veining-links",
        "natuurinclusief-natural-capital",
        "pidi-cluster-emission",
        "res-roof-share",
        "werklocaties-waterbed",
        "werklocaties-balance",
        "werklocaties-intensification-cost",
        "werklocaties-plan-status",
        "werklocaties-chemelot-room",
        "woningbouw-affordable",
        "groen-links",
        "groen-urban-municipalities",
    },
}
# A field of 10 ha is less than a cell.
KEPT_BY_ITSELF = {"res-clustering"}
# 300 m is less than a cell, but the rule has other effects.
KEPT_APART_BY_ITSELF = {"werklocaties-new-firms-and-homes"}
RULES = sorted(frame().scenario.rules)
IDLE = KEPT_BY_ITSELF.union(*NOT_HERE.values())


@pytest.fixture(scope="module")
def loaded() -> LoadedScenario:
    return frame()


@pytest.fixture(scope="module")
def province(loaded: LoadedScenario) -> Province:
    return make_province(loaded)


@pytest.fixture(scope="module")
def on(loaded: LoadedScenario, province: Province) -> Translated:
    return translate(loaded, province)


def _without(loaded: LoadedScenario, name: str) -> LoadedScenario:
    rules = dict(loaded.scenario.rules)
    rules[name] = rules[name].model_copy(update={"enabled": False})
    scenario = loaded.scenario.model_copy(update={"rules": rules})
    return replace(loaded, scenario=scenario)


def test_only_these_rules_do_not_work_in_puzzelland(on: Translated) -> None:
    idle = {state.id: state.reason for state in on.rules if not state.applied}
    by_code = {
        code: {name for name, reason in idle.items() if reason and reason.code == code}
        for code in {reason.code for reason in idle.values() if reason}
    }
    assert by_code == NOT_HERE
    kept = {s.id for s in on.rules if s.reason and s.reason.code == "by_itself"}
    assert kept == KEPT_BY_ITSELF | KEPT_APART_BY_ITSELF


def test_no_condition_holds_nowhere(on: Translated) -> None:
    nowhere = [
        state.id
        for state in on.rules
        if state.reason and state.reason.code == "nowhere"
    ]
    assert nowhere == []


@pytest.mark.parametrize("name", [name for name in RULES if name not in IDLE])
def test_rule_changes_what_it_claims(
    name: str, loaded: LoadedScenario, province: Province, on: Translated
) -> None:
    off = translate(_without(loaded, name), province)
    rule = loaded.scenario.rules[name]
    changed = list(_changes(on, off, name))
    assert changed, "on and off are the same"
    assert set(changed) <= _claimed(rule)
    named = _named_cells(rule, province)
    if named is not None and not isinstance(rule, Preference):
        touched = _touched(on.problem, name)
        assert touched is not None
        assert (touched == named).all()
    assert not list(_others(on, off, name))


def _claimed(rule: AnyRule) -> set[str]:
    """What a rule of its kind may change."""
    if isinstance(rule, Exclusion):
        return {"mask"} if rule.hardness == "hard" else {"points"}
    if isinstance(rule, Designation):
        return {"points"} if rule.status == "preferred" else {"mask", "row"}
    if isinstance(rule, SuitabilityRule):
        return {"points"}
    if isinstance(rule, Preference):
        return {"points"} if rule.rungs else {"weights"}
    if isinstance(rule, Combination):
        return {"use", "edges"}  # the edges of the use that it adds
    if isinstance(rule, Reporting):
        return {"indicator"}
    return {"mask", "points", "row", "edges"}


def _changes(on: Translated, off: Translated, name: str) -> Iterator[str]:
    """What is there with the rule and not without it."""
    one, two = on.problem, off.problem
    if _names(one.exclusions, name) and not _names(two.exclusions, name):
        yield "mask"
    gone = not _names(two.terms, name)
    if gone and any(points_of(one, t).any() for t in one.terms if _of(t, name)):
        yield "points"
    if _names(one.constraints, name) and not _names(two.constraints, name):
        yield "row"
    if {use.name for use in one.uses} - {use.name for use in two.uses}:
        yield "use"
    if name in on.indicators and name not in off.indicators:
        yield "indicator"
    if one.boundary != two.boundary:
        yield "edges"
    if name == "wbs-water-and-soil-first":
        heavy, light = (points_of(p, _term(p, "wbs-worst-case")) for p in (one, two))
        assert light.any()
        assert np.allclose(heavy, 2 * light)
        yield "weights"


def _others(on: Translated, off: Translated, name: str) -> Iterator[str]:
    """Masks and rows of other rules that come or go with this one."""
    for one, two in ((on, off), (off, on)):
        for part in ("exclusions", "constraints"):
            names = {rule.name for rule in getattr(one.problem, part)}
            others = {rule.name for rule in getattr(two.problem, part)}
            yield from (other for other in names - others if not other.startswith(name))


def _named_cells(rule: AnyRule, province: Province) -> Mask | None:
    """The cells that the rule's own condition names; None where it has none."""
    if isinstance(rule, Exclusion):
        cells = select(province, rule.where)
        return cells & ~select(province, rule.unless) if rule.unless else cells
    if isinstance(rule, Designation) and rule.status != "fixed":
        cells = select(province, rule.where)
        return ~cells if rule.status == "candidate" else cells
    return None


def _touched(problem: Problem, name: str) -> Mask | None:
    """The cells that the rule masks or gives points, for the uses it speaks of."""
    for mask in problem.exclusions:
        if mask.name == name:
            return mask.cells
    for term in problem.terms:
        if term.name == name:
            touched: Mask = (points_of(problem, term) != 0).any(axis=0)
            return touched
    return None


def _of(rule: object, name: str) -> bool:
    own = str(getattr(rule, "name", ""))
    return own == name or own.startswith(f"{name}, ")


def _names(rules: tuple[object, ...], name: str) -> bool:
    return any(_of(rule, name) for rule in rules)


def _term(problem: Problem, name: str) -> Term:
    return next(term for term in problem.terms if term.name == name)
