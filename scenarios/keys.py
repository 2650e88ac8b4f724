"""How national amounts are divided over the provinces: shares of public figures.

    python -m scenarios.keys ../shared/data

writes ``provinces/keys.csv`` anew from boundaries, municipalities, the grid of 2017,
the coarse elevation mesh and the table of provinces. No text gives these keys: they
are assumed, and the claims that use them say so. Which amount goes by which key
stands in ``provinces/national.csv``.
"""

import csv
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.catalogue import CATALOGUE, provinces

KEYS = CATALOGUE / "provinces" / "keys.csv"
"""Shares of every province, per key."""

NATIONAL = CATALOGUE / "provinces" / "national.csv"
"""National amounts, each with its key."""

LARGE_CITY = 100_000
"""Inhabitants from which a municipality counts as a large city."""

PEAT = (
    "groningen",
    "fryslan",
    "overijssel",
    "utrecht",
    "noord-holland",
    "zuid-holland",
)
"""The six peat-meadow provinces; the text does not name them."""

SAND = (
    "groningen",
    "fryslan",
    "drenthe",
    "overijssel",
    "gelderland",
    "utrecht",
    "noord-brabant",
    "limburg",
)
"""Provinces with brooks on sand; high land elsewhere is dunes."""

_TABLE = "tables/provinces.csv"
_ADMIN = "cbs_admin_certegis"
_COLUMNS = {
    "inhabitants": ("inhabitants_2021", "persons", "CBS, 1-1-2021"),
    "farmland": ("agri_ha_2017", "ha", "agricultural land 2017, klimaatmonitor"),
    "homes": ("homes_2022_2030", "homes", "agreements of 13-10-2022, ipo.nl"),
    "natura2000": ("natura2000_land_ha", "ha", "overlay at 100 m"),
    "industry": ("industry_kwh_2017", "kWh", "electricity 2017, klimaatmonitor"),
}


@dataclass(frozen=True)
class Key:
    """A figure of one province.

    Parameters
    ----------
    name
        Of the key: ``land``, ``inhabitants``, …
    province
        Id.
    value, unit
        The figure itself.
    share
        Its part of the sum over all provinces [0..1].
    source
        Where the figure comes from.

    """

    name: str
    province: str
    value: float
    unit: str
    share: float
    source: str


def compute_keys(data: Path) -> list[Key]:
    """Compute all keys from the data files.

    Parameters
    ----------
    data
        Folder with ``tables``, ``cbs_admin_certegis``, ``grid_osm2017`` and
        ``provinces_xugrid``.

    Returns
    -------
    list[Key]
        Per key, the provinces by id.

    """
    keys: list[Key] = []
    for name, unit, source, figures in _figures(data):
        total = sum(figures.values())
        for province in provinces():
            value = round(figures.get(province, 0.0), 1)
            share = round(value / total, 6)
            keys.append(Key(name, province, value, unit, share, source))
    return keys


def read_keys(file: Path = KEYS) -> list[Key]:
    """Read the committed keys."""
    with file.open(encoding="utf-8", newline="") as text:
        return [
            Key(
                row["key"],
                row["province"],
                float(row["value"]),
                row["unit"],
                float(row["share"]),
                row["source"],
            )
            for row in csv.DictReader(text)
        ]


def write_keys(keys: list[Key], file: Path = KEYS) -> None:
    """Write keys as a table."""
    with file.open("w", encoding="utf-8", newline="") as text:
        table = csv.writer(text, lineterminator="\n")
        table.writerow(("key", "province", "value", "unit", "share", "source"))
        for key in keys:
            value, share = f"{key.value:.10g}", f"{key.share:.6f}"
            row = (key.name, key.province, value, key.unit, share, key.source)
            table.writerow(row)


_Figures = tuple[str, str, str, Mapping[str, float]]


def _figures(data: Path) -> Iterator[_Figures]:
    """Give name, unit, source and the provinces' figures of every key."""
    with (data / _TABLE).open(encoding="utf-8", newline="") as text:
        rows = {_id(row["province"]): row for row in csv.DictReader(text)}
    land = {name: float(row["land_km2"]) * 100 for name, row in rows.items()}
    yield "land", "ha", "CBS boundaries 2022, land", land
    for name, (column, unit, source) in _COLUMNS.items():
        found = {key: float(row[column]) for key, row in rows.items()}
        yield name, unit, source, found
    yield "cities", "count", f"municipalities of {LARGE_CITY:_} and more", _cities(data)
    yield (
        "stations_150kv",
        "count",
        "OpenStreetMap 2017, 150 kV and up",
        _stations(data),
    )
    high, low = (_part_of_land(data, land, part) for part in ("high", "low"))
    yield "low_land", "ha", "elevation mesh: below NAP", low
    brooks = {name: value for name, value in high.items() if name in SAND}
    yield "brook_land", "ha", "land from 5 m NAP of the provinces on sand", brooks
    peat = {name: value for name, value in low.items() if name in PEAT}
    yield "peat_meadow", "ha", "low land of the six peat-meadow provinces", peat


def _id(name: str) -> str:
    """Turn a province's name into its id."""
    return "fryslan" if name == "Friesland" else name.lower()


def _cities(data: Path) -> Mapping[str, float]:
    import pyogrio

    table = pyogrio.read_dataframe(data / _ADMIN / "gemeenten_rd.gpkg")
    large = table[table["inwoners"] >= LARGE_CITY]
    counted = large["provincie_afgeleid"].value_counts()
    return {_id(name): float(count) for name, count in counted.items()}


def _stations(data: Path) -> Mapping[str, float]:
    import pyogrio

    is_station = "typ IN ('substation', 'sub_station')"
    high = " OR ".join(f"voltage LIKE '%{v}000%'" for v in (150, 220, 380))
    points = pyogrio.read_dataframe(
        data / "grid_osm2017" / "heuristic_vertices_rd.gpkg",
        where=f"{is_station} AND ({high})",
    )
    counted = _placed(data, points)["provincie"].value_counts()
    return {_id(name): float(count) for name, count in counted.items()}


def _part_of_land(
    data: Path, land: Mapping[str, float], part: str
) -> Mapping[str, float]:
    """Return the land above 5 m NAP or below NAP, by the middles of the faces."""
    from grids.layers import Origin
    from grids.mesh import read_mesh
    from grids.sources import LayerSource

    file, origin = data / "provinces_xugrid" / "elevation_nl.nc", Origin("", "", "")
    variable = "elevation"
    source = LayerSource(variable, "value", file, origin=origin, variable=variable)
    faces = read_mesh(source).table
    faces["face_ha"] = faces.area / 10_000
    faces["geometry"] = faces.centroid
    placed = _placed(data, faces.dropna(subset=["elevation"]))
    is_part = placed["elevation"] >= 5 if part == "high" else placed["elevation"] < 0
    found = placed[is_part].groupby("provincie")["face_ha"].sum()
    whole = placed.groupby("provincie")["face_ha"].sum()
    shares = {_id(name): found.get(name, 0.0) / whole[name] for name in whole.index}
    return {name: share * land[name] for name, share in shares.items()}


def _placed(data: Path, points: Any) -> Any:
    """Join points to the province that they lie in."""
    import pyogrio

    outlines = pyogrio.read_dataframe(data / _ADMIN / "provincies_rd.gpkg")
    return points.sjoin(outlines[["provincie", "geometry"]], predicate="within")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m scenarios.keys FOLDER, the folder with the data")
    write_keys(compute_keys(Path(sys.argv[1])))
