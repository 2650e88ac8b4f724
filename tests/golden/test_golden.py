"""What each kind of constraint becomes, as a program on 3 x 3 cells of 1 ha.

A golden file is changed by hand, with the formula of the kind's docstring beside it.
"""

import importlib
import math
import pkgutil
from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from pathlib import Path

import numpy as np
import pytest

import model.constraints
from model.blocks import cut
from model.constraints.budget import Budget
from model.constraints.claim import Claim
from model.constraints.coupling import Coupling
from model.constraints.coverage import Coverage
from model.constraints.exclusion import Exclusion
from model.constraints.fixed import Fixed
from model.constraints.patches import Patches
from model.constraints.protocol import Constraint
from model.constraints.separation import Separation
from model.constraints.share import Share
from model.constraints.sites import Sites
from model.problem import Problem
from model.supply import Supply
from tests.golden.lp_text import lp_text
from tests.model.small import HOMES, a_grid, a_problem, mask, zones

HERE = Path(__file__).parent
MOST_LINES = 20

HOME_POINTS = {"homes": range(1, 10)}
ROWS = zones(0, 0, 0, 1, 1, 1, 2, 2, 2)


def _homes(*constraints: Constraint) -> Problem:
    return a_problem(a_grid(3, 3), HOME_POINTS, *constraints, uses=(HOMES,))


def _homes_and_park(*constraints: Constraint) -> Problem:
    points = {**HOME_POINTS, "park": [1] * 9}
    return a_problem(a_grid(3, 3), points, *constraints)


def _a_claim() -> Problem:
    claim = Claim("homes", "homes", 60, 100, price=2)
    return replace(_homes(claim), supplies=(Supply("roofs", "homes", 10, -0.5),))


def _a_share() -> Problem:
    existing = np.array([0.0, 0.5, 0.0])
    share = Share("deep", ("park",), ROWS, 0.25, 0.5, np.full(3, 3.0), existing)
    return _homes_and_park(share)


def _a_budget() -> Problem:
    capacity = np.array([4, math.inf, 2.5])
    return _homes(Budget("grid", {"homes": 2.0}, ROWS, capacity))


def _an_exclusion() -> Problem:
    nature = Exclusion("nature", ("homes",), mask(1, 1, 0, 1, 0, 0, 0, 0, 0))
    return _homes(Claim("homes", "homes", 60, 100)).with_exclusion(nature)


def _a_coverage() -> Problem:
    blocks = cut(a_grid(3, 3), 200)
    need, existing = np.array([1.0, 0.5, 0.0, 3.0]), np.eye(1, 9, 1)[0]
    return _homes(Coverage("near", blocks, 200, need, existing, ("homes",), price=2))


def _sites() -> Problem:
    areas = zones(0, 0, -1, 0, 0, -1, 1, 1, 1)
    return _homes(Sites("barracks", "homes", 1, 2, 1.5, areas))


PROBLEMS: Mapping[type, Problem] = {
    Budget: _a_budget(),
    Claim: _a_claim(),
    Coupling: _homes_and_park(Coupling("grows", "green", 0.05, "homes", ROWS)),
    Coverage: _a_coverage(),
    Exclusion: _an_exclusion(),
    Fixed: _homes(Fixed("site", "homes", mask(0, 0, 1, 0, 1, 0, 0, 0, 1))),
    Patches: _homes(Patches("fields", ("homes",), 1.5, 4)),
    Separation: _homes_and_park(Separation("quiet", ("homes",), ("park",), 250)),
    Share: _a_share(),
    Sites: _sites(),
}


def _file(kind: type) -> Path:
    return HERE / f"{kind.__name__.lower()}.lp"


@pytest.mark.parametrize("kind", PROBLEMS, ids=lambda kind: kind.__name__)
def test_a_constraint_becomes_the_golden_program(kind: type) -> None:
    assert lp_text(PROBLEMS[kind]) == _file(kind).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", PROBLEMS, ids=lambda kind: kind.__name__)
def test_a_golden_program_can_be_read_at_a_glance(kind: type) -> None:
    assert len(_file(kind).read_text(encoding="utf-8").splitlines()) < MOST_LINES


def test_every_kind_of_constraint_has_a_golden_program() -> None:
    kinds = {
        value
        for module in pkgutil.iter_modules(model.constraints.__path__)
        for value in vars(
            importlib.import_module(f"model.constraints.{module.name}")
        ).values()
        if isinstance(value, type)
        and is_dataclass(value)
        and value.__module__ == f"model.constraints.{module.name}"
    }
    assert kinds == set(PROBLEMS)
    assert {path.name for path in HERE.glob("*.lp")} == {
        _file(kind).name for kind in kinds
    }
