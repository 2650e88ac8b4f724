"""Read a raster onto a frame, refusing what does not lie on it.

A raster may be larger or smaller than the frame, but its cells must be the grid's
cells. Only when the source says ``resample`` is it warped; that is written in
``notes``. No data is NaN.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from grids.classes import class_of
from grids.crs import box_in, box_in_rd, is_rd
from grids.grid import CRS, Frame, GridMismatchError, describe
from grids.sentence import Sentence
from grids.sources import LayerSource, UnreadableError, check_file
from grids.vector import describe_box
from grids.zones import as_label

SNAP = 1e-6
"""How far a raster's corner may lie off the grid [cells]."""


@dataclass(frozen=True, eq=False)
class Plane:
    """Numbers over a frame and what was done to get them.

    Parameters
    ----------
    values
        float64, NaN without data, shape ``(rows, cols)``.
    notes
        What happened on reading, one phrase each.

    """

    values: NDArray[np.float64]
    notes: tuple[str, ...] = ()


def read_raster(source: LayerSource, frame: Frame) -> Plane:
    """Read one band over the frame.

    Parameters
    ----------
    source
        File, band or variable, and whether it may be resampled.
    frame
        The cells; the raster need not cover all of them.

    Returns
    -------
    Plane
        Numbers per cell, NaN where the raster has none, and notes.

    Raises
    ------
    FileNotFoundError
        If the file is not there.
    UnreadableError
        If GDAL cannot read it.
    GridMismatchError
        If its cells are not the grid's and the source does not say ``resample``.
    ValueError
        If it has no coordinate system or lies elsewhere, or the band is not there.

    """
    import rasterio

    check_file(source)
    with _gdal_errors(source), rasterio.open(_address(source)) as file:
        _check_file(source, file, frame)
        if source.resample == "refuse":
            _check_cells(source, file, frame)
            return Plane(_only(source, _window(file, source.band, frame)))
        return _warped(source, file, frame)


@contextmanager
def _gdal_errors(source: LayerSource) -> Iterator[None]:
    """Turn rasterio's errors into ours, naming the file."""
    from rasterio.errors import RasterioIOError

    try:
        yield
    except RasterioIOError as error:
        cause = error.__cause__ or error
        raise UnreadableError(
            Sentence(
                "file of layer '{name}' must be readable, but {path} is damaged, "
                "truncated or of no known format ({why}); fetch it again",
                name=source.name,
                path=source.path,
                why=cause,
            )
        ) from error


def _address(source: LayerSource) -> str:
    """Return GDAL's name of the file, with the variable if one is given."""
    if source.variable is None:
        return str(source.path)
    return f'netcdf:"{source.path}":{source.variable}'


def _check_file(source: LayerSource, file: Any, frame: Frame) -> None:
    """Refuse a raster without coordinate system, without the band, or elsewhere."""
    if file.crs is None:
        raise ValueError(
            Sentence(
                "layer '{name}' must say its coordinate system, but {path} has "
                "none; set it first, for instance with gdal_edit -a_srs {crs}",
                name=source.name,
                path=source.path,
                crs=CRS,
            )
        )
    if source.band > file.count:
        raise ValueError(
            Sentence(
                "band of layer '{name}' must be at most {most}, the bands of "
                "{path}, got {got}",
                name=source.name,
                most=file.count,
                path=source.path,
                got=source.band,
            )
        )
    own = tuple(file.bounds)
    if not is_rd(file.crs.to_wkt()):
        own = box_in_rd(file.crs.to_wkt(), own)
    west, south, east, north = frame.bounds_m
    if own[0] >= east or own[2] <= west or own[1] >= north or own[3] <= south:
        raise ValueError(
            Sentence(
                "layer '{name}' must overlap the province ({here}), but {path} "
                "covers {there} in {crs}; check its coordinate system",
                name=source.name,
                here=describe_box(frame.bounds_m),
                path=source.path,
                there=describe_box(own),
                crs=CRS,
            )
        )


def _check_cells(source: LayerSource, file: Any, frame: Frame) -> None:
    """Refuse a raster whose cells are not the grid's."""
    cell = frame.cell_m
    wanted = {
        "path": source.path,
        "grid": describe(frame),
        "how": f"gdalwarp -t_srs {CRS} -tr {cell} {cell} -tap",
    }
    if not is_rd(file.crs.to_wkt()):
        raise GridMismatchError(
            Sentence(
                "{path} must be on the province grid ({grid}), but is in {crs}; "
                "resample it first, for instance with {how}",
                crs=file.crs.to_string(),
                **wanted,
            )
        )
    step = file.transform
    if (step.a, step.b, step.d, step.e) != (cell, 0, 0, -cell):
        raise GridMismatchError(
            Sentence(
                "{path} must be on the province grid ({grid}), but has cells of "
                "{east:g} x {north:g} m; resample it first, for instance with {how}",
                east=abs(step.a),
                north=abs(step.e),
                **wanted,
            )
        )
    off = max(abs(part - round(part)) for part in (step.c / cell, step.f / cell))
    if off > SNAP:
        raise GridMismatchError(
            Sentence(
                "{path} must be on the province grid ({grid}), but its corner X {x:,} "
                "Y {y:,} is no multiple of {cell} m; resample it first, for instance "
                "with {how}",
                x=step.c,
                y=step.f,
                cell=cell,
                **wanted,
            )
        )


def _window(file: Any, band: int, frame: Frame) -> NDArray[np.float64]:
    """Read the part of an aligned raster under the frame."""
    from rasterio.windows import Window

    left = round((frame.west_m - file.transform.c) / frame.cell_m)
    top = round((file.transform.f - frame.north_m) / frame.cell_m)
    rows = slice(max(0, top), min(file.height, top + frame.rows))
    cols = slice(max(0, left), min(file.width, left + frame.cols))
    window = Window.from_slices(rows, cols)
    found = file.read(band, window=window, masked=True).astype(np.float64)
    plane = np.full(frame.shape, np.nan)
    plane[rows.start - top : rows.stop - top, cols.start - left : cols.stop - left] = (
        found.filled(np.nan)
    )
    return plane


def _warped(source: LayerSource, file: Any, frame: Frame) -> Plane:
    """Resample a raster onto the frame, also from another coordinate system."""
    from rasterio.warp import Resampling, reproject

    window = _cover(file, frame)
    found = file.read(source.band, window=window, masked=True).astype(np.float64)
    values = np.full(frame.shape, np.nan)
    reproject(
        _only(source, found.filled(np.nan)),
        values,
        src_transform=_shifted(file.transform, window.col_off, window.row_off),
        src_crs=file.crs,
        src_nodata=np.nan,
        dst_transform=frame.transform,
        dst_crs=CRS,
        dst_nodata=np.nan,
        resampling=Resampling[source.resample],
    )
    cell, unit = abs(file.transform.a), "m" if file.crs.is_projected else "degrees"
    note = (
        f"resampled ({source.resample}) from cells of {cell:g} {unit} in "
        f"{file.crs.to_string()}"
    )
    return Plane(values, (note,))


def _shifted(step: Affine, cols: int, rows: int) -> Affine:
    """Return the transform of a part that begins some cells further."""
    west = step.c + cols * step.a + rows * step.b
    north = step.f + cols * step.d + rows * step.e
    return Affine(step.a, step.b, west, step.d, step.e, north)


def _cover(file: Any, frame: Frame) -> Any:
    """Return the window of the file under the frame and two cells around it."""
    from rasterio.windows import Window

    box = box_in(file.crs.to_wkt(), frame.bounds_m)
    corners = [file.index(box[i], box[j]) for i in (0, 2) for j in (1, 3)]
    rows, cols = zip(*corners, strict=True)
    left, top = max(0, int(min(cols)) - 2), max(0, int(min(rows)) - 2)
    right = min(file.width, int(max(cols)) + 3)
    bottom = min(file.height, int(max(rows)) + 3)
    return Window.from_slices((top, bottom), (left, right))


def _only(source: LayerSource, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 1 where the raster has the number that counts, 0 elsewhere."""
    if source.of is None:
        return values
    if source.classes is None:
        chosen = np.array([float(source.of)])
    else:
        present = np.unique(values[np.isfinite(values)])
        fits = [
            class_of(source.classes, as_label(code)) == source.of for code in present
        ]
        chosen = present[np.array(fits, np.bool_)]
    counts = np.where(np.isin(values, chosen), 1.0, 0.0)
    return np.where(np.isnan(values), np.nan, counts)
