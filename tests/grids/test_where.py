import numpy as np
import pytest

from grids.layers import Province
from grids.where import UnknownNameError, WhereError, names, select


def _cells(province: Province, text: str) -> list[int]:
    return np.flatnonzero(select(province, text)).tolist()


def test_a_fraction_by_itself_means_most_of_the_cell(province: Province) -> None:
    assert _cells(province, "natura2000") == _cells(province, "natura2000 > 0.5")
    assert _cells(province, "natura2000") == list(range(10, 18))


def test_conditions_combine(province: Province) -> None:
    text = "natura2000 > 0.5 and not (elevation <= 4 or station > 1_500)"
    assert _cells(province, text) == [14, 15]


def test_comparisons_chain(province: Province) -> None:
    assert _cells(province, "-2 < elevation <= 1") == [8, 9, 10]


def test_layers_can_be_summed(province: Province) -> None:
    assert _cells(province, "station / 100 - 9 + 2 * elevation > 21") == [17]


def test_labels_are_compared(province: Province) -> None:
    assert _cells(province, "current_use == 'built_up'") == [2, 5, 8, 11, 14, 17]
    assert _cells(province, "'built_up' == current_use") == [2, 5, 8, 11, 14, 17]
    both = select(province, "current_use in ('farmland', 'grassland')")
    assert (both == select(province, "current_use != 'built_up'")).all()
    assert (both == select(province, "current_use not in ('built_up',)")).all()
    assert (both == select(province, "current_use in (0, 1)")).all()


def test_quotes_and_accents_in_labels(province: Province) -> None:
    assert _cells(province, 'municipality == "\'s-Heerenhoek"') == list(range(9))
    assert len(_cells(province, "municipality in 'Súdwest-Fryslân'")) == 8


def test_constants_hold_everywhere(province: Province) -> None:
    assert select(province, "True").all()
    assert not select(province, "1 > 2").any()
    assert select(province, "1 < 2").shape == (18,)


def test_names_are_the_layers_needed() -> None:
    assert names("a > 1 and not (b in ('x', 'y') or 2 * c < d)") == set("abcd")


def test_an_unknown_layer_is_named(province: Province) -> None:
    with pytest.raises(UnknownNameError, match="'natura200' at column 5") as caught:
        select(province, "not natura200")
    assert caught.value.name == "natura200"
    assert "did you mean 'natura2000'?" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("natura2000 >", "cannot be read at column"),
        ("", "cannot be read at column"),
        ("current_use == 'bos'", "must be one of 'built_up', 'farmland'"),
        ("current_use == 'farmlnd'", "did you mean 'farmland'"),
        ("current_use > 'farmland'", "compared with == or in"),
        ("elevation == 'high'", "because it is a value"),
        ("elevation", "must be a comparison, because it is a value"),
        ("elevation + 1", "must be a condition"),
        ("natura2000 and 3", "must be a condition"),
        ("elevation in 3", "a list in brackets"),
        ("elevation is 3", "compared by"),
        ("elevation ** 2 > 3", "a number, a layer, or a sum"),
        ("abs(elevation) > 3", "'abs.elevation.' at column 1"),
        ("__import__('os').system('x')", "must be a condition"),
        ("elevation.dtype > 1", "a number, a layer, or a sum"),
        ("elevation[0] > 1", "a number, a layer, or a sum"),
        ("(lambda: 1)() > 0", "a number, a layer, or a sum"),
        ("1 + 1 == 'farmland'", "a zone or class layer"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    province: Province, text: str, said: str
) -> None:
    with pytest.raises(WhereError, match=said):
        select(province, text)
