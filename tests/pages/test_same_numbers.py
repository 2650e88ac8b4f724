"""Curves and numbers in a page are those of the command line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grids.layers import Layer, Origin
from model.blend import Blend
from model.curve import Curve, Linear, SShaped, Triangular
from model.score import worth_of
from scenarios.amounts import amount
from scenarios.explain.sentences import digits
from scenarios.factors import form_of
from scenarios.words import Language
from tests.pages.browser import Opened, address, opened

LANGUAGES: tuple[Language, ...] = ("nl", "en")

HALF_METRES = st.integers(-1_000, 1_000).map(lambda n: n / 2)
CURVES: st.SearchStrategy[Curve] = st.one_of(
    st.dictionaries(HALF_METRES, st.floats(0, 1), min_size=1, max_size=6).map(
        lambda points: Linear(tuple(points.items()))
    ),
    st.tuples(HALF_METRES, HALF_METRES)
    .filter(lambda ends: ends[0] != ends[1])
    .map(lambda ends: SShaped(*ends)),
    st.lists(HALF_METRES, min_size=3, max_size=3, unique=True).map(
        lambda ends: Triangular(*sorted(ends))
    ),
)


@pytest.fixture(scope="module")
def page(browser: Any, runs: tuple[Path, Path, Path]) -> Iterator[Opened]:
    """One page for many small questions."""
    with opened(browser, address(runs[0] / "report.html")) as found:
        yield found


@given(curve=CURVES, value=st.floats(-500, 500, width=32))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_a_curve_is_the_same_curve_in_a_page(
    page: Opened, curve: Curve, value: float
) -> None:
    layer = Layer("layer", "value", np.array([value], np.float32), "m", Origin("test"))
    worth = worth_of(Blend((curve.on(layer),)))
    told = page.ask(
        "([curve, value]) => curveWorth(curve, value)", [form_of(curve), value]
    )
    assert told == pytest.approx(float(worth[0]), abs=1e-6)


@given(
    number=st.one_of(
        st.floats(-2e5, 2e5).map(lambda number: round(number, 8)),
        st.integers(-20_000, 20_000).map(lambda n: n / 8),
    )
)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_a_number_is_written_as_on_the_command_line(
    page: Opened, number: float
) -> None:
    for lang in LANGUAGES:
        page.ask("(lang) => change('lang', lang)", lang)
        wanted = [
            amount(round(number, 1) + 0.0, lang),
            digits(number, lang),
            float(f"{number:.4g}"),
        ]
        assert (
            page.ask("(x) => [points(x), digits(x), fourFigures(x)]", number) == wanted
        )
