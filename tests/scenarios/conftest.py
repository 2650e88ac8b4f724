"""A folder of scenario files to load from."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from scenarios.load import LoadedScenario, ScenarioError, load_scenario

BASE = """\
name: Test
province: puzzelland
quantities:
  homes: {unit: homes}
  power: {unit: MWp}
  forest: {unit: ha}
uses:
  housing: {provides: {homes: 35 homes/ha}}
  solar: {provides: {power: 0.9 MWp/ha}}
groups:
  built: [housing]
claims:
  homes: {target: 16_500 homes}
rules:
  quiet-land: {kind: exclusion, uses: [built], where: quiet_area > 0.5}
"""
LAYERS = frozenset({"quiet_area", "municipality", "station_capacity", "built_up"})

Load = Callable[..., LoadedScenario]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Write ``base.yaml`` and the given files, and load the last."""

    def _load(files: Mapping[str, str]) -> LoadedScenario:
        written = {"base.yaml": BASE, **files}
        for name, text in written.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return load_scenario(tmp_path / list(written)[-1], search=(), layers=LAYERS)

    return _load


@pytest.fixture
def faults(load: Load) -> Callable[..., list[str]]:
    """Load files that are wrong, and give the lines of the error."""

    def _faults(files: Mapping[str, str] | str, language: str = "en") -> list[str]:
        if isinstance(files, str):
            files = {"a.yaml": f"extends: base.yaml\n{files}"}
        with pytest.raises(ScenarioError) as caught:
            load(files)
        assert str(caught.value) == caught.value.text("en")
        return caught.value.text("nl" if language == "nl" else "en").split("\n")

    return _faults
