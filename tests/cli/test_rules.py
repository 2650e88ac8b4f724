"""``puzzel rules``: coverage, one rule, one statement."""

import pytest

from tests.cli.conftest import Call
from tests.small_project import SmallProject


def test_counts_every_statement_once(call: Call) -> None:
    called = call("rules", "--json")
    assert called.code == 0
    coverage = called.json["coverage"]
    assert list(coverage) == [
        "statements",
        "mapped",
        "indicators",
        "process",
        "unmapped",
    ]
    assert coverage["statements"] == 1108 == sum(coverage.values()) - 1108
    assert coverage["unmapped"] == 0
    for part in ("programmes", "kinds"):
        counted = called.json[part].values()
        assert sum(sum(fates.values()) for fates in counted) == 1108


def test_prints_programmes_kinds_and_states_in_both_languages(call: Call) -> None:
    english, dutch = call("rules").out, call("rules", "--lang", "nl").out
    for text in ("wbs", "nwp", "geluid", "exclusion", "reporting"):
        assert text in english
        assert text in dutch
    assert "waits for a number" in english
    assert "wacht op een getal" in dutch


def test_prints_one_rule_with_its_sentence_and_what_it_does(call: Call) -> None:
    called = call("rules", "wbs-deep-polders", "--lang", "nl")
    assert called.code == 0
    for text in (
        "13. We reserveren de 5% tot 10% van diepe polders voor waterberging",
        "in woorden: 5 % tot 10 % van het land wordt waterberging, geteld waar "
        "deep_polder, in elk gebied van polder_id",
        "kaartlagen: deep_polder, polder_id",
        "aangenomen: where",
        "toestand: werkt",
    ):
        assert text in called.out


def test_tells_what_a_rule_does_in_a_scenario(
    project: SmallProject, call: Call
) -> None:
    path = project.with_text(
        "rules:\n"
        "  near: {kind: exclusion, uses: [solar], where: natura2000 > 0.5}\n"
        "  quiet: {kind: exclusion, uses: [solar], where: quiet_area > 0.5}\n"
        "  dear: {kind: exclusion, uses: [solar], where: natura2000 > 0.5, "
        "hardness: soft, price: 3 points/ha}\n"
    )
    near = call("rules", "near", "--scenario", path, "--json").json["rule"]
    assert near["state"] == "works"
    assert near["layers"] == ["natura2000"]
    assert len(near["effect"]) == 1
    assert near["effect"][0].startswith("1 uses may not come on ")
    quiet = call("rules", "quiet", "--scenario", path, "--json").json["rule"]
    assert (quiet["state"], quiet["effect"]) == ("layer", [])
    assert quiet["reason"] == "layer quiet_area is missing in this province"
    dear = call("rules", "dear", "--scenario", path, "--json").json["rule"]
    assert dear["effect"][0].startswith("1 uses get -3 to -3 points/ha on ")
    listed = call("rules", "--scenario", path, "--json").json["rules"]
    states = {rule["id"]: rule["state"] for rule in listed}
    assert (states["near"], states["quiet"]) == ("works", "layer")


def test_tells_what_became_of_a_statement(call: Call) -> None:
    carried = call("rules", "wbs-10-uiterwaarden", "--json").json["statement"]
    assert carried["carried_by"] == ["wbs-floodplain"]
    left = call("rules", "nwp-noordzee", "--lang", "nl")
    assert "zee of ondergrond" in left.out
    repeat = call("rules", "wl-waar-kopie-usp", "--json").json["statement"]
    assert repeat["same_as"] == "wl-utrecht-d-usp"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("wbs-flodplain",), "did you mean 'wbs-floodplain'?"),
        (("zzzzzz",), "zzzzzz is no rule and no statement of a programme"),
        (("--scenario", "gone.yaml"), "gone.yaml"),
    ],
)
def test_refuses_what_it_does_not_know(
    call: Call, words: tuple[str, ...], text: str
) -> None:
    called = call("rules", *words)
    assert called.code == 2
    assert text in called.err
