"""``puzzel solve`` of an instance that nothing can keep: code 5 and the names."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.instances import counts
from benchmarks.instances.row_blocks import simple_rows, stacked
from solver.instance_file import write_instance
from tests.cli.conftest import Call


@pytest.mark.parametrize("engine", ["auto", "prices", "exact"])
def test_rows_that_clash_are_named_with_code_5(
    tmp_path: Path, call: Call, engine: str
) -> None:
    made = counts.build(400, 12)
    n_cells = int((made.zone[0] == 0).sum())
    coef = np.zeros((2, made.n_uses))
    coef[0, 1] = coef[1, 2] = 1.0
    planted = simple_rows(
        ["first", "second"],
        (np.full(2, 0.6 * n_cells), np.full(2, np.inf)),
        0,
        np.zeros(2, np.int32),
        coef,
    )
    free = replace(
        made.rows,
        low=np.full(made.n_rows, -np.inf),
        high=np.full(made.n_rows, np.inf),
    )
    instance = replace(
        made,
        rows=stacked(free, planted),
        allowed=np.ones_like(made.allowed),
    )
    path = tmp_path / "clash.nc"
    write_instance(instance, path)
    called = call("solve", path, "--engine", engine, "--json")
    assert called.code == 5
    document = called.json
    assert document["status"] == "infeasible"
    assert sorted(document["conflict"]) == ["first", "second"]
    shown = call("solve", path, "--engine", engine)
    assert shown.code == 5
    assert "first" in shown.out
    assert "second" in shown.out
