"""Whether a file's coordinates are RD New, and boxes in other systems.

RD New comes under several names (EPSG:28992, 7415 with NAP heights, ESRI:28992, bare
WKT), so codes are not compared as text.
"""

from collections.abc import Sequence
from typing import Any

from grids.grid import CRS, Frame


def is_rd(crs: Any) -> bool:
    """Say whether a coordinate system is RD New, with or without NAP heights."""
    from pyproj import CRS as PROJ

    found = PROJ.from_user_input(crs)
    horizontal = found.sub_crs_list[0] if found.is_compound else found
    rd = PROJ.from_user_input(CRS)
    return bool(horizontal.equals(rd, ignore_axis_order=True)) or (
        horizontal.to_epsg(min_confidence=50) == rd.to_epsg()
    )


def box_in(crs: Any, bounds_m: Sequence[float]) -> tuple[float, ...]:
    """Return the box around an RD box [m] in another coordinate system."""
    return _box(CRS, crs, bounds_m)


def box_in_rd(crs: Any, bounds: Sequence[float]) -> tuple[float, ...]:
    """Return the RD box [m] around a box in another coordinate system."""
    return _box(crs, CRS, bounds)


def _box(source: Any, target: Any, bounds: Sequence[float]) -> tuple[float, ...]:
    """Transform a box, following its edges."""
    from pyproj import Transformer

    transformer = Transformer.from_crs(source, target, always_xy=True)
    return tuple(float(edge) for edge in transformer.transform_bounds(*bounds))


def rd_mapping(frame: Frame) -> dict[str, Any]:
    """Return the attributes of a CF grid mapping variable for RD New."""
    from pyproj import CRS as PROJ

    wkt = PROJ.from_user_input(CRS).to_wkt()
    step = frame.transform
    return {
        "grid_mapping_name": "oblique_stereographic",
        "latitude_of_projection_origin": 52.1561605555556,
        "longitude_of_projection_origin": 5.38763888888889,
        "scale_factor_at_projection_origin": 0.9999079,
        "false_easting": 155_000.0,
        "false_northing": 463_000.0,
        "semi_major_axis": 6_377_397.155,
        "inverse_flattening": 299.1528128,
        "longitude_of_prime_meridian": 0.0,
        "crs_wkt": wkt,
        "spatial_ref": wkt,
        "GeoTransform": " ".join(f"{part:.12g}" for part in step.to_gdal()),
    }
