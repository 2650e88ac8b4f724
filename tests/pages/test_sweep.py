"""The page of a sweep in the browser, from run folders that stand beside it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest
import xarray

from atlas.page.sweep import write_sweep_page
from atlas.publish_sweep import publish_sweep
from atlas.read_run import read_run
from atlas.swept import Swept, read_swept
from atlas.words.words import Words
from scenarios.sweep.record import FAILED
from tests.pages.browser import Opened, address, opened
from tests.pages.test_accessible import AXE, RULES

HOSTILE = "<script>document.title='taken'</script>"


@pytest.fixture(scope="module")
def folder(
    runs: tuple[Path, Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A sweep of three runs with a plan, one that failed and one not yet run."""
    folder = tmp_path_factory.mktemp("sweep") / "sweep-test-12345678"
    for run in runs:
        shutil.copytree(run, folder.parent / run.name)
    (folder / FAILED).mkdir(parents=True)
    entries = []
    for number, forest in enumerate((100, 200, 300, 400, 500), start=1):
        name = runs[number - 1].name if number <= 3 else f"run-{number}"
        path = folder.parent / name / "run.json"
        if path.is_file():
            document = json.loads(path.read_text("utf-8"))
            document["provenance"]["hash"] = f"{number:08}hash"
            path.write_text(json.dumps(document), "utf-8")
        entries.append(
            {
                "number": number,
                "title": f"forest {forest} ha {HOSTILE if number == 2 else ''}",
                "values": {"claims.forest.target": f"{forest} ha", "mode": "same"},
                "run": name,
                "hash": f"{number:08}hash",
            }
        )
    texts = {"nl": f"stuk {HOSTILE}", "en": "broken"}
    failure = {"kind": "bug", "texts": texts, "trace": ""}
    sweep = {"name": "bos", "runs": entries}
    (folder / "sweep.json").write_text(json.dumps(sweep), "utf-8")
    (folder / FAILED / "00000004.json").write_text(json.dumps(failure), "utf-8")
    return folder


@pytest.fixture(scope="module")
def swept(folder: Path) -> Swept:
    return read_swept(folder)


@pytest.fixture
def page(browser: Any, folder: Path, swept: Swept) -> Iterator[Opened]:
    path = write_sweep_page(swept, folder / "sweep.html", Words("nl"))
    with opened(browser, address(path)) as found:
        yield found


def test_every_plan_has_a_map_that_points_at_its_line(page: Opened) -> None:
    tiles = page.page.locator(".tile")
    assert tiles.count() == 3
    assert page.page.locator(".many .run").count() == 3
    assert page.page.locator(".many .run.chosen").count() == 0
    tiles.nth(1).click()
    assert page.page.locator(".many .run.chosen title").text_content() == (
        f"2: forest 200 ha {HOSTILE}"
    )
    assert page.page.title() != "taken"
    assert page.complaints == []
    assert sum(not url.startswith(("data:", "blob:")) for url in page.requests) == 1


def test_how_often_is_counted_over_the_plans(
    page: Opened, swept: Swept, runs: tuple[Path, Path, Path]
) -> None:
    plans = [read_run(run) for run in runs]
    counted = sum((plan.use == 2).astype(int) for plan in plans)
    np.testing.assert_array_equal(swept.times[2], counted)
    at = page.ask("head.frequency.findIndex(({use}) => use === 2)")
    shown = page.ask(f"array(head.frequency[{at}].array).then((a) => [...a])")
    np.testing.assert_array_equal(np.array(shown), np.rint(250 * counted / 3))


def test_figures_stand_in_a_dataset_and_a_workbook(
    folder: Path, runs: tuple[Path, Path, Path]
) -> None:
    page, tables, figures, *_ = publish_sweep(folder, "en")
    assert page.is_file()
    with xarray.open_dataset(figures, engine="h5netcdf") as data:
        data.load()
    assert data["status"].values.tolist()[3:] == ["failed", "waiting"]
    assert data["varied"].sel(path="claims.forest.target").values.tolist() == [
        *(100, 200, 300, 400, 500)
    ]
    document = json.loads((runs[1] / "run.json").read_text("utf-8"))
    claim = document["claims"][0]
    found = data["achieved"].isel(run=1).values[0]
    assert found == pytest.approx(claim["achieved"])
    assert np.isnan(data["objective"].values[3:]).all()
    book = openpyxl.load_workbook(tables)
    told = [cell.value for row in book["Runs"].iter_rows() for cell in row]
    assert "failed" in told
    assert "not yet" in told
    assert "broken" in told


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, folder: Path, swept: Swept, look: str) -> None:
    path = write_sweep_page(swept, folder / "sweep.html", Words("en"))
    with opened(browser, address(path), color_scheme=look) as page:
        page.ask("document.querySelectorAll('details').forEach((d) => d.open = true)")
        page.ask(AXE.read_text(encoding="utf-8"))
        found = page.ask("(tags) => axe.run(document, {runOnly: tags})", RULES)
    told = [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]]
    assert told == []
    assert len(found["passes"]) > 15
