import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from model.blend import Blend, Gain
from model.curve import Classes, Linear, SShaped
from model.land_use import STAYS
from model.membership import ByClass, Given, Membership, PiecewiseLinear, SCurve
from model.problem import Problem
from model.score import score
from model.terms.graded import Graded
from model.terms.ladder import Ladder
from model.terms.points import Points
from model.terms.suitability import Factor, Suitability
from tests.model.small import HOMES, PARK, a_grid, a_problem, floats, layer
from tests.naive import membership as naive_membership
from tests.naive import score as naive

Floats = NDArray[np.float32]
Made = tuple[Membership, list[float]]

VALUES = st.floats(-9, 9, width=32) | st.integers(-9, 9).map(float) | st.just(math.nan)
WORTHS = st.sampled_from([0.0, 0.25, 0.5, 1.0])


@st.composite
def memberships(draw: st.DrawFn, layers: list[Floats], codes: Floats) -> Made:
    """A factor, and its worth by the naive twin."""
    values = draw(st.sampled_from(layers))
    low, high = sorted(draw(st.lists(st.integers(-9, 9), min_size=2, max_size=2)))
    kind = draw(st.sampled_from(["given", "linear", "s", "class"]))
    if kind == "given":
        worths: Floats = (np.abs(values) / 9).astype(np.float32)
        return Given(worths), worths.tolist()
    if kind == "class":
        table = floats(draw(st.lists(WORTHS, min_size=3, max_size=3)))
        made = [naive_membership.by_class(int(c), table.tolist(), 0.5) for c in codes]
        return ByClass(codes.astype(np.int32), table, 0.5), made
    if kind == "linear":
        x = [low - 1.0, low + 0.5, high + 1.0, high + 2.0]
        y = draw(st.lists(WORTHS, min_size=4, max_size=4))
        made = [naive_membership.piecewise_linear(float(v), x, y) for v in values]
        return PiecewiseLinear(values, np.array(x), np.array(y)), made
    made = [naive_membership.s_shaped(float(v), low - 1, high + 1) for v in values]
    return SCurve(values, low - 1, high + 1), made


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[list[Gain]], Floats, list[list[float]]]:
    """Gains of uses that share layers and factors, land, and the naive scores."""
    n_cells = draw(st.integers(0, 6))
    land = draw(arrays(np.float32, n_cells, elements=st.sampled_from([0.0, 0.5, 1.0])))
    layers = [draw(arrays(np.float32, n_cells, elements=VALUES)) for _ in range(2)]
    codes = draw(arrays(np.float32, n_cells, elements=st.integers(-1, 2)))
    pool = [draw(memberships(layers, codes)) for _ in range(4)]
    gains, wanted = [], []
    for _ in range(draw(st.integers(0, 3))):
        use, naive_use = [], []
        for _ in range(draw(st.integers(0, 4))):
            chosen = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=4))
            weights = [draw(st.sampled_from([0.5, 1.0, 3.0])) for _ in chosen]
            geometric, points = draw(st.booleans()), draw(st.integers(-8, 8)) / 4
            parts = tuple(membership for membership, _ in chosen)
            use.append(Gain(points, Blend(parts, tuple(weights), geometric)))
            worths = [worth for _, worth in chosen]
            naive_use.append((points, naive.worth(worths, weights, geometric)))
        gains.append(use)
        wanted.append(naive.score(naive_use, land.tolist()))
    return gains, land, wanted


@given(maps())
def test_the_pass_is_what_its_naive_twin_says(
    made: tuple[list[list[Gain]], Floats, list[list[float]]],
) -> None:
    gains, land, wanted = made
    found = score(gains, land)
    assert found.dtype == np.float32
    assert found.shape == (len(gains), land.size)
    np.testing.assert_allclose(
        found, np.reshape(wanted, found.shape), atol=2e-5, rtol=2e-5
    )


@given(maps(), st.integers(1, 4))
def test_blocks_change_nothing(
    made: tuple[list[list[Gain]], Floats, list[list[float]]], block: int
) -> None:
    gains, land, _ = made
    whole, parts = score(gains, land), score(gains, land, block=block)
    assert whole.tobytes() == parts.tobytes()


def test_more_cells_than_a_block_come_in_their_order() -> None:
    values = np.arange(5_000, dtype=np.float32)
    line = PiecewiseLinear(values, np.array([0.0, 5_000.0]), np.array([0.0, 1.0]))
    found = score([[Gain(5_000.0, Blend((line,)))]], np.ones_like(values), block=2_049)
    np.testing.assert_allclose(found[0], values, rtol=1e-6)


def test_refuses_factors_of_other_cells() -> None:
    gain = Gain(1.0, Blend((Given(floats([1, 1])),)))
    with pytest.raises(ValueError, match=r"must have 3 cells, got shape \(2,\)"):
        score([[gain]], floats([1, 1, 1]))


def _suitability(use: str, *, geometric: bool = False) -> Suitability:
    near = Factor("near", layer([0, 100, 200]), Linear(((0, 1), (200, 0))), 3)
    high = Factor("high", layer([0, 5, 10]), SShaped(0, 10))
    return Suitability(use, 8.0, (near, high), geometric)


def _with(*terms: Suitability | Points | Ladder | Graded) -> Problem:
    problem = a_problem(a_grid(1, 3), {}, land_ha=[1.0, 1.0, 0.5])
    for term in terms:
        problem = problem.with_term(term)
    return problem


def test_a_problem_scores_what_its_terms_give() -> None:
    # worth of homes: (3 * 1 + 0) / 4, (3 * 0.5 + 0.5) / 4, (0 + 1) / 4
    soft = Points("soft", ("homes", "park"), floats([0, 1, 1]), -2.0)
    rungs = np.array([2, 0, 1], np.int8)
    ladder = Ladder("ladder", ("park",), rungs, (4.0, 1.0), ("first", "second"))
    rule = Graded("rule", ("park",), _suitability("park").factors[0], 2.0)
    problem = _with(_suitability("homes"), soft, ladder, rule)
    assert [use.name for use in problem.uses] == [STAYS, HOMES.name, PARK.name]
    assert problem.score.tolist() == [[0, 0, 0], [6, 2, 0], [2, 3, -0.5]]


def test_a_use_without_factors_is_equally_good_everywhere() -> None:
    problem = _with(Suitability("homes", 8.0))
    assert problem.score.tolist() == [[0, 0, 0], [8, 8, 4], [0, 0, 0]]


def test_the_worth_of_a_use_and_of_each_factor_can_be_asked() -> None:
    term = _suitability("homes", geometric=True)
    assert [factor.worth.tolist() for factor in term.factors] == [
        [1, 0.5, 0],
        [0, 0.5, 1],
    ]
    assert term.worth is not None
    assert term.worth.tolist() == [0, 0.5, 0]
    assert Suitability("homes", 8.0).worth is None


def test_a_curve_that_does_not_fit_its_layer_is_refused_when_the_term_is_made() -> None:
    factor = Factor("kind", layer([0, 1]), Classes({"sand": 1.0}))
    with pytest.raises(ValueError, match="a class table needs a layer of classes"):
        Suitability("homes", 1.0, (factor,))
    with pytest.raises(ValueError, match="a class table needs a layer of classes"):
        Graded("rule", ("homes",), factor, 1.0)


def test_a_mask_scores_as_its_numbers_do() -> None:
    problem = a_problem(a_grid(1, 3), {"homes": [1, 2, 3], "park": [0, 0, 0]})
    mask = np.array([True, False, True])
    as_mask = problem.with_term(Points("soft", ("homes", "park"), mask, -0.7))
    numbers = mask.astype(np.float32)
    as_numbers = problem.with_term(Points("soft", ("homes", "park"), numbers, -0.7))
    assert np.array_equal(as_mask.score, as_numbers.score)
