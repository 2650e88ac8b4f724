"""Planted causes: each is named and no other, and every proposal makes it fit."""

from collections.abc import Callable

import pytest

from scenarios.fit import Fit, fit_of
from scenarios.fitting.owner import owner_of
from scenarios.load import load_scenario
from solver.give_way import Change
from tests.small_project import LAND_HA, SmallProject, small_project

NO_SHARE = "  forest-share: ~\n"
EVERYWHERE = "elevation >= 0"

ABOVE_LAND = """\
claims: {forest_area: {target: {min: 9_000 ha, max: ~}}}
rules:
  forest-share: ~
"""
ONE_ZONE = """\
claims:
  town:
    quantity: homes
    target: {min: 21_000 homes}
    zone: {layer: municipality, name: Aal}
  wood:
    quantity: forest_area
    target: {min: 500 ha}
    zone: {layer: municipality, name: Aal}
  homes: {target: {min: 3_000 homes, max: ~}}
  forest_area: {target: {min: 200 ha, max: ~}}
rules:
  forest-share: ~
"""
BUDGET = """\
rules:
  own-water: {kind: budget, load: {housing: 1 ha/ha}, capacity: 50 ha, unit: ha}
"""
LOOP = """\
claims:
  homes: {target: {min: 3_000 homes, max: ~}}
  forest_area: {target: {min: 0 ha, max: ~}}
rules:
  forest-share: ~
  own-green: {kind: coupling, quantity: forest_area, at_least: 0.1 ha/homes, of: homes}
  own-homes: {kind: coupling, quantity: homes, at_least: 20 homes/ha, of: forest_area}
"""
PATCH = """\
rules:
  forest-share: ~
  own-large: {kind: contiguity, uses: [forest], min_area: 4_000 ha}
"""
SITES = """\
claims: {forest_area: {target: {min: 200 ha, max: ~}}}
rules:
  forest-share: ~
  own-sites: {kind: contiguity, uses: [forest], sites: 4, min_area: 1_000 ha}
"""
APART = """\
rules:
  forest-share: ~
  own-apart: {kind: separation, uses: [housing], from: [forest], distance: 20 km}
"""
EXCLUDED = f"""\
rules:
  own-no-homes:
    kind: exclusion
    uses: [housing]
    where: "{EVERYWHERE}"
    source: {{text: a test, quote: Hier komen geen woningen.}}
"""
TWICE_EXCLUDED = f"""\
rules:
  own-first: {{kind: exclusion, uses: [housing], where: "{EVERYWHERE}"}}
  own-second: {{kind: exclusion, uses: [housing], where: "{EVERYWHERE}"}}
"""
HOMES = "claim[homes]"
FOREST = "claim[forest_area]"

PLANTED: dict[str, tuple[str, set[str], list[tuple[str, ...]]]] = {
    "above land": (ABOVE_LAND, {FOREST}, []),
    "one zone": (ONE_ZONE, {"claim[town]", "claim[wood]"}, []),
    "budget": (BUDGET, {HOMES, "budget[own-water, test-land]"}, [("own-water",)]),
    "loop": (
        LOOP,
        {HOMES, "coupling[own-green, test-land]", "coupling[own-homes, test-land]"},
        [("own-green",), ("own-homes",)],
    ),
    "patch": (PATCH, {FOREST, "patches[forest]"}, [("own-large",)]),
    "sites": (SITES, {"sites[own-sites]"}, [("own-sites",)]),
    "apart": (APART, {HOMES, FOREST, "separation[own-apart]"}, [("own-apart",)]),
    "excluded": (EXCLUDED, {HOMES}, [("own-no-homes",)]),
    "excluded twice": (TWICE_EXCLUDED, {HOMES}, [("own-first", "own-second")]),
}
"""Scenario, what cannot hold together, and the sets of rules that could go."""

Check = Callable[[str], Fit]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    return small_project(tmp_path_factory.mktemp("fitting") / "project")


@pytest.fixture(scope="module")
def check(project: SmallProject) -> Check:
    def _check(text: str) -> Fit:
        return fit_of(load_scenario(project.with_text(text)), project.runs, 60.0)

    return _check


@pytest.mark.parametrize("cause", PLANTED)
def test_exactly_the_planted_cause_is_named_and_every_proposal_fits(
    cause: str, check: Check, project: SmallProject
) -> None:
    text, conflict, rules = PLANTED[cause]
    found = check(text)
    assert found.fits is False
    assert set(found.reasons.conflict) == conflict
    assert sorted(found.reasons.relaxations) == sorted(rules)
    for relaxed in rules:
        assert _again(project, text, _off(relaxed)).fits, relaxed
    if found.reasons.changes:
        assert _again(project, text, _lowered(found, found.reasons.changes)).fits
    assert found.reasons.changes or rules
    for language, word in (("en", "Proposal"), ("nl", "Voorstel")):
        told = found.told("nl" if language == "nl" else "en")
        assert told[-1].startswith(word)
        assert all(line.endswith((".", "\u201d")) for line in told)
        assert not any("{" in line for line in told)


def _again(project: SmallProject, text: str, changes: str) -> Fit:
    project.with_text(text, "before.yaml")
    path = project.folder / "after.yaml"
    path.write_text(f"extends: before.yaml\n{changes}", encoding="utf-8")
    return fit_of(load_scenario(path), project.runs, 60.0)


def _off(rules: tuple[str, ...]) -> str:
    switched = ", ".join(f"{rule}: {{enabled: false}}" for rule in rules)
    return f"rules: {{{switched}}}\n"


def _lowered(found: Fit, changes: tuple[Change, ...]) -> str:
    lines = ["claims:"]
    for change in changes:
        owner = owner_of(change.row, found.scenario)
        assert owner.kind == "claim"  # rules give way only if claims cannot
        claim = found.scenario.claims[owner.id]
        unit = found.scenario.quantities[claim.quantity or owner.id].unit
        least = f"{change.proposed_low:.6f} {unit}"
        lines.append(f"  {owner.id}: {{target: {{min: {least}, max: ~}}}}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("cause", "asked", "possible"), [("patch", 4_000, 2_975), ("sites", 1_000, 694.5)]
)
def test_patches_and_sites_may_be_as_large_as_the_land_lets_them(
    cause: str, asked: float, possible: float, check: Check, project: SmallProject
) -> None:
    text = PLANTED[cause][0]
    (one,) = check(text).reasons.smaller
    assert one.least_ha == asked
    assert one.possible_ha == pytest.approx(possible, abs=8)  # 1 of 128 steps
    change = f"rules: {{{one.rule}: {{min_area: {{}} ha}}}}\n"
    assert _again(project, text, change.replace("{}", f"{one.possible_ha}")).fits
    more = f"{one.possible_ha + 25}"
    assert _again(project, text, change.replace("{}", more)).fits is False


def test_a_claim_of_higher_priority_gives_way_last(check: Check) -> None:
    for first, last in (("town", "wood"), ("wood", "town")):
        text = ONE_ZONE.replace(f"  {last}:\n", f"  {last}:\n    priority: 1\n")
        (change,) = check(text).reasons.changes
        assert change.row == f"claim[{first}]"


def test_every_claim_of_a_conflict_has_its_numbers(check: Check) -> None:
    found = {one.row: one for one in check(ONE_ZONE).reasons.competition}
    town, wood = found["claim[town]"], found["claim[wood]"]
    assert town.asked_ha == pytest.approx(21_000 / 35)
    assert wood.asked_ha == pytest.approx(500)
    assert town.land_ha == pytest.approx(900)  # Aal without nature
    assert wood.land_ha == pytest.approx(1_000)
    for one in (town, wood):  # 600 + 500 ha asked of 1,000 ha
        assert one.short_ha == pytest.approx(100, rel=1e-3)


def test_a_rule_frees_what_it_alone_keeps_from_the_bottleneck(check: Check) -> None:
    text = EXCLUDED + (
        "  own-quiet: {kind: exclusion, uses: [housing], where: elevation > 5.5}\n"
    )
    rules = check(text).reasons.freed
    freed = {one.rule: one.freed_ha for one in rules if one.freed_ha}
    # the west half without 100 ha of nature and the town; the east is kept out twice
    assert freed == {"own-no-homes": pytest.approx(1_500 - 100 - 25)}


def test_the_text_has_the_numbers_and_the_quote(check: Check) -> None:
    told = " ".join(check(EXCLUDED).told("nl"))
    assert "gevraagd is ten minste 3.000 woningen" in told
    assert "\u201cHier komen geen woningen.\u201d" in told
    assert "zet de regel own-no-homes uit" in told
    assert f"{LAND_HA:,}" in " ".join(check(ABOVE_LAND).told("en"))


def test_a_rule_in_several_zones_is_named_once(check: Check) -> None:
    text = "rules: {forest-share: {max: 5 %}}\n"
    headline = check(text).told("en")[0]
    assert headline == (
        "It does not fit: forest_area and forest-share (Aal, Beek and Cel) do not go "
        "together."
    )


def test_what_fits_is_told_nothing(check: Check) -> None:
    found = check("stays: 1 points/ha\n")
    assert found.fits
    assert found.told("en") == []
    assert found.document()["sentences"] == []
