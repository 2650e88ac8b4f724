import subprocess
import sys

import pytest

HEAVY = ("numpy", "pandas", "numba", "xarray", "scipy", "geopandas", "ortools")


@pytest.mark.parametrize(
    "module",
    ["scenarios.load", "scenarios.json_schema", "scenarios.assumed"],
)
def test_reading_scenarios_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
