"""A small project, and the program called in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cli.main  # noqa: F401  (adds the commands)
from cli.program import app
from tests.small_project import SmallProject, small_project


@dataclass(frozen=True)
class Called:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out, parse_constant=_no_json)


def _no_json(constant: str) -> Any:
    raise AssertionError(f"JSON must not hold {constant}")


Call = Callable[..., Called]


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    return small_project(tmp_path / "project")


@pytest.fixture
def call() -> Call:
    """Call ``puzzel`` with English texts unless told otherwise."""

    def _call(*words: object) -> Called:
        texts = [str(word) for word in words]
        if "--lang" not in texts and "--help" not in texts:
            texts += ["--lang", "en"]
        result = CliRunner().invoke(app, texts)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Called(result.exit_code, result.stdout, result.stderr)

    return _call


def hidden(runs: Path) -> list[str]:
    """Names in a folder of runs that a finished run must not leave."""
    return sorted(path.name for path in runs.glob(".*") if path.name != ".cache")
