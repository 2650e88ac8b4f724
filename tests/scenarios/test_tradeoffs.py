"""The 28 trade-offs that the text makes: ready to be set out on any scenario."""

import re
from functools import cache
from pathlib import Path

import pytest

from grids.layers import Province
from scenarios.catalogue import CATALOGUE
from scenarios.load import LoadedScenario, load_scenario
from scenarios.province import make_province
from scenarios.schema.rules.reporting import Reporting
from scenarios.translation.problem import translate

FILES = sorted(CATALOGUE.glob("tradeoffs/*.yaml"))
PAIRS = Path(__file__).parents[3] / "shared" / "rules" / "statements.md"


def _on(base: str, file: Path, folder: Path) -> LoadedScenario:
    scenario = folder / "mine.yaml"
    scenario.write_text(
        f"name: mine\nextends: [{base}, tradeoffs/{file.name}]\n", encoding="utf-8"
    )
    return load_scenario(scenario)


@cache
def _puzzelland(folder: Path) -> Province:
    scenario = folder / "land.yaml"
    scenario.write_text("name: land\nextends: demo/base.yaml\n", encoding="utf-8")
    return make_province(load_scenario(scenario))


@pytest.fixture(scope="session")
def land(tmp_path_factory: pytest.TempPathFactory) -> Province:
    return _puzzelland(tmp_path_factory.mktemp("land"))


def test_every_pair_of_the_statements_has_its_file() -> None:
    numbers = [int(file.name[:2]) for file in FILES]
    assert numbers == list(range(1, 29))
    if not PAIRS.is_file():
        pytest.skip(f"the statements are not there ({PAIRS})")
    text = PAIRS.read_text(encoding="utf-8")
    section = text[text.index("## 6 ") : text.index("## 7 ")]
    assert re.findall(r"^(\d+)\. ", section, re.MULTILINE) == [str(n) for n in numbers]


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_trade_off_can_be_set_out_on_puzzelland(
    file: Path, tmp_path: Path, land: Province
) -> None:
    """Both numbers can change: some use provides them, on some land."""
    loaded = _on("demo/base.yaml", file, tmp_path)
    scenario = loaded.scenario
    assert scenario.frontier is not None
    assert scenario.frontier.points == 9
    assert scenario.frontier.rules
    assert scenario.description is not None
    assert scenario.description.nl != scenario.description.en
    translated = translate(loaded, land)
    by_name = {
        rule.indicator: name
        for name, rule in scenario.rules.items()
        if isinstance(rule, Reporting)
    }
    for name in scenario.frontier.between:
        if name in scenario.quantities:
            uses = translated.problem.uses
            assert any(name in use.provides for use in uses), name
            continue
        told = translated.indicators[by_name[name]]
        assert told.counted.weight.max() > 0, name
        assert told.counted.per_use.max() > 0, name
