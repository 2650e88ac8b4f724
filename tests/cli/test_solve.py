"""``puzzel solve``: an instance file in, a document and a result file out."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from solver.compile import to_instance
from solver.instance_file import write_instance
from solver.restrictions import Restrictions
from tests.cli.conftest import Call
from tests.solver.small import checks, optima, scattered, with_roofs

DOCUMENT = {
    *("status", "objective", "bound", "gap", "seconds", "engine", "claims", "rules"),
    *("run_dir", "versions", "conflict", "attempt"),
}

ROW = {"id", "unit", "min", "max", "achieved", "shortfall", "over", "price"}


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    path = tmp_path / "i.nc"
    write_instance(to_instance(with_roofs(scattered(4, 5))), path)
    return path


def test_the_document_has_the_keys_of_the_contract(instance: Path, call: Call) -> None:
    called = call("solve", instance, "--engine", "exact", "--gap", "0.1 %", "--json")
    assert called.code == 0
    assert called.err == ""
    document = called.json
    assert set(document) >= DOCUMENT
    assert document["status"] == "optimal"
    assert document["gap"] <= 0.001
    assert document["engine"] == "exact/highs"
    assert document["run_dir"] is None
    names = {row["id"] for row in document["claims"]}
    assert {"claim[homes]", "claim[green]", "budget[grid, zone 0]"} <= names
    for row in document["claims"]:
        assert {"id", "unit", "min", "max", "achieved", "shortfall", "price"} <= set(
            row
        )


@pytest.mark.parametrize(
    "words", [(), ("--engine", "sequential"), ("--engine", "exact", "--solver", "scip")]
)
def test_the_result_file_is_legal_for_a_checker_that_shares_no_code(
    instance: Path, call: Call, tmp_path: Path, words: tuple[str, ...]
) -> None:
    result = tmp_path / "r.nc"
    assert call("solve", instance, *words, "--out", result).code == 0
    done = subprocess.run(
        [sys.executable, str(checks() / "verify_result.py"), instance, result],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip().endswith("LEGAL"), done.stdout + done.stderr


@pytest.mark.parametrize("name", ["rows.nc", "soft.nc", "flow.nc", "boundary.nc"])
def test_an_example_of_the_contract_has_its_known_optimum(
    call: Call, name: str
) -> None:
    path = checks() / "examples" / name
    document = call("solve", path, "--gap", "0.0001 %", "--json").json
    assert document["objective"] == pytest.approx(optima()[name]["objective"], rel=1e-5)


def test_what_does_not_fit_has_code_5_and_names_what_is_too_much(call: Call) -> None:
    path = checks() / "examples" / "infeasible.nc"
    called = call("solve", path, "--json")
    assert called.code == 5
    assert called.json["status"] == "infeasible"
    assert optima()["infeasible.nc"]["because"] in called.json["conflict"]
    assert "these limits cannot hold together" in call("solve", path).out


def test_a_file_that_is_no_instance_has_code_3(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "i.nc"
    path.write_bytes(b"no instance")
    called = call("solve", path, "--json")
    assert called.code == 3
    assert "must be a NetCDF-4 file" in called.json["faults"][0]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--engine", "magic"], "--engine must be one of auto, "),
        (["--gap", "1 ha"], "1 ha"),
        (["--time-limit", "5"], "5"),
        (["--solver", "gurobi"], "gurobi"),
    ],
)
def test_a_wrong_option_has_code_2(
    instance: Path, call: Call, words: list[str], part: str
) -> None:
    called = call("solve", instance, *words)
    assert called.code == 2
    assert part in called.err


def test_an_engine_that_keeps_no_patches_is_refused_before_the_search(
    tmp_path: Path, call: Call
) -> None:
    path = tmp_path / "i.nc"
    plain = to_instance(scattered(4, 5))
    least = np.full(plain.n_uses, 2, np.int32)
    write_instance(replace(plain, restrictions=Restrictions(patch_least=least)), path)
    called = call("solve", path, "--engine", "exact")
    assert called.code == 2
    assert "must be patches or auto" in called.err


def test_an_engine_that_sees_no_neighbours_is_refused_before_the_search(
    tmp_path: Path, call: Call
) -> None:
    path = tmp_path / "i.nc"
    plain = to_instance(scattered(4, 5))
    write_instance(replace(plain, boundary=np.ones(plain.n_uses)), path)
    for engine in ("prices", "flow"):
        called = call("solve", path, "--engine", engine)
        assert called.code == 2
        assert "must be compact or auto" in called.err
