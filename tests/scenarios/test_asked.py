"""What a rule asks, in words that an analyst can read out."""

import pytest

from scenarios.asked import asked
from tests.scenarios.conftest import Load

USES = """\
extends: base.yaml
uses:
  housing: {label: {nl: wonen, en: housing}}
  solar: {label: {nl: zon, en: solar}}
  wind: {enabled: false}
"""


@pytest.mark.parametrize(
    ("rule", "english", "dutch"),
    [
        (
            "kind: contiguity, uses: [solar, wind], min_area: 10 ha, max_area: 50 ha",
            "patches of solar of at least 10 ha, of at most 50 ha",
            "aaneengesloten plekken van zon van ten minste 10 ha, "
            "van ten hoogste 50 ha",
        ),
        (
            "kind: contiguity, uses: [solar], sites: {min: 1, max: 3}, "
            "candidates: quiet_area",
            "1 to 3 sites of solar, within one of: quiet_area",
            "1 tot 3 locaties van zon, binnen een van: quiet_area",
        ),
        (
            "kind: contiguity, uses: [solar], fewest_patches: true, hardness: soft, "
            "price: 0.5 points",
            "solar rather in large patches, at 0.5 points per 100 m of border",
            "zon liever in grote plekken, tegen 0.5 punten per 100 m rand",
        ),
        (
            "kind: contiguity, uses: [solar], clusters: {layer: municipality, "
            "cap: 5 ha}, preferred: {where: built_up, points: 1 points/ha}",
            "solar, rather where built_up, only in clusters of municipality, "
            "at most 5 ha new in each",
            "zon, liever waar built_up, alleen in clusters van municipality, "
            "in elk hoogstens 5 ha nieuw",
        ),
        (
            "kind: separation, uses: [housing], from: [solar], where: quiet_area, "
            "distance: 1 km, hardness: soft, price: 2 points/ha",
            "housing at least 1 km from solar or land where quiet_area, "
            "if not: 2 points/ha",
            "wonen ten minste 1 km van zon of land waar quiet_area, "
            "zo niet: 2 punten/ha",
        ),
        (
            "kind: coverage, quantity: forest, of: built_up, reach: 3 km, least: 5 ha",
            "at least 5 ha (forest) within 3 km of every inhabited block",
            "ten minste 5 ha (forest) binnen 3 km van elk bewoond blok",
        ),
        (
            "kind: coverage, uses: [solar], of: built_up, reach: 3 km, least: 5 ha, "
            "inhabited: 50 persons",
            "at least 5 ha of solar within 3 km of every block with 50 inhabitants or "
            "more (built_up)",
            "ten minste 5 ha zon binnen 3 km van elk blok met 50 inwoners of meer "
            "(built_up)",
        ),
        (
            "kind: coverage, uses: [solar], of: homes, reach: 3 km, least: 5 m2/homes",
            "at least 5 m2/homes of solar within 3 km of new homes",
            "ten minste 5 m2/homes zon binnen 3 km van nieuw homes",
        ),
        ("kind: exclusion, uses: [solar], where: built_up", None, None),
    ],
)
def test_says_what_is_asked_in_both_languages(
    load: Load, rule: str, english: str | None, dutch: str | None
) -> None:
    text = f"extends: uses.yaml\nrules:\n  x: {{{rule}}}\n"
    scenario = load({"uses.yaml": USES, "a.yaml": text}).scenario
    found = asked(scenario, scenario.rules["x"])
    if english is None:
        assert found is None
        return
    assert found is not None
    assert (found.en, found.nl) == (english, dutch)
