from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.instances import file


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep grids and instances of scenarios out of the user's folder."""
    folder = tmp_path_factory.mktemp("benchmarks")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(file, "cache_folder", lambda: folder)
        yield folder
