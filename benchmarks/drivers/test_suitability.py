"""Scores of all uses from the layers of Puzzelland, as a run makes them."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.drivers.cases import FULL
from benchmarks.instances.puzzelland import load
from grids.layers import Province
from model.problem import Problem
from scenarios.load import LoadedScenario
from scenarios.province import make_province
from scenarios.translation.problem import translate


def _problem(loaded: LoadedScenario, province: Province) -> Problem:
    problem = translate(loaded, province).problem
    assert problem.score.size  # computed on demand, so here
    return problem


@pytest.mark.parametrize("cell_m", (500, 250, 100) if FULL else (500,))
def test_suitability(benchmark: BenchmarkFixture, cell_m: int, own_cache: Path) -> None:
    loaded = load(cell_m)
    province = make_province(loaded)
    _problem(loaded, province)  # compiled before the clock runs
    problem = benchmark.pedantic(_problem, (loaded, province), rounds=3)
    assert problem.score.shape == (len(problem.uses), province.grid.n_cells)
