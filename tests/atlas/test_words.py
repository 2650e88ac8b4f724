import re
import string
from fnmatch import fnmatch
from pathlib import Path

import pytest

from atlas.formats import date, gap, hectares, number, percent, rd
from atlas.words.words import LANGUAGES, Words
from scenarios.explain.sentences import TEXTS

NL, EN = LANGUAGES["nl"], LANGUAGES["en"]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts() -> None:
    assert set(NL) == set(EN)
    for key, text in NL.items():
        assert text
        assert _places(text) == _places(EN[key]), key


def test_names_of_sheets_fit_on_a_tab() -> None:
    for words in (NL, EN):
        titles = [text for key, text in words.items() if key.startswith("sheet.")]
        assert all(len(title) <= 31 for title in titles)
        assert len(set(titles)) == len(titles)


def test_refuses_another_language() -> None:
    with pytest.raises(ValueError, match="must be one of nl, en, got 'de'"):
        Words("de")


def test_numbers_are_dutch_or_english() -> None:
    assert number(1234.5, "nl", 1) == "1.234,5"
    assert number(1234.5, "en", 1) == "1,234.5"
    assert hectares(1234.4, "nl") == "1.234\u00a0ha"
    assert hectares(2.5, "nl") == "2,5\u00a0ha"
    assert hectares(0, "nl") == "0\u00a0ha"
    assert rd(120_500, 487_300, "nl") == "X 120.500 Y 487.300"


def test_a_gap_is_never_shown_as_nothing() -> None:
    assert percent(0.0044, "nl") == "0,44%"
    assert percent(0.031, "en") == "3.1%"
    assert gap(1e-9, "nl") == "< 0,01%"
    assert gap(0, "nl") == "0,00%"


def test_dates_are_as_precise_as_they_were_given() -> None:
    assert date("2026-11-23T10:00:00+0000", "nl") == "23 november 2026"
    assert date("2023-01", "nl") == "januari 2023"
    assert date("2017", "en") == "2017"
    assert date("about 2017", "nl") == "about 2017"


def _said_in(folder: Path, pattern: str) -> set[str]:
    """Return the keys that code asks for; ``${…}`` and ``{…}`` stand for any word."""
    return {
        re.sub(r"\$?\{[^}]*\}", "*", found)
        for path in folder.rglob(pattern)
        if "vendor" not in path.parts
        for found in re.findall(
            r"""\bsay\(\s*f?["'`]([^"'`]+)["'`]""", path.read_text(encoding="utf-8")
        )
    }


def test_every_text_that_is_asked_for_is_there_and_none_is_left_over() -> None:
    atlas = Path(__file__).resolve().parents[2] / "atlas"
    asked = _said_in(atlas, "*.js") | _said_in(atlas, "*.py")
    known = NL.keys() | {f"why.{key}" for key in TEXTS}  # of the command line
    missing = [key for key in asked if "*" not in key and key not in known]
    assert missing == []
    forms = [key for key in asked if "*" in key]
    assert all(any(fnmatch(key, form) for key in known) for form in forms)
    source = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("*.js", "*.py")
        for path in atlas.rglob(pattern)
        if not {"vendor", "words"} & set(path.parts)
    )
    unused = [
        key
        for key in NL
        if key.startswith("page.")
        and f'"{key}"' not in source
        and not any(fnmatch(key, form) for form in forms)
    ]
    assert unused == []
