"""Ledger, catalogue and statements against each other, and quotes against the text.

The statements and the text stand beside the repository; without them the tests that
compare with them are skipped.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from scenarios.carriers import carriers, shipped_carriers
from scenarios.catalogue import programmes
from scenarios.ledger import carried_by, fate, ledger, process_reasons, reason_of
from scenarios.rule_pages import TITLES

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXTS = sorted((SHARED / "source").glob("*.txt"))

Statements = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="session")
def statements() -> Statements:
    file = SHARED / "rules" / "statements.yaml"
    if not file.is_file():
        pytest.skip(f"the statements are not there ({file})")
    listed = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    return {statement["id"]: statement for statement in listed}


@pytest.fixture(scope="session")
def source() -> str:
    if not TEXTS:
        pytest.skip(f"the text is not there ({SHARED / 'source'})")
    return _collapsed(" ".join(file.read_text(encoding="utf-8") for file in TEXTS))


def _collapsed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_lists_every_statement_once_as_it_was_read(statements: Statements) -> None:
    listed = [vars(entry) for entry in ledger()]
    assert [entry["statement"] for entry in listed] == list(statements)
    for entry in listed:
        read = statements[entry["statement"]]
        assert entry["programme"] == read["programme"]
        assert entry["kind"] == read["kind"]
        assert entry["same_as"] == (read.get("same_as") or "")


def test_has_no_statement_twice() -> None:
    names = [entry.statement for entry in ledger()]
    assert len(names) == len(set(names)) == 1108


def test_leaves_no_statement_out() -> None:
    assert [entry.statement for entry in ledger() if fate(entry) == "unmapped"] == []


def test_calls_nothing_process_that_a_rule_carries() -> None:
    both = [entry.statement for entry in ledger() if entry.process]
    assert [name for name in both if name in carriers()] == []


def test_calls_process_only_what_was_read_as_no_matter_of_land() -> None:
    kinds = {entry.kind for entry in ledger() if entry.process}
    assert kinds == {"process"}


def test_gives_a_reason_in_both_languages_for_each_process_entry() -> None:
    entries = [entry for entry in ledger() if fate(entry) == "process"]
    assert len(entries) > 300
    for entry in entries:
        reason = reason_of(entry)
        assert reason is not None, entry.statement
        assert reason.nl != reason.en
    assert {entry.process for entry in ledger()} - {""} == set(process_reasons())


def test_a_repeat_shares_the_fate_of_its_original() -> None:
    entries = {entry.statement: entry for entry in ledger()}
    repeats = [entry for entry in ledger() if entry.same_as]
    assert len(repeats) == 59
    for entry in repeats:
        original = entries[entry.same_as]
        assert not original.same_as
        if entry.statement not in carriers():
            assert fate(entry) == fate(original)
            assert carried_by(entry) == carried_by(original)


def test_rules_carry_only_statements_that_exist() -> None:
    known = {entry.statement for entry in ledger()}
    assert sorted(set(carriers()) - known) == []


def test_every_reporting_statement_is_an_indicator() -> None:
    left = {
        entry.statement: fate(entry)
        for entry in ledger()
        if entry.kind == "reporting" and fate(entry) not in ("indicator", "rule")
    }
    assert left == {}


def test_every_programme_has_its_file_and_its_title() -> None:
    named = {entry.programme for entry in ledger()}
    assert named == set(programmes()) == set(TITLES)
    assert len(named) == 18


def test_each_of_the_33_structuring_choices_is_carried(statements: Statements) -> None:
    entries = {entry.statement: entry for entry in ledger()}
    choices: dict[int, list[str]] = {}
    for name, statement in statements.items():
        if number := statement.get("structuring_choice"):
            choices.setdefault(number, []).append(fate(entries[name]))
    assert sorted(choices) == list(range(1, 34))
    assert [n for n, found in choices.items() if "unmapped" in found] == []
    # choices on management, design or the subsurface alone have a reasoned entry
    carried = {n for n, found in choices.items() if {"rule", "indicator"} & set(found)}
    assert sorted(set(choices) - carried) == [5, 15, 23, 29]


def test_every_quote_stands_in_the_text(source: str) -> None:
    quotes = {
        carrier.id: _collapsed(str(carrier.data["source"]["quote"]))
        for carrier in shipped_carriers()
        if carrier.statements and "quote" in carrier.data["source"]
    }
    assert len(quotes) > 250
    assert [name for name, quote in quotes.items() if quote not in source] == []
