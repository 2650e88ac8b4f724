"""Instances and results as NetCDF-4 files, the contract of DESIGN section 11.

Written to a temporary file first and renamed, so that a file is whole or absent.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from grids.netcdf import write_netcdf
from solver.instance import Instance, RowArrays, SupplyArrays
from solver.restriction_file import (
    missing_restrictions,
    restriction_variables,
    to_restrictions,
)

if TYPE_CHECKING:
    import xarray as xr

    from solver.result import Result


class InstanceError(ValueError):
    """An instance file that does not hold an instance."""


REQUIRED = (
    *("use_name", "cell_row", "cell_col", "cell_size_m"),
    *("score", "allowed", "zone", "weight"),
    *("row_name", "row_lo", "row_hi", "row_shortfall_price"),
    *("entry_row", "entry_partition", "entry_zone", "entry_coef"),
)
"""Variables an instance file must have."""

SUPPLY = (
    *("supply_value", "supply_cap"),
    *("supply_entry_row", "supply_entry_supply", "supply_entry_coef"),
)
"""Variables of supply without land: all or none."""


def write_instance(instance: Instance, path: Path) -> None:
    """Write an instance file.

    Parameters
    ----------
    instance
        What to write.
    path
        Where; replaced if it exists.

    """
    import xarray as xr

    rows, supplies = instance.rows, instance.supplies
    variables: dict[str, tuple[tuple[str, ...], Any]] = {
        "use_name": (("use",), np.array(instance.use_name, dtype=object)),
        "cell_row": (("cell",), instance.cell_row),
        "cell_col": (("cell",), instance.cell_col),
        "cell_size_m": ((), float(instance.cell_size_m)),
        "score": (("use", "cell"), instance.score),
        "allowed": (("use", "cell"), instance.allowed.astype(np.int8)),
        "zone": (("partition", "cell"), instance.zone),
        "weight": (("partition", "cell"), instance.weight),
        "row_name": (("row",), np.array(rows.name, dtype=object)),
        "row_lo": (("row",), rows.low),
        "row_hi": (("row",), rows.high),
        "row_shortfall_price": (("row",), rows.shortfall_price),
        "entry_row": (("entry",), rows.entry_row),
        "entry_partition": (("entry",), rows.entry_partition),
        "entry_zone": (("entry",), rows.entry_zone),
        "entry_coef": (("entry", "use"), rows.entry_coef),
        "boundary": (("use",), instance.boundary),
    }
    if instance.touch.any():
        variables["touch"] = (("use", "other_use"), instance.touch)
    variables |= restriction_variables(instance.restrictions)
    if instance.n_supplies:
        variables |= {
            "supply_value": (("supply",), supplies.value),
            "supply_cap": (("supply",), supplies.cap),
            "supply_entry_row": (("supply_entry",), supplies.entry_row),
            "supply_entry_supply": (("supply_entry",), supplies.entry_supply),
            "supply_entry_coef": (("supply_entry",), supplies.entry_coef),
        }
    _write(xr.Dataset(variables), path)


def read_instance(path: Path) -> Instance:
    """Read an instance file.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    InstanceError
        If it is not NetCDF, lacks a variable, or its arrays do not fit together.

    """
    dataset = _open(path)
    supply = [name for name in SUPPLY if name in dataset]
    missing = [name for name in REQUIRED if name not in dataset]
    if supply:
        missing += [name for name in SUPPLY if name not in dataset]
    missing += missing_restrictions(set(map(str, dataset)))
    if missing:
        raise InstanceError(
            f"{path.name} must have the variables of an instance file, "
            f"but lacks {', '.join(missing)}"
        )
    try:
        return _from_dataset(dataset, has_supply=bool(supply))
    except (ValueError, TypeError) as error:
        raise InstanceError(f"{path.name}: {error}") from error


def _from_dataset(dataset: "xr.Dataset", *, has_supply: bool) -> Instance:
    def take(name: str, dtype: type) -> NDArray[Any]:
        values = dataset[name].to_numpy()
        if np.issubdtype(dtype, np.integer) and values.dtype.kind == "f":
            whole = np.isfinite(values) & (values == np.rint(values))
            if not whole.all():
                raise ValueError(
                    f"{name} must hold whole numbers, got {values[~whole].flat[0]:g}"
                )
        return np.ascontiguousarray(values.astype(dtype))

    def names(name: str) -> tuple[str, ...]:
        return tuple(str(text) for text in dataset[name].to_numpy())

    rows = RowArrays(
        names("row_name"),
        take("row_lo", np.float64),
        take("row_hi", np.float64),
        take("row_shortfall_price", np.float64),
        take("entry_row", np.int32),
        take("entry_partition", np.int32),
        take("entry_zone", np.int32),
        take("entry_coef", np.float64),
    )
    supplies = SupplyArrays()
    if has_supply:
        supplies = SupplyArrays(
            take("supply_value", np.float64),
            take("supply_cap", np.float64),
            take("supply_entry_row", np.int32),
            take("supply_entry_supply", np.int32),
            take("supply_entry_coef", np.float64),
        )
    return Instance(
        names("use_name"),
        take("cell_row", np.int32),
        take("cell_col", np.int32),
        float(dataset["cell_size_m"]),
        take("score", np.float32),
        take("allowed", np.int8) != 0,
        take("zone", np.int32),
        take("weight", np.float32),
        rows,
        supplies,
        take("boundary", np.float64) if "boundary" in dataset else np.zeros(0),
        take("touch", np.float64) if "touch" in dataset else np.zeros(0),
        to_restrictions(set(map(str, dataset)), take, names),
    )


def write_result(result: "Result", path: Path, row_name: tuple[str, ...] = ()) -> None:
    """Write a result file: use per cell, supply, and the figures as attributes.

    Parameters
    ----------
    result
        The answer.
    path
        The file.
    row_name
        Rows whose prices go with it, in the order of the instance.

    Raises
    ------
    ValueError
        If the result has no allocation.

    """
    import xarray as xr

    if result.allocation is None:
        raise ValueError(f"a result file needs an answer, got status {result.status}")
    use = result.allocation.use.astype(np.int8)
    variables: dict[str, tuple[tuple[str, ...], Any]] = {"use": (("cell",), use)}
    if result.allocation.supply.size:
        supply = result.allocation.supply.astype(np.float64)
        variables["supply"] = (("supply",), supply)
    if row_name and result.row_price:
        price = np.array([result.row_price.get(name, 0.0) for name in row_name])
        variables["row_price"] = (("row",), price)
    attributes = {
        "status": str(result.status),
        "objective": result.objective,
        "bound": result.bound,
        "gap": result.gap,
        "seconds": result.seconds,
        "engine": result.engine,
    }
    _write(xr.Dataset(variables, attrs=attributes), path)


def _open(path: Path) -> "xr.Dataset":
    import xarray as xr

    if not path.is_file():
        raise FileNotFoundError(f"instance file must exist, got '{path}'")
    try:
        return xr.load_dataset(path, engine="h5netcdf")
    except (OSError, ValueError, KeyError) as error:
        raise InstanceError(
            f"{path.name} must be a NetCDF-4 file, but cannot be read: {error}"
        ) from error


def _write(dataset: "xr.Dataset", path: Path) -> None:
    packed: dict[str, dict[str, Any]] = {
        str(name): {"zlib": True, "complevel": 1}
        for name, variable in dataset.variables.items()
        if variable.ndim and variable.dtype.kind in "if"
    }
    write_netcdf(dataset, path, packed)
