"""Results judged by the contract's own checker, which shares no code with us."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from model.problem import Problem
from solver.compile import to_instance
from solver.instance import Instance
from solver.instance_file import read_instance, write_instance, write_result
from solver.route import solve
from solver.settings import Settings
from solver.status import Status
from tests.model.strategies import boundaries, problems, supplies
from tests.solver.small import an_instance, checks, compact, optima, with_roofs

EXAMPLES = ("rows.nc", "soft.nc", "flow.nc", "boundary.nc")


def _verified(instance: Path, result: Path) -> None:
    command = [sys.executable, str(checks() / "verify_result.py")]
    done = subprocess.run(
        [*command, str(instance), str(result)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "LEGAL"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_reach_their_known_optimum(tmp_path: Path, name: str) -> None:
    path = checks() / "examples" / name
    result = solve(read_instance(path), Settings(gap=1e-6, time_limit_s=120))
    assert result.status is Status.OPTIMAL
    assert result.objective == pytest.approx(optima()[name]["objective"], rel=1e-6)
    write_result(result, tmp_path / "r.nc")
    _verified(path, tmp_path / "r.nc")


@pytest.mark.parametrize("name", EXAMPLES)
def test_greedy_allocation_of_the_examples_is_legal_or_says_that_it_is_none(
    tmp_path: Path, name: str
) -> None:
    path = checks() / "examples" / name
    result = solve(read_instance(path), Settings(), engine="sequential")
    if result.allocation is None:
        assert result.status is Status.NO_SOLUTION
        return
    write_result(result, tmp_path / "r.nc")
    _verified(path, tmp_path / "r.nc")
    assert result.objective <= optima()[name]["objective"] * (1 + 1e-6)


def test_the_infeasible_example_names_the_claim_that_is_too_much() -> None:
    result = solve(read_instance(checks() / "examples" / "infeasible.nc"), Settings())
    assert result.status is Status.INFEASIBLE
    assert result.allocation is None
    assert optima()["infeasible.nc"]["because"] in result.conflict
    assert len(result.conflict) < 10


def _solved_and_verified(instance: Instance, folder: Path, gap: float) -> None:
    result = solve(instance, Settings(gap=gap, time_limit_s=60))
    if result.allocation is None:
        assert result.status is Status.INFEASIBLE
        return
    write_instance(instance, folder / "i.nc")
    write_result(result, folder / "r.nc")
    _verified(folder / "i.nc", folder / "r.nc")


def test_supplies_prices_and_compactness_together_are_legal(tmp_path: Path) -> None:
    _solved_and_verified(an_instance(), tmp_path, 1e-6)
    _solved_and_verified(to_instance(with_roofs(compact(6, 7))), tmp_path, 0.05)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(problems(), supplies(), boundaries(an_problem := compact(1, 2)))
def test_random_instances_are_legal(
    tmp_path: Path,
    problem: Problem,
    more: tuple[object, ...],
    lost: tuple[tuple[str, float], ...],
) -> None:
    known = {use.name for use in problem.uses}
    border = tuple((name, points) for name, points in lost if name in known)
    _solved_and_verified(to_instance(replace(problem, boundary=border)), tmp_path, 1e-6)
