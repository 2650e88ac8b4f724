from pathlib import Path

import pytest
from hypothesis import settings

# compiled code is slow on its first call; the same examples in every run
settings.register_profile("puzzel", deadline=None, derandomize=True)
settings.load_profile("puzzel")

SHARED_DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED_DATA.is_dir():
        pytest.skip(f"real data are not there ({SHARED_DATA})")
    return SHARED_DATA
