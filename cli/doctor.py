"""``puzzel doctor``: whether solvers, kernels, GDAL and folders work here."""

import os
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from cli.console import Console
from cli.exit_codes import ExitCode


def command(console: Console) -> None:
    """Try everything a run needs, and say what does not work."""
    checks: dict[str, Callable[[], str]] = {
        "python": platform.python_version,
        "GDAL": _gdal,
        "PROJ": _proj,
        "numba": _kernels,
        "highs": lambda: _solver("highs"),
        "scip": lambda: _solver("scip"),
        "cp-sat": lambda: _solver("cp-sat"),
        "tmp": _temporary,
        "env": _environment,
    }
    found: dict[str, dict[str, Any]] = {}
    for name, check in checks.items():
        try:
            found[name] = {"ok": True, "text": check()}
        except Exception as error:
            found[name] = {"ok": False, "text": f"{error}"}
        state = console.say("ok" if found[name]["ok"] else "problem")
        console.print(f"{name:8} {state:12} {found[name]['text']}")
    from scenarios.document.versions import versions

    for package, number in versions().items():
        console.print(f"  {package} {number}")
    console.document({"checks": found, "versions": versions()})
    if not all(one["ok"] for one in found.values()):
        raise typer.Exit(int(ExitCode.BUG))


def _gdal() -> str:
    import pyogrio
    import rasterio

    vector = ".".join(str(part) for part in pyogrio.__gdal_version__)
    return f"rasterio {rasterio.__gdal_version__}, pyogrio {vector}"


def _proj() -> str:
    """RD and WGS84 agree at the tower of Amersfoort, the origin of RD."""
    from pyproj import Transformer

    to_rd = Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)
    x, y = to_rd.transform(5.387206, 52.155174)
    if abs(x - 155_000) > 2 or abs(y - 463_000) > 2:
        raise ValueError(
            f"RD of Amersfoort must be X 155000 Y 463000, got X {x:.0f} Y {y:.0f}; "
            f"unset PROJ_LIB and PROJ_DATA"
        )
    return "EPSG:28992"


def _kernels() -> str:
    import numpy as np

    from model.blend import Blend
    from model.membership import SCurve
    from model.score import worth_of

    worth = worth_of(Blend((SCurve(np.array([0.5], np.float32), 0.0, 1.0),)))
    if worth[0] != 0.5:
        raise ValueError(f"kernel must give 0.5, got {worth[0]}")
    return "0.5 = 0.5"


def _solver(name: str) -> str:
    """Solve three cells that want one use, which may take two."""
    import numpy as np

    from solver.instance import Instance, RowArrays
    from solver.route import solve
    from solver.settings import Settings

    ones = np.ones(1, np.int32)
    rows = RowArrays(
        ("claim[a]",),
        np.array([1.0]),
        np.array([2.0]),
        np.array([np.inf]),
        ones * 0,
        ones * 0,
        ones * 0,
        np.array([[0.0, 1.0]]),
    )
    instance = Instance(
        ("none", "a"),
        np.zeros(3, np.int32),
        np.arange(3, dtype=np.int32),
        100.0,
        np.array([[0, 0, 0], [1, 2, 3]], np.float32),
        np.ones((2, 3), bool),
        np.zeros((1, 3), np.int32),
        np.ones((1, 3), np.float32),
        rows,
    )
    settings = Settings(gap=1e-6, time_limit_s=20, solver=name)  # type: ignore[arg-type]
    result = solve(instance, settings, engine="exact")
    if abs(result.objective - 5.0) > 1e-6:
        raise ValueError(f"objective must be 5 points, got {result.objective:g}")
    return "5 = 5"


def _temporary() -> str:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "probe").write_bytes(b"x")
    return tempfile.gettempdir()


def _environment() -> str:
    """GDAL and PROJ of another program confuse those that come with puzzel."""
    foreign = [
        name for name in ("GDAL_DATA", "PROJ_LIB", "PROJ_DATA") if os.environ.get(name)
    ]
    if foreign:
        raise ValueError(f"{', '.join(foreign)} must not be set, as QGIS may do")
    return "GDAL_DATA, PROJ_LIB, PROJ_DATA: –"
