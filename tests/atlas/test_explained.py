"""What a run says about itself comes in its workbook as it was told."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from atlas.explained import read_explained
from atlas.publish import publish_words
from atlas.read_run import read_run
from atlas.words.words import Words
from atlas.workbook import sheets_of
from scenarios.explain.told import Column, Table, Told, keep
from tests.atlas.run_folder import make_run

TABLE = Table(
    "prices",
    {"nl": "Prijzen", "en": "Prices"},
    {"nl": "Wat het kost.", "en": "What it costs."},
    [
        Column({"nl": "claim", "en": "claim"}, "text"),
        Column({"nl": "prijs", "en": "price"}),
        Column({"nl": "land", "en": "land"}, "ha"),
        Column({"nl": "deel", "en": "share"}, "share"),
    ],
    [
        [{"nl": "wonen", "en": "housing"}, 2.5, 12.0, 0.25],
        ["=SUM(A1)", None, 0.5, 1.0],
    ],
)
SENTENCE = {"nl": "Wonen kost 2,5.", "en": "Housing costs 2.5."}
TOLD = Told("prices", [{"price": 2.5}], [SENTENCE], TABLE)
ALONE = Told("costs", [], [{"nl": "Los.", "en": "Alone."}])


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = make_run(tmp_path / "run")
    keep(folder, TOLD)
    keep(folder, ALONE)
    return folder


def test_a_told_table_is_a_sheet_with_the_same_values(run: Path) -> None:
    publish_words(run, "en")
    book = openpyxl.load_workbook(run / "tables.xlsx")
    sheet = book["Prices"]
    (table,) = sheet.tables.values()
    rows = [[cell.value for cell in row] for row in sheet[table.ref]]
    assert rows == [
        ["claim", "price", "land", "share"],
        ["housing", 2.5, 12, 0.25],
        ["=SUM(A1)", None, 0.5, 1],
    ]
    assert sheet["A5"].data_type == "s"
    assert [cell.number_format for cell in sheet[4]][2:] == ["#,##0.0", "0.00%"]
    told = [row[1].value for row in book["Read me"] if row[0].value == "Explanation"]
    assert told == ["Alone.", "Housing costs 2.5."]


def test_what_is_told_anew_replaces_the_sheet(run: Path) -> None:
    keep(run, Told("prices", [], [], None))
    assert not [one for one in sheets_of(read_run(run), Words("nl")) if _told(one)]
    keep(run, TOLD)
    (sheet,) = (one for one in sheets_of(read_run(run), Words("nl")) if _told(one))
    assert (sheet.title, sheet.rows[0][0]) == ("Prijzen", "wonen")


def test_sentences_stand_with_their_table(run: Path) -> None:
    explained = read_explained(run)
    assert explained.sentences == (ALONE.sentences[0],)
    assert [one.sentences for one in explained.answers] == [(SENTENCE,)]


def test_an_older_file_has_sentences_only(run: Path) -> None:
    text = json.dumps({"sentences": ["plain"], "rules": []})
    (run / "explain.json").write_text(text, encoding="utf-8")
    explained = read_explained(run)
    assert explained.sentences == ({"nl": "plain", "en": "plain"},)
    assert explained.answers == ()


@pytest.mark.parametrize(
    "change",
    [
        {"rows": [["one value"]]},
        {"columns": [{"heading": "x", "form": "colour"}], "rows": []},
        {"key": "no key"},
        {"rows": [[["list"], 1, 2, 3]]},
        {"title": None, "note": 1},
    ],
)
def test_a_damaged_table_is_noted_and_the_rest_is_there(
    run: Path, change: dict[str, Any]
) -> None:
    held = json.loads((run / "explain.json").read_text(encoding="utf-8"))
    held["tables"][0] |= change
    (run / "explain.json").write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(ValueError, match="as puzzel explain writes them"):
        read_explained(run)
    sheets = sheets_of(read_run(run), Words("nl"))
    assert not [one for one in sheets if _told(one)]
    notes = [str(row[1]) for row in sheets[0].rows if row[0] == "Let op"]
    assert "vraag de uitleg opnieuw" in notes[0]
    assert len(sheets) > 5


def test_half_a_file_is_noted(run: Path) -> None:
    path = run / "explain.json"
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    publish_words(run)
    assert "De uitleg van de berekening ontbreekt" in _read_me(run)


def _told(sheet: Any) -> bool:
    return str(sheet.key).startswith("explained_")


def _read_me(run: Path) -> str:
    book = openpyxl.load_workbook(run / "tables.xlsx")
    return "\n".join(str(row[1].value) for row in book["Lees mij"])
