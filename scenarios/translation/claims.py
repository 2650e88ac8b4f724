"""Claims and demands to rows: in the province, in a zone, or in every zone."""

from model.constraints.claim import Claim as ClaimRow
from model.rows import HARD
from scenarios.faults import Key
from scenarios.schema.claim import Claim
from scenarios.translation.context import Context


def claim_rows(
    context: Context, claim_id: str, claim: Claim, path: Key
) -> tuple[ClaimRow, ...]:
    """Return one row, or one a zone where the claim holds in each.

    A target of one number leaves room for one cell above it, however small its
    tolerance.

    Raises
    ------
    MissingLayerError
        If its zones are not in this province.
    ScenarioError
        If the layer has no such zone.

    """
    quantity = claim.quantity or claim_id
    unit = str(context.scenario.quantities[quantity].unit)
    price = HARD
    if claim.shortfall.allowed and claim.shortfall.price is not None:
        price = claim.shortfall.price.value
    least, most = claim.limits()
    if claim.target.value is not None:  # one number: land comes in whole cells
        most = max(most, least + _most_per_cell(context, quantity))
    if claim.zone is not None:
        zones = context.zones(claim.zone.layer, claim.zone.chosen, (*path, "zone"))
        return (ClaimRow(claim_id, quantity, least, most, zones, 0, price, unit),)
    if claim.per is None:
        return (ClaimRow(claim_id, quantity, least, most, price=price, unit=unit),)
    partition = context.partition(claim.per)
    return tuple(
        ClaimRow(
            f"{claim_id}, {label}", quantity, least, most, partition, zone, price, unit
        )
        for zone, label in enumerate(partition.labels)
    )


def _most_per_cell(context: Context, quantity: str) -> float:
    """Return what a whole cell of the densest use provides."""
    densest = max(
        (use.provides.get(quantity, 0.0) for use in context.uses), default=0.0
    )
    return densest * context.province.grid.cell_area_ha
