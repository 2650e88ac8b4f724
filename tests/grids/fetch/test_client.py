import hashlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from grids.fetch.address import FetchError, check_address
from grids.fetch.client import Client
from grids.fetch.manners import Manners
from grids.fetch.store import Store
from tests.grids.fetch.loopback import Answer, served

QUICK = Manners(timeout_s=0.5, wait_s=0.01, most_wait_s=2, allow_private=True)
BODY = bytes(range(256)) * 400
ETAG = {"ETag": '"one"', "Content-Type": "application/octet-stream"}


def _file(path: str, query: dict[str, str], headers: dict[str, str]) -> Answer:
    """A static file with ranges and validators."""
    if headers.get("if-none-match") == '"one"':
        return Answer(status=304)
    if "range" in headers and headers.get("if-range") == '"one"':
        start = int(headers["range"].removeprefix("bytes=").split("-")[0])
        said = f"bytes {start}-{len(BODY) - 1}/{len(BODY)}"
        return Answer(BODY[start:], 206, ETAG | {"Content-Range": said})
    return Answer(BODY, headers=ETAG)


@pytest.mark.parametrize(
    "fault",
    [
        Answer(status=429, headers={"Retry-After": "0"}),
        Answer(status=503),
        Answer(BODY, headers=ETAG, cut_at=10_000),
        Answer(BODY, cut_at=10_000),
        Answer(BODY, wait_s=0.8),
    ],
    ids=["429", "503", "cut", "cut without validator", "silence"],
)
def test_what_fails_once_is_asked_again(tmp_path: Path, fault: Answer) -> None:
    with served(_file) as site, Client(Store(tmp_path), QUICK) as client:
        site.faults.append(fault)
        entry = client.get(f"{site.url}/a.gpkg")
        assert client.body(entry).read_bytes() == BODY
        assert len(site.asked) == 2
    assert entry.sha256 == hashlib.sha256(BODY).hexdigest()
    assert not list((tmp_path / "partial").iterdir())


def test_the_wait_that_a_server_asks_for_is_kept(tmp_path: Path) -> None:
    with served(_file) as site, Client(Store(tmp_path), QUICK) as client:
        site.faults.append(Answer(status=429, headers={"Retry-After": "1"}))
        begin = time.monotonic()
        client.get(f"{site.url}/a")
        assert time.monotonic() - begin >= 1
        site.faults.append(Answer(status=429, headers={"Retry-After": "3600"}))
        with pytest.raises(FetchError, match="429; it asks to wait 3600 s"):
            client.get(f"{site.url}/b")


def test_a_broken_body_is_continued(tmp_path: Path) -> None:
    with served(_file) as site, Client(Store(tmp_path), QUICK) as client:
        site.faults.append(Answer(BODY, headers=ETAG, cut_at=60_000))
        client.get(f"{site.url}/a")
        start = int(site.headers[1]["range"].removeprefix("bytes=").rstrip("-"))
        assert 0 < start <= 60_000
        assert site.headers[1]["if-range"] == '"one"'


def test_a_file_that_changed_meanwhile_is_not_glued(tmp_path: Path) -> None:
    with served(_file) as site, Client(Store(tmp_path), QUICK) as client:
        older = {"ETag": '"zero"'}
        site.faults.append(Answer(b"x" * 50_000, headers=older, cut_at=20_000))
        assert client.body(client.get(f"{site.url}/a")).read_bytes() == BODY


def test_what_never_comes_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with served(_file) as site, Client(Store(tmp_path), QUICK) as client:
        site.faults += [Answer(status=503)] * 5
        with pytest.raises(FetchError, match=r"nothing in 5 tries \(status 503\)"):
            client.get(f"{site.url}/a")
        site.faults.append(Answer(b"not here", status=404))
        with pytest.raises(FetchError, match="200, got 404: not here"):
            client.get(f"{site.url}/b")
        assert len(site.asked) == 6
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize(
    "body", [b"<!DOCTYPE html><p>sign in", b"\n <HTML><body>", b"busy, try later"]
)
def test_a_web_page_is_no_data(tmp_path: Path, body: bytes) -> None:
    page = Answer(body, headers={"Content-Type": "text/html"})
    with served(lambda *_: page) as site, Client(Store(tmp_path), QUICK) as client:
        with pytest.raises(FetchError, match="gives a web page"):
            client.get(f"{site.url}/a")
        assert len(site.asked) == 1
    assert not list(tmp_path.rglob("*.json"))


def test_a_redirect_stays_on_its_host(tmp_path: Path) -> None:
    with (
        served(_file) as site,
        served(_file) as other,
        Client(Store(tmp_path), QUICK) as client,
    ):
        site.faults.append(Answer(status=302, headers={"Location": "/b"}))
        assert client.get(f"{site.url}/a").final_url == f"{site.url}/b"
        away = {"Location": f"{other.url}/b"}
        site.faults.append(Answer(status=302, headers=away))
        with pytest.raises(FetchError, match="must stay on its host"):
            client.get(f"{site.url}/c")
        assert other.asked == []
        site.faults += [Answer(status=302, headers={"Location": "/c"})] * 9
        with pytest.raises(FetchError, match="leads in a circle"):
            client.get(f"{site.url}/d")


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "http://127.0.0.1/a",
        "http://127.1/a",
        "http://2130706433/a",
        "http://localhost/a",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/a",
        "http://[::1]/a",
        "http://[::ffff:127.0.0.1]/a",
        "http://0.0.0.0/a",
        "https://me:secret@example.org/a",
    ],
)
def test_private_and_odd_addresses_are_refused(url: str) -> None:
    with pytest.raises(FetchError):
        check_address(url)


def test_a_name_that_turns_private_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name looks public when it is checked, and leads here when it is asked."""
    careful = Manners(tries=1)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with served(_file) as site, Client(Store(tmp_path), careful) as client:
        monkeypatch.setattr("grids.fetch.client.check_address", lambda *_, **__: None)
        with pytest.raises(FetchError, match=r"public web, but is 127\.0\.0\.1"):
            client.get(f"{site.url}/a")
    assert not list(tmp_path.rglob("*.json"))


def test_fresh_is_not_asked_and_old_costs_no_bytes(tmp_path: Path) -> None:
    with served(_file) as site:
        for fresh_s, asked in ((60, 1), (60, 1), (0, 2)):
            with Client(Store(tmp_path), replace(QUICK, fresh_s=fresh_s)) as client:
                assert client.body(client.get(f"{site.url}/a")).read_bytes() == BODY
            assert len(site.asked) == asked
        assert site.headers[-1]["if-none-match"] == '"one"'
        url = f"{site.url}/a"
    offline = replace(QUICK, offline=True, fresh_s=0)
    with Client(Store(tmp_path), offline) as client:
        assert client.body(client.get(url)).read_bytes() == BODY
        with pytest.raises(FetchError, match="not in the cache"):
            client.get(f"{url}b")


def test_a_damaged_body_is_fetched_again(tmp_path: Path) -> None:
    with served(_file) as site, Client(Store(tmp_path), QUICK) as client:
        path = client.body(client.get(f"{site.url}/a"))
        path.write_bytes(b"?" + BODY[1:])
        assert client.body(client.get(f"{site.url}/a")).read_bytes() == BODY
        assert len(site.asked) == 2


def test_a_body_has_a_longest_length(tmp_path: Path) -> None:
    small = replace(QUICK, most_bytes=1000)
    with (
        served(_file) as site,
        Client(Store(tmp_path), small) as client,
        pytest.raises(FetchError, match="at most 1,000 bytes"),
    ):
        client.get(f"{site.url}/a")


KILLED = """
import sys
from pathlib import Path
from grids.fetch.client import Client
from grids.fetch.manners import Manners
from grids.fetch.store import Store
manners = Manners(timeout_s=30, allow_private=True)
Client(Store(Path(sys.argv[1])), manners).get(sys.argv[2])
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_kill_leaves_whole_files_and_is_continued(tmp_path: Path) -> None:
    """Kill while a body hangs half-way; the next process asks for the rest only."""
    with served(_file) as site:
        site.hang_at = 50_000
        url = f"{site.url}/a"
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), url])
        until = time.monotonic() + 15
        while time.monotonic() < until:
            parts = list(tmp_path.glob("partial/[!v]*"))
            if parts and parts[0].stat().st_size:
                break
            time.sleep(0.02)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert not list(tmp_path.rglob("*.json"))
        assert not list(tmp_path.rglob("objects/*/*"))
        site.hang_at = None
        with Client(Store(tmp_path), QUICK) as client:
            assert client.body(client.get(url)).read_bytes() == BODY
        assert "range" in site.headers[-1]
