import os
from pathlib import Path

import pytest
from hypothesis import settings

# compiled code is slow on its first call; the same examples in every run
settings.register_profile("puzzel", deadline=None, derandomize=True)
settings.load_profile("puzzel")

SHARED_DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"

# scenarios in folders of their own that extend those of ``tests/real`` and name real
# data: what a user allows who has their data elsewhere
REAL = Path(__file__).resolve().parent / "real"
os.environ["PUZZEL_FOLDERS"] = os.pathsep.join(map(str, (SHARED_DATA, REAL)))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED_DATA.is_dir():
        pytest.skip(f"real data are not there ({SHARED_DATA})")
    return SHARED_DATA
