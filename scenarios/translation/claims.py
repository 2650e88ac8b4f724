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
