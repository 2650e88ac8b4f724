"""Sweeps of three runs, and what tells their answers apart."""

from pathlib import Path
from typing import Any

import xarray

from scenarios.faults import Place
from scenarios.options import Options
from scenarios.store import read_document
from scenarios.sweep.axis import axis_of_text
from scenarios.sweep.design import Point, points
from scenarios.sweep.pool import Pool
from scenarios.sweep.sweep import Swept, sweep
from scenarios.sweep.task import Done
from scenarios.sweep.variants import Variant, variants
from tests.small_project import SmallProject

PLACE = Place(Path("--vary"), 0, 0)

TIMES = ("seconds", "peak_memory_mb", "provenance", "run_dir", "area", "layers")
"""What tells when and where a run was made, and the checksums of its files."""


def grid(*texts: str) -> list[Point]:
    """All combinations of ``way=values``."""
    return points([axis_of_text(text, PLACE) for text in texts])


def three(project: SmallProject) -> list[Variant]:
    found = grid("claims.power.target.min=60,80,120")
    return variants(project.scenario, found, project.runs)


def swept(
    project: SmallProject, pool: Pool, options: Options | None = None
) -> tuple[Swept, list[Done]]:
    done: list[Done] = []
    found = sweep(
        "test",
        three(project),
        options or Options(project.runs),
        pool,
        on_done=lambda _, one: done.append(one),
    )
    return found, done


def answer(folder: Path) -> tuple[Any, ...]:
    """All of a run that does not tell when and where it was made."""
    document = read_document(folder)
    assert document is not None
    told = {key: value for key, value in document.items() if key not in TIMES}
    with xarray.open_dataset(folder / "result.nc", engine="h5netcdf") as result:
        use = result["use"].values
        assert use.size
        return told, use.tobytes()
