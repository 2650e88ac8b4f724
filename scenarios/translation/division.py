"""Claims on the whole to parts of zones, and how far these may depart from them.

    (1 - shift) * share[z] * least  <=  provided in z  <=  (1 + shift) * share[z] * most

Without a shift only the whole counts, and zones get what suits the whole best. With
a shift of 0 every zone has a claim of its own, as if it were alone; in between the
whole is asked too, so what one zone does less another does more.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from model.constraints.claim import Claim as ClaimRow
from model.partition import Partition
from model.supply import Supply
from scenarios.faults import Fault, Key, ScenarioError, fault
from scenarios.guess import closest
from scenarios.schema.claim import Claim
from scenarios.schema.division import Division
from scenarios.translation.context import Context
from scenarios.translation.outcome import RuleState
from scenarios.translation.reason import Reason

DIVISION = "division"
"""Id and kind under which the division is told among the rules."""


@dataclass(frozen=True, eq=False)
class Divided:
    """Claims on the whole and the zones that they are divided over.

    Parameters
    ----------
    zones
        The zones.
    claims
        Per claim the row of the whole, bound or not, and the share of every zone
        [0..1], shape ``(n_zones,)``.

    """

    zones: Partition
    claims: Mapping[str, tuple[ClaimRow, tuple[float, ...]]]


def bound_parts(
    context: Context, claim: Claim, whole: ClaimRow
) -> tuple[ClaimRow, ...]:
    """Return the row of the whole, those of the zones, or both.

    What falls short in a zone costs what it costs the whole.

    Raises
    ------
    MissingLayerError
        If the zones are not in this province.
    ScenarioError
        If the key and the layer do not name the same zones.

    """
    shift = shift_of(context, claim)
    if shift is None:
        return (whole,)
    partition, shares = _shares(context, claim.divided_by or "")
    parts = tuple(
        _part(context, whole, partition, zone, (share, shift))
        for zone, share in enumerate(shares)
    )
    return parts if shift == 0 else (whole, *parts)


def divided_claims(context: Context, wholes: Mapping[str, ClaimRow]) -> Divided | None:
    """Return the zones and the share of each in every claim; None without any.

    Parameters
    ----------
    context
        The scenario on its land.
    wholes
        Row of the whole of every claim that is divided, by its id.

    """
    division = context.scenario.division
    if division is None or not wholes:
        return None
    claims = context.scenario.claims
    found = {
        name: (whole, tuple(_shares(context, claims[name].divided_by or "")[1]))
        for name, whole in wholes.items()
    }
    return Divided(context.partition(division.layer), found)


def shift_of(context: Context, claim: Claim) -> float | None:
    """Return how far a zone may depart from its part [0..]; None: it has none."""
    division = context.scenario.division
    if claim.divided_by is None or division is None:
        return None
    shift = claim.shift or division.shift
    return None if shift is None else shift.value


def _part(
    context: Context,
    whole: ClaimRow,
    partition: Partition,
    zone: int,
    of: tuple[float, float],
) -> ClaimRow:
    """Return the claim of one zone; a part is no round number of cells."""
    share, shift = of
    least = max(0.0, 1 - shift) * share * whole.least
    most = (1 + shift) * share * whole.most
    if share > 0 and math.isfinite(most):
        most = max(most, least + most_per_cell(context, whole.quantity))
    return replace(
        whole,
        name=f"{whole.name}, {partition.labels[zone]}",
        least=least,
        most=most,
        partition=partition,
        zone=zone,
        is_part=True,
    )


def divided_supply(context: Context, supply: Supply, key: str) -> Iterator[Supply]:
    """Give the part of every zone of a supply without land."""
    partition, shares = _shares(context, key)
    for label, share in zip(partition.labels, shares, strict=True):
        cap = share * supply.cap
        if cap > 0:
            name = f"{supply.name}, {label}"
            yield replace(supply, name=name, cap=cap, zone=label)


def division_state(context: Context) -> list[RuleState]:
    """Tell how claims are divided as a rule among the rules, if they are."""
    division = context.scenario.division
    if division is None:
        return []
    claims = context.scenario.claims.values()
    bound = any(shift_of(context, claim) is not None for claim in claims)
    return [
        RuleState(
            DIVISION,
            DIVISION,
            "hard",
            bound,
            None if bound else Reason("undivided"),
            division.label,
            division.explanation,
            division.source,
        )
    ]


def most_per_cell(context: Context, quantity: str) -> float:
    """Return what a whole cell of the densest use provides."""
    densest = max(
        (use.provides.get(quantity, 0.0) for use in context.uses), default=0.0
    )
    return densest * context.province.grid.cell_area_ha


def _shares(context: Context, key: str) -> tuple[Partition, list[float]]:
    """Return the zones and the part of each [0..1].

    Raises
    ------
    ScenarioError
        If a zone has no part, or a part no zone: its share would be lost.

    """
    division = context.scenario.division
    assert division is not None  # a claim that names a key has one
    partition = context.partition(division.layer)
    shares = division.keys[key].shares
    faults = [*_strangers(context, division, key, partition)]
    if faults:
        raise ScenarioError(faults)
    return partition, [shares[label] for label in partition.labels]


def _strangers(
    context: Context, division: Division, key: str, partition: Partition
) -> Iterator[Fault]:
    shares, path = division.keys[key].shares, ("division", "keys", key, "parts")
    labels = partition.labels
    for label in shares:
        if label not in labels:
            yield _fault(context, (*path, label), "unknown_zone", label, labels)
    for label in labels:
        if label not in shares:
            yield _fault(context, path, "no_part", label, tuple(shares))


def _fault(
    context: Context, path: Key, code: str, label: str, known: tuple[str, ...]
) -> Fault:
    division = context.scenario.division
    assert division is not None
    values = {"layer": division.layer, "got": label, "guess": closest(label, known)}
    return fault(context.loaded.place(path), path, code, **values)
