"""Claims and demands to rows: in the province, in a zone, or in every zone."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.constraints.claim import Claim as ClaimRow
from model.partition import Partition
from model.rows import HARD
from scenarios.faults import Key
from scenarios.schema.claim import Claim
from scenarios.translation.context import Context
from scenarios.translation.division import bound_parts, most_per_cell
from scenarios.translation.reason import NotApplicableError, Reason


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
    NotApplicableError
        If it holds within land that is nowhere in this province.
    ScenarioError
        If the layer has no such zone.

    """
    rows = asked_rows(context, claim_id, claim, path)
    return bound_parts(context, claim, rows[0]) if claim.divided_by else rows


def asked_rows(
    context: Context, claim_id: str, claim: Claim, path: Key
) -> tuple[ClaimRow, ...]:
    """Return the rows of a claim as if it were not divided."""
    quantity = claim.quantity or claim_id
    unit = str(context.scenario.quantities[quantity].unit)
    price = HARD
    if claim.shortfall.allowed and claim.shortfall.price is not None:
        price = claim.shortfall.price.value
    least, most = claim.limits()
    if claim.target.value is not None:  # one number: land comes in whole cells
        most = max(most, least + most_per_cell(context, quantity))
    return tuple(
        ClaimRow(name, quantity, least, most, partition, zone, price, unit)
        for name, partition, zone in _places(context, claim_id, claim, path)
    )


def _places(
    context: Context, claim_id: str, claim: Claim, path: Key
) -> Iterator[tuple[str, Partition | None, int]]:
    """Name the zones in which the claim holds; None is the whole province."""
    within = None
    if claim.within is not None:
        within = context.mask(claim.within, (*path, "within"))
        if not within.any():
            raise NotApplicableError(Reason("nowhere_within", (claim.within,)))
    if claim.zone is not None:
        one = context.zones(claim.zone.layer, claim.zone.chosen, (*path, "zone"))
        yield claim_id, _inside(one, within, claim_id), 0
    elif claim.per is not None:
        every = _inside(context.partition(claim.per), within, claim_id)
        for zone, label in enumerate(every.labels):
            if (every.zone == zone).any():
                yield f"{claim_id}, {label}", every, zone
    elif within is not None:
        yield claim_id, _inside(context.whole, within, claim_id), 0
    elif context.inside is not None:
        yield claim_id, context.whole, 0
    else:
        yield claim_id, None, 0


def _inside(
    partition: Partition, within: NDArray[np.bool_] | None, name: str
) -> Partition:
    if within is None:
        return partition
    return partition.within(within, f"{partition.name} within {name}")
