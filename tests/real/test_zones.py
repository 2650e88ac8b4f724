"""Zones of real data hold a share each, counted on the map that people open."""

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import rasterio
from numpy.typing import NDArray
from shapely import points

from atlas.publish import publish
from scenarios.load import load_scenario
from scenarios.run import Options, run_scenario

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
CBS = DATA / "cbs_admin_certegis"
REGIONS = DATA / "res_regions_zenmo" / "res_regions_rd.gpkg"
NATURE = DATA / "natura2000" / "natura2000_rd.gpkg"
GRID = DATA / "grid_osm2017" / "heuristic_vertices_rd.gpkg"

SCENARIO = """\
name: Zones
province: zeeland
area: {{file: "{cbs}/provincies_rd.gpkg", where: "provincie = 'Zeeland'"}}
grid: {{cell: {cell} m, halo: 10 km}}
layers: {{area: {layer}}}
quantities: {{forest_area: {{unit: ha}}}}
uses:
  forest:
    label: {{nl: bos, en: forest}}
    colour: "#64aa2d"
    provides: {{forest_area: 1 ha/ha}}
claims: {{forest_area: {{target: {{max: 30_000 ha}}}}}}
rules:
  share: {{kind: share, uses: [forest], per: area, min: 5 %, max: 30 %}}
stays: 1 points/ha
solve: {{gap: {gap} %, time_limit: 1 min}}
"""

LAYERS = {
    "municipality": f'{{file: "{CBS}/gemeenten_rd.gpkg", kind: zone, '
    "column: gemeente}",
    "nuts3": f'{{file: "{CBS}/nuts3_rd.gpkg", kind: zone, column: nuts3}}',
    "res_region": f'{{file: "{REGIONS}", kind: zone, column: Regio}}',
    "station": f'{{file: "{GRID}", kind: zone, column: v_id, '
    "where: \"typ IN ('substation', 'sub_station')\"}",
    "blocks": "{blocks: 5 km, kind: zone}",
    "km_blocks": "{blocks: 1 km, kind: zone}",
    "polygons": f'{{file: "{NATURE}", kind: zone, column: naam}}',
}

SMALL = {"km_blocks": (250, 30)}
"""Cells [m] and gap [%] where zones are small. A block of 1 km has 4 cells of 500 m,
too few for a share; of 16 cells 5 % is one whole cell, a quarter more than is asked."""


def _zones(name: str, x: NDArray[Any], y: NDArray[Any]) -> NDArray[Any]:
    """Zone per place, straight from the data: no code of ours."""
    if name in ("blocks", "km_blocks"):
        step = {"blocks": 5_000, "km_blocks": 1_000}[name]
        found = [f"{a // step:.0f} {b // step:.0f}" for a, b in zip(x, y, strict=True)]
        return np.array(found)
    places = gpd.GeoDataFrame(geometry=points(x, y), crs="EPSG:28992")
    if name == "station":
        held = gpd.read_file(GRID, where="typ IN ('substation', 'sub_station')")
        near = places.sjoin_nearest(held[["v_id", "geometry"]])
        return np.asarray(near[~near.index.duplicated()]["v_id"].astype(str))
    file, column = {
        "municipality": (CBS / "gemeenten_rd.gpkg", "gemeente"),
        "nuts3": (CBS / "nuts3_rd.gpkg", "nuts3"),
        "res_region": (REGIONS, "Regio"),
        "polygons": (NATURE, "naam"),
    }[name]
    joined = places.sjoin(gpd.read_file(file)[[column, "geometry"]], how="left")
    return np.asarray(joined[~joined.index.duplicated()][column].astype(str))


@pytest.mark.parametrize("name", LAYERS)
def test_every_zone_on_the_map_has_its_share(
    shared_data: Path, tmp_path: Path, name: str
) -> None:
    assert shared_data.is_dir()
    path = tmp_path / "zones.yaml"
    cell, gap = SMALL.get(name, (500, 1))
    text = SCENARIO.format(cbs=CBS, layer=LAYERS[name], cell=cell, gap=gap)
    path.write_text(text)
    outcome = run_scenario(
        load_scenario(path),
        Options(tmp_path / "runs", publish=lambda run: publish(run, "nl")),
    )
    assert outcome.document["status"] == "optimal"
    with rasterio.open(outcome.folder / "allocation.tif") as raster:
        use, step = raster.read(1), raster.transform
    rows, cols = np.nonzero(use != 255)
    x, y = step.c + cell * (cols + 0.5), step.f - cell * (rows + 0.5)
    forest = use[rows, cols] == 1
    zone = _zones(name, x, y)
    assert len(set(zone)) >= {"nuts3": 2, "res_region": 1}.get(name, 10)
    for one in set(zone) - {"nan", "None"}:
        mine = zone == one
        if mine.sum() < 8:  # a share of so few cells is less than one cell
            continue
        share = forest[mine].mean()
        assert 0.05 - 1 / mine.sum() <= share <= 0.3 + 1 / mine.sum(), one
