"""How sure a plan is: plans nearly as good, and what every one of them has in common.

What is certain is proven from the prices: a use that loses more in a cell than the
distance between bound and plan is in no better plan. Where one use is left, the cell is
decided. Frequencies are a sample: what is in every plan of a portfolio need not be.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.dataset import read_province, write_province
from grids.layers import Layer, Origin
from grids.netcdf import write_netcdf
from grids.sentence import Sentence
from scenarios.explain.explained_run import ExplainedRun, NotExplainableError
from solver.settings import Settings
from solver.watch import Watch, relative_gap
from solver.whatif.portfolio import Portfolio, portfolio
from solver.whatif.standing import Standing, standing

FILE = "portfolio.nc"
"""Name of the file with the plans in a run folder."""

LAYER = "sureness"
"""Name of the layer in ``cells.nc``."""

WITHIN, BEST, OPEN = range(3)
"""Decided in every plan within the distance; in every best plan; not decided."""

LABELS = {
    WITHIN: "in elk plan zo goed / in every plan as good",
    BEST: "in elk beste plan / in every best plan",
    OPEN: "niet beslist / not decided",
}


@dataclass(frozen=True, eq=False)
class Sure:
    """What is known of how sure a plan is.

    Parameters
    ----------
    plans
        Plans within a distance of the bound.
    within
        That distance, relative.
    in_best, in_within
        Uses that may be in a best plan, and in one within the distance; what is False
        is proven not to be; shape ``(n_uses, n_cells)``.

    """

    plans: Portfolio
    within: float
    in_best: NDArray[np.bool_]
    in_within: NDArray[np.bool_]

    @property
    def layer(self) -> NDArray[np.int32]:
        """Code per cell: ``WITHIN``, ``BEST`` or ``OPEN``."""
        code = np.full(self.in_best.shape[1], OPEN, np.int32)
        code[self.in_best.sum(axis=0) == 1] = BEST
        code[self.in_within.sum(axis=0) == 1] = WITHIN
        return code


def find_sure(
    run: ExplainedRun,
    within: float,
    n_plans: int,
    settings: Settings,
    watch: Watch,
    on_plan: Callable[[int, float], None],
) -> Sure:
    """Find plans nearly as good, and what is certain.

    Parameters
    ----------
    run
        The run.
    within
        Gap to the proven bound that a plan may have [1].
    n_plans
        Plans wanted, that of the run among them.
    settings
        Time limit of each search, and seed.
    watch
        Ends it; what was found so far is kept.
    on_plan
        Called with the number of plans and the points of the last.

    Raises
    ------
    NotExplainableError
        If the run's own plan is further from the bound than that.

    """
    instance = run.instance
    stands: Standing = standing(instance, run.row_price, watch)
    objective = float(run.document["objective"])
    bound = min(float(run.document["bound"]), stands.bound)
    gap = relative_gap(objective, bound)
    if gap > within:
        raise NotExplainableError(
            Sentence(
                "plans within {within:.2%} of the bound were asked for, but the run's "
                "own plan has a gap of {gap:.2%}; ask for more than that, or run with "
                "a smaller gap first",
                within=within,
                gap=gap,
            )
        )
    found = portfolio(
        *(instance, run.allocation, bound, within, n_plans, settings, watch, on_plan)
    )
    best = float(found.points.max())
    return Sure(found, within, stands.possible(best), stands.possible(found.least))


def write_sure(folder: Path, run: ExplainedRun, sure: Sure) -> None:
    """Write the plans, and into the run's maps how often and how sure.

    ``portfolio.nc`` has the plans; ``reasons.nc`` gets ``frequency`` per use and cell,
    ``cells.nc`` the layer ``sureness``, so that pages and maps show them.

    Raises
    ------
    OSError
        If a file cannot be written.

    """
    import xarray as xr

    names = np.array(run.instance.use_name, dtype=object)
    plans = xr.Dataset(
        {
            "use": (("plan", "cell"), sure.plans.use),
            "objective": (("plan",), sure.plans.points),
            "use_name": (("use_number",), names),
        },
        attrs={"within": sure.within, "least": float(sure.plans.least)},
    )
    write_netcdf(plans, folder / FILE, {"use": {"zlib": True, "complevel": 1}})
    _add_frequency(folder / "reasons.nc", sure)
    cells = read_province(folder / "cells.nc")
    layer = Layer(LAYER, "class", sure.layer, "1", Origin("puzzel"), LABELS)
    layers = {**cells.layers, LAYER: layer}
    whole = type(cells)(cells.name, cells.grid, layers, cells.available_ha)
    write_province(whole, folder / "cells.nc")


def _add_frequency(path: Path, sure: Sure) -> None:
    import xarray as xr

    with xr.open_dataset(path, engine="h5netcdf") as held:
        dataset = held.load()
    n_uses = sure.in_best.shape[0]
    often = sure.plans.frequency(n_uses) * np.float32(100)
    dataset["frequency"] = xr.DataArray(
        often,
        dims=("use", "cell"),
        attrs={
            "label_nl": f"hoe vaak in {len(sure.plans.use)} plannen",
            "label_en": f"how often in {len(sure.plans.use)} plans",
            "units": "%",
        },
    )
    packed = {"zlib": True, "complevel": 1}
    large = [name for name in dataset.data_vars if "cell" in dataset[name].dims]
    write_netcdf(dataset, path, {str(name): packed for name in large})


def sure_data(run: ExplainedRun, sure: Sure) -> dict[str, Any]:
    """Return what is known, as plain data.

    Returns
    -------
    dict
        ``within``, ``plans`` (points of each), ``asked_least`` [points]; hectares
        ``decided_ha`` (in every best plan), ``certain_ha`` (in every plan within the
        distance), ``open_ha``; and ``uses``: per use hectares ``now``, in ``all``
        plans, in ``half`` of them or more, in ``any``; ``decided``, ``excluded``
        (allowed, but in no best plan).

    """
    land, code = run.land_ha.astype(np.float64), sure.layer
    n_uses = run.instance.n_uses
    often = sure.plans.frequency(n_uses)
    one = sure.in_best.sum(axis=0) == 1

    def hectares(cells: NDArray[np.bool_]) -> float:
        return float(land[cells].sum())

    uses = [
        {
            "id": name,
            "label": run.label("uses", name),
            "now": hectares(run.use == at),
            "all": hectares(often[at] >= 1 - 1e-6),
            "half": hectares(often[at] >= 0.5),
            "any": hectares(often[at] > 0),
            "decided": hectares(one & sure.in_best[at]),
            "excluded": hectares(run.instance.allowed[at] & ~sure.in_best[at]),
        }
        for at, name in enumerate(run.instance.use_name)
        if at and (often[at].any() or (run.use == at).any())
    ]
    return {
        "within": sure.within,
        "plans": sure.plans.points.tolist(),
        "least": float(sure.plans.least),
        "certain_ha": hectares(code == WITHIN),
        "decided_ha": hectares(code != OPEN),
        "open_ha": hectares(code == OPEN),
        "uses": uses,
    }
