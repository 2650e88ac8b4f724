"""Files of a run that only pages read: reasons, events, the resolved scenario."""

import json
from pathlib import Path

import numpy as np
import xarray as xr

from atlas.read_run import read_run


def write_reasons(run_dir: Path, *, rough: bool = False) -> None:
    """Suitability grows from west to east; a rule keeps use 1 out of every 7th cell.

    ``rough`` adds noise per use and cell, as layers of distances and soils have it.
    """
    run = read_run(run_dir)
    n_uses, n_cells = len(run.uses), run.grid.n_cells
    worth = np.tile(
        (run.grid.col / run.grid.frame.cols).astype(np.float32), (n_uses, 1)
    )
    if rough:
        noise = np.random.default_rng(1).normal(0, 0.03, worth.shape)
        worth = np.clip(worth + noise, 0, 1).astype(np.float32)
    worth[0] = np.nan
    excluded = np.full((n_uses, n_cells), -1, np.int16)
    excluded[1, ::7] = 1
    excluded[1:, run.available_ha <= 0] = 0
    names = np.array(["no-land", "wbs-deep-polders"], object)
    ids = np.array([use.id for use in run.uses], object)
    dataset = xr.Dataset(
        {
            "suitability": (("use", "cell"), worth),
            "excluded_by": (("use", "cell"), excluded),
            "exclusion_name": (("exclusion",), names),
            "use_name": (("use",), ids),
        }
    )
    dataset.to_netcdf(run_dir / "reasons.nc", engine="h5netcdf")


def write_events(run_dir: Path) -> None:
    """A search of five steps."""
    steps = [(0.1, None, 13_000.0), (0.5, 9_000.0, 12_600.0), (1.0, 12_000.0, 12_500.0)]
    steps += [(2.0, 12_300.0, 12_420.0), (3.0, 12_345.6, 12_400.1)]
    lines = [
        {"event": "progress", "seconds": at, "incumbent": plan, "bound": bound}
        for at, plan, bound in steps
    ]
    text = "\n".join(json.dumps(line) for line in lines)
    (run_dir / "events.jsonl").write_text(f"{text}\n", encoding="utf-8")


def write_scenario(run_dir: Path, homes_ha: float) -> None:
    """A resolved scenario with a claim."""
    text = f"""\
name: {run_dir.name}
claims:
  homes:
    label: {{nl: woningen, en: homes}}
    target: {{assumed: true, reason: proef, value: {homes_ha:g} ha}}
rules:
  wbs-deep-polders: {{kind: share, min: 5 %}}
"""
    (run_dir / "scenario.resolved.yaml").write_text(text, encoding="utf-8")
