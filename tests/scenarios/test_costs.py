"""Sentences about what claims cost."""

from typing import Any

from scenarios.explain.costs import MOST, cost_sentences


def claim(
    name: str, achieved: float, price: float | None, **limits: object
) -> dict[str, Any]:
    label = {"nl": f"{name} (nl)", "en": name}
    return {
        "id": name,
        "label": label,
        "unit": "ha",
        "achieved": achieved,
        "price": price,
        "min": limits.get("least"),
        "max": limits.get("most"),
    }


def test_the_dearest_claim_comes_first_with_one_per_cent_of_it() -> None:
    claims = [
        claim("forest", 1_000.0, 3.0, least=1_000.0, most=1_050.0),
        claim("solar", 500.0, 2.0, least=100.0, most=500.0),
        claim("free", 700.0, 0.0, least=0.0, most=900.0),
        claim("unpriced", 700.0, None),
    ]
    found = cost_sentences({"claims": claims})
    assert [text["en"].partition(":")[0] for text in found] == ["forest", "solar"]
    assert "asking 10 ha less makes the plan about 30 points better" in found[0]["en"]
    assert "75%" in found[0]["en"]
    assert "5 ha meer toestaan maakt het plan ongeveer 10 punten" in found[1]["nl"]


def test_few_claims_are_named_and_none_where_nothing_costs() -> None:
    many = [claim(f"c{at}", 10.0, 1.0 + at, least=10.0) for at in range(9)]
    assert len(cost_sentences({"claims": many})) == MOST
    assert cost_sentences({"claims": [claim("free", 5.0, 0.0, least=1.0)]}) == []
    assert cost_sentences({}) == []
