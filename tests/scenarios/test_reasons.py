from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from scenarios.catalogue import shipped, shipped_names
from scenarios.reasons import english_reasons, in_both
from scenarios.schema.texts import Text
from tests.scenarios.conftest import Load


def _reasons(value: Any) -> set[str]:
    """Reasons anywhere below, that are one text for both languages."""
    if isinstance(value, dict):
        found = {text for key in value if (text := value[key]) and key == "reason"}
        one = {text for text in found if isinstance(text, str)}
        return one.union(*(_reasons(entry) for entry in value.values()))
    if isinstance(value, list):
        return set().union(*(_reasons(entry) for entry in value))
    return set()


def _shipped() -> set[str]:
    files = [shipped(name) for name in shipped_names()]
    files += sorted((Path(__file__).parents[1] / "real").glob("*.yaml"))
    return set().union(*(_reasons(YAML(typ="safe").load(file)) for file in files))


def test_every_shipped_reason_has_its_english_and_none_is_left_over() -> None:
    assert _shipped() == set(english_reasons())


def test_no_english_is_dutch() -> None:
    same = [dutch for dutch, english in english_reasons().items() if dutch == english]
    assert same == []
    words = " ".join(english_reasons().values()).split()
    assert not {"de", "het", "een", "geen", "van", "voor", "niet"} & set(words)


def test_numbers_stay_the_same_in_translation() -> None:
    def digits(text: str) -> str:
        return "".join(letter for letter in text if letter.isdigit())

    apart = {
        dutch: english
        for dutch, english in english_reasons().items()
        if digits(dutch) != digits(english)
    }
    assert apart == {}


def test_a_reason_in_two_languages_stays_and_so_does_an_unknown_one() -> None:
    two = Text(nl="geen getal in de tekst", en="my own words")
    assert in_both(two) == two
    own = Text(nl="onze keuze", en="onze keuze")
    assert in_both(own) == own


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("geen getal in de tekst", "no number in the text"),
        ("{nl: zo is het, en: so it is}", "so it is"),
    ],
)
def test_an_assumed_number_has_its_reason_in_both(
    load: Load, written: str, english: str
) -> None:
    from scenarios.assumed import assumed_numbers

    number = f"{{value: 30 homes/ha, assumed: true, reason: {written}}}"
    text = f"extends: base.yaml\nuses: {{housing: {{provides: {{homes: {number}}}}}}}\n"
    (found,) = assumed_numbers(load({"a.yaml": text}).scenario)
    assert found.reason.en == english
