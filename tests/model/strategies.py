"""Random small problems, with every kind of constraint.

Numbers are few and round, so that limits are often met exactly and answers tie: that
is where an off-by-one or a wrong sign shows.
"""

from contextlib import suppress
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from grids.grid import Grid
from model.blocks import cut
from model.constraints.budget import Budget
from model.constraints.claim import Claim
from model.constraints.coupling import ANY_NEW, Coupling
from model.constraints.coverage import Coverage
from model.constraints.exclusion import Exclusion
from model.constraints.fixed import Fixed
from model.constraints.patches import Patches
from model.constraints.protocol import Constraint
from model.constraints.separation import Separation
from model.constraints.share import Share
from model.constraints.sites import Sites
from model.land_use import LandUse
from model.partition import Partition
from model.problem import Problem
from model.rows import HARD
from model.supply import Supply
from tests.model.small import HOMES, MIX, PARK, a_grid, a_problem

SHAPES = [(1, 1), (1, 2), (2, 2), (1, 3), (3, 1), (2, 3)]
PRICES = st.sampled_from([HARD, HARD, 0.05, 0.5, 3.0])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    rows, cols = draw(st.sampled_from(SHAPES))
    outside: list[tuple[int, int]] = []
    if rows * cols > 2 and draw(st.booleans()):
        places = [(row, col) for row in range(rows) for col in range(cols)]
        outside = [draw(st.sampled_from(places))]
    return a_grid(rows, cols, outside)


@st.composite
def bare_problems(draw: st.DrawFn) -> Problem:
    grid = draw(grids())
    n_cells = grid.n_cells
    choices: list[tuple[LandUse, ...]] = [(HOMES,), (HOMES, PARK)]
    if n_cells <= 4:
        choices.append((HOMES, PARK, MIX))
    uses = draw(st.sampled_from(choices))
    quarters = st.integers(-12, 20).map(lambda quarter: quarter / 4)
    points = st.lists(quarters, min_size=n_cells, max_size=n_cells)
    land = st.sampled_from([1.0, 1.0, 1.0, 0.5, 0.3, 0.0, 0.005])
    return a_problem(
        grid,
        {use.name: draw(points) for use in uses},
        uses=uses,
        land_ha=draw(st.lists(land, min_size=n_cells, max_size=n_cells)),
    )


def masks(n_cells: int) -> st.SearchStrategy[NDArray[np.bool_]]:
    cells = st.lists(st.booleans(), min_size=n_cells, max_size=n_cells)
    return cells.map(lambda values: np.array(values, np.bool_))


@st.composite
def partitions(draw: st.DrawFn, n_cells: int) -> Partition:
    n_zones = draw(st.integers(1, 3))
    numbers = st.lists(st.integers(-1, n_zones - 1), min_size=n_cells, max_size=n_cells)
    labels = tuple(f"zone {number}" for number in range(n_zones))
    return Partition("zones", np.array(draw(numbers), np.int32), labels)


@st.composite
def claims(draw: st.DrawFn, problem: Problem, name: str = "a claim") -> Claim:
    """On the whole province or in a zone."""
    quantity = draw(st.sampled_from(["homes", "green"]))
    step = 5.0 if quantity == "homes" else 0.25
    least = draw(st.integers(0, 10)) * step
    most = draw(st.sampled_from([least, least + 2 * step, least + 6 * step, np.inf]))
    price = draw(PRICES)
    if draw(st.booleans()):
        return Claim(name, quantity, least, most, price=price)
    partition = draw(partitions(problem.grid.n_cells))
    zone = draw(st.integers(0, len(partition.labels) - 1))
    part = draw(st.booleans())
    return Claim(name, quantity, least, most, partition, zone, price, is_part=part)


@st.composite
def shares(draw: st.DrawFn, problem: Problem, name: str = "a share") -> Share:
    """With land that serves the purpose already."""
    partition = draw(partitions(problem.grid.n_cells))
    n_zones = len(partition.labels)
    parts = st.sampled_from([0.0, 0.25, 0.5, 0.6, 1.0])
    least, most = sorted([draw(parts), draw(parts)])
    existing = st.lists(
        st.sampled_from([0.0, 0.0, 0.25, 1.0]), min_size=n_zones, max_size=n_zones
    )
    names = [use.name for use in problem.uses[1:]]
    uses = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    return Share(
        name,
        tuple(uses),
        partition,
        least,
        most,
        partition.totals(problem.land_ha),
        np.array(draw(existing)),
        draw(PRICES),
    )


@st.composite
def budgets(draw: st.DrawFn, problem: Problem, name: str = "a budget") -> Budget:
    partition = draw(partitions(problem.grid.n_cells))
    n_zones = len(partition.labels)
    names = [use.name for use in problem.uses[1:]]
    loads = st.dictionaries(
        st.sampled_from(names), st.sampled_from([0.5, 1.0, 2.0, -1.0]), min_size=1
    )
    capacities = st.lists(
        st.sampled_from([0.0, 0.5, 1.0, 2.5, np.inf]),
        min_size=n_zones,
        max_size=n_zones,
    )
    return Budget(
        name, draw(loads), partition, np.array(draw(capacities)), draw(PRICES)
    )


@st.composite
def couplings(draw: st.DrawFn, problem: Problem, name: str = "a coupling") -> Coupling:
    quantity, other, factor = draw(
        st.sampled_from(
            [
                ("green", "homes", 0.05),
                ("green", "homes", 0.025),
                ("green", "homes", 0.1),
                ("homes", "green", 20.0),
                ("homes", "green", 7.0),
                ("green", ANY_NEW, 0.5),
                ("homes", ANY_NEW, 5.0),
            ]
        )
    )
    partition = draw(partitions(problem.grid.n_cells))
    counted = None
    if draw(st.booleans()):
        counted = partition.within(draw(masks(problem.grid.n_cells)), "counted")
    price = draw(PRICES)
    return Coupling(name, quantity, factor, other, partition, price, counted=counted)


@st.composite
def fixes(draw: st.DrawFn, problem: Problem, name: str = "a site") -> Fixed:
    use = draw(st.sampled_from([use.name for use in problem.uses]))
    return Fixed(name, use, draw(masks(problem.grid.n_cells)))


@st.composite
def exclusions(
    draw: st.DrawFn, problem: Problem, name: str = "an exclusion"
) -> Exclusion:
    names = [use.name for use in problem.uses[1:]]
    uses = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    return Exclusion(name, tuple(uses), draw(masks(problem.grid.n_cells)))


@st.composite
def coverages(draw: st.DrawFn, problem: Problem, name: str = "a coverage") -> Coverage:
    """With what exists, and with or without homes that ask for more."""
    blocks = cut(problem.grid, draw(st.sampled_from([100.0, 200.0])))
    amounts = st.sampled_from([0.0, 0.25, 1.0, 2.0])
    need = draw(st.lists(amounts, min_size=blocks.n_blocks, max_size=blocks.n_blocks))
    existing = draw(
        st.lists(
            st.sampled_from([0.0, 0.0, 0.5]),
            min_size=problem.grid.n_cells,
            max_size=problem.grid.n_cells,
        )
    )
    names = [use.name for use in problem.uses[1:]]
    by_use = draw(st.booleans())
    uses = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    per_ha = draw(st.sampled_from([0.0, 0.0, 0.5]))
    return Coverage(
        name,
        blocks,
        draw(st.sampled_from([50.0, 100.0, 150.0, 200.0, 1000.0])),
        np.array(need),
        np.array(existing),
        tuple(uses) if by_use else (),
        "" if by_use else "green",
        {names[0]: per_ha} if per_ha else {},
        draw(PRICES),
    )


@st.composite
def patches(draw: st.DrawFn, problem: Problem, name: str = "patches") -> Patches:
    names = [use.name for use in problem.uses[1:]]
    uses = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    least = draw(st.sampled_from([0.0, 1.0, 1.5, 2.0]))
    most = draw(st.sampled_from([2.0, 3.5, np.inf]))
    return Patches(name, tuple(uses), least, most)


@st.composite
def sites(draw: st.DrawFn, problem: Problem, name: str = "sites") -> Sites:
    use = draw(st.sampled_from([use.name for use in problem.uses[1:]]))
    fewest = draw(st.integers(0, 2))
    most = fewest + draw(st.integers(0, 1))
    areas = draw(partitions(problem.grid.n_cells)) if draw(st.booleans()) else None
    least = draw(st.sampled_from([0.0, 0.5, 1.5]))
    return Sites(name, use, fewest, most, least, areas)


@st.composite
def separations(draw: st.DrawFn, problem: Problem, name: str = "apart") -> Separation:
    names = [use.name for use in problem.uses]
    here = draw(st.lists(st.sampled_from(names[1:]), min_size=1, unique=True))
    rest = [use for use in names if use not in here]
    there = draw(st.lists(st.sampled_from(rest), min_size=1, unique=True))
    metres = draw(st.sampled_from([100.0, 150.0, 200.0, 210.0]))
    return Separation(name, tuple(here), tuple(there), metres, draw(PRICES))


RESTRICTED: dict[str, Any] = {
    "patches": patches,
    "sites": sites,
    "separation": separations,
}
"""Kinds that restrict where uses lie, and have no rows."""

KINDS: dict[str, Any] = {
    "claim": claims,
    "share": shares,
    "budget": budgets,
    "coupling": couplings,
    "fixed": fixes,
    "coverage": coverages,
}
"""Kinds that become rows; an exclusion is a mask."""


@st.composite
def supplies(draw: st.DrawFn, most: int = 2) -> tuple[Supply, ...]:
    found = []
    for number in range(draw(st.integers(0, most))):
        quantity = draw(st.sampled_from(["homes", "green"]))
        cap = draw(st.sampled_from([0.0, 0.75, 10.0]))
        points = draw(st.sampled_from([-0.5, -0.05, 0.0, 0.1]))
        zone = draw(st.sampled_from(["", "zone 0", "zone 1"]))
        found.append(Supply(f"supply {number}", quantity, cap, points, zone))
    return tuple(found)


@st.composite
def problems_with(draw: st.DrawFn, kind: str) -> Problem:
    """A problem with one constraint of a kind, and supplies."""
    problem = draw(bare_problems())
    problem = replace(problem, supplies=draw(supplies(most=1)))
    return problem.with_constraint(draw(KINDS[kind](problem)))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Everything at once: several constraints, supplies, compactness."""
    problem = draw(bare_problems())
    problem = replace(problem, supplies=draw(supplies()))
    rules: list[Constraint] = []
    for number in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from([*KINDS, "claim"]))
        rules.append(draw(KINDS[kind](problem, f"rule {number}")))
    problem = replace(problem, boundary=draw(boundaries(problem)))
    if draw(st.booleans()):
        problem = problem.with_exclusion(draw(exclusions(problem)))
    for rule in rules:
        # what is fixed and excluded is refused: not what is tested here
        with suppress(ValueError):
            problem = problem.with_constraint(rule)
    return problem


@st.composite
def boundaries(draw: st.DrawFn, problem: Problem) -> tuple[tuple[str, float], ...]:
    names = [use.name for use in problem.uses]
    chosen = draw(st.lists(st.sampled_from(names), unique=True))
    return tuple((name, draw(st.sampled_from([0.25, 1.0, 4.0]))) for name in chosen)


@st.composite
def touches(draw: st.DrawFn, problem: Problem) -> tuple[tuple[str, str, float], ...]:
    """Points lost, or won, where two uses lie side by side."""
    names = [use.name for use in problem.uses]
    pairs = list(combinations(names, 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2))
    lost = st.sampled_from([-2.0, -0.25, 0.5])
    return tuple((first, second, draw(lost)) for first, second in chosen)


@st.composite
def restricted_problems(draw: st.DrawFn) -> Problem:
    """Everything at once, restrictions and uses that like to touch too."""
    problem = draw(problems())
    problem = replace(problem, touch=draw(touches(problem)))
    for kind in draw(st.lists(st.sampled_from(list(RESTRICTED)), min_size=1)):
        rule = draw(RESTRICTED[kind](problem, f"{kind} {len(problem.constraints)}"))
        # two rules that contradict each other are refused: not what is tested here
        with suppress(ValueError):
            problem = problem.with_constraint(rule)
    return problem
