from pathlib import Path

import pytest

from scenarios.rule_pages import pages

DOCS = Path(__file__).resolve().parents[2] / "docs" / "rules"


@pytest.mark.parametrize("name", pages())
def test_page_is_up_to_date(name: str) -> None:
    file = DOCS / name
    assert file.is_file(), "write it: python -m scenarios.rule_pages docs/rules"
    assert file.read_text(encoding="utf-8") == pages()[name], (
        "write it anew: python -m scenarios.rule_pages docs/rules"
    )


def test_no_page_is_left_over() -> None:
    assert {file.name for file in DOCS.glob("*.md")} == set(pages())
