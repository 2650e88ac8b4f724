"""``puzzel portfolio``: legal plans near the bound, shown with the run."""

from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from model.allocation import Allocation
from solver.certificate import judge
from solver.instance_file import read_instance
from tests.cli.conftest import Call
from tests.small_project import SmallProject


@pytest.fixture
def run(project: SmallProject, call: Call) -> Path:
    called = call("run", project.scenario, "--json")
    assert called.code == 0
    return Path(called.json["run_dir"])


def test_plans_are_legal_and_their_frequencies_are_in_the_run(
    run: Path, call: Call
) -> None:
    called = call("portfolio", run, "--within", "10%", "--plans", 3, "--json")
    assert called.code == 0, called.err
    found = called.json
    instance = read_instance(run / "instance.nc")
    with (
        xr.open_dataset(run / "portfolio.nc") as plans,
        xr.open_dataset(run / "reasons.nc") as reasons,
        xr.open_dataset(run / "cells.nc") as cells,
    ):
        use = plans["use"].to_numpy()
        points = plans["objective"].to_numpy()
        often = reasons["frequency"].to_numpy()
        assert "sureness" in cells
    assert points.tolist() == pytest.approx(found["plans"])
    assert (points >= found["least"] - 1e-6 * abs(found["least"])).all()
    for plan, worth in zip(use, points, strict=True):
        judged = judge(instance, Allocation(plan.astype(np.int8)))
        assert not judged.broken
        assert judged.objective == pytest.approx(worth)
    share = 100 * (use == 1).mean(axis=0)
    assert often[1] == pytest.approx(share, abs=1e-3)


@pytest.mark.parametrize("within", ["2 procent", "0%", "-1", "150%"])
def test_a_distance_that_is_none_is_refused(run: Path, call: Call, within: str) -> None:
    called = call("portfolio", run, "--within", within)
    assert called.code == 2
    assert "--within" in called.err
