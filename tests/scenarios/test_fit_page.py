"""The texts in docs/does-it-fit.md are what the program says."""

from pathlib import Path

import pytest

from scenarios.fit import fit_of
from scenarios.load import load_scenario
from scenarios.words import Language

DOCS = Path(__file__).parents[2] / "docs"
DATA = DOCS.parents[1] / "shared" / "data"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["elzendrecht", "eikenhorst", "vlissingen"])
def test_the_page_has_the_text_that_an_analyst_gets(name: str, tmp_path: Path) -> None:
    if name == "vlissingen" and not DATA.is_dir():
        pytest.skip(f"real data is not there ({DATA})")
    page = (DOCS / "does-it-fit.md").read_text(encoding="utf-8")
    found = fit_of(load_scenario(DOCS / "fit" / f"{name}.yaml"), tmp_path, 60.0)
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        told = "\n>\n".join(f"> {line}" for line in found.told(language))
        assert told
        assert told in page
