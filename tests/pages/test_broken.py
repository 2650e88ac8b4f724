"""Runs that lack files, come from another version, or were copied by half."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from atlas.page.report import write_report
from atlas.words.words import Words
from tests.pages.browser import address, opened


@pytest.fixture
def copy(runs: tuple[Path, Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(runs[0], tmp_path / "copy"))


def _texts(browser: Any, run: Path) -> str:
    """Return what the report of a run says of what it lacks; the rest is there."""
    page_file = write_report(run, run / "report.html", Words("nl"))
    with opened(browser, address(page_file)) as page:
        assert page.complaints == []
        assert page.page.locator("#claims .bars li").count() == 2
        problems = page.page.locator(".problems")
        return str(problems.inner_text()) if problems.count() else ""


def test_a_whole_run_has_nothing_to_tell(browser: Any, copy: Path) -> None:
    assert _texts(browser, copy) == ""


def test_says_that_reasons_and_events_are_missing(browser: Any, copy: Path) -> None:
    (copy / "reasons.nc").unlink()
    (copy / "events.jsonl").unlink()
    said = _texts(browser, copy)
    assert "De redenen per cel ontbreken" in said
    assert "Het verloop van de berekening ontbreekt" in said


def test_says_that_the_map_was_copied_by_half(browser: Any, copy: Path) -> None:
    whole = (copy / "cells.nc").read_bytes()
    (copy / "cells.nc").write_bytes(whole[: len(whole) // 2])
    assert "De kaart ontbreekt" in _texts(browser, copy)


def test_says_that_there_is_no_map(browser: Any, copy: Path) -> None:
    (copy / "cells.nc").unlink()
    assert "cells.nc staat niet bij deze berekening" in _texts(browser, copy)


def test_says_that_reasons_are_of_other_cells(browser: Any, copy: Path) -> None:
    (copy / "reasons.nc").write_bytes(b"no netcdf")
    (copy / "events.jsonl").write_text('{"event": "progress", "sec', encoding="utf-8")
    assert "De redenen per cel ontbreken" in _texts(browser, copy)


def test_a_run_of_an_older_version_shows_what_it_has(browser: Any, copy: Path) -> None:
    document = json.loads((copy / "run.json").read_text(encoding="utf-8"))
    del document["assumed"], document["layers"]
    document["patches"] = [{"use": "housing", "new_key": 1}]
    (copy / "run.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ValueError, match="make the run again"):
        _texts(browser, copy)
    del document["patches"]
    (copy / "run.json").write_text(json.dumps(document), encoding="utf-8")
    said = _texts(browser, copy)
    assert "run.json heeft geen assumed" in said
    assert "run.json heeft geen layers" in said


def test_a_run_without_a_plan_says_why(browser: Any, copy: Path) -> None:
    document = json.loads((copy / "run.json").read_text(encoding="utf-8"))
    document |= {
        "status": "infeasible",
        "gap": None,
        "excess": ["wonen vraagt te veel"],
    }
    (copy / "run.json").write_text(json.dumps(document), encoding="utf-8")
    (copy / "cells.nc").unlink()
    page_file = write_report(copy, copy / "report.html", Words("nl"))
    with opened(browser, address(page_file)) as page:
        assert "wonen vraagt te veel" in page.page.inner_text("#summary")
        assert "geen kaart" in page.page.inner_text("#map")
        assert page.complaints == []


def test_a_damaged_page_says_so(browser: Any, copy: Path) -> None:
    page_file = write_report(copy, copy / "report.html", Words("nl"))
    text = page_file.read_text(encoding="utf-8")
    at = text.index('id="head">') + 400
    page_file.write_text(text[:at] + text[at + 40 :], encoding="utf-8")
    with opened(browser, address(page_file), wait=False) as page:
        page.wait("document.getElementById('page').textContent.includes('beschadigd')")
