"""Restrictions as variables of an instance file; each group is there or absent.

``patch_min_cells(use)`` is part of the contract of DESIGN section 11. Others extend
it: ``patch_max_cells(use)``; per site rule ``site_*(site)``; per separation
``separation_*(separation)``, with 1 for the uses on either side.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.restrictions import Restrictions, Separations, Sites

Variables = dict[str, tuple[tuple[str, ...], Any]]

SITE = tuple(
    f"site_{name}" for name in ("name", "use", "fewest", "most", "least", "partition")
)
"""Variables of single sites: all or none."""

SEPARATION = tuple(
    f"separation_{name}" for name in ("name", "use", "other", "m", "price")
)
"""Variables of separations: all or none."""


def restriction_variables(restrictions: Restrictions) -> Variables:
    """Return the variables of what is restricted, with their dimensions."""
    sites, apart = restrictions.sites, restrictions.separations
    found: Variables = {}
    if restrictions.patch_least.size:
        found["patch_min_cells"] = ("use",), restrictions.patch_least
    if restrictions.patch_most.size:
        found["patch_max_cells"] = ("use",), restrictions.patch_most
    if sites.name:
        found |= {
            "site_name": (("site",), np.array(sites.name, dtype=object)),
            "site_use": (("site",), sites.use),
            "site_fewest": (("site",), sites.fewest),
            "site_most": (("site",), sites.most),
            "site_least": (("site",), sites.least),
            "site_partition": (("site",), sites.partition),
        }
    if apart.name:
        of = "separation"
        found |= {
            "separation_name": ((of,), np.array(apart.name, dtype=object)),
            "separation_use": ((of, "use"), apart.use.astype(np.int8)),
            "separation_other": ((of, "use"), apart.other.astype(np.int8)),
            "separation_m": ((of,), apart.distance_m),
            "separation_price": ((of,), apart.price),
        }
    return found


def missing_restrictions(there: set[str]) -> list[str]:
    """Return the variables that are absent while others of their group are there."""
    return [
        name
        for group in (SITE, SEPARATION)
        if there & set(group)
        for name in group
        if name not in there
    ]


def to_restrictions(
    there: set[str],
    take: Callable[[str, type], NDArray[Any]],
    names: Callable[[str], tuple[str, ...]],
) -> Restrictions:
    """Read restrictions from the variables that are there.

    Parameters
    ----------
    there
        Names of the variables of the file.
    take
        Returns a variable as an array of a type.
    names
        Returns a variable as texts.

    """
    nothing = np.zeros(0, np.int32)
    sites, apart = Sites(), Separations()
    if SITE[0] in there:
        sites = Sites(
            names("site_name"),
            take("site_use", np.int32),
            take("site_fewest", np.int32),
            take("site_most", np.int32),
            take("site_least", np.float64),
            take("site_partition", np.int32),
        )
    if SEPARATION[0] in there:
        apart = Separations(
            names("separation_name"),
            take("separation_use", np.int8) != 0,
            take("separation_other", np.int8) != 0,
            take("separation_m", np.float64),
            take("separation_price", np.float64),
        )
    return Restrictions(
        take("patch_min_cells", np.int32) if "patch_min_cells" in there else nothing,
        take("patch_max_cells", np.int32) if "patch_max_cells" in there else nothing,
        sites,
        apart,
    )
