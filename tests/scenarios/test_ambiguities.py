"""The other reading of an ambiguous sentence is a block to put in a scenario."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from scenarios.load import load_scenario
from scenarios.schema.scenario import Scenario

PAGE = Path(__file__).parents[2] / "docs" / "decisions" / "ambiguities.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
NAMED = re.compile(r"\A# ([a-z-]+)\n")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Scenario]:
    """Return the scenario of a province as it ships."""
    folder = tmp_path_factory.mktemp("plain")
    return cache(lambda province: _scenario(folder, province, ""))


def _scenario(folder: Path, province: str, text: str) -> Scenario:
    file = folder / f"{province}.yaml"
    file.write_text(
        f"name: test\nextends: [novex-2022.yaml, provinces/{province}.yaml]\n"
        f"area: {{file: borders.gpkg}}\n{text}",
        encoding="utf-8",
    )
    return load_scenario(file).scenario


def test_every_reading_has_a_switch() -> None:
    text = PAGE.read_text("utf-8")
    readings = text[text.index("## Readings") : text.index("## Defects")]
    parts = re.split(r"^\*\*", readings, flags=re.MULTILINE)[1:]
    assert len(parts) == len(BLOCKS)
    assert all("Default:" in part and "```yaml" in part for part in parts)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_the_other_reading_loads_and_changes_what_it_names(
    number: int, tmp_path: Path, plain: Callable[[str], Scenario]
) -> None:
    block = BLOCKS[number]
    named = NAMED.match(block)
    province = named.group(1) if named else "utrecht"
    before = plain(province)
    after = _scenario(tmp_path, province, block)
    changed = {
        f"{section}.{key}"
        for section in ("rules", "claims")
        for key in {*getattr(before, section), *getattr(after, section)}
        if getattr(before, section).get(key) != getattr(after, section).get(key)
    }
    section, wanted = "", set()
    for line in block.splitlines():
        if top := re.match(r"(\w+):$", line):
            section = top.group(1)
        elif (entry := re.match(r"  ([\w-]+):", line)) and section != "layers":
            wanted.add(f"{section}.{entry.group(1)}")
    assert changed == wanted
