"""Faults in rules about patches, distances and reach, each at its place."""

from collections.abc import Callable

import pytest

Faults = Callable[..., list[str]]

CONTIGUITY = "kind: contiguity, uses: [solar]"
SEPARATION = "kind: separation, uses: [solar], distance: 1 km"
COVERAGE = "kind: coverage, uses: [solar], reach: 1 km"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (CONTIGUITY, "rules.x must ask something: min_area, max_area, sites"),
        (f"{CONTIGUITY}, min_area: 5 m", "rules.x.min_area must be in ha, km2 or m2"),
        (f"{CONTIGUITY}, min_area: -1 ha", "rules.x.min_area must be > 0, got '-1 ha'"),
        (
            f"{CONTIGUITY}, min_area: 5 ha, max_area: 3 ha",
            "rules.x must have min_area <= max_area, got '5 ha' > '3 ha'",
        ),
        (
            f"{CONTIGUITY}, min_area: 5 ha, hardness: soft",
            "rules.x must have 'price' because of 'hardness: soft'",
        ),
        (
            f"{CONTIGUITY}, max_area: 5 ha, hardness: soft, price: 1",
            "rules.x must have 'hardness: hard' because of 'max_area'",
        ),
        (
            f"{CONTIGUITY}, fewest_patches: true",
            "rules.x must have 'hardness: soft' because of 'fewest_patches'",
        ),
        (
            f"{CONTIGUITY}, min_area: 5 ha, candidates: quiet_area",
            "rules.x must have 'sites' because of 'candidates'",
        ),
        (f"{CONTIGUITY}, sites: 1.5", "rules.x.sites must be"),
        (f"{CONTIGUITY}, sites: {{min: 3, max: 2}}", "must have min <= max, got '3' >"),
        (
            f"{CONTIGUITY}, sites: 1, candidates: quiet_aera",
            "candidates: unknown layer 'quiet_aera', did you mean 'quiet_area'?",
        ),
        (
            f"{CONTIGUITY}, clusters: {{layer: munic}}",
            "rules.x.clusters.layer: unknown layer 'munic'",
        ),
        (
            f"{CONTIGUITY}, preferred: {{where: nowhere, points: 1 points/ha}}",
            "rules.x.preferred.where: unknown layer 'nowhere'",
        ),
        (
            f"{CONTIGUITY}, min_area: 5 ha, hardness: soft, price: 1 points/ha",
            "rules.x.price must be",
        ),
        (
            f"{CONTIGUITY}, min_are: 5 ha",
            "unknown key 'min_are', did you mean 'min_area'",
        ),
        (SEPARATION, "rules.x must have from (new uses), where or layer"),
        (
            f"{SEPARATION}, from: [housign]",
            "rules.x.from[0]: unknown use 'housign', did you mean 'housing'?",
        ),
        (f"{SEPARATION}, from: [solar]", "got 'solar' on both sides"),
        (
            f"{SEPARATION}, from: [built], hardness: soft, price: 1 points/MWp",
            "rules.x.price must be",
        ),
        (f"{SEPARATION}, layer: nowhere", "rules.x.layer: unknown layer 'nowhere'"),
        (COVERAGE, "rules.x must have 'least' because of 'kind: coverage'"),
        (
            f"{COVERAGE}, least: 5 ha, quantity: homes",
            "rules.x must have either uses or quantity",
        ),
        (f"{COVERAGE}, least: 5 homes", "rules.x.least must be in ha, km2 or m2"),
        (
            f"{COVERAGE}, least: 5 ha, of: homes",
            "rules.x.least must be in ha/homes, km2/homes or m2/homes",
        ),
        (
            f"{COVERAGE}, least: 5 ha, of: popluation",
            "rules.x.of must name a layer of inhabitants, a use or a quantity",
        ),
        (
            f"{COVERAGE}, least: 5 ha, existing: [built_up, gren]",
            "rules.x.existing[1]: unknown layer 'gren'",
        ),
        (
            f"{COVERAGE}, least: 5 ha, hardness: soft, price: 1 points/homes",
            "rules.x.price must be",
        ),
        (f"{COVERAGE}, least: 5 ha, inhabited: 5 homes", "rules.x.inhabited must be"),
    ],
)
def test_says_what_is_wrong_with_a_rule(faults: Faults, keys: str, said: str) -> None:
    found = faults(f"rules:\n  x: {{{keys}}}\n")
    assert len(found) == 1
    assert found[0].startswith("a.yaml:3:")
    assert said in found[0]


@pytest.mark.parametrize(
    ("touch", "said"),
    [
        ("{uses: [solar], points: 1}", "must have at least 2 entries, got 1"),
        ("{uses: [solar, wind], points: 1}", "touch.x.uses[1]: unknown use 'wind'"),
        ("{uses: [solar, solar], points: 1}", "different uses, got 'solar' twice"),
        ("{uses: [solar, housing], points: 1 ha}", "touch.x.points must be"),
    ],
)
def test_says_what_is_wrong_with_touch(faults: Faults, touch: str, said: str) -> None:
    (found,) = faults(f"touch:\n  x: {touch}\n")
    assert said in found


def test_a_pair_has_points_once(faults: Faults) -> None:
    (found,) = faults(
        "touch:\n"
        "  x: {uses: [solar, built], points: 1}\n"
        "  y: {uses: [housing, solar], points: 2}\n",
        "nl",
    )
    assert found.endswith(
        "touch.y.uses mag housing + solar niet nog eens punten geven: 'x' doet dat al"
    )
