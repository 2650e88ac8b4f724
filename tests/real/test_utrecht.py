"""A province without layers of its own: what all have is enough for a plan."""

from pathlib import Path

from scenarios.load import load_scenario
from scenarios.run import Options, run_scenario


def test_utrecht_at_500_m_is_solved_and_says_what_it_lacks(
    shared_data: Path, tmp_path: Path
) -> None:
    assert shared_data.is_dir()
    loaded = load_scenario(Path(__file__).parent / "utrecht-500m.yaml")
    outcome = run_scenario(loaded, Options(tmp_path))
    document = outcome.document
    assert document["status"] == "optimal"
    assert document["gap"] <= 0.02
    got = {claim["id"]: claim for claim in document["claims"]}
    assert got["homes"]["achieved"] >= 83_500 * (1 - 1e-6)
    rules = {rule["id"]: rule for rule in document["rules"]}
    # no large-scale logistics at all, and a fifth of the demand for business land, or
    # more, from intensification
    uses = {use["id"]: use["ha"] for use in document["uses"]}
    assert rules["wl-utrecht-b-geen-ruimte"]["applied"]
    assert not {use for use in uses if uses[use] > 0} & {"logistics_xl"}
    assert rules["wl-utrecht-e-20-30"]["applied"]
    new = sum(
        uses.get(use, 0.0) * land
        for use, land in {
            "business_park": 1.0,
            "business_storage": 0.9,
            "hmc_business": 1.0,
            "campus": 1.0,
            "circular_hub": 1.0,
        }.items()
    )
    assert 0 < new <= 0.8 * got["business_area"]["achieved"] + 1e-6
    # a place with a municipality counts, one without waits for its layer
    assert rules["won-novex-amersfoort"]["applied"]
    assert rules["wl-utrecht-d-usp"]["applied"]
    assert rules["wl-utrecht-d-earth"]["reason_code"] == "layer"
    assert rules["wl-utrecht-b-1-terrein"]["reason_code"] == "layer"
    assert rules["wl-utrecht-e-transities"]["reason_code"] == "number"
