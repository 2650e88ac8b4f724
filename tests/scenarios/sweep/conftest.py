from pathlib import Path
from typing import Any

import pytest

from scenarios.options import Options
from scenarios.run import run_scenario
from scenarios.sweep.variants import load_variant
from tests.scenarios.sweep.sweeping import answer, three
from tests.small_project import SmallProject, small_project


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    return small_project(tmp_path / "project")


@pytest.fixture(scope="session")
def serial(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Any, ...]]:
    """The answers of plain runs, one after the other, of a project of its own."""
    project = small_project(tmp_path_factory.mktemp("serial") / "project")
    folders = [
        run_scenario(
            load_variant(variant.scenario, variant.overrides), Options(project.runs)
        ).folder
        for variant in three(project)
    ]
    return [answer(folder) for folder in folders]
