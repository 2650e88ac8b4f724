"""A scenario on a province to a problem, with the state of every rule.

Order of the rows: fixed places, claims, demands and shares, couplings, budgets. The
sequential engine serves them in this order, claims as they stand in the scenario.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grids.layers import Province
from model.constraints.budget import Budget as BudgetRows
from model.constraints.claim import Claim as ClaimRow
from model.constraints.coupling import Coupling as CouplingRows
from model.constraints.fixed import Fixed
from model.constraints.protocol import Constraint
from model.indicator import Indicator
from model.problem import Problem
from model.supply import Supply
from model.terms.ladder import Ladder
from model.terms.protocol import Term
from scenarios.asked import asked
from scenarios.faults import Fault, ScenarioError, fault
from scenarios.load import LoadedScenario
from scenarios.schema.rules.contiguity import Contiguity
from scenarios.schema.rules.coverage import Coverage
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import (
    Combination,
    Designation,
    Exclusion,
    Preference,
    SuitabilityRule,
)
from scenarios.schema.rules.reporting import Reporting
from scenarios.schema.rules.rows import Budget, Coupling, Demand, ShareRule
from scenarios.schema.rules.separation import Separation
from scenarios.translation import form_rules, land_rules, row_rules
from scenarios.translation.claims import asked_rows, claim_rows
from scenarios.translation.context import Context, MissingLayerError, misfit
from scenarios.translation.contradictions import contradictions
from scenarios.translation.coverage import coverage
from scenarios.translation.division import (
    Divided,
    divided_claims,
    divided_supply,
    division_state,
)
from scenarios.translation.edges import boundary, touch
from scenarios.translation.indicators import indicator
from scenarios.translation.outcome import Parts, RuleState
from scenarios.translation.places import place_of
from scenarios.translation.priority import has_followers, weighted
from scenarios.translation.reason import NotApplicableError, Reason
from scenarios.translation.uses import land_uses, suitability_terms


@dataclass(frozen=True, eq=False)
class Translated:
    """A problem and how it came about.

    Parameters
    ----------
    problem
        What to solve.
    claims
        Rows of the scenario's claims, in its order.
    rules
        Every rule and factor with its state.
    ladders
        Strict ladders.
    indicators
        What is told of a plan, per reporting rule.
    divided
        Claims that are divided over zones; None if none is.

    """

    problem: Problem
    claims: tuple[ClaimRow, ...]
    rules: tuple[RuleState, ...]
    ladders: tuple[Ladder, ...]
    indicators: Mapping[str, Indicator]
    divided: Divided | None = None


def translate(loaded: LoadedScenario, province: Province) -> Translated:
    """Make the problem of a scenario on a province.

    Parameters
    ----------
    loaded
        The scenario, with places for its faults.
    province
        Cells and layers.

    Raises
    ------
    ScenarioError
        If the scenario does not fit the province: an unknown zone or label, two
        rules that contradict each other on a cell.

    """
    uses, states = land_uses(loaded.scenario)
    context = Context(loaded, province, uses)
    scores = suitability_terms(context)
    claims, faults = _claims(context)
    supplies = () if faults else tuple(_supplies(context))
    faults += scores.faults
    states += division_state(context)
    parts: dict[str, Parts] = {}
    for rule_id, rule in weighted(loaded.scenario.rules).items():
        if isinstance(rule, Combination):
            continue
        try:
            found, state = _rule(context, rule_id, rule)
        except ScenarioError as error:
            faults += error.faults
            continue
        parts[rule_id] = found
        states.append(state)
    every = list(parts.values())
    faults = faults or list(contradictions(context, every))
    if faults:
        raise ScenarioError(faults)
    problem = _problem(context, (claims, supplies), every, scores.terms)
    ladders = tuple(part.ladder for part in every if part.ladder and part.ladder.strict)
    told = {name: part.indicator for name, part in parts.items() if part.indicator}
    wholes = {
        name: asked_rows(context, name, claim, ("claims", name))[0]
        for name, claim in loaded.scenario.claims.items()
        if claim.divided_by
    }
    return Translated(
        problem,
        claims,
        (*states, *scores.states),
        ladders,
        told,
        divided_claims(context, wholes),
    )


def _claims(context: Context) -> tuple[tuple[ClaimRow, ...], list[Fault]]:
    found: list[ClaimRow] = []
    faults: list[Fault] = []
    for claim_id, claim in context.scenario.claims.items():
        path = "claims", claim_id
        try:
            found += claim_rows(context, claim_id, claim, path)
        except ScenarioError as error:
            faults += error.faults
        except MissingLayerError as error:
            place = context.loaded.place(path)
            faults.append(fault(place, path, "claim_layer", got=error.name))
        except ValueError as error:  # a layer without zones
            faults += misfit(context, path, error).faults
    return tuple(found), faults


def _rule(context: Context, rule_id: str, rule: AnyRule) -> tuple[Parts, RuleState]:
    place = place_of(context, rule)
    reason = place if isinstance(place, Reason) else _idle(context, rule)
    parts = Parts()
    if reason is None and isinstance(place, Context):
        try:
            parts = _parts(place, rule_id, rule)
        except MissingLayerError as error:
            reason = Reason("layer", (error.name,))
        except NotApplicableError as error:
            reason = error.reason
        except ScenarioError:
            raise
        except ValueError as error:  # a layer that the rule cannot use as it is
            raise misfit(context, ("rules", rule_id), error) from error
    state = RuleState(
        rule_id,
        rule.kind,
        rule.hardness,
        reason is None,
        reason or parts.note,
        rule.label,
        rule.explanation,
        rule.source,
        asked(context.scenario, rule),
    )
    return parts, state


def _idle(context: Context, rule: AnyRule) -> Reason | None:
    """Say why a rule has nothing to do, before its layers are looked at."""
    if not rule.enabled:
        return Reason("number" if rule.waits_for == "number" else "disabled")
    if rule.not_applied is not None:
        return Reason("stated", said=rule.not_applied)
    if isinstance(rule, Reporting):
        return None
    if rule.hardness == "report":
        return Reason("report")
    if isinstance(rule, Preference) and rule.programme is not None:
        followed = has_followers(context.scenario.rules, rule.programme)
        return None if followed else Reason("nowhere")
    names: tuple[str, ...] = getattr(rule, "uses", None) or ()
    if isinstance(rule, Budget):
        names = tuple(rule.load)
    if names and not context.taking_part(names):
        return Reason("uses", names)
    if isinstance(rule, Coupling):
        provided = {key for use in context.uses for key in use.provides}
        if rule.of is not None and rule.of not in provided:
            return Reason("unasked", (rule.of,))
    if isinstance(rule, Coverage) and rule.of is not None:
        of_uses = rule.of in {*context.scenario.uses, *context.scenario.groups}
        if of_uses and not context.taking_part((rule.of,)):
            return Reason("uses", (rule.of,))
    return None


def _parts(context: Context, rule_id: str, rule: AnyRule) -> Parts:
    match rule:
        case Exclusion():
            return land_rules.exclusion(context, rule_id, rule)
        case SuitabilityRule():
            return land_rules.suitability(context, rule_id, rule)
        case Preference():
            return land_rules.preference(context, rule_id, rule)
        case Designation():
            return land_rules.designation(context, rule_id, rule)
        case Demand():
            return row_rules.demand(context, rule_id, rule)
        case ShareRule():
            return row_rules.share(context, rule_id, rule)
        case Budget():
            return row_rules.budget(context, rule_id, rule)
        case Coupling():
            return row_rules.coupling(context, rule_id, rule)
        case Contiguity():
            return form_rules.contiguity(context, rule_id, rule)
        case Separation():
            return form_rules.separation(context, rule_id, rule)
        case Coverage():
            return coverage(context, rule_id, rule)
        case Reporting():
            return Parts(indicator=indicator(context, rule_id, rule))
        case _:
            raise AssertionError(f"rule '{rule_id}' of kind {rule.kind} has no place")


def _problem(
    context: Context,
    asked: tuple[tuple[ClaimRow, ...], tuple[Supply, ...]],
    parts: list[Parts],
    scores: list[Term],
) -> Problem:
    claims, supplies = asked
    constraints: list[Constraint] = [*claims]
    constraints += [constraint for part in parts for constraint in part.constraints]
    constraints.sort(key=_turn)
    return Problem(
        context.province.grid,
        context.province.available_ha,
        context.uses,
        tuple([*scores, *(term for part in parts for term in part.terms)]),
        tuple(mask for part in parts for mask in part.exclusions),
        tuple(constraints),
        supplies,
        boundary(context, parts),
        touch(context),
    )


def _turn(constraint: Constraint) -> int:
    """Return the place of a kind among the rows."""
    order = (Fixed, ClaimRow, object, CouplingRows, BudgetRows)
    for turn, kind in enumerate(order):
        if kind is not object and isinstance(constraint, kind):
            return turn
    return order.index(object)


def _supplies(context: Context) -> Iterator[Supply]:
    """Give supplies that a claim asks for, by zone where they are divided."""
    claims = context.scenario.claims
    asked = {claim.quantity or name for name, claim in claims.items()}
    for name, supply in context.scenario.supplies.items():
        if supply.quantity not in asked:
            continue
        points = supply.points.value if supply.points else 0.0
        found = Supply(name, supply.quantity, supply.cap.value, points)
        if supply.divided_by is None:
            yield found
        else:
            yield from divided_supply(context, found, supply.divided_by)
