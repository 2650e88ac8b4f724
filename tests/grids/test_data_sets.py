import re
from pathlib import Path
from typing import get_args

import pytest

from grids.data_set_list import DataSetError, read_data_sets, shipped_data_sets
from grids.service_kind import ServiceKind
from scenarios.dutch import said

ASKED: dict[str, tuple[str, ...]] = {
    "provinces and municipalities": ("province", "municipality"),
    "regions as zones": ("nuts3", "res_region"),
    "districts with inhabitants": ("neighbourhood", "population"),
    "land use": ("current_use", "built_up", "open_water"),
    "soil, with peat, clay and sand": ("soil", "peat", "high_sand"),
    "elevation": ("elevation",),
    "groundwater, highest and lowest": ("groundwater_depth", "groundwater_depth_low"),
    "subsidence": ("subsidence_rate",),
    "polders with level and depth": ("polder_id", "polder_level", "deep_polder"),
    "river bed": ("floodplain",),
    "primary dikes with zones": ("primary_dike", "primary_dike_zone"),
    "flood depth": ("flood_depth",),
    "salinisation": ("salinising",),
    "Natura 2000": ("natura2000", "natura2000_distance"),
    "nature network": ("nnn",),
    "drinking water": ("drinking_water_protection", "groundwater_protection"),
    "quiet areas": ("quiet_area",),
    "heritage and UNESCO": ("protected_townscape", "world_heritage"),
    "high-voltage lines and stations": ("hv_line", "grid_station"),
    "station areas and capacity": ("grid_zone", "grid_capacity_feed_in"),
    "business parks": ("business_park_existing",),
    "roads": ("road_main", "motorway"),
    "rail": ("rail_main", "transit_stop"),
    "airports with noise zones": ("airport", "airport_noise_zone"),
    "external safety": ("risk_contour_10_6", "attention_area"),
    "defence sites": ("defence_site",),
    "RES search areas": ("res_search",),
    "farmland parcels": ("grassland",),
}
"""What every province needs, and the layers of it."""

UNADDRESSED = {
    *("deep_polders", "high_sands", "groundwater_low", "river_bed", "salinisation"),
    *("drinking_water", "airport_noise", "external_safety", "res_search_areas"),
}
"""Data sets of which no address was found; an address found is taken off this list."""


def test_every_kind_of_service_but_one_has_an_address() -> None:
    kinds = {one.kind for held in shipped_data_sets().values() for one in held.services}
    # no single COG of a whole theme was found; of one's own it can be given (--sources)
    assert set(get_args(ServiceKind)) - kinds == {"cog"}


def test_every_layer_that_is_asked_has_one_data_set() -> None:
    names = [name for one in shipped_data_sets().values() for name in one.layers]
    for what, layers in ASKED.items():
        assert set(names) >= set(layers), what
    assert len(names) == len(set(names))


def test_numbers_and_names_have_a_column_or_ask_for_one() -> None:
    for data_set in shipped_data_sets().values():
        served_by_raster = {"wcs"} & {one.kind for one in data_set.services}
        for name, recipe in data_set.layers.items():
            if recipe.kind in ("zone", "class", "value") and not served_by_raster:
                assert recipe.column or recipe.needs == "column", name


def _written_out(braces: re.Match[str]) -> str:
    """Write ``a_{b,c}_d`` as ``a_b_d a_c_d``."""
    before, middle, after = braces.groups()
    return " ".join(f"{before}{one}{after}" for one in middle.split(","))


def test_addresses_are_those_that_were_found(shared_data: Path) -> None:
    notes = (shared_data.parent / "notes" / "data-sources.md").read_text("utf-8")
    notes = re.sub(r"(\w+)\{([\w,]+)\}(\w+)", _written_out, notes)
    services = [
        service for one in shipped_data_sets().values() for service in one.services
    ]
    assert len(services) > 30
    for service in services:
        base = re.split(r"/(?:wfs|wcs|ogc|atom)/", service.url)[0]
        in_code = service.evidence.startswith("public code")
        base = base.removesuffix("/wfs").removesuffix("/0")
        assert in_code or base in notes, service.url
        names = [] if service.name is None else service.name.split(":")[-1].split("/")
        in_code |= bool(re.search("names? in public code", service.evidence))
        assert in_code or all(name in notes for name in names), service.name
        assert service.evidence
        assert not service.verified


def test_a_data_set_without_a_service_says_what_to_do() -> None:
    held = shipped_data_sets()
    assert {name for name in held if not held[name].services} == UNADDRESSED
    for data_set in held.values():
        assert all(data_set.missing.values())
        assert data_set.licence
        assert data_set.attribution


def test_all_faults_of_a_list_come_at_once(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        """
a:
  title: {nl: x}
  theme: t
  owner: o
  licence: l
  attribution: a
  updated: {nl: x, en: x}
  missing: {nl: x, en: x}
  layers: {natura2001: {kind: fraction}, nnn: {kind: zone}}
  services:
    - {kind: wfs, url: "file:///etc/passwd", evidence: e, date: d}
    - {kind: ftp, url: "https://x", evidence: e, date: d}
    - {kind: wfs, address: "https://x", evidence: e, date: d}
b: 3
../c: {}
""",
        encoding="utf-8",
    )
    with pytest.raises(DataSetError) as caught:
        read_data_sets(path)
    text = f"{caught.value}"
    for wanted in (
        "a.title must have nl and en",
        "did you mean 'natura2000'?",
        "a.layers.nnn.kind must be fraction, got zone",
        "url must begin with https:// or http://, got file:///etc/passwd",
        "got 'ftp'",
        "unknown: address; lacking: url",
        "b must be a mapping, got 3",
        "../c must be letters, digits and _",
    ):
        assert wanted in text
    dutch = "\n".join(said(fault, "nl") for fault in caught.value.faults)
    for told in (
        "a.title moet nl en en hebben",
        "gekregen 'natura2001'; bedoelde u 'natura2000'?",
        "a.layers.nnn.kind moet fraction zijn, gekregen zone",
        "url moet met https:// of http:// beginnen, gekregen file:///etc/passwd",
        "onbekend: address; ontbreekt: url",
        "b moet een lijst van sleutels zijn, gekregen 3",
    ):
        assert told in dutch
