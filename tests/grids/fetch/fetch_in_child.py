"""Fetch points in a process of its own, which may be short of room or be killed.

    fetch_in_child.py FOLDER URL LIMIT…    bytes that a file may have, 0 for any
    fetch_in_child.py FOLDER URL kill      killed half-way through the file

Prints features, failures and all files, a list a limit, as JSON.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

import grids.fetch.data_set
from grids.data_sets import DataSet, Service
from grids.fetch.client import Client
from grids.fetch.data_set import Fetched, fetch_data_set
from grids.fetch.manners import Manners
from grids.fetch.store import Store

BOX = (20_000.0, 380_000.0, 40_000.0, 400_000.0)


def fetch(folder: Path, url: str) -> Fetched:
    words = {"nl": "x", "en": "x"}
    service = Service("ogc-features", url, "test", "2026")
    served_by = (service, service)
    data_set = DataSet(words, "t", "o", "l", "a", words, words, {}, served_by)
    manners = Manners(timeout_s=5, tries=2, wait_s=0.01, allow_private=True)
    with Client(Store(folder / "cache"), manners) as client:
        return fetch_data_set(client, "x", data_set, BOX, folder / "data")


def _killed(table: Any, path: Path, layer: str) -> None:
    path.write_bytes(b"SQLite format 3\0 and half of the rest")
    path.with_name(f"{path.name}-journal").write_bytes(b"undo")
    os.kill(os.getpid(), signal.SIGKILL)


def main(folder: Path, url: str, *words: str) -> None:
    if words == ("kill",):
        grids.fetch.data_set._write_table = _killed
        fetch(folder, url)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = []
    for word in words:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(word) or hard, hard))
        found = fetch(folder, url)
        left = sorted(one.name for one in folder.rglob("*") if one.is_file())
        told.append([found.n_features, found.failures, left])
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
