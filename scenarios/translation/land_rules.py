"""Rules about cells: exclusions, soft rules as points, ladders, designations."""

import numpy as np

from model.constraints.exclusion import Exclusion as ExclusionMask
from model.constraints.fixed import Fixed
from model.terms.graded import Graded
from model.terms.ladder import Ladder, first_rung
from model.terms.points import Points
from model.terms.suitability import Factor
from scenarios.faults import ScenarioError, fault
from scenarios.schema.rules.land import (
    Designation,
    Exclusion,
    Preference,
    SuitabilityRule,
)
from scenarios.translation.context import Context, MissingLayerError
from scenarios.translation.curve import to_curve
from scenarios.translation.outcome import Parts
from scenarios.translation.reason import Reason


def exclusion(context: Context, rule_id: str, rule: Exclusion) -> Parts:
    """Return a mask, or points to pay where the rule is soft."""
    path = "rules", rule_id
    cells = context.mask(rule.where, (*path, "where"))
    note = None
    if rule.unless is not None:
        try:
            cells = cells & ~context.mask(rule.unless, (*path, "unless"))
        except MissingLayerError as error:  # the strict reading: no exception known
            note = Reason("unless", (error.name,))
    uses = context.taking_part(rule.uses)
    if not cells.any():
        note = Reason("nowhere")
    if rule.hardness == "soft" and rule.price is not None:
        points = Points(rule_id, uses, cells, -rule.price.value)
        return Parts(terms=(points,), note=note)
    return Parts(exclusions=(ExclusionMask(rule_id, uses, cells),), note=note)


def suitability(context: Context, rule_id: str, rule: SuitabilityRule) -> Parts:
    """Return points by a layer."""
    factor = Factor(rule_id, context.layer(rule.layer), to_curve(rule.curve))
    uses = context.taking_part(rule.uses)
    if context.inside is not None:
        worth = np.where(context.inside, factor.worth, np.float32(0))
        return Parts(terms=(Points(rule_id, uses, worth, rule.points.value),))
    return Parts(terms=(Graded(rule_id, uses, factor, rule.points.value),))


def preference(context: Context, rule_id: str, rule: Preference) -> Parts:
    """Return a ladder; an order between programmes has done its work already."""
    if rule.uses is None or rule.rungs is None:
        return Parts()
    n_cells = context.province.grid.n_cells
    masks = [
        context.counted(np.ones(n_cells, bool))
        if rung.where is None
        else context.mask(rung.where, ("rules", rule_id, "rungs", number, "where"))
        for number, rung in enumerate(rule.rungs)
    ]
    ladder = Ladder(
        rule_id,
        context.taking_part(rule.uses),
        first_rung(masks),
        tuple(rung.points.value for rung in rule.rungs),
        tuple(
            rung.label.en if rung.label else f"rung {number}"
            for number, rung in enumerate(rule.rungs, start=1)
        ),
        rule.strict,
    )
    return Parts(terms=(ladder,), ladder=ladder)


def designation(context: Context, rule_id: str, rule: Designation) -> Parts:
    """Return fixed cells, a mask, or points, as the place is designated."""
    path = "rules", rule_id
    cells = context.mask(rule.where, (*path, "where"))
    uses = context.taking_part(rule.uses)
    note = None if cells.any() else Reason("nowhere")
    if rule.status == "preferred" and rule.points is not None:
        points = Points(rule_id, uses, cells, rule.points.value)
        return Parts(terms=(points,), note=note)
    if rule.status == "forbidden":
        return Parts(exclusions=(ExclusionMask(rule_id, uses, cells),), note=note)
    if rule.status == "candidate":
        elsewhere = context.counted(~cells)
        return Parts(exclusions=(ExclusionMask(rule_id, uses, elsewhere),), note=note)
    if len(rule.uses) != 1 or rule.uses[0] not in context.use_names:
        place = context.loaded.place((*path, "uses"))
        raise ScenarioError([fault(place, (*path, "uses"), "fixed_one_use")])
    return Parts(constraints=(Fixed(rule_id, rule.uses[0], cells),), note=note)
