"""The allocation as a cloud-optimised GeoTIFF with its colours and names beside it.

One byte per cell: the code of the use, 255 outside the province. Overviews take the
nearest cell, because codes cannot be averaged.
"""

from pathlib import Path
from typing import Any

import numpy as np

from atlas.attribute_table import aux_xml, write_vat
from atlas.captions import sources
from atlas.document import said
from atlas.present import Shown, present
from atlas.qml import raster_style
from atlas.read_run import Run
from atlas.words.words import Words
from atlas.writing import whole
from grids.grid import CRS
from grids.sentence import Sentence

NAME = "allocation.tif"
"""Name of the raster in a run folder."""

OUTSIDE = 255
"""Code of a cell outside the province."""

BLOCK = 256
"""Edge of a tile; smaller than GDAL's 512, so that provinces get overviews."""


def write_geotiff(run: Run, folder: Path, words: Words) -> tuple[Path, ...]:
    """Write ``allocation.tif`` with ``.aux.xml``, ``.qml`` and ``.tif.vat.dbf``.

    Parameters
    ----------
    run
        A run with an allocation.
    folder
        Where.
    words
        The reader's language.

    Returns
    -------
    tuple[Path, ...]
        The files.

    Raises
    ------
    ValueError
        If there are more uses than a byte can tell.
    OSError
        If the folder cannot be written.

    """
    if len(run.uses) > OUTSIDE:
        raise ValueError(
            Sentence(
                "uses must be at most {most} to fit in a byte, got {got}",
                most=OUTSIDE,
                got=len(run.uses),
            )
        )
    uses, lang, target = present(run), words.lang, folder / NAME
    with whole(target) as path:
        _raster(run, uses, path, words)
        _write(path.with_name(f"{NAME}.aux.xml"), aux_xml(uses, lang))
        _write(path.with_suffix(".qml"), raster_style(uses, lang))
        write_vat(uses, lang, path.with_name(f"{NAME}.vat.dbf"))
    table = (f"{NAME}.vat.dbf", f"{NAME}.vat.cpg")
    names = (NAME, f"{NAME}.aux.xml", "allocation.qml", *table)
    return tuple(folder / name for name in names if (folder / name).exists())


def _raster(run: Run, uses: tuple[Shown, ...], path: Path, words: Words) -> None:
    """Write the raster itself."""
    import rasterio

    frame = run.grid.frame
    profile: dict[str, Any] = {
        "driver": "COG",
        "height": frame.rows,
        "width": frame.cols,
        "count": 1,
        "dtype": "uint8",
        "crs": CRS,
        "transform": frame.transform,
        "nodata": OUTSIDE,
        "compress": "DEFLATE",
        "blocksize": BLOCK,
        "overview_resampling": "nearest",
    }
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(run.plane(run.use.astype(np.uint8), OUTSIDE), 1)
        raster.write_colormap(1, {use.code: (*use.colour, 255) for use in uses})
        raster.set_band_description(1, words.say("band"))
        raster.update_tags(**_tags(run, words))


def _tags(run: Run, words: Words) -> dict[str, str]:
    """Return what the file says about itself."""
    document = run.document
    return {
        "TITLE": document.name,
        "DESCRIPTION": said(document.description, words.lang),
        "PROVINCE": document.province,
        "STATUS": document.status,
        "GAP": "" if document.gap is None else f"{document.gap:.6g}",
        "SOURCE": sources(document.credited, words),
        "INVENTED": ", ".join(layer.name for layer in document.invented),
        "USES": ", ".join(f"{code}={use.id}" for code, use in enumerate(run.uses)),
    }


def _write(path: Path, content: str) -> None:
    """Write a text file the same on every computer."""
    path.write_text(content, encoding="utf-8", newline="\n")
