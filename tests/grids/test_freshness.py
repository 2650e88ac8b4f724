from datetime import date

import pytest

from grids.freshness import end_of, newer_editions

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022", date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 31)),
        ("2024-02-03", date(2024, 2, 3)),
        ("", None),
        ("spring", None),
        ("2024-02-31", None),
    ],
)
def test_a_date_counts_from_its_end(text: str, day: date | None) -> None:
    assert end_of(text) == day


@pytest.mark.parametrize(
    ("text", "every_years", "n"),
    [
        ("2025", 1, 0),
        ("2024", 1, 1),
        ("2022", 1, 3),
        ("2017", 5, 1),
        ("2026-11", 0.1, 0),
        ("2027", 1, 0),
        ("", 1, None),
        ("2020", None, None),
    ],
)
def test_newer_editions_are_counted_in_rhythms(
    text: str, every_years: float | None, n: int | None
) -> None:
    assert newer_editions(text, every_years, TODAY) == n
