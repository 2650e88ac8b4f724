from pathlib import Path

import pytest

from scenarios.faults import ScenarioError
from scenarios.inputs import inputs_of
from scenarios.load import load_scenario
from scenarios.sweep.ask import Ask, asked_points
from scenarios.sweep.variants import Variant, variants
from tests.scenarios.sweep.sweeping import grid
from tests.small_project import SmallProject


def _variants(project: SmallProject, *texts: str) -> list[Variant]:
    return variants(project.scenario, grid(*texts), project.runs)


def test_a_variant_has_the_hash_of_the_scenario_with_its_values_written_in(
    project: SmallProject,
) -> None:
    (found,) = _variants(project, "claims.power.target.min=90 MWp", "stays=2 points/ha")
    changed = project.with_text(
        "claims: {power: {target: {min: 90 MWp}}}\nstays: 2 points/ha\n"
    )
    assert found.digest == inputs_of(load_scenario(changed)).whole
    assert found.title == "claims.power.target.min 90 MWp, stays 2 points/ha"


def test_what_a_scenario_sweeps_does_not_change_its_hash(project: SmallProject) -> None:
    plain = inputs_of(load_scenario(project.scenario)).whole
    with_block = project.with_text("sweep: {vary: {stays: [1, 2]}}\n")
    assert inputs_of(load_scenario(with_block)).whole == plain


def test_a_bare_number_takes_the_unit_that_it_needs(project: SmallProject) -> None:
    found = _variants(
        project,
        "claims.power.target=90",  # over {min: 100 MWp, max: 150 MWp}
        "uses.housing.provides.homes=40",  # over {value: 35 homes/ha, ...}
        "rules.forest-share.max=0.3",  # a share needs none, and 0.3 is not 0.3 %
    )
    assert [value for _, value in found[0].values] == ["90 MWp", "40 homes/ha", "0.3"]


def test_variants_that_come_to_the_same_are_one(project: SmallProject) -> None:
    assert len(_variants(project, "stays=1,1 points/ha,2,2 points/ha")) == 2


def test_the_scenarios_own_block_counts_where_nothing_is_said(
    project: SmallProject,
) -> None:
    path = project.with_text(
        "sweep:\n  design: one_at_a_time\n  vary:\n    stays: [2, 3]\n"
        "    rules.forest-share.max: 10..20 %:2\n"
    )
    found = variants(path, asked_points(path, Ask()), project.runs)
    assert [[text for _, text in one.values] for one in found] == [
        ["1 points/ha", "20 %"],
        ["2 points/ha", "20 %"],
        ["3 points/ha", "20 %"],
        ["1 points/ha", "10 %"],
    ]
    asked = asked_points(path, Ask(vary=("stays=5,6,7",)))
    assert len(variants(path, asked, project.runs)) == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("claims.powr.target=1", r"claims.powr: .* no 'powr' there, .* 'power'\?"),
        ("claims.power.targt=1", r"no 'targt' there, did you mean 'target'\?"),
        ("claims.power.target=-1", r"--vary: claims.power.target must be > 0, got"),
        ("rules.no-homes-in-nature.uses.7=x", r"uses.7: the scenario has no '7'"),
        ("rules.nothing=~", r"rules.nothing: the scenario has no 'nothing' there"),
        ("uses.solar.suitability.factors.near.layer=moon", "moon"),
    ],
)
def test_a_way_that_leads_nowhere_is_told(
    project: SmallProject, text: str, message: str
) -> None:
    with pytest.raises(ScenarioError, match=message):
        _variants(project, text)


def test_faults_of_all_variants_come_at_once(project: SmallProject) -> None:
    with pytest.raises(ScenarioError) as caught:
        _variants(project, "claims.power.target=-1,-2")
    assert len(caught.value.faults) == 2


def test_nothing_to_vary_is_told(project: SmallProject) -> None:
    with pytest.raises(ScenarioError, match="a sweep must vary something: give --vary"):
        asked_points(project.scenario, Ask())


def test_entries_of_lists_go_by_number(project: SmallProject) -> None:
    (found,) = _variants(project, "rules.no-homes-in-nature.uses.1=forest")
    changed = Path(project.folder / "changed.yaml")
    changed.write_text(
        "extends: small.yaml\nrules: {no-homes-in-nature: {uses: [housing, forest]}}\n",
        encoding="utf-8",
    )
    assert found.digest == inputs_of(load_scenario(changed)).whole
