"""From what a user writes to an instance."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.case import case_of, cases_of, cases_of_set
from benchmarks.instances import file
from benchmarks.registry import SETS, SPECS
from benchmarks.unknown import UnknownError
from scenarios.faults import ScenarioError
from solver.instance_file import InstanceError, write_instance
from tests.small_project import small_project
from tests.solver.small import an_instance


@pytest.mark.parametrize("name", SETS)
def test_every_case_of_a_set_is_one_of_the_registry(name: str) -> None:
    cases = cases_of_set(name)
    assert [case.name for case in cases] == list(SETS[name])
    known = {spec.case_id(size) for spec in SPECS for size in spec.sizes}
    assert {case.name for case in cases} <= known


def test_a_family_alone_means_its_smallest_size() -> None:
    assert case_of("zonal").name == "zonal-n=2500-m=136"
    assert case_of("puzzelland-green").name == "puzzelland-green-cell=500"


def test_any_size_can_be_named() -> None:
    case = case_of("counts-n=1_000-m=12")
    assert case.name == "counts-n=1000-m=12"
    instance = case.build(3)
    assert (instance.n_cells, instance.n_rows) == (1_000, 12)


def test_the_same_case_twice_counts_once() -> None:
    names = [case.name for case in cases_of(["zonal", "zonal-m=136-n=2500", "soft"])]
    assert names == ["zonal-n=2500-m=136", "soft-n=2500-m=136"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("zonaal", "instance must be one of zonal, soft.*got 'zonaal'"),
        ("", "instance must be one of"),
        ("zonal-", "instance must be one of"),
        ("zonal-n=100", "size must be written as zonal-n=2500-m=136"),
        ("zonal-n=100-m=0", "got 'zonal-n=100-m=0'"),
        ("zonal-n=100-m=20-m=30", "size must be written as"),
        ("zonal-n=1e5-m=20", "size must be written as"),
        ("zonal-n=-5-m=20", "size must be written as"),
        ("nowhere.nc", "file of an instance or scenario must exist, got 'nowhere.nc'"),
        ("nowhere.yaml", "file of an instance or scenario must exist"),
        ("plan.tif", "instance must be one of"),
    ],
)
def test_tells_what_a_name_must_be(text: str, told: str) -> None:
    with pytest.raises(UnknownError, match=told):
        case_of(text)


def test_tells_a_size_that_a_family_cannot_have() -> None:
    told = "counts-n=50-m=7 cannot be made: n_rows must be a multiple of 6, got 7"
    with pytest.raises(UnknownError, match=told):
        case_of("counts-n=50-m=7").build(1)


def test_tells_an_unknown_set_in_both_languages() -> None:
    with pytest.raises(UnknownError) as caught:
        cases_of_set("all")
    assert caught.value.text("en") == (
        "--set must be one of quick, province, full, got 'all'"
    )
    assert caught.value.text("nl").startswith("--set moet een van quick")


def test_reads_an_instance_file_of_any_origin(tmp_path: Path) -> None:
    path = tmp_path / "mine.nc"
    instance = an_instance()
    write_instance(instance, path)
    case = case_of(str(path))
    assert case.name == path.as_posix()
    assert (case.build(1).score == instance.score).all()


def test_a_file_that_is_no_instance_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.nc"
    path.write_text("no NetCDF", encoding="utf-8")
    with pytest.raises(InstanceError, match=r"mine\.nc must be a NetCDF-4 file"):
        case_of(str(path)).build(1)


def test_the_faults_of_a_scenario_come_before_anything_is_measured(
    tmp_path: Path,
) -> None:
    project = small_project(tmp_path / "project")
    path = project.with_text("claims: {homes: {target: -5}}\n")
    with pytest.raises(ScenarioError, match=r"claims\.homes\.target"):
        case_of(str(path))


def test_a_scenario_of_ones_own_becomes_an_instance_and_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    monkeypatch.setattr(file, "cache_folder", lambda: kept)
    project = small_project(tmp_path / "project")
    case = case_of(str(project.scenario))
    first = case.build(1)
    assert first.n_cells == 120
    assert first.use_name == ("none", "housing", "solar", "forest")
    assert len(list(kept.glob("instance-*.nc"))) == 1
    again = case.build(1)
    assert np.array_equal(first.score, again.score)
    assert first.rows.name == again.rows.name
    other = case_of(str(project.with_text("stays: 2 points/ha\n"))).build(1)
    assert other.rows.name == first.rows.name
    assert len(list(kept.glob("instance-*.nc"))) == 2
