import ast
import pickle
import re
from collections.abc import Iterator
from functools import cache
from json import JSONDecodeError
from pathlib import Path
from string import Formatter

import pytest

import atlas
import cli
import grids
import model
import scenarios
import solver
from grids.layers import Origin
from grids.sentence import Sentence
from grids.sources import LayerSource, check_file
from scenarios.dutch import DUTCH, note_in, said
from scenarios.sentences.notes import NOTES

FOLDERS = [
    Path(str(one.__file__)).parent
    for one in (grids, model, solver, scenarios, atlas, cli)
]

PROGRAMMERS = {
    "grids/distance.py": ["a distance needs at least one"],
    "grids/grid.py": [
        "grid corner must lie",
        "grid must have at least",
        "frame must lie",
        "inside must have",
        "values must have",
        "plane must lie",
    ],
    "grids/layers.py": [
        "kind of layer",
        "layer '",
        "every code of layer",
        "available_ha must",
    ],
    "atlas/look.py": ["palette must be one of"],
    "atlas/map_image.py": ["map must be one of"],
    "atlas/page/pack.py": ["codes of a page"],
    "atlas/words/words.py": ["language must be one of"],
}
"""What only a programmer does wrong: schema and options keep users from it."""


def _calls(folder: Path, name: str) -> Iterator[ast.Call]:
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield node


@cache
def _templates() -> dict[str, set[str]]:
    """All sentences in the source, with the names that are given by name."""
    found = {}
    for folder in FOLDERS:
        for call in _calls(folder, "Sentence"):
            template = call.args[0]
            assert isinstance(template, ast.Constant), ast.unparse(call)
            names = {one.arg for one in call.keywords if one.arg is not None}
            found[str(template.value)] = names
    return found


def _holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_has_its_dutch_and_none_is_left_over() -> None:
    assert sorted(set(_templates()) - set(DUTCH)) == []
    assert sorted(set(DUTCH) - set(_templates())) == []


@pytest.mark.parametrize("english", DUTCH)
def test_the_dutch_names_the_same_things(english: str) -> None:
    assert _holes(DUTCH[english]) == _holes(english)
    assert _templates()[english] <= _holes(english)


RECOGNISED = ("grids/fetch/",)
"""Recognised by their English (``test_fetch_in_dutch``)."""


def test_what_a_user_can_do_wrong_is_raised_as_a_sentence() -> None:
    plain = []
    for folder in FOLDERS:
        if folder.name not in {"grids", "atlas"}:
            continue
        for path in sorted(folder.rglob("*.py")):
            file = path.relative_to(folder.parent).as_posix()
            if file.startswith(RECOGNISED):
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Raise) or not isinstance(
                    node.exc, ast.Call
                ):
                    continue
                texts = [one for one in node.exc.args if _is_plain(one)]
                plain += [(file, _start(one)) for one in texts]
    allowed = [(file, text) for file, texts in PROGRAMMERS.items() for text in texts]
    reachable = [
        (file, text)
        for file, text in plain
        if not any(file == f and text.startswith(start) for f, start in allowed)
    ]
    assert reachable == []
    assert all(
        any(file == f and text.startswith(start) for file, text in plain)
        for f, start in allowed
    )


def _is_plain(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _start(node: ast.expr) -> str:
    first = node.values[0] if isinstance(node, ast.JoinedStr) else node
    return str(first.value) if isinstance(first, ast.Constant) else ""


def test_an_error_is_english_by_itself_and_dutch_when_asked() -> None:
    source = LayerSource("soil", "fraction", Path("x/soil.tif"), origin=Origin("", ""))
    with pytest.raises(FileNotFoundError) as caught:
        check_file(source)
    assert str(caught.value) == said(caught.value, "en")
    assert str(caught.value).startswith("file of layer 'soil' must exist, but there")
    assert said(caught.value, "nl") == (
        f"bestand van kaartlaag 'soil' moet bestaan, maar op {source.path} is er "
        f"geen; haal het op, of verbeter het pad in het scenario"
    )


def test_numbers_are_dutch_and_names_are_left_alone() -> None:
    sentence = Sentence(
        "polygons must not overlap with different values, but {n:,} of {all:,} cells "
        "lie in two, such as '{one}' and '{other}' at X {x:,.0f} Y {y:,.0f}; clip them "
        "first",
        n=1_234,
        all=56_789,
        one="1,000",
        other="B",
        x=52_250.0,
        y=403_250.0,
    )
    assert said(ValueError(sentence), "nl") == (
        "vlakken met verschillende waarden mogen niet overlappen, maar 1.234 van de "
        "56.789 cellen liggen in twee, zoals '1,000' en 'B' bij X 52.250 Y 403.250; "
        "knip ze eerst"
    )


def test_a_sentence_in_a_sentence_is_dutch_too() -> None:
    inner = Sentence(
        "dataset of a province must have variable '{name}', got {got}",
        name="inside",
        got="x",
    )
    outer = Sentence(
        "{path} must be a province as NetCDF-4, but is damaged, truncated or something "
        "else ({why}); make it again",
        path="a.nc",
        why=ValueError(inner),
    )
    assert f"else ({inner}); make" in outer
    assert "anders (gegevens van een provincie moeten variabele 'inside'" in said(
        outer, "nl"
    )


@pytest.mark.parametrize(
    ("why", "dutch"),
    [
        ("Permission denied", "geen toegang"),
        (PermissionError(13, "Permission denied", "a.nc"), "geen toegang: a.nc"),
        (KeyError("uses"), "in het Engels gemeld: 'uses'"),
        ("truncated file: eof = 500", "afgekapt"),
        (JSONDecodeError("Expecting value", "x", 0), "geen JSON op regel 1, teken 1"),
        ("odd 1,5", "in het Engels gemeld: odd 1,5"),
    ],
)
def test_what_the_machine_says_is_dutch_or_quoted(why: object, dutch: str) -> None:
    sentence = Sentence(
        "{path} must be readable, but is not ({why})", path="p", why=why
    )
    assert said(sentence, "nl") == (f"p moet leesbaar zijn, maar is dat niet ({dutch})")


def test_what_is_no_sentence_stays_as_it_is() -> None:
    assert said(ValueError("something new"), "nl") == "something new"
    assert said(ValueError(1, 2), "nl") == "(1, 2)"


def test_a_sentence_comes_whole_out_of_another_process() -> None:
    sent = ValueError(Sentence("seed must be >= 0, got {got}", got=-1))
    back = pickle.loads(pickle.dumps(sent))
    assert str(back) == "seed must be >= 0, got -1"
    assert said(back, "nl") == "seed moet >= 0 zijn, gekregen -1"


@cache
def _said_by_grids() -> str:
    """All texts in the source of ``grids``, what they fill in left out."""
    paths = sorted(FOLDERS[0].glob("*.py"))
    return "\n".join(
        node.value
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.mark.parametrize(("english", "dutch"), NOTES)
def test_a_note_is_one_that_grids_says(english: str, dutch: str) -> None:
    parts = [part.strip() for part in re.split(r"\{\w+\}|[;,():']", english)]
    assert [part for part in parts if part and part not in _said_by_grids()] == []
    assert _holes(dutch) <= _holes(english)


def test_every_phrase_of_a_note_is_said_in_dutch() -> None:
    note = "reprojected from EPSG:4326 to EPSG:28992; 1,200 features without geometry"
    assert note_in(f"{note} dropped", "nl") == (
        "omgerekend van EPSG:4326 naar EPSG:28992; 1.200 objecten zonder geometrie "
        "vervallen"
    )
    assert note_in(note, "en") == note
    assert note_in("", "nl") == ""
