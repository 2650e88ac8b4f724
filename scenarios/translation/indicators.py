"""Reporting rules to indicators: what is counted of a plan, on which cells."""

import numpy as np
from numpy.typing import NDArray

from model.blend import Blend
from model.indicator import Indicator, Tally
from model.score import worth_of
from scenarios.faults import Key
from scenarios.schema.rules.reporting import Measure, Reporting
from scenarios.translation.context import Context
from scenarios.translation.curve import to_curve

Floats = NDArray[np.float64]


def indicator(context: Context, rule_id: str, rule: Reporting) -> Indicator:
    """Return what a reporting rule tells of a plan.

    Raises
    ------
    MissingLayerError
        If the province lacks a layer that it counts with.
    ScenarioError
        If a condition makes no sense on these layers.

    """
    assert rule.measure is not None  # without it the rule is not applied
    path = "rules", rule_id
    out_of = zones = None
    if rule.share_of is not None:
        out_of = _tally(context, rule.share_of, (*path, "share_of"))
    if rule.spread_over is not None:
        zones = context.partition(rule.spread_over)
    counted = _tally(context, rule.measure, (*path, "measure"))
    return Indicator(rule.indicator, counted, out_of, zones)


def _tally(context: Context, measure: Measure, path: Key) -> Tally:
    weight = _hectares(context, measure)
    if measure.where is not None:
        weight = weight * context.mask(measure.where, (*path, "where"))
    if measure.weight is not None:
        weight = weight * _worth(context, measure)
    if measure.times is not None:
        weight = weight * measure.times.value
    anyway = None
    if measure.or_where is not None:
        anyway = context.mask(measure.or_where, (*path, "or_where"))
    near = context.taking_part(measure.near or ())
    if measure.near and not near:  # nothing to be near to
        weight = weight * (0.0 if anyway is None else anyway)
    reach_m = measure.reach.value if measure.reach else 0.0
    return Tally(_per_use(context, measure), weight, near, reach_m, anyway)


def _per_use(context: Context, measure: Measure) -> Floats:
    """Return what counts of each use, per hectare."""
    uses = context.uses
    if measure.quantity is not None:
        return np.array([use.provides.get(measure.quantity, 0.0) for use in uses])
    if measure.uses is not None:
        members = set(context.taking_part(measure.uses))
        return np.array([float(use.name in members) for use in uses])
    counts = np.ones(len(uses))
    if measure.lost is not None:
        counts[0] = 0.0
    if measure.stays:
        counts[1:] = 0.0
    return counts


def _hectares(context: Context, measure: Measure) -> Floats:
    """Return the hectares of each cell that count, or what is on them."""
    area_ha, n_cells = context.province.grid.cell_area_ha, context.province.grid.n_cells
    available = context.province.available_ha.astype(np.float64)
    if measure.layer is not None:
        return context.layer(measure.layer).values * area_ha
    if measure.lost is not None:
        there = context.layer(measure.lost).values * area_ha
        return np.minimum(there, available)
    whole = measure.land or measure.stays
    return np.full(n_cells, area_ha) if whole else available


def _worth(context: Context, measure: Measure) -> NDArray[np.floating]:
    """Return the value of the weighing layer, or what a curve makes of it."""
    assert measure.weight is not None
    layer = context.layer(measure.weight)
    if measure.curve is None:
        return layer.values
    return worth_of(Blend((to_curve(measure.curve).on(layer),)))
