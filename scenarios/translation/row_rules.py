"""Rules that become rows: shares, budgets, couplings, demands."""

import numpy as np
from numpy.typing import NDArray

from grids.sentence import Sentence
from model.constraints.budget import Budget as BudgetRows
from model.constraints.coupling import ANY_NEW
from model.constraints.coupling import Coupling as CouplingRows
from model.constraints.share import Share as ShareRows
from model.partition import Partition
from model.rows import HARD
from scenarios.faults import Key
from scenarios.schema.numbers import Stated
from scenarios.schema.rules.rows import Budget, Coupling, Demand, ShareRule
from scenarios.schema.rules.rule import PricedRule
from scenarios.translation.claims import claim_rows
from scenarios.translation.context import Context
from scenarios.translation.outcome import Parts
from scenarios.translation.reason import Reason

SAME = 1e-4
"""Relative difference within a zone above which a capacity is not one number."""


def _price(rule: PricedRule) -> float:
    if rule.hardness == "soft" and rule.price is not None:
        return rule.price.value
    return HARD


def demand(context: Context, rule_id: str, rule: Demand) -> Parts:
    """Return the rows of a claim."""
    return Parts(claim_rows(context, rule_id, rule, ("rules", rule_id)))


def share(context: Context, rule_id: str, rule: ShareRule) -> Parts:
    """Return one row a zone: of all its land, not only of what may change."""
    grid = context.province.grid
    partition = context.partition(rule.per)
    if rule.within is not None:
        within = context.mask(rule.within, ("rules", rule_id, "within"))
        partition = partition.within(within, f"{partition.name} within {rule_id}")
    land_ha = partition.totals(np.full(grid.n_cells, grid.cell_area_ha))
    existing_ha = np.zeros(land_ha.size)
    if rule.existing is not None:
        part = part_of_cell(context, rule.existing, ("rules", rule_id, "existing"))
        existing_ha = partition.totals(part * grid.cell_area_ha)
    rows = ShareRows(
        rule_id,
        context.taking_part(rule.uses),
        partition,
        rule.min.value if rule.min else 0.0,
        rule.max.value if rule.max else 1.0,
        land_ha,
        existing_ha,
        _price(rule),
        grid.cell_area_ha,
    )
    return Parts((rows,))


def part_of_cell(context: Context, name: str, path: Key) -> NDArray[np.float32]:
    """Return which part of each cell serves already [0..1].

    A fraction, or values that are one: tree cover is measured, not drawn as areas.
    """
    layer = context.layer(name)
    is_part = layer.unit == "1" and bool(
        ((layer.values >= 0) & (layer.values <= 1)).all()
    )
    kinds = ("fraction", "value") if is_part else ("fraction",)
    return context.layer_of(name, kinds, path).values


def budget(context: Context, rule_id: str, rule: Budget) -> Parts:
    """Return one row a zone with a capacity."""
    partition = context.partition(rule.per)
    n_zones = len(partition.labels)
    if isinstance(rule.capacity, Stated):
        capacity = np.full(n_zones, rule.capacity.value)
    else:
        path = "rules", rule_id, "capacity"
        layer = context.layer_of(rule.capacity, ("value",), path)
        capacity = _per_zone(layer.values, partition, rule.capacity)
    load: dict[str, float] = {}
    for name, per_ha in rule.load.items():
        for use in context.taking_part((name,)):
            load[use] = load.get(use, 0.0) + per_ha.value
    note = None
    if rule.within is not None:
        within = context.mask(rule.within, ("rules", rule_id, "within"))
        partition = partition.within(within, f"{partition.name} within {rule_id}")
        note = None if within.any() else Reason("nowhere")
    rows = BudgetRows(rule_id, load, partition, capacity, _price(rule), str(rule.unit))
    return Parts((rows,), note=note)


def _per_zone(
    values: NDArray[np.float32], partition: Partition, layer: str
) -> NDArray[np.float64]:
    """Return the one value a layer has in each zone; infinite for an empty zone."""
    here = partition.zone >= 0
    most = np.full(len(partition.labels), -np.inf)
    least = np.full(len(partition.labels), np.inf)
    np.maximum.at(most, partition.zone[here], values[here])
    np.minimum.at(least, partition.zone[here], values[here])
    filled = np.isfinite(most)
    apart = filled & (most - least > SAME * np.maximum(1.0, np.abs(most)))
    if apart.any():
        zone = int(np.argmax(apart))
        raise ValueError(
            Sentence(
                "capacity layer '{layer}' must have one value per zone of "
                "'{zones}', got {low:g}..{high:g} in '{zone}'",
                layer=layer,
                zones=partition.name,
                low=least[zone],
                high=most[zone],
                zone=partition.labels[zone],
            )
        )
    return np.where(filled, most, np.inf)


def coupling(context: Context, rule_id: str, rule: Coupling) -> Parts:
    """Return one row a zone."""
    unit = str(context.scenario.quantities[rule.quantity].unit)
    partition = context.partition(rule.per)
    counted, note = None, None
    key = "within" if rule.lost is None else "lost"
    where = rule.within if rule.lost is None else rule.lost
    if where is not None:
        mask = context.mask(where, ("rules", rule_id, key))
        counted = partition.within(mask, f"{partition.name} {key} of {rule_id}")
        note = None if mask.any() else Reason("nowhere")
    rows = CouplingRows(
        rule_id,
        rule.quantity,
        rule.at_least.value,
        rule.of or ANY_NEW,
        partition,
        _price(rule),
        unit,
        counted,
    )
    return Parts((rows,), note=note)
