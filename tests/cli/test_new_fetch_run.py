"""What a user does first: a project, open data for it, a plan.

``puzzel new utrecht && puzzel fetch utrecht && puzzel run utrecht.yaml``, every
command as it is typed, and every address of the list led to a server that stands in.
"""

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import rasterio

from tests.cli.conftest import Call
from tests.grids.fetch.loopback import Site, served
from tests.grids.fetch.stand_in import FILES, all_addresses, sources_at


def test_a_province_goes_from_nothing_to_a_plan(
    shared_data: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PUZZEL_FOLDERS")
    monkeypatch.chdir(tmp_path)
    assert call("new", "utrecht").code == 0
    monkeypatch.chdir(tmp_path / "utrecht")
    _coarser(Path("utrecht.yaml"))
    with served(all_addresses(shared_data)) as site:
        fetched = _fetched(call, site, tmp_path)
    came = {name for name, one in fetched.items() if one["state"] == "came"}
    assert came == {*FILES, "elevation"}
    assert all(one["failures"] for one in fetched.values() if one["state"] == "failed")

    called = call(
        "run", "utrecht.yaml", "--gap", "5 %", "--time-limit", "1 min", "--json"
    )
    assert called.code == 0, called.err
    document = called.json
    assert document["status"] in ("optimal", "feasible")
    homes = {claim["id"]: claim for claim in document["claims"]}["homes"]
    assert homes["achieved"] >= homes["min"] > 80_000
    layers = {one["name"]: one for one in document["layers"]}
    assert {"municipality", "nuts3", "res_region", "natura2000"} <= set(layers)
    assert {"elevation", "hv_line", "grid_station"} <= set(layers)
    for one in layers.values():
        assert one["source"]
        assert one["fetched"]
        assert one["service"].split()[1].startswith(site.url)
        assert all(len(file["sha256"]) == 64 for file in one["files"])
    waiting = [one for one in document["rules"] if one["reason_code"] == "layer"]
    assert len(waiting) > 200  # most addresses have nothing behind them here
    # without a map of them nothing is taken off the land, and that is told
    assert document["not_taken_off"] == ["built_up", "large_water"]
    _check_map(Path(document["run_dir"]), document["uses"], shared_data)


def _coarser(scenario: Path) -> None:
    """Take cells of 500 m, as one does to try things."""
    text = scenario.read_text("utf-8")
    assert "cell: 250 m" in text
    scenario.write_text(text.replace("250 m", "500 m"), encoding="utf-8")


def _fetched(call: Call, site: Site, folder: Path) -> dict[str, Any]:
    words = (
        *("--sources", sources_at(site.url, folder / "sources.yaml")),
        *("--cache", folder / "cache", "--allow-private"),
    )
    called = call("fetch", "utrecht", ".", *words, "--json")
    assert called.code == 0, called.err
    return {one["name"]: one for one in called.json["data_sets"]}


def _check_map(run: Path, uses: list[dict[str, Any]], data: Path) -> None:
    """Hold the map against the files that the server had, without our own code."""
    with rasterio.open(run / "allocation.tif") as raster:
        use, step = raster.read(1), raster.transform
    rows, cols = np.nonzero((use > 0) & (use != 255))
    assert len(rows) > 500
    x, y = step.c + 500 * (cols + 0.5), step.f - 500 * (rows + 0.5)
    cells = gpd.GeoDataFrame(
        {"use": [uses[code]["id"] for code in use[rows, cols]]},
        geometry=gpd.points_from_xy(x, y, crs=28992),
    )
    provinces = _file(data, "province_boundaries")
    utrecht = provinces[provinces["provincie"] == "Utrecht"].geometry.iloc[0]
    assert cells.within(utrecht).all()
    nature = _file(data, "natura2000").union_all()
    in_nature = set(cells[cells.within(nature)]["use"])
    assert "housing" in set(cells["use"])
    assert not in_nature & {"housing", "business_park", "solar_ground"}


def _file(data: Path, name: str) -> gpd.GeoDataFrame:
    file, table, _ = FILES[name]
    return gpd.read_file(data / file, layer=table)
