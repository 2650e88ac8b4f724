"""The shipped scenario of the Netherlands: national amounts, divided by public keys."""

import csv
from pathlib import Path

import pytest

from scenarios.catalogue import CATALOGUE, provinces
from scenarios.keys import NATIONAL, read_keys
from scenarios.load import load_scenario
from scenarios.quantity import parse_quantity
from scenarios.schema.claim import Claim, Supply
from scenarios.schema.division import Division
from scenarios.schema.scenario import Scenario
from scenarios.translation.places import province_id


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    file = tmp_path_factory.mktemp("country") / "nederland.yaml"
    file.write_text(
        "name: Nederland\nextends: netherlands.yaml\n"
        "area: {file: provinces.gpkg, source: a test}\n",
        encoding="utf-8",
    )
    return load_scenario(file).scenario


@pytest.fixture
def division(scenario: Scenario) -> Division:
    assert scenario.division is not None
    return scenario.division


def test_amounts_are_those_of_the_table(scenario: Scenario) -> None:
    with NATIONAL.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    assert len(rows) > 25
    for row in rows:
        name = row["claim"].removeprefix("supplies.")
        of: Claim | Supply = scenario.supplies.get(name) or scenario.claims[name]
        holder = of.target if isinstance(of, Claim) else of
        number = getattr(holder, row["part"])
        wanted = parse_quantity(f"{row['amount']} {row['unit']}", number.dimension)
        assert number.quantity == wanted, name
        assert number.assumed == (row["basis"] == "assumed"), name
        assert of.divided_by == row["key"], name


def test_homes_are_those_of_the_agreements(
    scenario: Scenario, division: Division
) -> None:
    homes = scenario.claims["homes"]
    assert homes.target.value is not None
    assert homes.target.value.value == sum(division.keys["homes"].parts.values())
    assert homes.shift is not None
    assert homes.shift.value == 0


def test_keys_are_those_of_the_table(division: Division) -> None:
    known = {
        (key.name, key.province): (key.value, key.share, key.source)
        for key in read_keys()
    }
    shipped = {
        (name, province_id(zone)): (part, key.shares[zone], key.source)
        for name, key in division.keys.items()
        for zone, part in key.parts.items()
    }
    assert shipped.keys() == known.keys()
    assert {province for _, province in shipped} == set(provinces())
    for at, (part, share, source) in shipped.items():
        value, rounded, said = known[at]
        assert part == pytest.approx(value)
        assert source == said
        assert share == pytest.approx(rounded, abs=1e-6)


def test_the_bound_on_shifts_quotes_its_statement(
    division: Division, shared_data: Path
) -> None:
    from ruamel.yaml import YAML

    path = shared_data.parent / "rules" / "statements.yaml"
    statements = {one["id"]: one for one in YAML(typ="safe", pure=True).load(path)}
    (named,) = division.source.statements
    assert division.source.quote == statements[named]["quote"]
    assert (CATALOGUE / "netherlands.yaml").is_file()
