"""Rules that cannot both hold on a cell: both are named, each at its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

from model.constraints.fixed import Fixed
from model.constraints.patches import Patches
from model.constraints.sites import Sites
from model.problem import SLIVER
from scenarios.faults import Fault, fault
from scenarios.translation.context import Context
from scenarios.translation.outcome import Parts


@dataclass(frozen=True)
class _Clash:
    """Two rules on the same cells."""

    code: str
    rule: Fixed
    other: str
    cells: NDArray[np.bool_]
    other_use: str = ""


def contradictions(context: Context, parts: Sequence[Parts]) -> Iterator[Fault]:
    """Find cells that one rule fixes and another excludes or fixes otherwise.

    Yields
    ------
    Fault
        Two for each pair: at the rule that fixes and at the other.

    """
    yield from _crossed(context, parts)
    for clash in _clashes(context, parts):
        where = _where(context, clash.cells)
        for rule_id, other in ((clash.rule.name, clash.other), (clash.other, None)):
            path = "rules", rule_id
            yield fault(
                context.loaded.place(path),
                path,
                clash.code if other else "contradicted",
                use=clash.rule.use,
                name=other or clash.rule.name,
                got=clash.other_use,
                n=int(clash.cells.sum()),
                text=where,
            )


def _crossed(context: Context, parts: Sequence[Parts]) -> Iterator[Fault]:
    """Find rules on patches or sites of one use that cannot both hold."""
    rules = [rule for part in parts for rule in part.constraints]
    patches = [rule for rule in rules if isinstance(rule, Patches)]
    area_ha = context.province.grid.cell_area_ha
    for rule, other in permutations(patches, 2):
        shared, most = set(rule.uses) & set(other.uses), other.cells(area_ha)[1]
        if shared and 0 < most < rule.cells(area_ha)[0]:
            path = "rules", rule.name
            yield fault(
                context.loaded.place(path),
                path,
                "patches_crossed",
                use=min(shared),
                name=other.name,
                least=f"{rule.min_ha:g} ha",
                most=f"{other.max_ha:g} ha",
            )
    sites = [rule for rule in rules if isinstance(rule, Sites)]
    for one, two in combinations(sites, 2):
        if one.use == two.use:
            path = "rules", two.name.partition(", ")[0]
            name = one.name.partition(", ")[0]
            place = context.loaded.place(path)
            yield fault(place, path, "sites_twice", use=one.use, name=name)


def _clashes(context: Context, parts: Sequence[Parts]) -> Iterator[_Clash]:
    area_ha = context.province.grid.cell_area_ha
    land = context.province.available_ha >= SLIVER * area_ha
    rules = [rule for part in parts for rule in part.constraints]
    fixed = [rule for rule in rules if isinstance(rule, Fixed)]
    masks = [mask for part in parts for mask in part.exclusions]
    for at, rule in enumerate(fixed):
        for other in fixed[:at]:
            both = rule.cells & other.cells & land
            if rule.use != other.use and both.any():
                yield _Clash("fixed_twice", rule, other.name, both, other.use)
        for mask in masks:
            both = rule.cells & mask.cells & land
            if rule.use in mask.uses and both.any():
                yield _Clash("fixed_excluded", rule, mask.name, both)


def _where(context: Context, cells: NDArray[np.bool_]) -> str:
    """Name the first cell by its RD coordinates."""
    grid, first = context.province.grid, int(np.argmax(cells))
    x, y = grid.frame.centres_m()
    return f"X {x[grid.col[first]]:.0f} Y {y[grid.row[first]]:.0f}"
