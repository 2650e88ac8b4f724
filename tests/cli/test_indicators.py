"""Indicators of a run: in its document, in its tables, and cell by cell."""

from pathlib import Path

import openpyxl
import pytest
import xarray as xr

from tests.cli.conftest import Call
from tests.small_project import SmallProject

RULES = """\
rules:
  homes-high:
    kind: reporting
    label: {nl: Woningen boven 5 m, en: Homes above 5 m}
    indicator: homes_high
    unit: "%"
    measure: {quantity: homes, where: elevation > 5}
    share_of: {quantity: homes}
  built:
    kind: reporting
    label: {nl: Nieuwe wijken, en: New neighbourhoods}
    indicator: built
    measure: {uses: [housing]}
  in-noise:
    kind: reporting
    indicator: in_noise
    unit: homes
    measure: {quantity: homes, where: noise_total > 53}
"""


def test_a_run_tells_indicators(project: SmallProject, call: Call) -> None:
    called = call("run", project.with_text(RULES), "--json")
    assert called.code == 0
    document = called.json
    told = {entry["indicator"]: entry for entry in document["indicators"]}
    housing = next(use for use in document["uses"] if use["id"] == "housing")
    assert told["built"]["value"] == pytest.approx(housing["ha"])
    assert told["built"]["unit"] == "ha"
    assert 0 <= told["homes_high"]["value"] <= 100
    missing = told["in_noise"]
    assert (missing["value"], missing["computed"]) == (None, False)
    assert missing["reason"] == "layer noise_total is missing in this province"

    folder = Path(document["run_dir"])
    with xr.open_dataset(folder / "indicators.nc") as cells:
        names = cells["indicator_name"].values.tolist()
        amount = dict(zip(names, cells["amount"].values, strict=True))
        assert list(amount) == ["homes_high", "built"]
        assert float(amount["built"].sum()) == pytest.approx(housing["ha"], rel=1e-5)
        assert (amount["built"] > 0).sum() > 1

    book = openpyxl.load_workbook(folder / "tables.xlsx")
    rows = [[cell.value for cell in row] for row in book["Asked to report"].iter_rows()]
    named = {row[0]: row for row in rows}
    assert named["New neighbourhoods"][1] == pytest.approx(housing["ha"])
    assert named["in_noise"][3] == "layer noise_total is missing in this province"
