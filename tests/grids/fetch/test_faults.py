"""What goes wrong on this machine and at servers, and what is left of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from grids.data_sets import DataSet, Service
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from tests.grids.fetch.loopback import Answer, as_json, ogc_api, points, served

QUICK = Manners(timeout_s=5, tries=2, wait_s=0.01, allow_private=True)
BOX = (20_000.0, 380_000.0, 40_000.0, 400_000.0)
CHILD = Path(__file__).with_name("fetch_in_child.py")
ON_UNIX = pytest.mark.skipif(os.name == "nt", reason="needs signals and limits of Unix")


def _fetch(folder: Path, url: str, kind: Any = "ogc-features") -> Fetched:
    words = {"nl": "x", "en": "x"}
    service = Service(kind, url, "test", "2026")
    data_set = DataSet(words, "t", "o", "l", "a", words, words, {}, (service,))
    with Client(Store(folder / "cache"), QUICK) as client:
        return fetch_data_set(client, "x", data_set, BOX, folder / "data")


def _child(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CHILD), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True)


@ON_UNIX
def test_a_full_disk_is_told_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    """No room for a page; then for the pages, not for the file; then for all."""
    held = points(1000)
    size = len(json.dumps(held))
    with served(ogc_api({"place": held}, most=50)) as site:
        small, middle = size // 200, size // 15
        done = _child(tmp_path, site.url, small, middle, 0)
    assert done.returncode == 0, done.stderr
    no_page, no_file, whole = json.loads(done.stdout)
    assert no_page[0] == no_file[0] == 0
    assert "must be kept in" in no_page[1][0]
    assert "is the disk full?" in no_page[1][0]
    assert "x.gpkg must be written, but cannot be" in no_file[1][0]
    assert len(no_page[1]) == len(no_file[1]) == 1  # the next service is not asked
    assert not [name for name in no_file[2] if "gpkg" in name]
    assert whole[:2] == [1000, []]
    assert [name for name in whole[2] if "gpkg" in name] == ["x.gpkg"]


@ON_UNIX
def test_a_kill_in_the_middle_of_a_file_leaves_the_older_one(tmp_path: Path) -> None:
    with served(ogc_api({"place": points(50)})) as site:
        assert _fetch(tmp_path, site.url).n_features == 50
        before = (tmp_path / "data" / "x.gpkg").read_bytes()
        assert _child(tmp_path, site.url, "kill").returncode < 0
        assert len(list((tmp_path / "data").iterdir())) == 3
        assert (tmp_path / "data" / "x.gpkg").read_bytes() == before
        assert _fetch(tmp_path, site.url).n_features == 50
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["x.gpkg"]


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("application/geo+json", b"\x89PNG\r\n\x1a\n", "must give whole JSON"),
        ("image/png", b"\x89PNG\r\n\x1a\n", "must give whole JSON"),
        ("text/html", b"<p>busy", "gives a web page"),
        ("application/json", b"<html>busy", "gives a web page"),
    ],
)
def test_a_body_of_another_sort_is_refused_whatever_it_is_called(
    tmp_path: Path, kind: str, body: bytes, said: str
) -> None:
    page = Answer(body, headers={"Content-Type": kind})
    with served(lambda *_: page) as site:
        found = _fetch(tmp_path, site.url)
    assert found.path is None
    assert said in found.failures[0]


@pytest.mark.parametrize("kind", ["text/html", "image/png", "text/plain"])
def test_a_sound_body_is_taken_whatever_it_is_called(tmp_path: Path, kind: str) -> None:
    with served(ogc_api({"place": points(20)})) as site:
        file = _fetch(tmp_path / "first", site.url).path
    assert file is not None
    page = Answer(file.read_bytes(), headers={"Content-Type": kind})
    with served(lambda *_: page) as site:
        assert _fetch(tmp_path, f"{site.url}/x.gpkg", "download").n_features == 20


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/a", "//127.0.0.2:9/a", "http://[::1]"]
)
def test_a_redirect_leads_to_no_file_and_no_other_host(tmp_path: Path, to: str) -> None:
    away = Answer(status=302, headers={"Location": to})
    with served(lambda *_: away) as site:
        found = _fetch(tmp_path, site.url)
    assert found.path is None
    assert "must stay on its host, but leads to" in found.failures[0]


def test_every_address_on_the_way_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        "grids.fetch.client.check_address", lambda url, **_: seen.append(url)
    )
    with served(ogc_api({"place": points(5)})) as site:
        site.faults += [Answer(status=302, headers={"Location": "/b/collections"})]
        assert _fetch(tmp_path, site.url).n_features == 5
        assert seen[1] == f"{site.url}/b/collections"
        assert len(seen) == 3


def test_a_page_with_other_columns_keeps_all(tmp_path: Path) -> None:
    """The schema changed between two pages: what one lacks is empty there."""
    held: list[dict[str, Any]] = points(30)
    for one in held[20:]:
        one["properties"] = {"name": one["properties"]["naam"], "fid": "new"}
    with served(ogc_api({"place": held}, most=20)) as site:
        found = _fetch(tmp_path, site.url)
    assert found.columns == ("fid_source", "naam", "name")
    table = pyogrio.read_dataframe(found.path)
    assert table["naam"].notna().sum() == 20
    assert list(table["name"].dropna()) == [f"plek {at}" for at in range(20, 30)]
    assert set(table["fid_source"]) == {"0", "1", "2", "new"}


def test_swapped_axes_in_rd_are_told(tmp_path: Path) -> None:
    held = points(3)
    for one in held:
        one["geometry"]["coordinates"].reverse()
    with served(ogc_api({"place": held})) as site:
        found = _fetch(tmp_path, site.url)
    assert found.path is None
    assert "the order of its axes may be swapped" in found.failures[0]


def test_an_empty_page_in_the_middle_is_no_end(tmp_path: Path) -> None:
    """A page without features but with a next link; the count says what is due."""
    sound = ogc_api({"place": points(60)}, most=20)

    def respond(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
        answer = sound(path, query, headers)
        if query.get("offset") != "20" or "again" in query:
            return answer
        page = json.loads(answer.body)
        page["links"][0]["href"] = page["links"][0]["href"].replace(
            "=40", "=20&again=1&x="
        )
        return as_json(page | {"features": []})

    with served(respond) as site:
        found = _fetch(tmp_path, site.url)
    assert (found.failures, found.n_features) == ((), 60)
