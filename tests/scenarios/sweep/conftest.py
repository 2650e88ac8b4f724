from pathlib import Path

import pytest

from scenarios.faults import Place
from scenarios.sweep.axis import axis_of_text
from scenarios.sweep.design import Point, points
from tests.small_project import SmallProject, small_project

PLACE = Place(Path("--vary"), 0, 0)


@pytest.fixture
def project(tmp_path: Path) -> SmallProject:
    return small_project(tmp_path / "project")


def grid(*texts: str) -> list[Point]:
    """All combinations of ``way=values``."""
    return points([axis_of_text(text, PLACE) for text in texts])
