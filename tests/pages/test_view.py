import http.client
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.pages.browser import opened
from tests.pages.served import TOKEN, served

BUSY = f".zeeland-0123abcd.{os.getpid()}"


@pytest.fixture(scope="module")
def folder(
    runs: tuple[Path, Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Two runs, one of them named with markup, and one under way."""
    found = tmp_path_factory.mktemp("desk")
    for run, name in zip(runs[:2], ("basis-11111111", "bos-22222222"), strict=True):
        shutil.copytree(run, found / name)
    document = json.loads((found / "bos-22222222/run.json").read_text("utf-8"))
    document["name"] = "<b>meer bos</b>"
    (found / "bos-22222222/run.json").write_text(json.dumps(document), "utf-8")
    (found / BUSY).mkdir()
    lines = [
        {"event": "stage", "name": "grid", "seconds": 1.0},
        {"event": "progress", "seconds": 2.5, "incumbent": 90.0, "bound": 100.0}
        | {"gap": 0.111},
    ]
    text = "\n".join(map(json.dumps, lines)) + '\n{"event": "pro'
    (found / BUSY / "events.jsonl").write_text(text, encoding="utf-8")
    gone = found / ".killed-0123abcd.99999999"
    shutil.copytree(found / BUSY, gone)
    return found


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


def _get(address: str, path: str = "", **headers: str) -> tuple[int, str, Any]:
    """Return status, text and headers of an answer."""
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    line.request("GET", path or parts.path, headers=headers)
    answer = line.getresponse()
    found = answer.status, answer.read().decode(), answer.headers
    line.close()
    return found


def test_lists_finished_runs_and_those_under_way(desk: str) -> None:
    status, text, headers = _get(desk + "api/runs")
    assert status == 200
    found = json.loads(text)
    assert {run["id"] for run in found["runs"]} == {"basis-11111111", "bos-22222222"}
    busy = {"name": "zeeland-0123abcd", "stage": "suitability", "seconds": 2.5}
    assert found["busy"] == [busy | {"incumbent": 90.0, "bound": 100.0, "gap": 0.111}]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "path",
    ["/", "/wrong/", "/wrong/api/runs", f"/{TOKEN[:-1]}/", f"/{TOKEN}x/api/runs"],
)
def test_gives_nothing_without_the_token(desk: str, path: str) -> None:
    status, text, _ = _get(desk, path)
    assert status == 404
    assert "basis" not in text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 400),
        ({"Host": "127.0.0.1.evil.example:80"}, 400),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_refuses_other_hosts_and_origins(
    desk: str, headers: dict[str, str], status: int
) -> None:
    found, text, _ = _get(desk, urlsplit(desk).path + "api/runs", **headers)
    assert found == status
    assert "basis" not in text


@pytest.mark.parametrize(
    "path", ["run/..%2F..%2Fetc%2Fpasswd", "run/../basis", "run/nothing", "run/%00"]
)
def test_finds_runs_only_by_their_name(desk: str, path: str) -> None:
    assert _get(desk, urlsplit(desk).path + path)[0] == 404


@pytest.mark.parametrize("query", ["", "?run=basis-11111111", "?run=x&run=y"])
def test_compares_only_two_to_four_known_runs(desk: str, query: str) -> None:
    status, text, _ = _get(desk, f"{urlsplit(desk).path}compare{query}")
    assert status == 400
    assert "kies twee" in text


def test_a_damaged_run_gives_words_and_the_list_stays(desk: str, folder: Path) -> None:
    broken = folder / "kapot-33333333"
    shutil.copytree(folder / "basis-11111111", broken)
    document = json.loads((broken / "run.json").read_text("utf-8"))
    del document["cell_m"]
    (broken / "run.json").write_text(json.dumps(document), "utf-8")
    try:
        status, text, _ = _get(desk + "run/kapot-33333333")
        assert status == 422
        assert "moet sleutel 'cell_m'" in text
        assert _get(desk + "api/runs")[0] == 200
    finally:
        shutil.rmtree(broken)


def test_a_reader_filters_chooses_compares_and_sees_progress(
    browser: Any, desk: str, folder: Path
) -> None:
    with opened(browser, desk) as page:
        shown = page.page.locator("tbody tr")
        page.page.wait_for_selector("tbody tr >> nth=1")
        assert "<b>meer bos</b>" in page.page.inner_text("tbody")
        assert "bezig" in page.page.inner_text(".busy >> xpath=..")
        assert "11,10" in page.page.inner_text(".busy")
        page.page.fill("input[type=search]", "basis")
        assert shown.count() == 1
        page.page.fill("input[type=search]", "")
        for box in page.page.locator("tbody input").all():
            box.check()
        shutil.rmtree(folder / BUSY)
        page.page.wait_for_selector(".busy", state="detached")  # without a reload
        page.page.click("a.button")
        page.page.wait_for_selector("html[data-ready]")
        page.settle()
        assert page.ask("head.runs.length") == 2
        page.page.go_back()
        page.page.locator("tbody a").first.click()
        page.page.wait_for_selector("#map .map")
        assert page.complaints == []
        hosts = {urlsplit(url).netloc for url in page.requests} - {""}
        assert hosts == {urlsplit(desk).netloc}


def test_the_command_serves_on_this_machine_only(folder: Path) -> None:
    command = [sys.executable, "-m", "cli.main", "view", str(folder), "--no-open"]
    with subprocess.Popen([*command, "--json"], stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, b"")
            text = b""
            for line in lines:
                text += line
                if line.startswith(b"}"):
                    break
            address = json.loads(text)["address"]
            assert urlsplit(address).hostname == "127.0.0.1"
            assert len(urlsplit(address).path) > 30
            assert _get(address)[0] == 200
        finally:
            process.terminate()
