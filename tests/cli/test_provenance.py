"""Where every layer comes from, on everything that leaves a run."""

import base64
import hashlib
import json
import re
import sqlite3
import zlib
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest
import rasterio

from atlas.captions import source_lines, warnings
from atlas.parse import read_document
from atlas.sheets.read_me import warning_lines
from atlas.words.words import Words
from tests.cli.conftest import Call
from tests.small_project import SmallProject

TEXT = """\
area: {source: Kadaster grenzen, licence: CC0-1.0}
layers:
  municipality: {source: CBS gemeenten, date: 2024, licence: CC-BY-4.0}
  natura2000:
    source: RVO natuur
    fetched: 2026-11-25
    service: {kind: wfs, url: "https://service.pdok.nl/rvo/wfs/v1_0", name: "n:gebied"}
  built_up: {source: Provincie kernen, date: 2021-05}
  elevation: {source: AHN hoogte}
  grid_station: {source: OpenStreetMap, licence: ODbL-1.0}
"""

SOURCES = (
    "Kadaster grenzen (2026, CC0-1.0)",
    "CBS gemeenten (2024, CC-BY-4.0)",
    "RVO natuur (opgehaald 25 november 2026, CC0-1.0)",
    "Provincie kernen (mei 2021)",
    "AHN hoogte",
    "OpenStreetMap (ODbL-1.0)",
)
"""What every map must say."""


def _page(path: Path) -> str:
    """What a page shows: its data are packed."""
    found = re.findall(r"[A-Za-z0-9+/=]{200,}", path.read_text("utf-8"))
    texts = []
    for packed in found:
        try:
            body = zlib.decompress(base64.b64decode(packed))
            texts.append(json.dumps(json.loads(body), ensure_ascii=False))
        except (ValueError, zlib.error):  # arrays, or a script
            continue
    assert texts
    return " ".join(texts)


@pytest.fixture
def folder(project: SmallProject, call: Call) -> Path:
    path = project.with_text(TEXT)
    called = call("run", path, "--json", "--lang", "nl")
    assert called.code == 0, called.err
    return Path(called.json["run_dir"])


def test_the_document_says_file_checksum_and_service_of_every_layer(
    folder: Path, project: SmallProject
) -> None:
    document = json.loads((folder / "run.json").read_text("utf-8"))
    layers = {layer["name"]: layer for layer in document["layers"]}
    for name, file in (("natura2000", "nature.gpkg"), ("elevation", "elevation.tif")):
        body = project.file(file).read_bytes()
        found = {"file": file, "sha256": hashlib.sha256(body).hexdigest()}
        assert layers[name]["files"] == [found]
        assert layers[name]["covered"] == 1
    nature = layers["natura2000"]
    assert nature["service"] == "wfs https://service.pdok.nl/rvo/wfs/v1_0 n:gebied"
    assert nature["fetched"] == "2026-11-25"
    assert document["area"]["source"] == "Kadaster grenzen"
    inputs = {one["file"]: one for one in document["provenance"]["inputs"]}
    assert inputs["municipalities.gpkg"]["source"] == "CBS gemeenten"
    assert inputs["municipalities.gpkg"]["date"] == "2024"
    assert inputs["provinces.gpkg"]["licence"] == "CC0-1.0"


def test_every_map_names_every_source(folder: Path) -> None:
    document, words = read_document(folder), Words("nl")
    for letters in (60, 200):
        lines = source_lines(document.credited, words, letters)
        assert all(len(line) <= letters for line in lines)
        whole = " ".join(lines)
        assert [one for one in SOURCES if one not in whole] == []
    with rasterio.open(folder / "allocation.tif") as raster:
        tag = raster.tags()["SOURCE"]
    assert [one for one in SOURCES if one not in tag] == []
    base = sqlite3.connect(folder / "allocation.gpkg")
    for (said,) in base.execute("select description from gpkg_contents"):
        assert [one for one in SOURCES if said and one not in said] == []
    page = _page(folder / "report.html")
    assert [one for one in SOURCES if one not in page] == []


def test_the_qgis_project_names_every_source(folder: Path) -> None:
    with ZipFile(folder / "project.qgz") as holder:
        root = ElementTree.fromstring(holder.read("project.qgs"))
    credits_ = [found.text or "" for found in root.iter("attribution")]
    assert len(credits_) == 4
    for text in (*credits_, root.findtext("projectMetadata/abstract") or ""):
        assert [one for one in SOURCES if one not in text] == []


def test_the_workbook_has_checksum_and_service(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    nature = next(row for row in rows if row[:2] == ["Natura 2000", "RVO natuur"])
    assert "wfs https://service.pdok.nl/rvo/wfs/v1_0 n:gebied" in nature
    assert any(isinstance(value, str) and len(value) == 64 for value in nature)


def test_a_comparison_names_the_sources_of_all_runs(
    folder: Path, project: SmallProject, call: Call, tmp_path: Path
) -> None:
    path = project.with_text(
        TEXT.replace("AHN hoogte", "eigen hoogte"), name="other.yaml"
    )
    other = call("run", path, "--json", "--lang", "nl").json["run_dir"]
    called = call("compare", folder, other, "--out", tmp_path / "c", "--lang", "nl")
    assert called.code == 0, called.err
    page = _page(tmp_path / "c" / "comparison.html")
    for one in (*SOURCES, "eigen hoogte"):
        assert one in page
    with ZipFile(next((tmp_path / "c").glob("*.qgz"))) as holder:
        text = holder.read(holder.namelist()[0]).decode()
    assert "eigen hoogte" in text
    assert "AHN hoogte" in text


def test_land_that_stays_free_for_want_of_a_layer_is_told(
    project: SmallProject, call: Call
) -> None:
    assert "free land" not in call("run", project.scenario).out
    path = project.with_text("layers: {built_up: ~}\n")
    called = call("run", path)
    assert "counts as free land for want of a layer: built-up area" in called.out
    run = Path(call("run", path, "--json").json["run_dir"])
    document = read_document(run)
    for words, told in (
        (Words("nl"), "telt als vrij land: bebouwd gebied"),
        (Words("en"), "counts as free land: built-up area"),
    ):
        assert told in warnings(document, words)
    page = warning_lines(document, Words("en"))
    assert "Counts as free land for want of a layer: built-up area" in page
