"""``puzzel scenario``: a workbook of scenarios, and claims read back from one."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scenarios.load import load_scenario
from tests.cli.conftest import Call
from tests.small_project import SmallProject


@pytest.fixture
def variant(project: SmallProject) -> Path:
    text = "name: More homes\nclaims: {homes: {target: {min: 4_000 homes}}}\n"
    return project.with_text(text + "rules: {no-homes-in-nature: {enabled: false}}\n")


@pytest.fixture
def table(call: Call, project: SmallProject, variant: Path, tmp_path: Path) -> Path:
    out = tmp_path / "table.xlsx"
    found = call("scenario", "table", project.scenario, variant, "--xlsx", out)
    assert (found.code, found.err) == (0, "")
    return out


def _rows(path: Path, name: str) -> list[dict[str, Any]]:
    """Return a table of a workbook by its name."""
    for page in openpyxl.load_workbook(path, data_only=True):
        if name in page.tables:
            head, *rows = page[page.tables[name].ref]
            names = [cell.value for cell in head]
            values = [[cell.value for cell in row] for row in rows]
            return [dict(zip(names, row, strict=True)) for row in values]
    raise AssertionError(f"no table {name}")


def _change(path: Path, name: str, value: Any, **which: Any) -> str:
    """Set a number in the row that has these values; return the cell."""
    book = openpyxl.load_workbook(path)
    page = next(page for page in book if name in page.tables)
    head, *rows = page[page.tables[name].ref]
    names = [cell.value for cell in head]
    column = which.pop("column")
    for row in rows:
        held = dict(zip(names, (cell.value for cell in row), strict=True))
        if all(held[key] == wanted for key, wanted in which.items()):
            cell = row[names.index(column)]
            cell.value = value
            book.save(path)
            return str(cell.coordinate)
    raise AssertionError("no such row")


def test_variants_are_columns_with_numbers(table: Path) -> None:
    rows = _rows(table, "variants")
    homes = [row for row in rows if row["id"] == "homes"]
    assert [(row["limit"], row["Small"], row["More homes"]) for row in homes] == [
        ("minimum", 3_000, 4_000),
        ("maximum", 6_000, 6_000),
    ]
    changes = {(row["part"], row["setting"]) for row in _rows(table, "changes")}
    assert changes == {
        ("claim", "homes.target.min"),
        ("rule", "no-homes-in-nature.enabled"),
    }
    assert len(_rows(table, "settings")) > 20


def test_a_changed_number_comes_back_as_a_scenario(
    call: Call, project: SmallProject, table: Path
) -> None:
    _change(table, "variants", 3_500, column="Small", id="homes", limit="minimum")
    out = project.folder / "changed-homes.yaml"
    options = ("--base", project.scenario, "--out", out, "--variant", "Small")
    found = call("scenario", "claims", table, *options, "--json").json
    assert found["claims"] == ["homes"]
    claims = load_scenario(out).scenario.claims
    assert claims["homes"].limits() == (3_500, 6_000)
    assert claims["power"].limits() == (100, 150)
    assert "3500 homes" in out.read_text("utf-8")
    assert call("scenario", "claims", table, *options).code == 2  # never over a file


def test_claims_of_a_run_come_back_too(
    call: Call, project: SmallProject, tmp_path: Path
) -> None:
    one = project.with_text(
        "claims: {forest_area: {target: {min: ~, max: ~, value: 220 ha}}}"
    )
    document = call("run", one, "--json").json
    book = Path(document["run_dir"]) / "tables.xlsx"
    for out, expected in ((tmp_path / "a.yaml", []), (tmp_path / "b.yaml", None)):
        options = ("--base", one, "--out", out)
        changed = call("scenario", "claims", book, *options, "--json").json["claims"]
        if expected is None:
            assert set(changed) == {"forest_area", "power"}
            claims = load_scenario(out).scenario.claims
            assert claims["forest_area"].target.value is not None
            assert claims["forest_area"].target.value.value == 210
            assert claims["power"].limits() == (100, 140)
            return
        assert changed == expected  # nothing changed, nothing said
        _change(book, "claims", 210, column="minimum", id="forest_area")
        _change(book, "claims", 140, column="maximum", id="power")


@pytest.mark.parametrize("value", ["1.234,5", "veel", -3, True, "=1+1"])
def test_a_cell_without_a_number_is_named(
    call: Call, project: SmallProject, table: Path, value: Any
) -> None:
    cell = _change(
        table, "variants", value, column="Small", id="power", limit="minimum"
    )
    out = project.folder / "new.yaml"
    options = ("--base", project.scenario, "--out", out, "--variant", "Small")
    found = call("scenario", "claims", table, *options)
    assert found.code == 3
    assert f"cell {cell} must hold a number" in found.err
    assert not out.exists()


def test_says_what_a_workbook_must_hold(
    call: Call, project: SmallProject, table: Path, tmp_path: Path
) -> None:
    options = ("--base", project.scenario, "--out", tmp_path / "new.yaml")
    found = call("scenario", "claims", table, *options)
    assert (found.code, "one of Small, More homes, got none" in found.err) == (3, True)
    empty = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(empty)
    found = call("scenario", "claims", empty, *options)
    assert (found.code, "must hold a table 'claims'" in found.err) == (3, True)
    (tmp_path / "text.xlsx").write_text("no workbook", encoding="utf-8")
    assert call("scenario", "claims", tmp_path / "text.xlsx", *options).code == 3
    assert call("scenario", "claims", tmp_path / "none.xlsx", *options).code == 4
