"""Features of the pages of a service, each once, and a check that all came.

A page is GeoJSON or GML. Servers that page without a fixed order give features twice
and leave others out: the first are dropped, the second are an error, because the
server says how many there are.
"""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from grids.crs import box_in_rd
from grids.fetch.address import FetchError
from grids.fetch.format import check_format
from grids.fetch.geojson import crs_of, id_of, one_sort, urn
from grids.fetch.store import Entry, copy_as
from grids.grid import CRS
from grids.vector import describe_box

OWN_NAMES = {"fid": "fid_source", "geom": "geom_source"}
"""Columns that a GeoPackage keeps for itself, and what they are called then."""

_WHOLE = re.compile(
    rb"(?:</(?:\w+:)?FeatureCollection>|<(?:\w+:)?FeatureCollection[^>]*/>)\s*$"
)


@dataclass
class Pages:
    """What came so far.

    Parameters
    ----------
    what
        Service and collection, for messages.
    bounds_m
        Box in RD that was asked for; None for one feature from anywhere.

    """

    what: str
    bounds_m: Sequence[float] | None
    matched: int | None = None
    twice: int = 0
    crs: set[str] = field(default_factory=set)
    asked_at: float = math.inf
    _features: list[dict[str, Any]] = field(default_factory=list)
    _frames: list[Any] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    @property
    def n_features(self) -> int:
        """Number of features that came, each counted once."""
        return len(self._seen)

    @property
    def is_empty(self) -> bool:
        """Whether the service says that nothing is in the box."""
        return not self._seen and not self.matched

    def took(self, entry: Entry) -> None:
        """Remember how old the oldest page is."""
        self.asked_at = min(self.asked_at, entry.fetched_at)

    def add_json(self, page: dict[str, Any], crs: str = "") -> int:
        """Take the features of a GeoJSON page; return how many it held.

        Raises
        ------
        FetchError
            If it holds no features, or only ones that came before.

        """
        found = page.get("features")
        if not isinstance(found, list):
            said = json.dumps(page.get("error", page))[:200]
            raise FetchError(f"{self.what} must give features, but gives {said}")
        self._count(page.get("numberMatched", page.get("totalFeatures")))
        new = [one for one in found if self._is_new(id_of(one))]
        self._check_news(len(found), len(new))
        if found:
            self.crs.add(crs_of(page, crs, found))
        self._features += new
        return len(found)

    def add_gml(self, path: Path) -> int:
        """Take the features of a GML page; return how many it held.

        Raises
        ------
        FetchError
            If it is an exception of the service, or damaged.

        """
        head = path.read_bytes()
        if b"ExceptionReport" in head[:2000]:
            raise FetchError(f"{self.what} refuses: {exception_text(head)}")
        if not _WHOLE.search(head[-3000:]):
            raise FetchError(f"{self.what} must give whole pages, got a broken one")
        check_format(path, "page.gml")
        matched = re.search(rb'numberMatched="(\d+)"', head[:5000])
        self._count(int(matched[1]) if matched else None)
        if b"member" not in head:
            return 0
        frame = _gml_frame(path)
        new = [self._is_new(one) for one in _gml_ids(frame)]
        self._check_news(len(new), sum(new))
        self.crs.add(str(frame.crs) if frame.crs is not None else CRS)
        self._frames.append(frame[np.array(new, np.bool_)])
        return len(frame)

    def table(self) -> Any:
        """Return all features as one table.

        Returns
        -------
        GeoDataFrame
            In the coordinate system of the service.

        Raises
        ------
        FetchError
            If there are none, some did not come, or they lie elsewhere.

        """
        anywhere = self.bounds_m is None
        if not self._seen:
            where = describe_box(self.bounds_m) if self.bounds_m else "the country"
            raise FetchError(f"{self.what} has nothing in {where}")
        if not anywhere and self.n_features < (self.matched or 0):
            raise FetchError(
                f"{self.what} must give {self.matched:,} features, but gave "
                f"{self.n_features:,}, and {self.twice:,} of them twice"
            )
        if len(self.crs) > 1:
            raise FetchError(
                f"{self.what} must use one coordinate system, got {sorted(self.crs)}"
            )
        table = self._json_table() if self._features else _concat(self._frames)
        self._check_place(table)
        return table.rename(columns=OWN_NAMES)

    def _count(self, matched: Any) -> None:
        if isinstance(matched, int):
            self.matched = matched

    def _is_new(self, name: str) -> bool:
        if name in self._seen:
            self.twice += 1
            return False
        self._seen.add(name)
        return True

    def _check_news(self, n_found: int, n_new: int) -> None:
        if n_found and not n_new:
            raise FetchError(f"{self.what} gives the same page again")

    def _json_table(self) -> Any:
        from pyogrio import read_dataframe

        name = urn(next(iter(self.crs)))
        whole = {
            "type": "FeatureCollection",
            "crs": {"type": "name", "properties": {"name": name}},
            "features": one_sort(self._features),
        }
        return read_dataframe(json.dumps(whole).encode())

    def _check_place(self, table: Any) -> None:
        """Refuse features that do not lie where they were asked for."""
        own = tuple(float(edge) for edge in table.total_bounds)
        if not np.isfinite(own).all():
            raise FetchError(f"{self.what} must give geometries, but gives none")
        if self.bounds_m is None:
            return
        box = box_in_rd(table.crs, own)
        west, south, east, north = self.bounds_m
        if box[0] <= east and box[2] >= west and box[1] <= north and box[3] >= south:
            return
        raise FetchError(
            f"{self.what} must lie in {describe_box(self.bounds_m)}, but lies at "
            f"{', '.join(f'{edge:g}' for edge in own)} in {table.crs.to_string()}; "
            "the order of its axes may be swapped"
        )


def exception_text(body: bytes) -> str:
    """Return what an OGC exception report says."""
    found = re.search(rb"ExceptionText>(.*?)</", body, re.DOTALL)
    return " ".join(
        (found[1] if found else body[:200]).decode(errors="replace").split()
    )


def pick_name(asked: str | None, known: Sequence[str], what: str) -> str:
    """Return the served name that is meant: letter case and prefix do not count.

    Raises
    ------
    FetchError
        If none or several fit.

    """
    if asked is None and len(known) == 1:
        return known[0]
    fits = [one for one in known if one == asked] or [
        one
        for one in known
        if asked and one.split(":")[-1].lower() == asked.split(":")[-1].lower()
    ]
    if len(fits) == 1:
        return fits[0]
    said = "no name is given" if asked is None else f"got '{asked}'"
    raise FetchError(f"name in {what} must be one of {', '.join(known)}, but {said}")


def _gml_frame(path: Path) -> Any:
    from pyogrio import read_dataframe, set_gdal_config_options
    from pyogrio.errors import DataSourceError

    # a schema's address comes from the server, and GDAL would ask it
    set_gdal_config_options({"GML_DOWNLOAD_SCHEMA": "NO"})
    with TemporaryDirectory() as folder:
        named = copy_as(path, Path(folder) / "page.gml")
        try:
            return read_dataframe(named)
        except DataSourceError as error:
            raise FetchError(
                f"GML page must be readable, but is not: {error}"
            ) from error


def _gml_ids(frame: Any) -> list[str]:
    """Return the ids of features; of one without, all that it holds."""
    ids = list(frame["gml_id"]) if "gml_id" in frame else [None] * len(frame)
    shapes, rows = frame.geometry.to_wkb(hex=True), frame.drop(columns="geometry")
    whole = [
        f"{shape} {row}"
        for shape, row in zip(shapes, rows.itertuples(index=False), strict=True)
    ]
    return [
        name if isinstance(name, str) and name else text
        for name, text in zip(ids, whole, strict=True)
    ]


def _concat(frames: list[Any]) -> Any:
    import pandas as pd

    return pd.concat([one for one in frames if len(one)], ignore_index=True)
