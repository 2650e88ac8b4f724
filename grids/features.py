"""Points, lines and polygons as valid geometries in RD New.

Nothing is repaired in silence: what was reprojected, dropped or made valid stands in
``notes``, and ends up in the layer's ``Origin.note``.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.crs import is_rd
from grids.grid import CRS


@dataclass(frozen=True, eq=False)
class Features:
    """Geometries in RD and what was done to get them.

    Parameters
    ----------
    table
        GeoDataFrame in EPSG:28992, empty if no feature lies in the bounds.
    notes
        What happened on reading, one phrase each.

    """

    table: Any
    notes: tuple[str, ...] = ()

    @property
    def geometries(self) -> NDArray[Any]:
        """Shapely geometries, shape ``(n_features,)``."""
        return np.asarray(self.table.geometry.values, dtype=object)


def cleaned(found: Any, crs: Any) -> Features:
    """Reproject, drop empty geometries and repair invalid polygons."""
    import shapely

    notes = []
    if not is_rd(crs):
        found = found.to_crs(CRS)
        notes.append(f"reprojected from {_short(crs)} to {CRS}")
    shapes = np.asarray(found.geometry.values, dtype=object)
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    if empty.any():
        found, shapes = found[~empty], shapes[~empty]
        notes.append(f"{int(empty.sum()):,} features without geometry dropped")
    broken = ~shapely.is_valid(shapes)
    if broken.any():
        shapes = shapes.copy()
        shapes[broken] = shapely.make_valid(shapes[broken])
        notes.append(f"{int(broken.sum()):,} invalid geometries made valid")
    return Features(found.set_geometry(shapes, crs=CRS), tuple(notes))


def _short(crs: Any) -> str:
    """Return the code of a coordinate system, or its name."""
    from pyproj import CRS as PROJ

    found = PROJ.from_user_input(crs)
    code = found.to_authority()
    return ":".join(code) if code else str(found.name)
