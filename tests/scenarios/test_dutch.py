import ast
import re
from pathlib import Path

import pytest

import grids
from scenarios.dutch import fault_in_dutch, note_in
from scenarios.sentences.reading import FAULTS, NOTES

HOLE = re.compile(r"\{(\w+)\}")


def _said_by_grids() -> str:
    """All texts in the source of ``grids``, what they fill in left out."""
    folder = Path(str(grids.__file__)).parent
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(folder.glob("*.py"))]
    return "\n".join(
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.mark.parametrize(("english", "dutch"), [*FAULTS, *NOTES])
def test_a_sentence_is_one_that_grids_says(english: str, dutch: str) -> None:
    said = _said_by_grids()
    parts = [part.strip() for part in re.split(r"\{\w+\}|[;,():']", english)]
    assert [part for part in parts if part and part not in said] == []
    assert set(HOLE.findall(dutch)) <= set(HOLE.findall(english))


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        (
            "file of layer 'soil' must exist, but there is none at /x/soil.tif; "
            "fetch it, or correct the path in the scenario",
            "bestand van kaartlaag 'soil' moet bestaan, maar op /x/soil.tif is er "
            "geen; haal het op, of verbeter het pad in het scenario",
        ),
        (
            "column of layer 'a' must be one of nam, code (/x/1,000.gpkg), "
            "got 'name'; did you mean 'nam'?",
            "column van kaartlaag 'a' moet een van nam, code zijn (/x/1,000.gpkg), "
            "gekregen 'name'; bedoelde u 'nam'?",
        ),
        (
            "polygons must not overlap with different values, but 1,234 of 56,789 "
            "cells lie in two, such as 'A' and 'B' at X 52,250 Y 403,250; "
            "clip them first",
            "vlakken met verschillende waarden mogen niet overlappen, maar 1.234 van "
            "de 56.789 cellen liggen in twee, zoals 'A' en 'B' bij X 52.250 "
            "Y 403.250; knip ze eerst",
        ),
        ("something new", "something new"),
    ],
)
def test_a_fault_is_said_in_dutch_with_its_names_and_numbers(
    english: str, dutch: str
) -> None:
    assert fault_in_dutch(english) == dutch


def test_every_phrase_of_a_note_is_said_in_dutch() -> None:
    note = "reprojected from EPSG:4326 to EPSG:28992; 1,200 features without geometry"
    assert note_in(f"{note} dropped", "nl") == (
        "omgerekend van EPSG:4326 naar EPSG:28992; 1.200 objecten zonder geometrie "
        "vervallen"
    )
    assert note_in(note, "en") == note
    assert note_in("", "nl") == ""
