from string import Formatter

import pytest

from scenarios.sentences.table import SENTENCES
from scenarios.words import say, shown


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_name_the_same_things(code: str) -> None:
    english, dutch = SENTENCES[code]
    assert placeholders(english) == placeholders(dutch)
    assert english != dutch or english == "{key}: {text}"


def test_a_code_without_a_sentence_still_says_something() -> None:
    assert say("frozen_set", "nl", key="a.b", text="odd") == "a.b: odd"


@pytest.mark.parametrize(
    ("value", "english", "dutch"),
    [
        (None, "nothing", "niets"),
        (True, "true", "true"),
        (1.5, "1.5", "1.5"),
        ("x", "'x'", "'x'"),
        ([1], "a list", "een lijst"),
        ({}, "a mapping", "een lijst van sleutels"),
        ("a" * 70, f"'{'a' * 57}...'", f"'{'a' * 57}...'"),
    ],
)
def test_shows_a_value_short(value: object, english: str, dutch: str) -> None:
    assert shown(value, "en") == english
    assert shown(value, "nl") == dutch


def test_choices_and_guesses_are_in_the_language_of_the_sentence() -> None:
    values = {"key": "a", "choices": ["x", "y", "z"], "got": "w", "guess": "x"}
    assert say("choice", "en", **values) == (
        "a must be x, y or z, got 'w', did you mean 'x'?"
    )
    assert say("choice", "nl", **values) == (
        "a moet x, y of z zijn, gekregen 'w', bedoelde u 'x'?"
    )
