"""Read a UGRID mesh of triangles as polygons with a value.

A mesh holds one number per face. The faces become polygons in RD, so that a mesh is
read just as a polygon layer: the cell gets the number of the face that holds its
centre. The note says how much coarser the mesh is than a cell.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.features import Features
from grids.grid import CRS
from grids.sentence import Sentence
from grids.sources import LayerSource, UnreadableError, check_file


def is_mesh(source: LayerSource) -> bool:
    """Say whether a NetCDF file holds a mesh topology."""
    if source.path.suffix.lower() not in (".nc", ".nc4"):
        return False
    with _opened(source) as mesh:
        return _topology(mesh) is not None


def read_mesh(source: LayerSource) -> Features:
    """Read the faces of a mesh as polygons.

    Parameters
    ----------
    source
        File and variable; the column of the result has the variable's name.

    Returns
    -------
    Features
        Polygons in RD and a note with their size.

    Raises
    ------
    ValueError
        If the variable is missing or not one number per face.
    UnreadableError
        If the file cannot be read.

    """
    import geopandas
    import shapely

    with _opened(source) as mesh:
        topology = mesh[_topology(mesh)].attrs
        nodes = np.asarray(mesh[topology["face_node_connectivity"]].values)
        x, y = (mesh[name].values for name in topology["node_coordinates"].split())
        values = _values(source, mesh, len(nodes))
    corner = nodes.astype(np.int64)
    faces = shapely.polygons(np.stack([x[corner], y[corner]], axis=-1))
    edge_m = float(np.sqrt(np.median(shapely.area(faces)) * 2))
    table = geopandas.GeoDataFrame(
        {source.variable or "value": values}, geometry=faces, crs=CRS
    )
    note = f"coarse mesh of triangles, {len(faces):,} faces of about {edge_m:,.0f} m"
    return Features(table, (note,))


def _opened(source: LayerSource) -> Any:
    """Open the file as an xarray Dataset."""
    import xarray

    check_file(source)
    try:
        return xarray.open_dataset(source.path, engine="h5netcdf")
    except (OSError, ValueError) as error:
        raise UnreadableError(
            Sentence(
                "file of layer '{name}' must be readable, but {path} is damaged, "
                "truncated or no NetCDF-4 ({why}); fetch it again",
                name=source.name,
                path=source.path,
                why=error,
            )
        ) from error


def _topology(mesh: Any) -> str | None:
    """Return the name of the variable that describes the mesh."""
    for name, variable in mesh.variables.items():
        if variable.attrs.get("cf_role") == "mesh_topology":
            return str(name)
    return None


def _values(source: LayerSource, mesh: Any, n_faces: int) -> NDArray[np.float64]:
    """Return the variable's numbers, one per face."""
    if source.variable is None or source.variable not in mesh.variables:
        raise ValueError(
            Sentence(
                "variable of layer '{name}' must be one of {known} ({path}), got "
                "{got!r}",
                name=source.name,
                known=", ".join(str(name) for name in mesh.data_vars),
                path=source.path,
                got=source.variable,
            )
        )
    values = np.asarray(mesh[source.variable].values, np.float64)
    if values.shape != (n_faces,):
        raise ValueError(
            Sentence(
                "variable '{variable}' of {path} must have one number per face "
                "({n:,}), got shape {got}",
                variable=source.variable,
                path=source.path,
                n=n_faces,
                got=values.shape,
            )
        )
    return values
