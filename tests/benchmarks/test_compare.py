"""Ratios and means of two runs, by arithmetic."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.compare import compare
from benchmarks.compare_table import document, report
from benchmarks.means import shifted_geometric_mean
from benchmarks.records import RecordsError
from tests.benchmarks.records import a_record

positive = st.lists(st.floats(0.01, 1e4), min_size=1, max_size=6)


def test_a_shifted_mean_by_arithmetic() -> None:
    assert shifted_geometric_mean([1, 7], 1) == pytest.approx(math.sqrt(2 * 8) - 1)
    assert shifted_geometric_mean([2, 8], 0) == pytest.approx(4)
    assert shifted_geometric_mean([0, 8], 0) == 0
    assert shifted_geometric_mean([5], 10) == pytest.approx(5)


@given(positive, st.floats(0, 100), st.floats(1.1, 10))
def test_a_mean_lies_between_its_values_and_grows_with_them(
    values: list[float], shift: float, factor: float
) -> None:
    mean = shifted_geometric_mean(values, shift)
    assert min(values) * (1 - 1e-9) - 1e-9 <= mean <= max(values) * (1 + 1e-9) + 1e-9
    more = shifted_geometric_mean([factor * value for value in values], shift)
    assert more > mean


@pytest.mark.parametrize(("values", "shift"), [([], 1), ([-1], 1), ([1], -1)])
def test_refuses_what_has_no_mean(values: list[float], shift: float) -> None:
    with pytest.raises(ValueError, match="must be"):
        shifted_geometric_mean(values, shift)


def test_ratios_are_after_over_before() -> None:
    after = a_record(
        seconds=1.0,
        objective=1_010.0,
        iterations=600,
        nodes=0,
        peak_memory_mb=500.0,
        time_to_gap={"0.1": 0.5, "0.01": 0.5, "0.001": 1.0},
    )
    (pair,) = compare([a_record()], [after]).pairs
    assert pair.ratio("seconds") == 0.25
    assert pair.ratio("to_0.1") == 0.5
    assert pair.ratio("to_0.001") == 0.25
    assert pair.ratio("iterations") == 2
    assert pair.ratio("nodes") == 0
    assert pair.ratio("peak") == 2
    assert pair.ratio("passes") == 1
    assert pair.better == pytest.approx(0.01)


def test_means_are_over_all_pairs_with_a_shift() -> None:
    before = [a_record(), a_record(method="prices", seconds=1.0)]
    after = [a_record(seconds=1.0), a_record(method="prices", seconds=1.0)]
    found = compare(before, after)
    mean = {mean.figure: mean for mean in found.means}["seconds"]
    assert mean.n_pairs == 2
    assert mean.before == pytest.approx(math.sqrt(5 * 2) - 1)
    assert mean.after == pytest.approx(1)
    assert mean.ratio == pytest.approx(1 / (math.sqrt(10) - 1))


def test_what_gave_no_answer_counts_with_its_limit() -> None:
    killed = a_record(status="killed", seconds=3.0, objective=None)
    (pair,) = compare([killed], [a_record()]).pairs
    assert pair.before["seconds"] == 60
    assert pair.better is None
    never = a_record(time_to_gap={"0.1": 1.0, "0.01": None, "0.001": None})
    late = a_record(time_to_gap={"0.1": 2.0, "0.01": 30.0, "0.001": None})
    (pair,) = compare([never], [late]).pairs
    assert pair.ratio("to_0.1") == 2
    assert pair.ratio("to_0.01") == 0.5  # 30 s against the limit of 60 s
    assert "to_0.001" not in pair.before


def test_only_like_is_compared_with_like() -> None:
    before = [
        a_record(),
        a_record(method="prices"),
        a_record(method="pdlp", rows=9),
        a_record(method="flow", status="unsuited"),
        a_record(method="mip-scip"),
    ]
    after = [
        a_record(method="sequential"),
        a_record(method="prices", seed=2),
        a_record(method="pdlp", rows=10),
        a_record(method="flow", status="unsuited"),
        a_record(method="mip-scip"),
    ]
    found = compare(before, after)
    assert [pair.method for pair in found.pairs] == ["mip-scip"]
    assert {method: why for _, method, why in found.left_out} == {
        "exact": "before",
        "sequential": "after",
        "prices": "other_settings",
        "pdlp": "other_size",
        "flow": "unsuited",
    }


def test_the_same_measurement_twice_in_a_file_is_told() -> None:
    with pytest.raises(RecordsError, match=r"zonal-n=100-m=9 by exact twice"):
        compare([a_record(), a_record()], [a_record()])


def test_the_page_and_the_document_say_the_same() -> None:
    found = compare([a_record()], [a_record(seconds=1.0, objective=990.0)])
    page = report(found, ("old", "new"), "en")
    assert "A: old; B: new" in page
    assert "| zonal-n=100-m=9 | exact | within the gap | -1 % | 0.25× |" in page
    plain = document(found, ("old", "new"))
    assert plain["pairs"][0]["ratio"]["seconds"] == 0.25
    assert plain["means"][0]["figure"] == "seconds"
    dutch = report(found, ("oud", "nieuw"), "nl")
    assert "0,25×" in dutch
    assert "Verschoven meetkundige gemiddelden" in dutch


def test_what_was_left_out_is_listed_with_its_reason() -> None:
    found = compare([a_record(), a_record(method="pdlp")], [a_record()])
    page = report(found, ("old", "new"), "en")
    assert "| zonal-n=100-m=9 | pdlp | only in old |" in page
