import json
from pathlib import Path

import numpy as np
import pytest

from atlas.read_run import Run, read_run
from tests.atlas.run_folder import make_run


def test_reads_what_was_written(run: Run) -> None:
    assert run.has_allocation
    assert [use.id for use in run.uses][:2] == ["none", "housing"]
    assert run.use.shape == run.available_ha.shape == (run.grid.n_cells,)
    assert run.document.claims[0].most is None
    assert [rule.id for rule in run.document.not_applied] == ["res-solar-ladder"]


def test_a_run_without_cells_has_no_allocation(tmp_path: Path) -> None:
    folder = make_run(tmp_path / "run", status="infeasible")
    (folder / "cells.nc").unlink()
    run = read_run(folder)
    assert not run.has_allocation
    with pytest.raises(ValueError, match=r"must have cells\.nc"):
        _ = run.grid


def test_says_where_a_document_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"must hold run\.json"):
        read_run(tmp_path)


def test_names_a_missing_key(tmp_path: Path) -> None:
    folder = make_run(tmp_path / "run")
    document = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    del document["claims"][0]["unit"]
    (folder / "run.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ValueError, match="must have key 'unit'"):
        read_run(folder)


def test_refuses_half_a_document(tmp_path: Path) -> None:
    folder = make_run(tmp_path / "run")
    (folder / "run.json").write_text('{"name": "x', encoding="utf-8")
    with pytest.raises(ValueError, match="is damaged"):
        read_run(folder)


def test_refuses_areas_that_contradict_the_cells(tmp_path: Path) -> None:
    folder = make_run(tmp_path / "run")
    document = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    document["uses"][1]["ha"] += 10
    (folder / "run.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ValueError, match="area of use 'housing' must be the same"):
        read_run(folder)


def test_refuses_codes_without_a_use(tmp_path: Path) -> None:
    folder = make_run(tmp_path / "run")
    document = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    document["uses"] = document["uses"][:2]
    (folder / "run.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ValueError, match=r"must hold codes in \[0, 2\)"):
        read_run(folder)


def test_a_plane_has_the_values_of_the_cells(run: Run) -> None:
    plane = run.plane(run.use, -1)
    assert np.array_equal(plane[run.grid.inside], run.use)
    assert (plane[~run.grid.inside] == -1).all()
