import math

import pytest

from scenarios.document.missed import missed_part


@pytest.mark.parametrize(
    ("achieved", "shortfall", "over"),
    [
        (98.5, 1.5, 0.0),
        (100.0, 0.0, 0.0),
        (110.0, 0.0, 0.0),
        (112.0, 0.0, 2.0),
        (99.99999, 0.0, 0.0),
        (110.00001, 0.0, 0.0),
        (None, None, None),
    ],
)
def test_tells_how_much_is_short_and_how_much_is_over(
    achieved: float | None, shortfall: float | None, over: float | None
) -> None:
    assert missed_part(achieved, 100, 110) == {"shortfall": shortfall, "over": over}


def test_nothing_is_over_where_there_is_no_most() -> None:
    assert missed_part(1e9, 100, math.inf) == {"shortfall": 0.0, "over": 0.0}
    assert missed_part(-5.0, -math.inf, 0) == {"shortfall": 0.0, "over": 0.0}
