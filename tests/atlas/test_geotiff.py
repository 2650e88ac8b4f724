from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pyogrio
import pytest
import rasterio

from atlas.colours import rgb
from atlas.geotiff import OUTSIDE, write_geotiff
from atlas.read_run import Run
from atlas.words.words import Words


def test_the_raster_is_the_allocation(run: Run, published: Path) -> None:
    with rasterio.open(published / "allocation.tif") as raster:
        band = raster.read(1)
        assert raster.nodata == OUTSIDE
        assert raster.crs.to_epsg() == 28992
        assert tuple(raster.bounds) == run.grid.frame.bounds_m
    assert np.array_equal(band[run.grid.inside], run.use)
    assert (band[~run.grid.inside] == OUTSIDE).all()


def test_the_raster_is_cloud_optimised_and_says_its_sources(published: Path) -> None:
    with rasterio.open(published / "allocation.tif") as raster:
        assert raster.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert raster.tags(ns="IMAGE_STRUCTURE")["COMPRESSION"] == "DEFLATE"
        assert raster.descriptions == ("toewijzing: code van het grondgebruik",)
        assert "CBS current_use" in raster.tags()["SOURCE"]
        assert raster.tags()["INVENTED"] == "municipality"


def test_the_raster_has_the_colours_of_the_uses(run: Run, published: Path) -> None:
    with rasterio.open(published / "allocation.tif") as raster:
        table = raster.colormap(1)
    for code, use in enumerate(run.uses[1:], start=1):
        assert use.colour is not None
        assert table[code] == (*rgb(use.colour), 255)


def test_a_large_raster_has_overviews_of_real_codes(tmp_path: Path) -> None:
    from atlas.read_run import read_run
    from tests.atlas.run_folder import Size, make_run

    large = read_run(make_run(tmp_path / "run", Size(300, 300)))
    write_geotiff(large, tmp_path, Words("nl"))
    with rasterio.open(tmp_path / "allocation.tif", overview_level=0) as raster:
        assert raster.width == 150
        assert set(np.unique(raster.read(1))) <= {*np.unique(large.use), OUTSIDE}


def test_the_attribute_table_names_every_use(run: Run, published: Path) -> None:
    root = ElementTree.parse(published / "allocation.tif.aux.xml").getroot()
    names = [entry.text for entry in root.iter("Category")]
    assert names[:2] == ["blijft zoals het is", "wonen"]
    rows = [[field.text for field in row] for row in root.iter("Row")]
    assert rows[1][:5] == ["1", "wonen", "wonen", "housing", "housing"]
    total = sum(float(row[-1] or 0) for row in rows)
    assert total == pytest.approx(run.available_ha.sum(), abs=1e-2)


def test_arcgis_gets_the_same_table(run: Run, published: Path) -> None:
    table = pyogrio.read_dataframe(published / "allocation.tif.vat.dbf")
    assert list(table["value"]) == sorted(set(run.use.tolist()))
    assert table["label"][1] == "wonen"


def test_the_style_has_only_the_uses_that_occur(run: Run, published: Path) -> None:
    root = ElementTree.parse(published / "allocation.qml").getroot()
    entries = {
        int(entry.attrib["value"]): entry.attrib for entry in root.iter("paletteEntry")
    }
    assert set(entries) == set(run.use.tolist())
    assert entries[1]["color"] == "#ffff00"
    assert entries[1]["label"] == "wonen"
    assert entries[0]["alpha"] == "0"
