"""The table of regions by municipality, held against the maps of the regions."""

from pathlib import Path

import geopandas as gpd
import pytest

from grids.classes import class_of
from grids.data_set_list import shipped_data_sets

MERGED = "Voorne aan Zee"
"""A municipality of 2023, of three that the maps of 2022 still have."""

MAPS = {
    "nuts3": ("cbs_admin_certegis/nuts3_rd.gpkg", "nuts3"),
    "res_region": ("res_regions_zenmo/res_regions_rd.gpkg", "Regio"),
}


def _region_by_map(data: Path, layer: str) -> dict[str, str]:
    """Region that has most of each municipality, of those of its province."""
    file, column = MAPS[layer]
    towns = gpd.read_file(data / "cbs_admin_certegis" / "gemeenten_rd.gpkg")
    regions = gpd.read_file(data / file)[[column, "geometry"]]
    regions["geometry"] = regions.make_valid()
    parts = gpd.overlay(towns, regions, keep_geom_type=False)
    parts["ha"] = parts.area / 1e4
    if layer == "nuts3":  # a NUTS 3 region lies in one province, a RES region need not
        by_province = parts.groupby([column, "provincie_afgeleid"])["ha"].sum()
        home = dict(by_province.groupby(level=0).idxmax())
        here = [home[name][1] for name in parts[column]]
        parts = parts[parts["provincie_afgeleid"] == here]
    by_town = parts.groupby(["gemeente", column])["ha"].sum()
    return {town: pair[1] for town, pair in by_town.groupby(level=0).idxmax().items()}


@pytest.mark.parametrize("layer", MAPS)
def test_municipalities_are_grouped_as_the_maps_group_them(
    shared_data: Path, layer: str
) -> None:
    by_map = _region_by_map(shared_data, layer)
    assert len(by_map) == 345
    classes = shipped_data_sets()["municipalities"].layers[layer].classes
    assert classes is not None
    patterns = {name: tuple(map(str, held)) for name, held in classes.items()}
    mine: dict[str, set[str]] = {}
    theirs: dict[str, set[str]] = {}
    for town, region in by_map.items():
        mine.setdefault(class_of(patterns, town), set()).add(town)
        theirs.setdefault(region, set()).add(town)
    assert "" not in mine
    assert sorted(map(sorted, mine.values())) == sorted(map(sorted, theirs.values()))
    assert len(mine) == {"nuts3": 40, "res_region": 30}[layer]
    if layer == "nuts3":
        assert set(mine) == set(theirs)
    merged = [class_of(patterns, one) for one in ("Brielle", "Westvoorne", MERGED)]
    assert len(set(merged)) == 1
