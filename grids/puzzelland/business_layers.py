"""Business land, ports, campuses and defence."""

import numpy as np

from grids.puzzelland.drawing import marked, metres, soft
from grids.puzzelland.land import Land
from grids.puzzelland.noise import COLS, Plane, stream


def business_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about business parks, industry and ports."""
    sites = land.sites
    rng = stream(land.key, "cluster six")
    cells = np.flatnonzero(sites.parks & ~sites.industry)
    six = cells[rng.integers(0, len(cells), 6)]
    waste = cells[rng.integers(0, len(cells), 9)]
    category = np.select([sites.heavy, sites.parks], [5.0, 3.0], 1.0)
    near_cluster = metres(sites.logistics) < 3_000
    open_land = (land.cover.use < 2) & (land.roads.exit_m < 2_200)
    hyper = (metres(sites.industry) < 4_000) & (land.cover.use < 2)
    return {
        "business_park_existing": soft(sites.parks),
        "hmc_existing": soft(sites.heavy),
        "env_category": category,
        "industry_cluster": soft(sites.industry),
        "industry_provincial_interest": soft(sites.industry | sites.logistics),
        "logistics_cluster": soft(sites.logistics | (near_cluster & open_land)),
        "cluster6_sites": metres(marked([_place(cell) for cell in six])),
        "waste_source": metres(marked([_place(cell) for cell in waste])),
        "port": soft(sites.port),
        "quay": soft(sites.quay),
        "campus": soft(sites.campus),
        "hyperscale_allowed": soft(hyper & (land.noise("hyper", 25, 2) > 0.72)),
    }


def defence_layers(land: Land) -> dict[str, Plane]:
    """Return the layers about defence."""
    sites = land.sites
    site = sites.barracks | sites.exercise
    return {
        "defence_site": soft(site),
        "defence_zone": soft(metres(sites.exercise) < 1_000),
        "defence_candidate": soft(sites.candidate | sites.preferred),
        "defence_preferred": soft(sites.preferred),
        "defence_released": soft(sites.released),
    }


def _place(cell: int) -> tuple[float, float]:
    """Return the row and column of a flat cell number."""
    return float(cell // COLS), float(cell % COLS)
