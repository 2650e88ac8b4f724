from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray as xr
from hypothesis import HealthCheck, given, settings

from model.problem import Problem
from solver.compile import to_instance
from solver.instance import Instance
from solver.instance_file import (
    REQUIRED,
    SUPPLY,
    InstanceError,
    read_instance,
    write_instance,
    write_result,
)
from solver.route import solve
from solver.settings import Settings
from tests.model.strategies import problems
from tests.solver.small import a_restricted_instance, an_instance

Change = Callable[[xr.Dataset], xr.Dataset]


def _arrays(of: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in vars(of).items():
        if name in ("rows", "supplies", "restrictions", "sites", "separations"):
            found |= {f"{name}.{key}": kept for key, kept in _arrays(value).items()}
        elif name != "edges":
            found[name] = value
    return found


def _same(one: Instance, other: Instance) -> None:
    ours, theirs = _arrays(one), _arrays(other)
    assert ours.keys() == theirs.keys()
    for name, value in ours.items():
        if isinstance(value, np.ndarray):
            assert value.dtype == theirs[name].dtype, name
            np.testing.assert_array_equal(value, theirs[name], name)
        else:
            assert value == theirs[name], name


def test_what_is_written_is_read_back_bit_for_bit(tmp_path: Path) -> None:
    path = tmp_path / "a.nc"
    instance = an_instance()
    write_instance(instance, path)
    _same(instance, read_instance(path))
    assert [found.name for found in tmp_path.iterdir()] == ["a.nc"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(problems())
def test_any_instance_is_read_back_bit_for_bit(
    tmp_path: Path, problem: Problem
) -> None:
    path = tmp_path / "a.nc"
    instance = to_instance(problem)
    write_instance(instance, path)
    _same(instance, read_instance(path))


def test_the_same_instance_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.nc", tmp_path / "b.nc"
    write_instance(an_instance(), first)
    write_instance(read_instance(first), second)
    assert first.read_bytes() == second.read_bytes()


def test_a_result_holds_the_answer_and_its_figures(tmp_path: Path) -> None:
    path = tmp_path / "r.nc"
    result = solve(an_instance(), Settings(gap=1e-6))
    write_result(result, path)
    assert result.allocation is not None
    with xr.open_dataset(path) as found:
        assert found["use"].dtype == np.int8
        np.testing.assert_array_equal(found["use"], result.allocation.use)
        np.testing.assert_array_equal(found["supply"], result.allocation.supply)
        assert found.attrs == {
            "status": "optimal",
            "objective": result.objective,
            "bound": result.bound,
            "gap": result.gap,
            "seconds": result.seconds,
            "engine": "exact/highs",
        }


def test_refuses_to_write_a_result_without_an_answer(tmp_path: Path) -> None:
    result = replace(solve(an_instance(), Settings()), allocation=None)
    with pytest.raises(ValueError, match="a result file needs an answer, got status"):
        write_result(result, tmp_path / "r.nc")
    assert not list(tmp_path.iterdir())


def _broken(tmp_path: Path, change: Change) -> Path:
    path = tmp_path / "broken.nc"
    write_instance(an_instance(), path)
    dataset = xr.load_dataset(path, engine="h5netcdf")
    change(dataset).to_netcdf(path, engine="h5netcdf")
    return path


BOTH_LIMITS = (
    "row_lo must not exceed row_hi; row_lo must be below inf and row_hi above -inf"
)


@pytest.mark.parametrize("name", [*REQUIRED, *SUPPLY])
def test_refuses_a_file_without_a_variable(tmp_path: Path, name: str) -> None:
    path = _broken(tmp_path, lambda dataset: dataset.drop_vars(name))
    words = f"broken.nc must have the variables of an instance file, but lacks {name}"
    with pytest.raises(InstanceError) as refused:
        read_instance(path)
    assert str(refused.value) == words


def test_names_all_missing_variables_at_once(tmp_path: Path) -> None:
    path = _broken(tmp_path, lambda dataset: dataset.drop_vars(["score", "zone"]))
    with pytest.raises(InstanceError, match=r"but lacks score, zone$"):
        read_instance(path)


def test_a_file_without_supplies_or_boundary_is_whole(tmp_path: Path) -> None:
    names = [*SUPPLY, "boundary"]
    instance = read_instance(_broken(tmp_path, lambda old: old.drop_vars(names)))
    assert instance.n_supplies == 0
    assert instance.boundary.tolist() == [0.0] * instance.n_uses


def _transposed(name: str) -> Change:
    def change(dataset: xr.Dataset) -> xr.Dataset:
        values = dataset[name].to_numpy().T
        dims = tuple(f"other_{axis}" for axis in range(values.ndim))
        return dataset.drop_vars(name).assign({name: (dims, values)})

    return change


def _shorter(name: str) -> Change:
    def change(dataset: xr.Dataset) -> xr.Dataset:
        values = dataset[name].to_numpy()[:-1]
        dims = tuple(f"other_{axis}" for axis in range(values.ndim))
        return dataset.drop_vars(name).assign({name: (dims, values)})

    return change


@pytest.mark.parametrize("name", ["score", "allowed", "weight", "entry_coef"])
def test_refuses_a_variable_with_its_axes_the_other_way(
    tmp_path: Path, name: str
) -> None:
    path = _broken(tmp_path, _transposed(name))
    with pytest.raises(InstanceError, match=rf"broken.nc: {name} must have shape \("):
        read_instance(path)


@pytest.mark.parametrize(
    "name",
    [
        *("cell_col", "score", "allowed", "zone", "weight", "row_lo", "row_hi"),
        *("row_shortfall_price", "entry_partition", "entry_zone", "entry_coef"),
        *("boundary", "supply_value", "supply_entry_supply", "supply_entry_coef"),
    ],
)
def test_refuses_a_variable_that_is_too_short(tmp_path: Path, name: str) -> None:
    if name == "zone":  # one partition fewer than weights
        name = "weight"
    with pytest.raises(InstanceError, match=rf"broken.nc: {name} must have shape \("):
        read_instance(_broken(tmp_path, _shorter(name)))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("score", "score must be finite"),
        ("weight", "weight must be finite"),
        (
            "row_lo",
            BOTH_LIMITS,
        ),
        (
            "row_hi",
            BOTH_LIMITS,
        ),
        ("row_shortfall_price", "row_shortfall_price must be > 0"),
        ("entry_coef", "entry_coef must be finite"),
        ("boundary", "boundary must be finite and >= 0"),
        ("supply_value", "supply_value must be finite"),
        ("supply_cap", "supply_cap must be finite and >= 0"),
        ("supply_entry_coef", "supply_entry_coef must be finite"),
        ("cell_size_m", "cell_size_m must be > 0"),
        ("zone", "zone must hold whole numbers, got nan"),
        ("allowed", "allowed must hold whole numbers, got nan"),
        ("entry_row", "entry_row must hold whole numbers, got nan"),
        ("cell_row", "cell_row must hold whole numbers, got nan"),
    ],
)
def test_refuses_nan(tmp_path: Path, name: str, words: str) -> None:
    def change(dataset: xr.Dataset) -> xr.Dataset:
        values = dataset[name].to_numpy().astype(np.float64)
        values.flat[values.size - 1] = np.nan
        return dataset.assign({name: (dataset[name].dims, values)})

    with pytest.raises(InstanceError) as refused:
        read_instance(_broken(tmp_path, change))
    assert str(refused.value) == f"broken.nc: {words}"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("score", 1.0, "score of use 0 must be 0"),
        ("zone", -2, "zone must lie in -1..16777215"),
        ("zone", 0.5, "zone must hold whole numbers, got 0.5"),
        ("cell_row", -1, "cell_row and cell_col must be >= 0"),
        (
            "row_lo",
            1e9,
            "row_lo must not exceed row_hi",
        ),
        ("row_shortfall_price", 0.0, "row_shortfall_price must be > 0"),
        ("entry_row", 99, "entry_row must name a row"),
        ("entry_partition", 9, "entry_partition must name a partition"),
        ("entry_zone", -1, "entry_zone must lie in 0..16777215"),
        ("boundary", -1.0, "boundary must be finite and >= 0"),
        ("supply_cap", np.inf, "supply_cap must be finite and >= 0"),
        ("supply_entry_row", 99, "supply_entry_row must name a row"),
        ("supply_entry_supply", 9, "supply_entry_supply must name a supply"),
        ("cell_size_m", 0.0, "cell_size_m must be > 0"),
    ],
)
def test_refuses_a_value_that_makes_no_sense(
    tmp_path: Path, name: str, value: float, words: str
) -> None:
    def change(dataset: xr.Dataset) -> xr.Dataset:
        values = dataset[name].to_numpy().astype(np.float64)
        values.flat[0] = value
        return dataset.assign({name: (dataset[name].dims, values)})

    with pytest.raises(InstanceError) as refused:
        read_instance(_broken(tmp_path, change))
    assert str(refused.value) == f"broken.nc: {words}"


def test_refuses_limits_that_nothing_can_meet(tmp_path: Path) -> None:
    def change(dataset: xr.Dataset) -> xr.Dataset:
        high = np.full(dataset["row_hi"].shape, np.inf)
        return dataset.assign(row_lo=("row", high), row_hi=("row", high))

    with pytest.raises(InstanceError, match="row_lo must be below inf"):
        read_instance(_broken(tmp_path, change))


def test_refuses_two_cells_in_one_place(tmp_path: Path) -> None:
    def change(dataset: xr.Dataset) -> xr.Dataset:
        return dataset.assign(cell_col=dataset["cell_col"] * 0)

    with pytest.raises(InstanceError, match="cells must have different places"):
        read_instance(_broken(tmp_path, change))


def test_says_all_faults_at_once(tmp_path: Path) -> None:
    def change(dataset: xr.Dataset) -> xr.Dataset:
        return dataset.assign(
            weight=dataset["weight"] * np.nan, zone=dataset["zone"] - 9
        )

    with pytest.raises(
        InstanceError, match=r"zone must lie in -1..*; weight must be finite"
    ):
        read_instance(_broken(tmp_path, change))


def test_restrictions_and_touch_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "restricted.nc"
    made = a_restricted_instance()
    write_instance(made, path)
    found = read_instance(path)
    assert np.array_equal(found.touch, made.touch)
    for group in ("sites", "separations"):
        wanted, came = (getattr(i.restrictions, group) for i in (made, found))
        for part in fields(wanted):
            one, other = getattr(wanted, part.name), getattr(came, part.name)
            assert np.array_equal(one, other), part.name
    assert found.restrictions.patch_least.tolist() == [0, 4, 0]
    assert found.restrictions.patch_most.tolist() == [0, 9, 3]


def test_a_file_without_restrictions_restricts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "free.nc"
    write_instance(an_instance(), path)
    assert not read_instance(path).restrictions.any


def test_half_a_group_of_restrictions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.nc"
    write_instance(a_restricted_instance(), path)
    dataset = xr.load_dataset(path).drop_vars("separation_price")
    dataset.to_netcdf(path, engine="h5netcdf")
    with pytest.raises(InstanceError, match="lacks separation_price"):
        read_instance(path)


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("patch_min_cells", [0, -1, 0], "patch_min_cells must be >= 0"),
        ("patch_min_cells", [0, 12, 0], "must not exceed patch_max_cells"),
        ("separation_m", [50.0], "above the cell size of 100 m"),
        ("site_use", [0], "site_use must name a use beside use 0"),
        ("site_fewest", [3], "site_fewest must lie in 0..site_most"),
    ],
)
def test_refuses_wrong_restrictions(
    tmp_path: Path, name: str, value: list[float], fault: str
) -> None:
    path = tmp_path / "wrong.nc"
    write_instance(a_restricted_instance(), path)
    dataset = xr.load_dataset(path)
    dataset[name] = dataset[name].dims, np.array(value)
    dataset.to_netcdf(path, engine="h5netcdf")
    with pytest.raises(InstanceError, match=fault):
        read_instance(path)


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_refuses_a_truncated_file(tmp_path: Path, part: float) -> None:
    path = tmp_path / "cut.nc"
    write_instance(an_instance(), path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(part * len(whole))])
    with pytest.raises(InstanceError, match="must be a NetCDF-4 file, but cannot be"):
        read_instance(path)


def test_refuses_what_is_no_netcdf(tmp_path: Path) -> None:
    path = tmp_path / "words.nc"
    path.write_text("name: Zeeland\n", encoding="utf-8")
    with pytest.raises(InstanceError, match=r"words.nc must be a NetCDF-4 file"):
        read_instance(path)


def test_refuses_netcdf_3(tmp_path: Path) -> None:
    path = tmp_path / "old.nc"
    xr.Dataset({"score": (("use", "cell"), np.zeros((2, 2)))}).to_netcdf(
        path, engine="scipy"
    )
    with pytest.raises(InstanceError, match=r"old.nc must be a NetCDF-4 file"):
        read_instance(path)


def test_says_which_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"must exist, got '.*absent.nc'"):
        read_instance(tmp_path / "absent.nc")
