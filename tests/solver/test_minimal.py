"""Whatever restrictions are in a conflict: none of its members can be left out."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from solver.fit import fit
from solver.instance import Instance
from solver.minimal import minimal, only
from solver.restrictions import Restrictions, Sites
from solver.watch import Watch
from tests.solver.random_instances import on_a_plane, random_instance
from tests.solver.restricted import random_restrictions
from tests.solver.test_too_near import SHAPE, has_a_plan, some_of_both


def told(instance: Instance) -> tuple[str, ...]:
    """The conflict of an instance; nothing if it fits."""
    found = fit(instance, Watch())
    return found.conflict if found.fits is False else ()


def some_instances() -> Iterator[Instance]:
    """Small ones, of which some have no plan."""
    for seed in range(60):
        made = on_a_plane(random_instance(seed, SHAPE, full=True), seed)
        yield random_restrictions(made, seed)
    for seed in range(6):
        yield some_of_both(seed)


def test_a_conflict_has_no_plan_and_has_one_without_any_of_its_members() -> None:
    kinds = set()
    for instance in some_instances():
        members = told(instance)
        if not members:
            continue
        assert len(set(members)) == len(members)
        assert not has_a_plan(only(instance, members)), members
        for member in members:
            others = [name for name in members if name != member]
            assert has_a_plan(only(instance, others)), (members, member)
        kinds |= {member.partition("[")[0] for member in members}
    assert kinds >= {"patches", "sites", "separation", "first", "row 2"}


def test_of_two_sites_that_find_no_place_one_is_told() -> None:
    made = some_of_both(1)
    both = Sites(
        ("sites[1]", "sites[2]"),
        np.array([1, 2], np.int32),
        fewest=np.full(2, 9, np.int32),
        most=np.full(2, 9, np.int32),
        least=np.ones(2),
        partition=np.zeros(2, np.int32),
    )
    instance = replace(
        made,
        allowed=np.ones_like(made.allowed),
        restrictions=Restrictions(sites=both),
    )
    assert told(instance) == ("sites[2]",)


def test_rows_that_clash_on_all_the_land_blame_no_restriction() -> None:
    made = some_of_both(2)
    rows = replace(made.rows, low=np.array([3.0, 3.0]))
    instance = replace(made, rows=rows, allowed=np.ones_like(made.allowed))
    assert sorted(told(instance)) == ["first", "second"]


def test_what_cannot_be_told_apart_stays_as_it_was() -> None:
    """Rows that hold together: a proof by other means is not made shorter."""
    made = some_of_both(3)
    free = replace(
        made, allowed=np.ones_like(made.allowed), restrictions=Restrictions()
    )
    apart = replace(free, restrictions=made.restrictions)
    easy = replace(apart, rows=replace(apart.rows, low=np.zeros(2)))
    assert minimal(easy, ("first", "second"), Watch()) == ("first", "second")
