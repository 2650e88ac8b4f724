from pathlib import Path
from typing import Any

import openpyxl
import pytest

from atlas.document import STAYS
from atlas.publish import publish
from atlas.read_run import Run
from atlas.sheets.excel import write_sheets
from atlas.sheets.sheet import Column, Sheet
from atlas.words.words import Words
from atlas.workbook import sheets_of
from tests.atlas.run_folder import make_run


def _table(published: Path, title: str) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(published / "tables.xlsx")[title]
    (table,) = sheet.tables.values()
    head, *rows = sheet[table.ref]
    names = [cell.value for cell in head]
    return [dict(zip(names, (cell.value for cell in row), strict=True)) for row in rows]


def test_municipal_hectares_are_a_row_per_use_equal_to_the_cells(
    run: Run, published: Path
) -> None:
    rows = _table(published, "Per gemeente")
    found = {(row["gemeente"], row["nieuwe functie"]): row for row in rows}
    assert len(found) == len(rows)
    zones = run.layer("municipality")
    assert zones is not None
    for code, name in zones.labels.items():
        here = zones.values == code
        all_ha = run.available_ha[here].sum()
        homes_ha = run.available_ha[here & (run.use == 1)].sum()
        row = found[name, "wonen"]
        assert row["id"] == run.uses[1].id
        assert row["oppervlak [ha]"] == pytest.approx(homes_ha)
        assert row["deel van de gemeente"] == pytest.approx(homes_ha / all_ha)
    total = sum(row["oppervlak [ha]"] for row in rows)
    assert total == pytest.approx(run.available_ha.sum())


def test_a_page_has_municipal_hectares_with_a_column_per_use(run: Run) -> None:
    sheets = {one.key: one for one in sheets_of(run, Words("nl"), wide=True)}
    headings = [column.heading for column in sheets["realisation"].columns]
    assert {"wonen [ha]", "totaal [ha]"} <= set(headings)
    zones = run.layer("municipality")
    assert zones is not None
    at = headings.index("totaal [ha]")
    total = sheets["realisation"].total[at]
    assert total == pytest.approx(run.available_ha.sum())


def test_from_to_holds_all_land(run: Run, published: Path) -> None:
    rows = _table(published, "Van-naar")
    total = sum(row["oppervlak [ha]"] for row in rows)
    assert total == pytest.approx(run.available_ha.sum())
    current = run.layer("current_use")
    assert current is not None
    forest = (current.values == 2) & (run.use > 0)
    found = sum(
        row["oppervlak [ha]"]
        for row in rows
        if row["huidig gebruik"] == "bos" and row["id"] != STAYS
    )
    assert found == pytest.approx(run.available_ha[forest].sum())


def test_a_claim_without_a_maximum_has_an_empty_cell(published: Path) -> None:
    first = _table(published, "Ruimteclaims")[0]
    assert first["maximum"] is None
    assert first["minimum"] == 100
    assert first["tekort"] == 1.5
    assert first["eenheid"] == "woningen"


def test_no_cell_is_a_formula_and_quotes_stay_texts(published: Path) -> None:
    book = openpyxl.load_workbook(published / "tables.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert "f" not in kinds
    quotes = [row["citaat"] for row in _table(published, "Regels")]
    assert quotes[0] == "=5-10% van de diepe polders"


def test_a_rule_that_is_not_applied_says_why(published: Path) -> None:
    row = _table(published, "Regels")[1]
    assert row["toegepast"] == "nee"
    assert row["reden"] == "laag 'noise' ontbreekt"


def test_the_read_me_warns(published: Path) -> None:
    rows = _table(published, "Lees mij")
    text = "\n".join(str(row["waarde"]) for row in rows)
    assert "meer dan 0,44% hoger" in text
    assert "Bedachte lagen: gemeente" in text
    assert "Niet toegepaste regels: regel res-solar-ladder" in text
    assert "Aangenomen getallen: 1" in text


def test_every_sheet_is_a_table_with_fixed_headings(published: Path) -> None:
    for sheet in openpyxl.load_workbook(published / "tables.xlsx"):
        assert len(sheet.tables) == 1
        assert sheet.freeze_panes in ("A4", "B4")


def test_a_run_without_an_answer_gets_tables_and_report(tmp_path: Path) -> None:
    folder = make_run(
        tmp_path / "run", status="infeasible", gap=None, objective=None, excess=["=x"]
    )
    (folder / "cells.nc").unlink()
    assert [path.name for path in publish(folder, "en")] == [
        "tables.xlsx",
        "report.html",
    ]
    rows = _table(folder, "Read me")
    assert {"what": "Why it does not fit", "value": "=x"} in rows
    assert any("no map" in str(row["value"]) for row in rows)


def test_a_run_without_rules_and_layers_has_tables_that_say_none(
    tmp_path: Path,
) -> None:
    folder = make_run(tmp_path / "run", rules=[], assumed=[], layers=[])
    publish(folder, "nl")
    assert _table(folder, "Regels")[0]["regel"] == "(geen)"


def test_patches_distances_and_reach_have_tables_in_the_readers_words(
    tmp_path: Path,
) -> None:
    form = {"n": 3, "cells_alone": 1, "smallest_ha": 1.0, "median_ha": 2.0}
    form |= {"largest_ha": 7.0, "edge_km": 4.2, "compactness": 0.75}
    apart = {"rule": "res-solar-ladder", "asked_m": 500.0, "closest_m": 412.3}
    near = {"rule": "unknown", "reach_m": 3000.0, "block_m": 1000.0, "unit": "ha"}
    counts = {"blocks": 9, "covered": 7, "short": 2}
    folder = make_run(
        tmp_path / "run",
        patches=[{"use": "housing", **form}],
        separations=[{**apart, "x": 1050.0, "y": 2050.0, "too_close_ha": 2.0}],
        coverage=[{**near, **counts, "worst": "1500 2500", "worst_shortfall": 4.5}],
    )
    publish(folder, "en")
    (homes,) = _table(folder, "Patches")
    assert (homes["use"], homes["number of patches"]) == ("housing", 3)
    assert (homes["largest [ha]"], homes["compactness"]) == (7, 0.75)
    first, second = _table(folder, "Distance and reach")
    assert first["rule"] == "rule res-solar-ladder"
    assert (first["closest pair [m]"], first["place X Y"]) == (412.3, "1050 2050")
    assert first["blocks that ask"] is None
    assert (second["kind"], second["blocks with too little"]) == ("coverage", 2)
    assert (second["largest shortfall"], second["place X Y"]) == (4.5, "1500 2500")


def test_a_run_without_such_rules_has_no_sheet_of_reach(published: Path) -> None:
    names = openpyxl.load_workbook(published / "tables.xlsx").sheetnames
    assert "Afstand en bereik" not in names


def test_headings_of_any_text_make_a_workbook_that_opens(tmp_path: Path) -> None:
    bad = "a\x07b\n\ud83d <b>" + "x" * 400
    sheet = Sheet("odd", "Odd", bad, [Column(bad), Column(bad)], [(bad, "=1+1")])
    write_sheets([sheet], tmp_path / "odd.xlsx", Words("en"))
    page = openpyxl.load_workbook(tmp_path / "odd.xlsx")["Odd"]
    headings = [page.cell(3, column).value for column in (1, 2)]
    assert headings[0].startswith("a b ? <b>xxx")
    assert len(set(headings)) == 2
    assert max(map(len, headings)) < 255
    assert page["B4"].data_type == "s"


def test_indicators_of_programmes_stand_below_those_of_the_plan(
    published: Path,
) -> None:
    rows = _table(published, "Kengetallen")
    assert rows[-1] == {"kengetal": "werk dichtbij", "eenheid": "%", "waarde": 62.5}
    values = {row["kengetal"]: row["waarde"] for row in rows}
    assert values["aangenomen getallen"] == 1
    assert values["regels niet toegepast"] == 1
    assert "lost" not in values  # without a number
