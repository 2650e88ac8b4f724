"""Every province has a file of claims and rules; divided amounts add up again."""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grids.grid import Grid
from grids.inside import grid_in, province_outline
from grids.layers import Origin, Province
from grids.read import read_layer
from grids.sources import LayerSource
from scenarios.catalogue import provinces
from scenarios.keys import NATIONAL, compute_keys, read_keys
from scenarios.load import LoadedScenario, load_scenario
from scenarios.schema.claim import Claim
from scenarios.translation.problem import translate

ALL = (
    "drenthe",
    "flevoland",
    "fryslan",
    "gelderland",
    "groningen",
    "limburg",
    "noord-brabant",
    "noord-holland",
    "overijssel",
    "utrecht",
    "zeeland",
    "zuid-holland",
)
NAMES = {"fryslan": "Friesland"}
EVERYWHERE = {
    "homes",
    "power",
    "wind_energy",
    "forest_area",
    "nature_area",
    "business_area",
    "hmc_area",
    "circular_area",
    "campus_area",
    "energy_area",
    "water_storage",
    "exercise_area",
    "recreation_area",
    "urban_green_area",
    "veining_area",
    "extensive_area",
    "stations",
    "charging_area",
}
OWN = {
    "drenthe": {"power", "wind_energy", "forest_area"},
    "groningen": {"power", "wind_energy"},
    "noord-brabant": {"forest_area"},
    "noord-holland": {"logistics_area"},
    "overijssel": {"energy_area"},
    "utrecht": {"hmc_area", "logistics_area", "supplies.intensification"},
    "zeeland": {"hmc_area", "logistics_area"},
}
"""Claims with a number of the province itself, not its part of a national one."""


def _load(province: str, folder: Path) -> LoadedScenario:
    file = folder / f"{province}.yaml"
    file.write_text(
        f"name: test\nextends: [novex-2022.yaml, provinces/{province}.yaml]\n"
        "area: {file: borders.gpkg}\n",
        encoding="utf-8",
    )
    return load_scenario(file)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], LoadedScenario]:
    """Load the scenario of a province, once."""
    folder = tmp_path_factory.mktemp("provinces")
    held: dict[str, LoadedScenario] = {}

    def _loaded(province: str) -> LoadedScenario:
        if province not in held:
            held[province] = _load(province, folder)
        return held[province]

    return _loaded


def test_all_twelve_have_a_file() -> None:
    assert provinces() == ALL


@pytest.mark.parametrize("province", ALL)
def test_province_asks_for_something_of_everything(
    province: str, loaded: Callable[[str], LoadedScenario]
) -> None:
    scenario = loaded(province).scenario
    assert scenario.province == province
    assert set(scenario.claims) >= EVERYWHERE
    for name, claim in scenario.claims.items():
        least, most = claim.limits()
        assert most > 0, name
        assert least >= 0, name
        assumed = any(number.assumed for number in claim.target.numbers)
        if assumed and least > 0:  # a run must not fail on a number that is assumed
            assert claim.shortfall.allowed, name
            assert claim.shortfall.price is not None, name


@pytest.mark.parametrize("province", ALL)
def test_every_claim_can_be_met_by_a_use(
    province: str, loaded: Callable[[str], LoadedScenario]
) -> None:
    scenario = loaded(province).scenario
    provided = {
        name for use in scenario.uses.values() if use.active for name in use.provides
    }
    asked = {claim.quantity or name for name, claim in scenario.claims.items()}
    assert asked <= provided


def _national() -> list[Mapping[str, str]]:
    with NATIONAL.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_keys_add_up_to_the_whole() -> None:
    total: dict[str, float] = defaultdict(float)
    named: dict[str, set[str]] = defaultdict(set)
    for key in read_keys():
        total[key.name] += key.share
        named[key.name].add(key.province)
        assert key.source, key
    assert total == pytest.approx(dict.fromkeys(total, 1.0), abs=1e-5)
    assert all(found == set(ALL) for found in named.values())
    assert {row["key"] for row in _national()} <= set(total)


def test_keys_come_from_the_data(shared_data: Path) -> None:
    assert compute_keys(shared_data) == read_keys()


@pytest.mark.parametrize("province", ALL)
def test_assumed_claim_is_its_part_of_the_national_amount(
    province: str, loaded: Callable[[str], LoadedScenario]
) -> None:
    scenario = loaded(province).scenario
    share = {key.name: key.share for key in read_keys() if key.province == province}
    for row in _national():
        name, part = row["claim"], row["part"]
        if name in OWN.get(province, ()):
            continue
        want = float(row["amount"]) * share[row["key"]]
        if name.startswith("supplies."):
            got = scenario.supplies[name.removeprefix("supplies.")].cap
        else:
            claim = scenario.claims.get(name)
            if claim is None:  # nothing of this key lies here, or hardly anything
                assert share[row["key"]] < 0.006, name
                continue
            got = getattr(claim.target, part)
        assert got is not None, (name, part)
        assert got.unit == row["unit"]
        rounding = 0.5 if got.unit == "sites" else 0.006 * want
        written = float(re.sub(r"[^0-9.]", "", str(got).split()[0]))
        assert written == pytest.approx(want, abs=rounding), (name, part)


def test_homes_are_those_of_the_agreements(
    shared_data: Path, loaded: Callable[[str], LoadedScenario]
) -> None:
    table = shared_data / "tables" / "provinces.csv"
    with table.open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            province = row["province"].lower()
            scenario = loaded(
                "fryslan" if province == "friesland" else province
            ).scenario
            claim: Claim = scenario.claims["homes"]
            assert claim.target.value is not None
            assert claim.target.value.value == int(row["homes_2022_2030"])
            assert not claim.target.value.assumed
            assert scenario.code == row["cbs_code"]


@pytest.fixture(scope="module")
def bare(shared_data: Path) -> Callable[[str], Province]:
    """Return the cells and municipalities of a province, at 500 m."""
    admin = shared_data / "cbs_admin_certegis"
    origin = Origin("CBS", "2022", "CC-BY-4.0")

    def _bare(province: str) -> Province:
        name = NAMES.get(province, province.title())
        borders = LayerSource(
            "area",
            "zone",
            admin / "provincies_rd.gpkg",
            origin=origin,
            table="provincies",
            where=f"provincie = '{name}'",
        )
        outline = province_outline(borders)
        grid: Grid = grid_in(outline, 500)
        source = LayerSource(
            "municipality",
            "zone",
            admin / "gemeenten_rd.gpkg",
            origin=origin,
            table="gemeenten",
            where=f"provincie_afgeleid = '{name}'",
            column="gemeente",
        )
        layer = read_layer(source, grid, 0.0, outline)
        land = np.full(grid.n_cells, grid.cell_area_ha, np.float32)
        return Province(province, grid, {"municipality": layer}, land)

    return _bare


@pytest.mark.parametrize("province", ALL)
def test_named_places_lie_in_municipalities_that_exist(
    province: str,
    loaded: Callable[[str], LoadedScenario],
    bare: Callable[[str], Province],
) -> None:
    """A wrong name of a municipality would be a fault of the layer's labels."""
    scenario = loaded(province)
    rules = {
        name: rule
        for name, rule in scenario.scenario.rules.items()
        if "municipality" in str(getattr(rule, "where", None) or "")
        or getattr(getattr(rule, "zone", None), "layer", "") == "municipality"
    }
    assert rules
    states: dict[str, Any] = {
        state.id: state for state in translate(scenario, bare(province)).rules
    }
    for name, rule in rules.items():
        state, where = states[name], getattr(rule, "where", "")
        others = re.search(r"grid_station|transit_stop", where)
        idle = state.reason is not None and state.reason.code in ("layer", "uses")
        assert state.applied or others or idle, (name, state.reason)
        code = state.reason.code if state.reason else ""
        assert code != "nowhere", name
