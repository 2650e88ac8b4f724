"""Rules about what everyone must have within reach to rows, one a block."""

import numpy as np
from numpy.typing import NDArray

from model.blocks import Blocks, cut
from model.constraints.coverage import Coverage as CoverageRows
from model.rows import HARD
from scenarios.faults import Key, ScenarioError, fault
from scenarios.schema.rules.coverage import Coverage
from scenarios.translation.context import Context
from scenarios.translation.outcome import Parts
from scenarios.translation.reason import Reason
from scenarios.translation.row_rules import part_of_cell
from scenarios.units import dimension_of, unit_of, units_of

BLOCK_M = 1_000.0
"""Edge of a block where the rule gives none and the reach is not less [m]."""

Floats = NDArray[np.float64]


def coverage(context: Context, rule_id: str, rule: Coverage) -> Parts:
    """Return rows of the blocks that ask something and lack it."""
    assert rule.least is not None  # without it the rule is not applied
    blocks = _blocks(context, rule_id, rule)
    unit = "ha"
    if rule.quantity is not None:
        unit = str(context.scenario.quantities[rule.quantity].unit)
    need, owed = _asked(context, rule_id, rule, blocks)
    rows = CoverageRows(
        rule_id,
        blocks,
        rule.reach.value,
        need,
        _existing(context, rule_id, rule),
        context.taking_part(rule.uses) if rule.uses else (),
        rule.quantity or "",
        owed,
        rule.price.value if rule.hardness == "soft" and rule.price else HARD,
        unit,
    )
    return Parts((rows,), note=None if need.any() or owed else Reason("nowhere"))


def _blocks(context: Context, rule_id: str, rule: Coverage) -> Blocks:
    """Cut the province; a small reach asks for small blocks, of whole cells."""
    grid = context.province.grid
    if rule.block is not None:
        if rule.block.value < grid.cell_m:
            path: Key = ("rules", rule_id, "block")
            values = {"text": f"{grid.cell_m}", "got": str(rule.block)}
            place = context.loaded.place(path)
            raise ScenarioError([fault(place, path, "small_block", **values)])
        return cut(grid, rule.block.value)
    cells = max(1.0, min(BLOCK_M, rule.reach.value) // grid.cell_m)
    return cut(grid, cells * grid.cell_m)


def _asked(
    context: Context, rule_id: str, rule: Coverage, blocks: Blocks
) -> tuple[Floats, dict[str, float]]:
    """Return what blocks ask by who lives there, and what new land asks on top."""
    assert rule.least is not None
    least, nothing = rule.least.value, np.zeros(blocks.n_blocks)
    if rule.of is None:
        return np.full(blocks.n_blocks, least), {}
    if rule.of in context.scenario.quantities:
        owed = {use.name: use.provides.get(rule.of, 0.0) for use in context.uses}
        return nothing, {use: least * per_ha for use, per_ha in owed.items() if per_ha}
    if rule.of in context.scenario.groups or rule.of in context.scenario.uses:
        return nothing, dict.fromkeys(context.taking_part((rule.of,)), least)
    persons = blocks.partition.totals(_inhabitants(context, rule_id, rule.of))
    inhabited = persons >= rule.inhabited.value
    per_person = rule.least.dimension.endswith("/persons")
    return np.where(inhabited, least * persons if per_person else least, 0.0), {}


def _inhabitants(context: Context, rule_id: str, name: str) -> Floats:
    """Return the inhabitants of every cell."""
    path = "rules", rule_id, "of"
    layer = context.layer_of(name, ("value",), path)
    if dimension_of(layer.unit) != "persons/area":
        place = context.loaded.place(path)
        values = {"layer": name, "unit": layer.unit}
        raise ScenarioError([fault(place, path, "no_inhabitants", **values)])
    return _per_cell(context, layer.values, layer.unit)


def _per_cell(context: Context, values: NDArray[np.float32], unit: str) -> Floats:
    """Return amounts per cell in the base unit, from amounts per area."""
    known = unit_of(unit)
    assert known is not None  # its dimension was looked up
    area_ha = context.province.grid.cell_area_ha
    return np.asarray(values.astype(np.float64) * known.factor * area_ha)


def _existing(context: Context, rule_id: str, rule: Coverage) -> Floats:
    """Return what is there per cell; areas that overlap count once."""
    grid = context.province.grid
    total = np.zeros(grid.n_cells)
    for number, name in enumerate(rule.existing):
        path = "rules", rule_id, "existing", number
        if rule.quantity is None or _is_area(context, rule.quantity):
            part = part_of_cell(context, name, path).astype(np.float64)
            total = np.minimum(total + part * grid.cell_area_ha, grid.cell_area_ha)
        else:
            total += _amounts(context, name, rule.quantity, path)
    return total


def _is_area(context: Context, quantity: str) -> bool:
    return dimension_of(context.scenario.quantities[quantity].unit) == "area"


def _amounts(context: Context, name: str, quantity: str, path: Key) -> Floats:
    """Return the amounts of a layer that measures the quantity per area."""
    layer = context.layer_of(name, ("value",), path)
    wanted = f"{dimension_of(context.scenario.quantities[quantity].unit)}/area"
    if dimension_of(layer.unit) != wanted:
        place = context.loaded.place(path)
        values = {"units": units_of(wanted), "layer": name, "unit": layer.unit}
        raise ScenarioError([fault(place, path, "wrong_layer_unit", **values)])
    return _per_cell(context, layer.values, layer.unit)
