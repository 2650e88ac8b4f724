"""``puzzel explain``: the cell's own reasons, the rows' own prices."""

from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from tests.cli.conftest import Call
from tests.small_project import SmallProject


@pytest.fixture
def run(project: SmallProject, call: Call) -> Path:
    called = call("run", project.scenario, "--json")
    assert called.code == 0
    return Path(called.json["run_dir"])


def _centre(run: Path, use: str) -> str:
    """Where the first cell with a use is."""
    with (
        xr.open_dataset(run / "instance.nc") as instance,
        xr.open_dataset(run / "result.nc") as result,
        xr.open_dataset(run / "cells.nc") as cells,
    ):
        number = instance.use_name.to_numpy().tolist().index(use)
        cell = int(np.nonzero(result.use.to_numpy() == number)[0][0])
        row, col = np.argwhere(cells.inside.to_numpy() > 0)[cell]
        return f"{cells.x.to_numpy()[col]:.0f},{cells.y.to_numpy()[row]:.0f}"


def test_a_cell_says_what_came_and_what_comes_next(run: Path, call: Call) -> None:
    place = _centre(run, "housing")
    found = call("explain", run, "--cell", place, "--json").json["cell"]
    assert found["use"]["id"] == "housing"
    x_m, y_m = (float(part) for part in place.split(","))
    assert (found["cell"]["x_m"], found["cell"]["y_m"]) == (x_m, y_m)
    worth = {use["id"]: use["worth"] for use in found["uses"]}
    for use in found["uses"]:
        if use["worth"] is not None:
            parts = sum(row["points"] for row in use["rows"])
            total = use["points"] + parts + use["edges"]
            assert use["worth"] == pytest.approx(total)
    difference = worth["housing"] - worth[found["runner_up"]["id"]]
    assert found["margin"] == pytest.approx(difference)
    for lang, word in (("nl", "Hier komt"), ("en", "comes here")):
        out = call("explain", run, "--cell", place, "--lang", lang).out
        assert word in out
        assert place.split(",")[0][:2] in out


def test_a_use_kept_out_names_the_rule(run: Path, call: Call) -> None:
    nature = "50250,400250"  # the south-west
    found = call("explain", run, "--cell", nature, "--json").json["cell"]
    kept_out = [use for use in found["uses"] if use["excluded_by"]]
    assert kept_out
    for use in kept_out:
        assert not use["allowed"]
        assert use["worth"] is None
        assert all(rule["id"] for rule in use["excluded_by"])
    out = call("explain", run, "--cell", nature).out
    assert "may not come here" in out


def test_prices_are_those_of_claims_at_their_limit(run: Path, call: Call) -> None:
    prices = call("explain", run, "--prices", "--json").json["prices"]
    claims = {one["id"]: one for one in prices if one["is_claim"]}
    assert claims
    for one in claims.values():
        assert one["price"] > 0
        assert one["unit"]
        assert one["limit"] in ("min", "max")
    costs = [one["cost"] for one in prices]
    assert costs == sorted(costs, reverse=True)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("0,0", "a place must lie in the province (X 50,000 to 56,000"),
        ("here", "--cell must be X,Y in RD"),
        ("1,2,3", "--cell must be X,Y in RD"),
    ],
)
def test_a_place_that_is_none_is_refused(
    run: Path, call: Call, place: str, told: str
) -> None:
    called = call("explain", run, "--cell", place)
    assert called.code == 2
    assert told in called.err


def test_a_run_without_prices_says_so(run: Path, call: Call) -> None:
    with xr.open_dataset(run / "result.nc") as result:
        left = result.load().drop_vars("row_price")
    left.to_netcdf(run / "result.nc", engine="h5netcdf")
    called = call("explain", run)
    assert called.code == 4
    assert "a run must have prices to be explained" in called.err
    assert call("explain", run.parent / "nothing").code == 2
