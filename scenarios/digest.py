"""Checksums: of input files, of values, and of this program's own code."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

PACKAGES = ("grids", "model", "solver", "scenarios")
"""Packages whose code decides what a run finds."""

SHORT = 8
"""Characters of a hash in a folder's name."""


def of_file(path: Path) -> str:
    """Return the sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_value(value: object) -> str:
    """Return the sha256 of plain data; the order of keys does not matter."""
    text = json.dumps(_sorted(value), default=str, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _sorted(value: object) -> object:
    """Order mappings by the text of their keys, which may be numbers and names."""
    if isinstance(value, Mapping):
        ordered = sorted(value.items(), key=lambda item: str(item[0]))
        return [[str(key), _sorted(entry)] for key, entry in ordered]
    if isinstance(value, list | tuple):
        return [_sorted(entry) for entry in value]
    return value


@cache
def of_code() -> str:
    """Return the sha256 of the code and catalogue that this process runs."""
    total = hashlib.sha256()
    for package in PACKAGES:
        folder = Path(str(import_module(package).__file__)).parent
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".yaml"):
                total.update(f"{package}/{path.relative_to(folder)}".encode())
                total.update(path.read_bytes())
    return total.hexdigest()
