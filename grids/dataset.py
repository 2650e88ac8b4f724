"""A province as one xarray Dataset, and as a NetCDF-4 file.

Dimensions ``y`` (from north to south) and ``x``; every layer is a plane with grid
mapping ``spatial_ref``. Outside the province a number is NaN and a code -9999;
``inside`` says which cells count. No time of writing is kept: same province, same
bytes.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.cf import AVAILABLE, INSIDE, OUTSIDE_CODE, attributes, coordinates
from grids.crs import rd_mapping
from grids.grid import Frame, Grid
from grids.layers import Layer, Origin, Province
from grids.netcdf import write_netcdf
from grids.sentence import Sentence
from grids.sources import UnreadableError

RESERVED = ("inside", "available_ha", "spatial_ref", "x", "y")
"""Names in the dataset that no layer may have."""

COMPRESSION = 4
"""Zlib level; 1, 2, 4 gave 60, 59, 57 MB for Puzzelland, each in about 4 s."""


def to_dataset(province: Province) -> Any:
    """Return the province as an xarray Dataset.

    Raises
    ------
    ValueError
        If a layer has a name that the dataset needs itself.

    """
    import xarray

    grid = province.grid
    taken = sorted(set(RESERVED) & set(province.layers))
    if taken:
        raise ValueError(
            Sentence(
                "layers must not be called {known}, got {got}",
                known=", ".join(RESERVED),
                got=taken,
            )
        )
    planes = {
        "spatial_ref": ((), np.int32(0), rd_mapping(grid.frame)),
        "inside": (("y", "x"), grid.inside.astype(np.int8), INSIDE),
        "available_ha": (
            ("y", "x"),
            grid.to_plane(province.available_ha, np.float32(np.nan)),
            {**AVAILABLE, "_FillValue": np.float32(np.nan)},
        ),
    }
    for name, layer in province.layers.items():
        planes[name] = (("y", "x"), _plane(grid, layer), attributes(layer))
    head = {
        "Conventions": "CF-1.11",
        "title": f"Layers of {province.name}",
        "province": province.name,
        "cell_m": np.int32(grid.cell_m),
    }
    return xarray.Dataset(planes, coordinates(grid.frame), head)


def from_dataset(dataset: Any) -> Province:
    """Return the province that ``to_dataset`` made a Dataset of.

    Raises
    ------
    ValueError
        If the Dataset lacks what a province needs.

    """
    for name in ("inside", "available_ha", "x", "y"):
        if name not in dataset.variables:
            raise ValueError(
                Sentence(
                    "dataset of a province must have variable '{name}', got {got}",
                    name=name,
                    got=", ".join(map(str, dataset.variables)),
                )
            )
    cell_m = int(dataset.attrs["cell_m"])
    inside = np.asarray(dataset["inside"].values) == 1
    west_m = round(float(dataset["x"].values[0]) - cell_m / 2)
    north_m = round(float(dataset["y"].values[0]) + cell_m / 2)
    grid = Grid(Frame(cell_m, west_m, north_m, *inside.shape), inside)
    layers = {
        str(name): _layer(grid, str(name), dataset[name])
        for name in dataset.data_vars
        if name not in RESERVED
    }
    available = grid.from_plane(dataset["available_ha"].values).astype(np.float32)
    return Province(str(dataset.attrs["province"]), grid, layers, available)


def write_province(province: Province, path: Path) -> None:
    """Write a province as NetCDF-4 with CF attributes.

    Parameters
    ----------
    province
        What to write.
    path
        Where; an existing file is replaced only when the new one is complete.

    """
    dataset = to_dataset(province)
    encoding: dict[str, dict[str, Any]] = {
        name: {"zlib": True, "complevel": COMPRESSION, "shuffle": True}
        for name, variable in dataset.data_vars.items()
        if variable.ndim == 2
    }
    encoding |= {axis: {"_FillValue": None} for axis in ("x", "y")}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_netcdf(dataset, path, encoding)


def read_province(path: Path) -> Province:
    """Read a province that ``write_province`` wrote.

    Raises
    ------
    FileNotFoundError
        If the file is not there.
    UnreadableError
        If it is damaged or no province.

    """
    import xarray

    if not path.exists():
        raise FileNotFoundError(
            Sentence(
                "file of a province must exist, there is none at {path}", path=path
            )
        )
    try:
        with xarray.open_dataset(
            path, engine="h5netcdf", mask_and_scale=False, decode_cf=False
        ) as dataset:
            return from_dataset(dataset.load())
    except (OSError, KeyError, ValueError) as error:
        raise UnreadableError(
            Sentence(
                "{path} must be a province as NetCDF-4, but is damaged, truncated"
                " or something else ({why}); make it again",
                path=path,
                why=error,
            )
        ) from error


def _plane(grid: Grid, layer: Layer) -> NDArray[Any]:
    """Spread a layer over the frame with its sign for outside."""
    if layer.kind in ("class", "zone"):
        return grid.to_plane(layer.values, np.int32(OUTSIDE_CODE))
    return grid.to_plane(layer.values, np.float32(np.nan))


def _layer(grid: Grid, name: str, variable: Any) -> Layer:
    """Return a layer from its variable."""
    said = variable.attrs
    whole = said["kind"] in ("class", "zone")
    values = grid.from_plane(variable.values).astype(np.int32 if whole else np.float32)
    labels = json.loads(said.get("labels", "{}"))
    origin = Origin(
        said["source"],
        said["date"],
        said["licence"],
        bool(said["invented"]),
        said["note"],
        str(said.get("service", "")),
        str(said.get("fetched", "")),
        int(said.get("missing", 0)),
    )
    codes = {int(code): label for code, label in labels.items()}
    return Layer(name, said["kind"], values, said["unit"], origin, codes)
