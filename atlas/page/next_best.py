"""Which use came second in a cell, and by how many points: for a click in a page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from atlas.document import Use
from atlas.page.pack import Packer
from solver.every_worth import every_worth, runner_up
from solver.instance_file import read_instance

ANSWER, INSTANCE = "result.nc", "instance.nc"
"""Files of a run with its prices and its problem."""

PER_POINT = 10
"""Steps in which margins are kept per point: a tenth is what a reader gets."""


def next_best(
    run_dir: Path, uses: Sequence[Use], packer: Packer
) -> dict[str, Any] | None:
    """Return the runner-up and its margin per cell; None for a run without prices.

    Parameters
    ----------
    run_dir
        The run folder.
    uses
        Uses of the page, by code.
    packer
        Where arrays go.

    """
    import xarray

    if not all((run_dir / name).is_file() for name in (ANSWER, INSTANCE)):
        return None
    with xarray.open_dataset(run_dir / ANSWER, engine="h5netcdf") as held:
        if "row_price" not in held:
            return None
        use = held["use"].to_numpy().astype(np.int8)
        price = held["row_price"].to_numpy().astype(np.float64)
    instance = read_instance(run_dir / INSTANCE)
    second, margin = runner_up(every_worth(instance, use, price), use)
    codes = {one.id: code for code, one in enumerate(uses)}
    # 0 is: no other use may come. The last place is for -1.
    code = np.array([*(codes[name] + 1 for name in instance.use_name), 0])
    steps = np.rint(np.nan_to_num(margin) * PER_POINT).astype(np.int64)
    low = int(steps.min(initial=0))
    return {
        "use": packer.add(code[second]),
        "margin": packer.add(steps - low),
        "low": low,
        "per_point": PER_POINT,
    }
