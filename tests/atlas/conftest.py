from pathlib import Path

import pytest

from atlas.publish import publish
from atlas.read_run import Run, read_run
from tests.atlas.run_folder import make_run


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_run(tmp_path_factory.mktemp("runs") / "basis-0123abcd")
    publish(folder)
    return folder


@pytest.fixture(scope="session")
def run(published: Path) -> Run:
    return read_run(published)
