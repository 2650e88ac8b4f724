"""Draw the frontier of a scenario: its plan first, then those between the two ends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.grid import Grid
from grids.netcdf import write_netcdf
from grids.sentence import Sentence
from scenarios.cache import cached_province
from scenarios.explain.explained_run import Texts
from scenarios.frontier.goals import Named, asked_of, goal_of
from scenarios.frontier.kept import (
    LEAST_MISSED,
    Kept,
    kept_rows,
    label_of,
    without_claims,
)
from scenarios.inputs import inputs_of
from scenarios.json_text import finite
from scenarios.load import LoadedScenario
from scenarios.plan import find_plan, to_settings
from scenarios.province import make_province
from scenarios.store import prepare
from scenarios.translation.problem import translate
from solver.compile import to_instance
from solver.watch import Watch
from solver.whatif.frontier import Point, frontier, knee


class NoPlanError(RuntimeError):
    """The scenario has no plan to begin with."""


@dataclass(frozen=True, eq=False)
class Frontier:
    """A frontier that was found.

    Parameters
    ----------
    first, second
        The two numbers.
    points
        From the best of the first number on.
    now
        Both numbers in the scenario's own plan.
    use
        Use per cell of that plan, shape ``(n_cells,)``.
    land_ha
        Land that may change per cell [ha], shape ``(n_cells,)``.
    gap
        Part of the distance between the ends that a point may lie from the best.
    grid, use_name
        Cells, and names of the uses.
    kept
        The rows that are to be kept as well as in that plan.
    invented
        Whether each layer is invented.
    interrupted
        Whether somebody ended it.

    """

    first: Named
    second: Named
    points: list[Point]
    now: tuple[float, float]
    use: NDArray[np.int8]
    land_ha: NDArray[np.float64]
    gap: float
    grid: Grid
    use_name: tuple[str, ...]
    kept: Kept
    invented: Sequence[bool]
    interrupted: bool = False

    @property
    def knee(self) -> int | None:
        """Number of the point where it bends most."""
        return knee(self.points)

    @property
    def span(self) -> float:
        """Distance between the ends in the first number."""
        ends = [point.first for point in self.points]
        return float(np.ptp(ends)) if ends else 0.0

    def data(self) -> dict[str, Any]:
        """Return everything as plain data but the plans themselves."""
        return {
            "between": [_told(self.first), _told(self.second)],
            "now": list(self.now),
            "gap_asked": self.gap,
            "knee": self.knee,
            "layers": len(self.invented),
            "invented_layers": sum(self.invented),
            "kept": int(self.kept.rows.sum()),
            "kept_worst": self.kept.worst(self.points),
            "points": [self._point(point) for point in self.points],
        }

    def _point(self, point: Point) -> dict[str, Any]:
        off = abs(point.first_bound - point.first)
        changed = point.allocation.use != self.use
        return {
            "first": point.first,
            "second": point.second,
            "first_bound": finite(point.first_bound),
            "gap": finite(off / self.span) if self.span else 0.0,
            "points": point.points,
            "kept_less_well": {
                self.kept.name[row]: float(point.missed[row])
                for row in np.nonzero(point.missed > LEAST_MISSED)[0]
            },
            "changed_ha": float(self.land_ha[changed].sum()),
        }


def find_frontier(
    loaded: LoadedScenario,
    runs: Path,
    between: Sequence[str],
    n_points: int,
    watch: Watch,
    on_step: Callable[[str, int], None],
) -> Frontier:
    """Find plans along the frontier of two numbers.

    Parameters
    ----------
    loaded
        The scenario.
    runs
        Folder whose cache holds the grid.
    between
        Two names, or none for those of the scenario.
    n_points
        Plans wanted.
    watch
        Ends it; points found so far are kept.
    on_step
        Called with what is done (``plan``, ``point``) and its number.

    Raises
    ------
    NotAGoalError
        If no frontier can be drawn between the two.
    NoPlanError
        If the scenario has no plan within its time limit.

    """
    asked = asked_of(loaded, between)
    prepare(runs)
    make = lambda: make_province(loaded)  # noqa: E731
    province, _ = cached_province(runs, inputs_of(loaded), make)
    translated = translate(loaded, province)
    first, second = (goal_of(loaded, translated, one) for one in asked)
    on_step("plan", 0)
    plan = find_plan(
        loaded, translated, to_instance(translated.problem), watch, lambda _s: None
    )
    if plan.result.allocation is None:
        raise NoPlanError(
            Sentence(
                "a scenario must have a plan before a frontier can be drawn, got "
                "status {status}; puzzel check tells why",
                status=plan.result.status.value,
            )
        )
    start, settings = plan.result.allocation, to_settings(loaded)
    open_to = without_claims(plan.instance, translated, {first.name, second.name})
    goals = first.goal, second.goal
    kept = kept_rows(open_to, loaded, asked)
    points = frontier(
        open_to,
        *(start, goals, n_points, settings, watch, kept),
        lambda number, _point: on_step("point", number),
    )
    now = first.goal.measure.value(start), second.goal.measure.value(start)
    return Frontier(
        first=first,
        second=second,
        points=points,
        now=now,
        use=start.use,
        land_ha=translated.problem.land_ha,
        gap=settings.gap,
        grid=province.grid,
        use_name=tuple(use.name for use in translated.problem.uses),
        kept=Kept(
            kept,
            open_to.rows.name,
            open_to.rows.shortfall_price,
            lambda row: label_of(loaded, row),
        ),
        invented=[layer.origin.invented for layer in province.layers.values()],
        interrupted=watch.interrupted,
    )


def write_plans(folder: Path, found: Frontier) -> None:
    """Write the plans of all points as ``frontier.nc``.

    Raises
    ------
    OSError
        If the file cannot be written.

    """
    import xarray as xr

    use = np.stack([point.allocation.use for point in found.points])
    dataset = xr.Dataset(
        {
            "use": (("point", "cell"), use),
            "first": (("point",), [point.first for point in found.points]),
            "second": (("point",), [point.second for point in found.points]),
            "cell_row": (("cell",), found.grid.row),
            "cell_col": (("cell",), found.grid.col),
            "use_name": (("use_number",), np.array(found.use_name, dtype=object)),
        },
        attrs={"first": found.first.name, "second": found.second.name},
    )
    packed = {"zlib": True, "complevel": 1}
    write_netcdf(dataset, folder / "frontier.nc", {"use": packed})


def _told(named: Named) -> dict[str, Any]:
    label: Texts = named.label
    return {
        "id": named.name,
        "label": dict(label),
        "unit": named.unit,
        "better": "more" if named.goal.more else "less",
    }
