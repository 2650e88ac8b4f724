"""A scenario of someone else leads nowhere but to the files that it names."""

from collections.abc import Iterator

import pytest

from tests.cli.conftest import Call
from tests.grids.fetch.loopback import Answer, Site, served
from tests.small_project import SmallProject

VECTOR_VRT = """<OGRVRTDataSource><OGRVRTLayer name="x">
<SrcDataSource>{url}/x.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"""

WMS = """<GDAL_WMS><Service name="TMS"><ServerUrl>{url}/${{z}}</ServerUrl></Service>
<DataWindow><UpperLeftX>0</UpperLeftX><UpperLeftY>0</UpperLeftY>
<LowerRightX>10</LowerRightX><LowerRightY>-10</LowerRightY><SizeX>10</SizeX>
<SizeY>10</SizeY></DataWindow></GDAL_WMS>"""

RASTER_VRT = """<VRTDataset rasterXSize="12" rasterYSize="10"><SRS>EPSG:28992</SRS>
<GeoTransform>50000, 500, 0, 405000, 0, -500</GeoTransform>
<VRTRasterBand dataType="Float32" band="1"><SimpleSource>
<SourceFilename relativeToVRT="0">{source}</SourceFilename><SourceBand>1</SourceBand>
</SimpleSource></VRTRasterBand></VRTDataset>"""


@pytest.fixture
def inside() -> Iterator[Site]:
    """A server on the network of the user, which nobody may ask."""
    with served(lambda *_: Answer(b"secret")) as site:
        yield site


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("x.vrt", VECTOR_VRT, "fraction"),
        ("x.xml", VECTOR_VRT, "fraction"),
        ("x.gpkg", VECTOR_VRT, "zone, column: name"),
        ("x.xml", WMS, "value"),
        ("x.tif", WMS, "value"),
        ("x.vrt", RASTER_VRT.replace("{source}", "/vsicurl/{url}/x.tif"), "value"),
        ("x.tif", RASTER_VRT.replace("{source}", "{url}/x.tif"), "value"),
    ],
)
def test_a_file_that_leads_to_an_address_is_not_opened(
    project: SmallProject, call: Call, inside: Site, name: str, body: str, kind: str
) -> None:
    project.file(name).write_text(body.format(url=inside.url))
    path = project.with_text(f"layers: {{odd: {{file: data/{name}, kind: {kind}}}}}\n")
    called = call("run", path)
    assert called.code == 4
    assert "must hold its data itself" in called.err
    assert "verwijst door" in call("run", path, "--lang", "nl").err
    assert inside.asked == []


def test_a_virtual_raster_of_files_beside_it_is_opened(
    project: SmallProject, call: Call
) -> None:
    source = project.file("elevation.tif")
    project.file("x.vrt").write_text(RASTER_VRT.format(source=source))
    path = project.with_text("layers: {elevation: {file: data/x.vrt}}\n")
    assert call("run", path).code == 0


@pytest.mark.parametrize(
    "address",
    ["{url}/x.gpkg", "/vsicurl/{url}/x.gpkg", "/vsizip/{url}/x.zip"],
)
def test_an_address_is_no_file(
    project: SmallProject, call: Call, inside: Site, address: str
) -> None:
    file = address.format(url=inside.url)
    path = project.with_text(f'layers: {{odd: {{file: "{file}", kind: fraction}}}}\n')
    called = call("run", path)
    assert called.code == 4
    assert "give it as service, with file data/odd.gpkg" in called.err
    assert inside.asked == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://x.nl/a", "https://me:secret@x.nl/wfs", "x.nl"]
)
def test_a_service_is_on_the_web(project: SmallProject, call: Call, url: str) -> None:
    path = project.with_text(
        f"layers: {{odd: {{file: data/odd.gpkg, kind: fraction, service: {{kind: wfs, "
        f'url: "{url}"}}}}}}\n'
    )
    called = call("check", path)
    assert called.code == 3
    assert "layers.odd.service.url" in called.err
