"""What an analyst may get wrong about the programmes' rules, and what he is told."""

import re

import pytest

from tests.cli.conftest import Call
from tests.small_project import SmallProject

RULE = "{kind: exclusion, uses: [solar], where: natura2000 > 0.5"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "wbs-deep-poldrs: {min: 7 %}",
            "unknown rule 'wbs-deep-poldrs', did you mean 'wbs-deep-polders'?",
        ),
        (
            "wbs-deep-polders: {minn: 7 %}",
            "rules.wbs-deep-polders: unknown key 'minn', did you mean 'min'?",
        ),
        (
            "wbs-deep-polders: {min: 130 %}",
            "rules.wbs-deep-polders.min must be <= 1",
        ),
        (
            "wbs-deep-polders: {min: 12 %}",
            "rules.wbs-deep-polders must have min <= max, got '12 %' > '10 %'",
        ),
        (
            "werklocaties-firms-and-homes: {distance: -300 m}",
            "rules.werklocaties-firms-and-homes.distance must be > 0",
        ),
        (
            "werklocaties-firms-and-homes: {distance: 30 ha}",
            "rules.werklocaties-firms-and-homes.distance must be in m or km",
        ),
        (
            "res-solar-ladder: {uses: [solar_feild]}",
            "rules.res-solar-ladder.uses[0]: unknown use 'solar_feild', "
            "did you mean 'solar_",
        ),
        (
            "wbs-worst-case: {layer: flood_dept}",
            "rules.wbs-worst-case.layer: unknown layer 'flood_dept', "
            "did you mean 'flood_depth'?",
        ),
        (
            "wbs-water-and-soil-first: {factor: 0}",
            "rules.wbs-water-and-soil-first.factor must be > 0",
        ),
        (
            "woningbouw-homes: {measure: {land: true}}",
            "must count one of: uses, quantity, layer, lost, land, stays",
        ),
    ],
)
def test_a_wrong_override_is_told_with_its_place(
    project: SmallProject, call: Call, text: str, said: str
) -> None:
    path = project.folder / "own.yaml"
    path.write_text(
        "name: own\nextends: [novex-2022.yaml]\nprovince: puzzelland\n"
        f"rules:\n  {text}\n"
    )
    called = call("check", path)
    assert called.code == 3
    assert said in called.err
    assert re.search(r"own\.yaml:5:\d+: ", called.err)


def test_a_layer_in_another_unit_than_rules_count_with(
    project: SmallProject, call: Call
) -> None:
    layer = "{file: a.tif, kind: value, unit: cm, source: x}"
    path = project.with_text(f"layers: {{flood_depth: {layer}}}\n")
    called = call("check", path)
    assert called.code == 3
    assert "layers.flood_depth.unit must be 'm', in which rules count" in called.err
    dutch = call("check", path, "--lang", "nl").err
    assert "layers.flood_depth.unit moet 'm' zijn" in dutch


def test_two_rules_that_keep_a_claim_from_its_land_are_quoted(
    project: SmallProject, call: Call
) -> None:
    source = 'source: {{statements: [x], quote: "{}", section: s}}'
    rules = (
        f"  near: {RULE}, {source.format('Geen zon in natuur.')}}}\n"
        f"  far: {RULE.replace('> 0.5', '<= 0.5')}, "
        f"{source.format('Geen zon daarbuiten.')}}}\n"
    )
    rules += "  no-homes-in-nature: ~\n"
    text = f"rules:\n{rules}claims: {{power: {{target: {{min: 100 MWp, max: ~}}}}}}\n"
    called = call("run", project.with_text(text), "--json")
    assert called.code == 5
    said = called.json["excess"][0]
    assert "claim power needs at least 100 MWp" in said
    for name, quote in (("near", "Geen zon in natuur."), ("far", "daarbuiten.")):
        assert re.search(rf"; {name} excludes [\d,.]+ ha: “[^”]*{quote}”", said)


def test_two_rules_on_one_quantity_that_cross_are_quoted(
    project: SmallProject, call: Call
) -> None:
    rule = (
        "{{kind: demand, quantity: forest_area, target: {{{}}}, "
        'source: {{statements: [x], quote: "{}", section: s}}}}'
    )
    text = (
        "claims: {forest_area: ~}\nrules:\n  forest-share: ~\n"
        f"  more: {rule.format('min: 300 ha', 'Meer bos.')}\n"
        f"  less: {rule.format('max: 200 ha', 'Niet te veel bos.')}\n"
    )
    path = project.with_text(text)
    called = call("check", path, "--json")
    assert called.code == 5
    assert called.json["excess"] == [
        "more asks at least 300 ha, but less allows at most 200 ha; lower the one or "
        "raise the other; more: “Meer bos.”; less: “Niet te veel bos.”"
    ]
    dutch = call("check", path, "--lang", "nl").out
    assert "more en less gaan niet samen" in dutch
    for said in ("ten minste 300 ha", "hoogstens 200 ha", "Meer bos.", "Niet te veel"):
        assert said in dutch
