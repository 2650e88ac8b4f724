"""``puzzel report``: pages, maps and tables of a run."""

import csv
from pathlib import Path

import pytest

from tests.atlas.run_folder import Size, make_run
from tests.cli.conftest import Call


@pytest.fixture(scope="module")
def run_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_run(tmp_path_factory.mktemp("runs") / "basis-0123abcd", Size(n_uses=9))


def test_writes_the_page_into_the_run(call: Call, run_dir: Path) -> None:
    found = call("report", run_dir, "--json").json
    assert found["files"] == [str(run_dir / "report.html")]
    assert (run_dir / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "begin"), [("m.png", b"\x89PNG"), ("m.svg", b"<?xml"), ("m.pdf", b"%PDF")]
)
def test_draws_the_map_in_any_form(
    call: Call, run_dir: Path, tmp_path: Path, name: str, begin: bytes
) -> None:
    options = ("--map", tmp_path / name, "--palette", "safe", "--hatch")
    written = []
    for _ in range(2):
        out = tmp_path / "r.html"
        assert call("report", run_dir, "--out", out, *options).code == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0].startswith(begin)
    assert written[0] == written[1]  # same map, same bytes


def test_writes_tables_as_a_dutch_spreadsheet_reads_them(
    call: Call, run_dir: Path
) -> None:
    assert call("report", run_dir, "--csv", "nl", "--lang", "nl").code == 0
    raw = (run_dir / "csv" / "claims.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0]["bereikt"] == "98,5"
    rules = (run_dir / "csv" / "rules.csv").read_text("utf-8-sig")
    assert "'=5-10% van de diepe polders" in rules  # no formula
    assert call("report", run_dir, "--csv", "en").code == 0
    english = (run_dir / "csv" / "claims.csv").read_text("utf-8")
    assert next(csv.DictReader(english.splitlines()))["achieved"] == "98.5"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "map.gif"), "--map must be one of .png, .svg, .pdf, got '.gif'"),
        (("--palette", "grey"), "--palette must be one of plan, safe, got 'grey'"),
        (("--csv", "de"), "--csv must be one of nl, en, got 'de'"),
    ],
)
def test_refuses_what_it_cannot_write(
    call: Call, run_dir: Path, options: tuple[str, str], said: str
) -> None:
    found = call("report", run_dir, *options)
    assert (found.code, said in found.err) == (2, True)


def test_a_damaged_run_is_missing_data_and_no_bug(call: Call, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text('{"name": "x', encoding="utf-8")
    found = call("report", tmp_path)
    assert found.code == 4
    assert "is damaged" in found.err
    assert call("report", tmp_path / "nothing").code == 2
    assert call("report", tmp_path.parent).code == 4
