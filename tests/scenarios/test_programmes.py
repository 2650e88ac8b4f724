"""The shipped rules quote the programmes to the letter and leave no core statement out.

The statements themselves stand beside the repository; without them the tests that
compare with them are skipped.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from scenarios.catalogue import CATALOGUE
from scenarios.load import load_scenario
from scenarios.meaning.layers import known_layers

HERE = Path(__file__).resolve().parents[1]
RULES = HERE.parents[1] / "shared" / "rules"
FILES = sorted(
    [
        *CATALOGUE.glob("programmes/*.yaml"),
        *CATALOGUE.glob("provinces/*.yaml"),
        *CATALOGUE.glob("provinces/rules/*.yaml"),
    ]
)
FRAMES = [CATALOGUE / "claims-2022.yaml"]
WHOLE = [*sorted(CATALOGUE.glob("demo/*.yaml")), *sorted(HERE.glob("real/*.yaml"))]
NOT_SPATIAL = re.compile(r"^# - ([a-z0-9-]+): ", re.MULTILINE)

Rules = Mapping[str, Mapping[str, Any]]


def _rules(file: Path) -> Rules:
    data = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    rules: Rules = data.get("rules") or {}
    return rules


def _everything(file: Path) -> list[tuple[str, Mapping[str, Any]]]:
    """Rules and claims: both name statements."""
    data = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    found = [*(data.get("rules") or {}).items(), *(data.get("claims") or {}).items()]
    return [(f"{file.name}: {name}", entry or {}) for name, entry in found]


def _id(file: Path) -> str:
    return f"{file.parent.name}/{file.stem}"


@pytest.fixture(scope="session")
def statements() -> Mapping[str, Mapping[str, Any]]:
    file = RULES / "statements.yaml"
    if not file.is_file():
        pytest.skip(f"the statements are not there ({file})")
    listed = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    return {statement["id"]: statement for statement in listed}


@pytest.fixture(scope="session")
def core() -> list[str]:
    file = RULES / "statements.md"
    if not file.is_file():
        pytest.skip(f"the statements are not there ({file})")
    text = file.read_text(encoding="utf-8")
    section = text[text.index("## 2b") : text.index("## 3 ")]
    return re.findall(r"`([a-z0-9-]+)`", section)


@pytest.mark.parametrize("file", FILES, ids=_id)
def test_rule_says_what_it_does_in_both_languages(file: Path) -> None:
    lacking = [
        f"{name}.{key}.{language}"
        for name, rule in _rules(file).items()
        for key in ("label", "explanation")
        for language in ("nl", "en")
        if not (rule.get(key) or {}).get(language)
    ]
    assert lacking == []


@pytest.mark.parametrize("file", FILES, ids=_id)
def test_rule_names_its_source(file: Path) -> None:
    lacking = [
        name
        for name, rule in _rules(file).items()
        if not (source := rule.get("source") or {}).get("text")
        and not (
            source.get("statements") and source.get("quote") and source.get("section")
        )
    ]
    assert lacking == []


@pytest.mark.parametrize("file", FILES, ids=_id)
def test_rule_carries_the_name_of_its_file_or_of_its_statement(file: Path) -> None:
    """A rule of one province may be named after the statement it carries."""
    astray = [
        name
        for name, rule in _rules(file).items()
        if not name.startswith(f"{file.stem}-")
        and not any(
            statement in (name, name.removesuffix(f"-{file.stem}"))
            for statement in (rule.get("source") or {}).get("statements", ())
        )
    ]
    assert astray == []


def test_rule_id_is_used_once() -> None:
    names = [name for file in FILES for name in _rules(file)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("file", [*FILES, *FRAMES], ids=_id)
def test_quote_is_the_statement_to_the_letter(
    file: Path, statements: Mapping[str, Mapping[str, Any]]
) -> None:
    for name, entry in _everything(file):
        source = entry.get("source") or {}
        named = source.get("statements", ())
        unknown = [key for key in named if key not in statements]
        assert unknown == [], name
        if "quote" in source:
            assert source["quote"] == statements[named[0]]["quote"], name


@pytest.mark.parametrize("file", [*FILES, *FRAMES], ids=_id)
def test_quote_stands_in_the_text_itself(file: Path) -> None:
    texts = sorted((RULES.parent / "source").glob("*.txt"))
    if not texts:
        pytest.skip(f"the text is not there ({RULES.parent / 'source'})")
    text = " ".join(" ".join(each.read_text("utf-8") for each in texts).split())
    absent = [
        name
        for name, entry in _everything(file)
        if (quote := (entry.get("source") or {}).get("quote"))
        and " ".join(quote.split()) not in text
    ]
    assert absent == []


def test_every_core_statement_has_a_rule_or_a_reason(core: list[str]) -> None:
    covered = {
        statement
        for file in FILES
        for _, entry in _everything(file)
        for statement in (entry.get("source") or {}).get("statements", ())
    }
    left_out = {
        statement
        for file in FILES
        for statement in NOT_SPATIAL.findall(file.read_text(encoding="utf-8"))
    }
    assert [s for s in core if s not in covered | left_out] == []
    assert sorted(covered & left_out) == []


def test_frame_extends_every_programme() -> None:
    file = CATALOGUE / "novex-2022.yaml"
    frame = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    shipped = [
        f"programmes/{file.name}" for file in CATALOGUE.glob("programmes/*.yaml")
    ]
    assert sorted(frame["extends"]) == sorted(shipped)


@pytest.mark.parametrize("file", WHOLE, ids=_id)
def test_shipped_scenario_has_no_faults(file: Path) -> None:
    if not known_layers():
        pytest.skip("the catalogue of layers is not there")
    loaded = load_scenario(file)
    assert loaded.scenario.rules
