import ast
from pathlib import Path
from typing import get_args

import pytest

import solver
from cli.words import WORDS
from scenarios.schema.solve import Engine
from solver.route import AUTO, ENGINES


def _phases() -> set[str]:
    """Phases that the source of ``solver`` reports."""
    folder = Path(str(solver.__file__)).parent
    calls = [
        node
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "report"
        and node.args
    ]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_every_phase_of_a_search_has_words() -> None:
    assert _phases() >= {"relaxation", "search", "greedy"}
    assert [phase for phase in _phases() if f"phase_{phase}" not in WORDS] == []


def test_a_scenario_may_name_every_engine() -> None:
    assert set(get_args(Engine)) == {AUTO, *ENGINES}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_fill_in_the_same(key: str) -> None:
    from string import Formatter

    dutch, english = (
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in WORDS[key]
    )
    assert dutch == english
