"""A project of real files: 6 x 5 km in RD, three municipalities, five layers.

The province is X 50,000..56,000 Y 400,000..405,000: 120 cells of 500 m (25 ha each).
Aal, Beek and Cel are strips of 2 km from west to east. Nature covers the south-west
(1 km x 1 km), the town 0.5 km x 0.5 km in Beek, which is taken off the land.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import rasterio
from numpy.typing import NDArray
from shapely import Point, Polygon, box

RD = "EPSG:28992"
WEST, SOUTH, EAST, NORTH = 50_000, 400_000, 56_000, 405_000
TOWN = box(52_500, 402_500, 53_000, 403_000)
LAND_HA = 3_000 - 25
"""Land that may change [ha]: all but the town."""

SCENARIO = """\
name: Small
province: test-land
area: {file: data/provinces.gpkg, where: "name = 'Testland'", source: test, date: 2026}
grid: {cell: 500 m, halo: 1 km}
layers:
  municipality:
    {file: data/municipalities.gpkg, kind: zone, column: name, source: test}
  natura2000: {file: data/nature.gpkg, kind: fraction, source: test, licence: CC0-1.0}
  built_up: {file: data/towns.gpkg, kind: fraction, source: test}
  elevation: {file: data/elevation.tif, kind: value, unit: m, source: test}
  grid_station: {file: data/stations.gpkg, kind: distance, source: test}
available: {minus: [built_up]}
municipality: municipality
quantities:
  homes: {unit: homes}
  power: {unit: MWp}
  forest_area: {unit: ha}
uses:
  housing:
    label: {nl: wonen, en: housing}
    colour: "#ffff00"
    provides: {homes: {value: 35 homes/ha, assumed: true, reason: a test}}
    suitability:
      points: 10 points/ha
      factors:
        high: {layer: elevation, curve: {linear: {0: 0, 10: 1}}, weight: 1}
  solar:
    label: {nl: zonnepark, en: solar park}
    colour: "#f58220"
    provides: {power: 0.9 MWp/ha}
    suitability:
      points: 10 points/ha
      factors:
        near: {layer: grid_station, curve: {linear: {0: 1, 5000: 0}}, weight: 1}
  forest:
    label: {nl: bos, en: forest}
    colour: "#64aa2d"
    provides: {forest_area: 1 ha/ha}
claims:
  homes: {target: {min: 3_000 homes, max: 6_000 homes}}
  power: {target: {min: 100 MWp, max: 150 MWp}}
  forest_area: {target: {min: 200 ha, max: 250 ha}}
rules:
  no-homes-in-nature: {kind: exclusion, uses: [housing, solar], where: natura2000 > 0.5}
  forest-share:
    {kind: share, uses: [forest], per: municipality, min: 1 %, max: 20 %}
stays: 1 points/ha
solve: {gap: 1 %, time_limit: 1 min}
"""


@dataclass(frozen=True)
class SmallProject:
    """A folder with data and ``small.yaml``."""

    folder: Path

    @property
    def scenario(self) -> Path:
        return self.folder / "small.yaml"

    @property
    def runs(self) -> Path:
        return self.folder / "runs"

    def file(self, name: str) -> Path:
        return self.folder / "data" / name

    def with_text(self, text: str, name: str = "changed.yaml") -> Path:
        """Write a scenario that extends the small one."""
        path = self.folder / name
        path.write_text(f"extends: small.yaml\n{text}", encoding="utf-8")
        return path

    def with_whole(self, old: str, new: str) -> Path:
        """Write the small scenario with one passage changed."""
        assert old in SCENARIO
        path = self.folder / "whole.yaml"
        path.write_text(SCENARIO.replace(old, new), encoding="utf-8")
        return path


def small_project(folder: Path) -> SmallProject:
    """Write all files."""
    project = SmallProject(folder)
    project.file("").mkdir(parents=True)
    land = box(WEST, SOUTH, EAST, NORTH)
    other = box(EAST, SOUTH, EAST + 1_000, NORTH)
    write_vector(
        project.file("provinces.gpkg"), [land, other], {"name": ["Testland", "Zee"]}
    )
    strips = [
        box(WEST + 2_000 * at, SOUTH, WEST + 2_000 * (at + 1), NORTH) for at in range(3)
    ]
    names = {"name": ["Aal", "Beek", "Cel"]}
    write_vector(project.file("municipalities.gpkg"), strips, names)
    nature = box(WEST, SOUTH, WEST + 1_000, SOUTH + 1_000)
    write_vector(project.file("nature.gpkg"), [nature])
    write_vector(project.file("towns.gpkg"), [TOWN])
    write_vector(project.file("stations.gpkg"), [Point(55_250, 404_750)])
    heights = np.tile(np.arange(12, dtype=np.float32), (10, 1))
    write_raster(project.file("elevation.tif"), heights)
    project.scenario.write_text(SCENARIO, encoding="utf-8")
    return project


def write_vector(
    path: Path,
    shapes: Sequence[Any],
    columns: Mapping[str, Sequence[Any]] | None = None,
    crs: str | None = RD,
) -> None:
    """Write features, in the place of those that were there."""
    path.unlink(missing_ok=True)
    table = gpd.GeoDataFrame(dict(columns or {}), geometry=list(shapes), crs=crs)
    table.to_file(path)


def write_raster(
    path: Path,
    values: NDArray[Any],
    crs: str | None = RD,
    corner: tuple[float, float] = (WEST, NORTH),
) -> None:
    """Write a raster of 500 m."""
    path.unlink(missing_ok=True)
    rows, cols = values.shape
    step = rasterio.Affine(500, 0, corner[0], 0, -500, corner[1])
    shape = {"height": rows, "width": cols, "count": 1, "dtype": values.dtype}
    with rasterio.open(
        path, "w", driver="GTiff", crs=crs, transform=step, **shape
    ) as f:
        f.write(values, 1)


BOW_TIE = Polygon(
    [(51_000, 401_000), (52_000, 402_000), (52_000, 401_000), (51_000, 402_000)]
)
"""A polygon that crosses itself: two triangles of 25 ha."""
