import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.quantity import Quantity, QuantityError, parse_quantity
from scenarios.units import UNITS, unit_of

NAMES = [unit for units in UNITS.values() for unit in units]
RATIOS = [
    f"{above}/{below}"
    for above in NAMES
    for below in NAMES
    if unit_of(f"{above}/{below}")
]
NUMBERS = st.floats(-1e12, 1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("1_500 ha", 1_500, "area"),
        ("1_500.25 ha", 1_500.25, "area"),
        ("2 km2", 200, "area"),
        ("10 %", 0.1, "share"),
        ("10%", 0.1, "share"),
        (0.25, 0.25, "share"),
        ("2 min", 120, "time"),
        ("10 km", 10_000, "length"),
        ("-5 points/ha", -5, "score/area"),
        ("35 homes/ha", 35, "homes/area"),
        ("1 MWp/km2", 0.01, "power_peak/area"),
        ("5 points/MWp", 5, "score/power_peak"),
        ("1 points/kWp", 1_000, "score/power_peak"),
        ("1 Mm3", 1e6, "volume"),
        ("3e2 homes", 300, "homes"),
        ("2 ha/km2", 0.02, "share"),
        ("  7   sites ", 7, "count"),
    ],
)
def test_reads_a_number_in_the_base_unit(
    text: object, value: float, dimension: str
) -> None:
    quantity = parse_quantity(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.dimension == dimension


@given(NUMBERS, st.sampled_from([*NAMES, *RATIOS]))
def test_what_is_written_is_read_again(number: float, name: str) -> None:
    unit = unit_of(name)
    assert unit is not None
    quantity = Quantity(number * unit.factor, unit.name, unit.dimension)
    again = parse_quantity(str(quantity))
    assert again.unit == quantity.unit
    assert again.dimension == quantity.dimension
    assert math.isclose(again.value, quantity.value, rel_tol=1e-12, abs_tol=1e-300)


@given(st.integers(0, 10**9), st.sampled_from(NAMES))
def test_underscores_change_nothing(number: int, name: str) -> None:
    assert parse_quantity(f"{number:_} {name}") == parse_quantity(f"{number} {name}")


@given(NUMBERS, st.sampled_from([*NAMES, *RATIOS]))
def test_a_quantity_measures_what_its_unit_says(number: float, name: str) -> None:
    unit = unit_of(name)
    assert unit is not None
    text = str(Quantity(number * unit.factor, unit.name, unit.dimension))
    assert parse_quantity(text, unit.dimension) == parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "dimension", "message"),
    [
        ("0,4", None, "got '0,4'; use a point: 0.4"),
        ("0,4 ha", None, "use a point: 0.4 ha"),
        ("0,125 ha", None, "use a point: 0.125 ha"),
        ("1.234,5 ha", None, "use a point: 1234.5 ha"),
        ("1,234.5 ha", None, "use a point: 1234.5 ha"),
        ("1.234.567 m2", None, "use a point: 1234567 m2"),
        ("1,500 ha", None, "use a point: 1.5 ha or 1_500 ha"),
        ("1.500 ha", None, "must have one reading, got '1.500 ha'; write 1.5 ha or"),
        ("1.125 ha", None, "write 1.1250 ha or 1_125 ha"),
        ("5 ha", "homes", "must be in homes, got '5 ha'"),
        ("5 homes", "length", "must be in m or km, got '5 homes'"),
        (5, "area", "must be in ha, km2 or m2, got 5"),
        ("5", "score/homes", "must be in points/homes, got '5'"),
        ("5 homes", "homes/area", "must be in homes/ha, got '5 homes'"),
        (
            "3 mwp",
            None,
            "must have a unit of the list, got '3 mwp', did you mean 'MWp'",
        ),
        ("10 woningen", None, "did you mean 'homes'?"),
        ("10 woningen", "homes", "must be in homes, got '10 woningen', did you mean"),
        ("10 woningen/hectare", None, "did you mean 'homes/ha'?"),
        ("12 m²", None, "did you mean 'm2'?"),
        ("5 %/ha", None, "must have a unit of the list, got '5 %/ha'"),
        ("5 ha/ha/ha", None, "must have a unit of the list"),
        ("foo", None, "must be a number with a unit, such as '1_500 ha', got 'foo'"),
        ("1__5 ha", None, "must be a number with a unit"),
        ("", None, "must be a number with a unit"),
        (True, None, "must be a number or a number with a unit, got true"),
        (None, None, "must be a number or a number with a unit, got nothing"),
        ([], None, "got a list"),
        (math.inf, None, "must be finite, got inf"),
    ],
)
def test_says_what_is_wrong_with_a_text(
    text: object, dimension: str | None, message: str
) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_quantity(text, dimension)
    assert message in str(caught.value)


@pytest.mark.parametrize("dimension", ["share", "count", "score"])
def test_takes_a_plain_number_where_there_is_one_meaning(dimension: str) -> None:
    assert parse_quantity(3, dimension) == Quantity(3, "1", dimension)


@given(st.text())
def test_any_text_is_a_quantity_or_an_error_of_ours(text: str) -> None:
    with suppress(QuantityError):
        parse_quantity(text)
