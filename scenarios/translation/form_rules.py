"""Rules about the form of uses: patches and sites, and distances between uses."""

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from model.constraints.budget import Budget
from model.constraints.exclusion import Exclusion
from model.constraints.patches import Patches
from model.constraints.protocol import Constraint
from model.constraints.separation import ROUNDING_M
from model.constraints.separation import Separation as Apart
from model.constraints.sites import Sites
from model.partition import NOWHERE, Partition
from model.rows import HARD
from model.terms.points import Points
from model.terms.protocol import Term
from scenarios.faults import ScenarioError, fault
from scenarios.schema.rules.contiguity import Clusters, Contiguity
from scenarios.schema.rules.separation import Separation
from scenarios.translation.context import Context, MissingLayerError
from scenarios.translation.edges import edge_factor
from scenarios.translation.outcome import Parts
from scenarios.translation.reason import NotApplicableError, Reason

Mask = NDArray[np.bool_]


def contiguity(context: Context, rule_id: str, rule: Contiguity) -> Parts:
    """Return limits on patches and sites, or points per edge where it is soft."""
    uses = context.taking_part(rule.uses)
    constraints: list[Constraint] = []
    terms: list[Term] = []
    outside = np.zeros(context.province.grid.n_cells, np.bool_)
    boundary: tuple[tuple[str, float], ...] = ()
    if rule.hardness == "soft":
        boundary = _edge_points(context, rule, uses)
    else:
        constraints += _patches(context, rule_id, rule, uses)
        sites, outside = _sites(context, rule_id, rule)
        constraints += sites
    if rule.preferred is not None:
        where = context.mask(
            rule.preferred.where, ("rules", rule_id, "preferred", "where")
        )
        terms.append(Points(rule_id, uses, where, rule.preferred.points.value))
    if rule.clusters is not None:
        caps, penalty, beyond = _clusters(context, rule_id, rule.clusters, uses)
        constraints += caps
        terms += penalty
        outside = outside | beyond
    masks = (Exclusion(rule_id, uses, outside),) if outside.any() else ()
    note = Reason("by_itself") if _holds_by_itself(context, rule) else None
    return Parts(tuple(constraints), masks, tuple(terms), None, note, boundary)


def _edge_points(
    context: Context, rule: Contiguity, uses: tuple[str, ...]
) -> tuple[tuple[str, float], ...]:
    """Return the price of a cell's edge for every use; none if nothing is asked."""
    if rule.price is None or not rule.shapes or _holds_by_itself(context, rule):
        return ()
    per_edge = rule.price.value * edge_factor(context)
    return tuple((use, per_edge) for use in uses)


def _patches(
    context: Context, rule_id: str, rule: Contiguity, uses: tuple[str, ...]
) -> list[Constraint]:
    """Return the limits on patches; the least of a site is that of its land."""
    min_ha = rule.min_area.value if rule.min_area and not rule.sites else 0.0
    max_ha = rule.max_area.value if rule.max_area else np.inf
    area_ha = context.province.grid.cell_area_ha
    if max_ha < area_ha:
        raise NotApplicableError(
            Reason("coarse", (f"{area_ha:g} ha", str(rule.max_area)))
        )
    if not min_ha and np.isinf(max_ha):
        return []
    patches = Patches(rule_id, uses, min_ha, max_ha)
    patches.cells(area_ha)  # no whole number of cells in between: told here
    return [patches]


def _sites(
    context: Context, rule_id: str, rule: Contiguity
) -> tuple[list[Constraint], Mask]:
    """Return a count of sites per use, and the land where none may be.

    Land that combines the use with another is no site of it.
    """
    nowhere = np.zeros(context.province.grid.n_cells, np.bool_)
    if rule.sites is None:
        return [], nowhere
    areas = _candidates(context, rule_id, rule.candidates)
    named = [
        use for use in context.scenario.members(rule.uses) if use in context.use_names
    ]
    least_ha = rule.min_area.value if rule.min_area else 0.0
    found: list[Constraint] = [
        Sites(
            rule_id if len(named) == 1 else f"{rule_id}, {use}",
            use,
            rule.sites.min,
            rule.sites.max,
            least_ha,
            areas,
        )
        for use in named
    ]
    return found, nowhere if areas is None else areas.zone == NOWHERE


def _candidates(context: Context, rule_id: str, text: str | None) -> Partition | None:
    """Return the zones of a layer, or the land where a condition holds as one."""
    if text is None:
        return None
    name = text.strip()
    if name.isidentifier() and context.layer(name).kind in ("zone", "class"):
        return context.partition(name)
    where = context.mask(text, ("rules", rule_id, "candidates"))
    if not where.any():
        raise NotApplicableError(Reason("no_candidates", (text,)))
    zone = np.where(where, 0, NOWHERE).astype(np.int32)
    return Partition(f"candidates of {rule_id}", zone, (text,))


def _clusters(
    context: Context, rule_id: str, clusters: Clusters, uses: tuple[str, ...]
) -> tuple[list[Constraint], list[Term], Mask]:
    """Return a cap per cluster, and outside them a mask or points to pay."""
    zones = context.partition(clusters.layer)
    outside = zones.zone == NOWHERE
    price = HARD if clusters.price is None else clusters.price.value
    caps: list[Constraint] = []
    if clusters.cap is not None:
        capacity = np.full(len(zones.labels), clusters.cap.value)
        load = dict.fromkeys(uses, 1.0)
        caps = [Budget(rule_id, load, zones, capacity, price, "ha")]
    if clusters.price is None:
        return caps, [], outside
    return (
        caps,
        [Points(f"{rule_id}, outside", uses, outside, -price)],
        np.zeros_like(outside),
    )


def _holds_by_itself(context: Context, rule: Contiguity) -> bool:
    """Tell whether all that is asked is a patch no larger than a cell."""
    least = rule.min_area
    asks_more = rule.max_area or rule.sites or rule.clusters or rule.preferred
    if least is None or asks_more or rule.fewest_patches:
        return False
    return least.value <= context.province.grid.cell_area_ha


def separation(context: Context, rule_id: str, rule: Separation) -> Parts:
    """Return a distance between new uses, and a mask or points near what exists."""
    uses = context.taking_part(rule.uses)
    price = HARD
    if rule.hardness == "soft" and rule.price is not None:
        price = rule.price.value
    apart, note = _from_new(context, rule_id, rule, price)
    try:
        close = _near_existing(context, rule_id, rule)
    except MissingLayerError as error:
        if not apart:
            raise
        return Parts(tuple(apart), note=Reason("new_only", (error.name,)))
    if close is None:
        return Parts(tuple(apart), note=note)
    if not close.any() and not apart:
        note = Reason("nowhere")
    if np.isinf(price):
        return Parts(tuple(apart), (Exclusion(rule_id, uses, close),), note=note)
    points = Points(rule_id, uses, close, -price)
    return Parts(tuple(apart), terms=(points,), note=note)


def _from_new(
    context: Context, rule_id: str, rule: Separation, price: float
) -> tuple[list[Constraint], Reason | None]:
    """Return the distance to other new uses, and what is odd about it."""
    if rule.others is None:
        return [], None
    uses, others = context.taking_part(rule.uses), context.taking_part(rule.others)
    if not others:
        reason = Reason("uses", rule.others)
        if rule.where is None and rule.layer is None:
            raise NotApplicableError(reason)
        return [], Reason("existing_only", rule.others)
    both = sorted(set(uses) & set(others))
    if both:  # land that combines the two
        path = "rules", rule_id, "from"
        place = context.loaded.place(path)
        raise ScenarioError([fault(place, path, "both_sides", name=both[0])])
    apart = Apart(rule_id, uses, others, rule.distance.value, price)
    by_itself = apart.holds_by_itself(context.province.grid.cell_m)
    return [apart], Reason("by_itself") if by_itself else None


def _near_existing(context: Context, rule_id: str, rule: Separation) -> Mask | None:
    """Return the cells too close to what is there; None if nothing is named."""
    least_m = rule.distance.value - ROUNDING_M
    close = None
    if rule.layer is not None:
        path = "rules", rule_id, "layer"
        away = context.layer_of(rule.layer, ("distance",), path).values
        close = away < least_m
    if rule.where is not None:
        there = context.mask(rule.where, ("rules", rule_id, "where"))
        near = _within(context, there, least_m)
        close = near if close is None else close | near
    return close


def _within(context: Context, there: Mask, metres: float) -> Mask:
    """Return the cells whose centre lies closer than so far to one of the cells."""
    grid = context.province.grid
    if not there.any():
        return there
    away = distance_transform_edt(~grid.to_plane(there, False))
    close: Mask = grid.from_plane(away * grid.cell_m < metres)
    return close
