"""Where the numbers that programmes ask to report come from: ``indicators.nc``."""

from pathlib import Path
from typing import Any

import numpy as np

from atlas.document import said
from atlas.page.pack import Packer
from atlas.read_run import Run
from atlas.words.words import LANGUAGES
from grids.sentence import Sentence

FILE = "indicators.nc"
"""Name of the file in a run folder; a run without indicators has none."""


def indicator_layers(run: Run, packer: Packer, most: int) -> list[dict[str, Any]]:
    """Return per indicator what every cell adds; those to which none adds are left out.

    Parameters
    ----------
    run
        The run.
    packer
        Where arrays go.
    most
        Bytes of arrays after which the rest is left out.

    Raises
    ------
    ValueError
        If the file is damaged, or does not fit the cells.

    """
    import xarray

    path: Path = run.path / FILE
    if not path.is_file():
        return []
    try:
        with xarray.open_dataset(path, engine="h5netcdf") as held:
            amount = held["amount"].values
            rules = [str(rule) for rule in held["rule"].values]
            units = [str(unit) for unit in held["unit"].values]
    except (OSError, KeyError) as error:
        raise ValueError(
            Sentence(
                "{path} must be readable, but is not ({why})", path=path, why=error
            )
        ) from error
    if amount.shape != (len(rules), run.grid.n_cells):
        raise ValueError(
            Sentence(
                "{path} must have shape {shape} (indicators, cells), got {got}",
                path=path,
                shape=(len(rules), run.grid.n_cells),
                got=amount.shape,
            )
        )
    labels = {one.id: one.label for one in run.document.indicators}
    found = []
    for rule, unit, values in zip(rules, units, amount, strict=True):
        if packer.size < most and np.nan_to_num(values).any():
            label = {lang: said(labels.get(rule, {}), lang, rule) for lang in LANGUAGES}
            head = {"id": f"indicator.{rule}", "group": "indicator", "label": label}
            plain = "" if unit == "%" else unit  # a cell adds an amount, not a share
            found.append(
                {**head, "form": "steps", "unit": plain, **packer.steps(values)}
            )
    return found
