"""Which uses take part, and what makes land suitable for them.

A use takes part if it is enabled and provides something that a claim, a share or a
coupling asks for; land would otherwise change for nothing. Combination rules add the
uses that provide what two others do.
"""

from dataclasses import dataclass, field

import numpy as np

from model.land_use import STAYS, LandUse, combine
from model.terms.points import Points
from model.terms.protocol import Term
from model.terms.suitability import Factor, Suitability
from scenarios.faults import Fault
from scenarios.schema.rules.coverage import Coverage
from scenarios.schema.rules.land import Combination
from scenarios.schema.rules.rows import Coupling, Demand, ShareRule
from scenarios.schema.scenario import Scenario
from scenarios.schema.use import Suitability as SuitabilitySettings
from scenarios.translation.context import Context, misfit
from scenarios.translation.curve import to_curve
from scenarios.translation.outcome import RuleState
from scenarios.translation.reason import Reason


@dataclass
class UseTerms:
    """Terms of all uses, and the factors among them."""

    terms: list[Term] = field(default_factory=list)
    states: list[RuleState] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def land_uses(scenario: Scenario) -> tuple[tuple[LandUse, ...], list[RuleState]]:
    """Return the uses that take part, and what became of the combinations."""
    quantities, named = _asked(scenario)
    plain = {
        name: LandUse(name, {key: of.value for key, of in use.provides.items()})
        for name, use in scenario.uses.items()
        if use.active
    }
    states, combined = [], {}
    for rule_id, rule in scenario.rules.items():
        if isinstance(rule, Combination):
            reason = _unfit(rule, plain)
            if reason is None:
                combined[rule.use] = _combined(rule, plain)
            states.append(_state(rule_id, rule, reason))
    taking_part = [
        use
        for use in (*plain.values(), *combined.values())
        if (use.parts or scenario.uses[use.name].alone)
        and (quantities & set(use.provides) or named & {use.name, *use.parts})
    ]
    return (LandUse(STAYS), *taking_part), states


def _asked(scenario: Scenario) -> tuple[set[str], set[str]]:
    """Quantities that something asks for, and uses that a share asks for."""
    quantities = {claim.quantity or name for name, claim in scenario.claims.items()}
    named: set[str] = set()
    for rule_id, rule in scenario.rules.items():
        if not rule.enabled or rule.hardness == "report" or rule.not_applied:
            continue
        if isinstance(rule, Demand):
            quantities.add(rule.quantity or rule_id)
        elif isinstance(rule, Coupling):
            quantities.add(rule.quantity)
        elif isinstance(rule, ShareRule) and rule.min is not None:
            named |= set(scenario.members(rule.uses))
        elif isinstance(rule, Coverage):
            named |= set(scenario.members(rule.uses or ()))
            quantities |= {rule.quantity} if rule.quantity else set()
    return quantities, named


def _unfit(rule: Combination, plain: dict[str, LandUse]) -> Reason | None:
    if not rule.enabled:
        return Reason("disabled")
    missing = tuple(name for name in rule.of if name not in plain)
    return Reason("uses", missing) if missing else None


def _combined(rule: Combination, plain: dict[str, LandUse]) -> LandUse:
    credit = {name: share.value for name, share in rule.credit.items()}
    return combine(rule.use, [plain[name] for name in rule.of], credit)


def _state(rule_id: str, rule: Combination, reason: Reason | None) -> RuleState:
    return RuleState(
        rule_id,
        rule.kind,
        rule.hardness,
        reason is None,
        reason,
        rule.label,
        rule.explanation,
        rule.source,
    )


def suitability_terms(context: Context) -> UseTerms:
    """Return the suitability of every use that takes part.

    A combined use is as suitable as the mean of its parts, or as the one that its rule
    names, unless the scenario gives it a suitability of its own. Leaving land as it is
    has its worth: a change starts that far below zero.
    """
    found = UseTerms()
    for use in context.uses[1:]:
        sources = _sources(context, use)
        for name in sources:
            _add_suitability(context, (use.name, name, 1 / len(sources)), found)
    stays = context.scenario.stays.value
    if stays:
        everywhere = np.ones(context.province.grid.n_cells, np.bool_)
        names = tuple(use.name for use in context.uses[1:])
        found.terms.append(Points("stays", names, everywhere, -stays))
    return found


def _sources(context: Context, use: LandUse) -> tuple[str, ...]:
    """Return the uses whose suitability counts: its own, or that of its parts.

    A part without a suitability, such as a roof, is as good on any land.
    """
    uses = context.scenario.uses
    own = uses.get(use.name)
    if not use.parts or (own and own.suitability):
        return (use.name,)
    for rule in context.scenario.rules.values():
        if isinstance(rule, Combination) and rule.use == use.name and rule.suits_as:
            return (rule.suits_as,)
    return tuple(part for part in use.parts if uses[part].suitability) or use.parts


def _add_suitability(
    context: Context, of: tuple[str, str, float], found: UseTerms
) -> None:
    """Add one use's factors; a factor without its layer is left out and told."""
    use, name, share = of
    suitability = context.scenario.uses[name].suitability
    if suitability is None:
        return
    layers = context.province.layers
    if use == name:
        found.states += _factor_states(context, name, suitability)
    try:
        term = Suitability(
            use,
            suitability.points.value * share,
            tuple(
                Factor(id_, layers[it.layer], to_curve(it.curve), it.weight.value)
                for id_, it in suitability.factors.items()
                if it.layer in layers and it.weight.value > 0
            ),
            suitability.combine == "geometric",
            part=name,
        )
    except ValueError as error:
        found.faults += misfit(context, ("uses", name, "suitability"), error).faults
        return
    found.terms.append(term)


def _factor_states(
    context: Context, use: str, suitability: SuitabilitySettings
) -> list[RuleState]:
    """Say which factors count."""
    states = []
    for factor_id, factor in suitability.factors.items():
        missing = factor.layer not in context.province.layers
        reason = Reason("layer", (factor.layer,)) if missing else None
        name = f"uses.{use}.{factor_id}"
        states.append(
            RuleState(name, "factor", "soft", not missing, reason, factor.label)
        )
    return states
