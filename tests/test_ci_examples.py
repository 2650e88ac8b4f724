"""The examples for CI and the page on benchmarks: valid YAML, commands that exist."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

import cli.main  # noqa: F401  (adds the commands)
from benchmarks.registry import SETS
from cli.program import app

DOCS = Path(__file__).resolve().parents[1] / "docs"
EXAMPLES = sorted((DOCS / "ci").glob("*.yml"))


def _read(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def _scripts(node: Any) -> Iterator[str]:
    """Give every text of a ``run`` or ``script``, wherever it stands."""
    if isinstance(node, list):
        for entry in node:
            yield from _scripts(entry)
    if not isinstance(node, dict):
        return
    for key, entry in node.items():
        if key in ("run", "script", "before_script"):
            yield from [entry] if isinstance(entry, str) else entry
        else:
            yield from _scripts(entry)


def _commands(text: str) -> list[list[str]]:
    """Return the words of every command of puzzel in a piece of shell."""
    text = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    parts = re.split(r"\n|;|&&|\bthen\b", text)
    words = [shlex.split(part, comments=True) for part in parts]
    return [part[1:] for part in words if part and part[0] == "puzzel"]


def _page() -> list[list[str]]:
    text = (DOCS / "benchmarks.md").read_text("utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [command for block in blocks for command in _commands(block)]


def _exists(words: list[str]) -> bool:
    """Whether there is such a command with such options: ``--help`` runs nothing."""
    return CliRunner().invoke(app, [*words, "--help"]).exit_code == 0


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_has_jobs_that_measure_and_judge(path: Path) -> None:
    document = _read(path)
    commands = [words for text in _scripts(document) for words in _commands(text)]
    starts = {" ".join(words[:2]) for words in commands}
    assert {"doctor", "check scenarios/*.yaml", "bench gate"} <= starts
    assert {"bench compare", "bench scenarios/*.yaml"} <= starts
    for words in commands:
        assert _exists(words), words


def test_there_is_an_example_for_each_of_the_two() -> None:
    assert [path.name for path in EXAMPLES] == ["github-actions.yml", "gitlab-ci.yml"]


def test_the_github_example_is_a_workflow() -> None:
    document = _read(DOCS / "ci" / "github-actions.yml")
    assert {"name", "on", "jobs"} <= set(document)
    for job in document["jobs"].values():
        assert job["runs-on"]
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step)
            assert re.fullmatch(r"[\w./-]+@v\d+", step.get("uses", "a@v1"))


def test_the_gitlab_example_is_a_pipeline() -> None:
    document = _read(DOCS / "ci" / "gitlab-ci.yml")
    jobs = {name: job for name, job in document.items() if name != "variables"}
    assert set(jobs) == {"benchmark", "keep-results"}
    for job in jobs.values():
        assert job["image"]
        assert job["script"]
        assert all(isinstance(line, str) for line in job["script"])
    assert jobs["keep-results"]["needs"] == ["benchmark"]


def test_the_commands_of_the_page_exist() -> None:
    commands = _page()
    assert len(commands) > 8
    for words in commands:
        assert _exists(words), words


def test_a_command_that_does_not_exist_is_seen() -> None:
    assert not _exists(["bench", "gate", "--nonsense"])
    assert not _exists(["measure"])


def test_the_page_names_every_set() -> None:
    text = (DOCS / "benchmarks.md").read_text("utf-8")
    for name in SETS:
        assert f"| `{name}` |" in text
