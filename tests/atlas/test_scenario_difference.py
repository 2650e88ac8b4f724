from pathlib import Path

import pytest

from atlas.scenario_difference import differences, read_scenario, settings

BASE = {
    "name": "basis",
    "claims": {"homes": {"target": {"value": "1_000 ha", "reason": "x"}}},
    "rules": {"near": {"enabled": True, "max": "1 km", "label": {"nl": "nabij"}}},
    "uses": {"housing": {"provides": {"homes": "35 homes/ha"}}},
}


def _with(**parts: object) -> dict[str, object]:
    return {**BASE, **parts}


def test_another_spelling_is_no_difference() -> None:
    other = _with(
        name="other",
        claims={"homes": {"target": "1000 ha"}},
        rules={"near": {"enabled": True, "max": "1000 m", "label": {"nl": "dichtbij"}}},
        uses={"housing": {"provides": {"homes": {"value": "35  homes/ha"}}}},
    )
    assert differences([BASE, other]) == ()


def test_what_changed_is_told_as_written_claims_first() -> None:
    other = _with(
        uses={"housing": {"provides": {"homes": "40 homes/ha"}}},
        claims={"homes": {"target": "12 km2"}, "power": {"target": {"min": "5 MWp"}}},
        rules={"near": {"enabled": False, "max": "1 km"}},
    )
    found = {".".join(one.path): one.values for one in differences([BASE, other])}
    assert list(found) == [
        "claims.homes.target",
        "claims.power.target.min",
        "rules.near.enabled",
        "uses.housing.provides.homes",
    ]
    assert found["claims.homes.target"] == ("1_000 ha", "12 km2")
    assert found["claims.power.target.min"] == (None, "5 MWp")
    assert found["rules.near.enabled"] == ("true", "false")


def test_three_scenarios_have_three_values() -> None:
    other = _with(rules={"near": {"enabled": True, "max": "2 km"}})
    (found,) = differences([BASE, other, BASE])
    assert found.values == ("1 km", "2 km", "1 km")


def test_all_settings_are_there_without_what_only_explains() -> None:
    paths = {".".join(one.path) for one in settings([BASE, BASE])}
    assert paths == {
        "claims.homes.target",
        "rules.near.enabled",
        "rules.near.max",
        "uses.housing.provides.homes",
    }


def test_a_damaged_scenario_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_scenario(tmp_path)
    path = tmp_path / "scenario.resolved.yaml"
    path.write_text("claims: {homes: [", encoding="utf-8")
    with pytest.raises(ValueError, match="must be YAML, but is damaged"):
        read_scenario(tmp_path)
    path.write_text("- a list", encoding="utf-8")
    with pytest.raises(ValueError, match="must hold a mapping, got list"):
        read_scenario(tmp_path)
