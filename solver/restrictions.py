"""What must hold of where uses lie: patches, single sites, distances.

A patch is all rook-connected cells of one use. Restrictions only shrink the set of
legal answers, so a bound on the instance without them holds with them too.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


def _ints() -> NDArray[np.int32]:
    return np.zeros(0, np.int32)


def _floats() -> NDArray[np.float64]:
    return np.zeros(0)


def _pairs() -> NDArray[np.bool_]:
    return np.zeros((0, 0), np.bool_)


@dataclass(frozen=True, eq=False)
class Sites:
    """A number of patches of a use, each large enough and within one candidate area.

    Parameters
    ----------
    name
        Per site rule.
    use
        Use that comes in sites, int32, shape ``(n_site_rules,)``.
    fewest, most
        Number of its patches, int32.
    least
        Amount that every patch must have, counted by the partition's weight.
    partition
        Partition whose zones are the candidate areas: a patch lies within one.

    """

    name: tuple[str, ...] = ()
    use: NDArray[np.int32] = field(default_factory=_ints)
    fewest: NDArray[np.int32] = field(default_factory=_ints)
    most: NDArray[np.int32] = field(default_factory=_ints)
    least: NDArray[np.float64] = field(default_factory=_floats)
    partition: NDArray[np.int32] = field(default_factory=_ints)


@dataclass(frozen=True, eq=False)
class Separations:
    """Uses that keep a distance from other uses, from cell centre to cell centre.

    Parameters
    ----------
    name
        Per separation.
    use
        Uses that keep away, bool, shape ``(n_separations, n_uses)``.
    other
        Uses that they keep away from, bool, shape ``(n_separations, n_uses)``.
    distance_m
        Least distance [m].
    price
        Points lost per cell of ``use`` that lies closer; infinite where none may.

    """

    name: tuple[str, ...] = ()
    use: NDArray[np.bool_] = field(default_factory=_pairs)
    other: NDArray[np.bool_] = field(default_factory=_pairs)
    distance_m: NDArray[np.float64] = field(default_factory=_floats)
    price: NDArray[np.float64] = field(default_factory=_floats)


@dataclass(frozen=True, eq=False)
class Restrictions:
    """All restrictions of an instance.

    Parameters
    ----------
    patch_least, patch_most
        Cells that a patch of each use must and may have, int32, shape ``(n_uses,)``
        or empty; 0: no limit.
    sites, separations
        Single sites, and distances between new uses.

    """

    patch_least: NDArray[np.int32] = field(default_factory=_ints)
    patch_most: NDArray[np.int32] = field(default_factory=_ints)
    sites: Sites = field(default_factory=Sites)
    separations: Separations = field(default_factory=Separations)

    @property
    def any(self) -> bool:
        """Whether anything is restricted."""
        return bool(
            (self.patch_least > 1).any()
            or (self.patch_most > 0).any()
            or self.sites.name
            or self.separations.name
        )


def faults(
    restrictions: Restrictions, n_uses: int, partitions: int, size_m: float
) -> list[str]:
    """Say everything that is wrong with restrictions, one sentence each.

    Parameters
    ----------
    restrictions
        What to check.
    n_uses, partitions
        Number of uses and of partitions of the instance.
    size_m
        Edge of a cell [m].

    """
    sites, apart = restrictions.sites, restrictions.separations
    n_sites, n_apart = len(sites.name), len(apart.name)
    wanted: list[tuple[str, tuple[int, ...], tuple[int, ...]]] = [
        ("site_use", sites.use.shape, (n_sites,)),
        ("site_fewest", sites.fewest.shape, (n_sites,)),
        ("site_most", sites.most.shape, (n_sites,)),
        ("site_least", sites.least.shape, (n_sites,)),
        ("site_partition", sites.partition.shape, (n_sites,)),
        ("separation_m", apart.distance_m.shape, (n_apart,)),
        ("separation_price", apart.price.shape, (n_apart,)),
    ]
    if n_apart:
        wanted += [
            ("separation_use", apart.use.shape, (n_apart, n_uses)),
            ("separation_other", apart.other.shape, (n_apart, n_uses)),
        ]
    for name, limits in (
        ("patch_min_cells", restrictions.patch_least),
        ("patch_max_cells", restrictions.patch_most),
    ):
        if limits.size:
            wanted.append((name, limits.shape, (n_uses,)))
    found = [
        f"{name} must have shape {shape}, got {came}"
        for name, came, shape in wanted
        if came != shape
    ]
    return found or _wrong_values(restrictions, n_uses, partitions, size_m)


def _wrong_values(
    restrictions: Restrictions, n_uses: int, partitions: int, size_m: float
) -> list[str]:
    sites, apart = restrictions.sites, restrictions.separations
    least, most = restrictions.patch_least, restrictions.patch_most
    crossed = least.size and most.size and ((most > 0) & (least > most)).any()
    checks = {
        "patch_min_cells must be >= 0": not (least < 0).any(),
        "patch_max_cells must be >= 0": not (most < 0).any(),
        "patch_min_cells must not exceed patch_max_cells": not crossed,
        "site_use must name a use beside use 0": bool(
            ((sites.use > 0) & (sites.use < n_uses)).all()
        ),
        "no use may have two site rules": np.unique(sites.use).size == sites.use.size,
        "site_fewest must lie in 0..site_most": bool(
            ((sites.fewest >= 0) & (sites.fewest <= sites.most)).all()
        ),
        "site_least must be finite and >= 0": bool(
            (np.isfinite(sites.least) & (sites.least >= 0)).all()
        ),
        "site_partition must name a partition": bool(
            ((sites.partition >= 0) & (sites.partition < partitions)).all()
        ),
        f"separation_m must be finite and above the cell size of {size_m:g} m": bool(
            (np.isfinite(apart.distance_m) & (apart.distance_m > size_m)).all()
        ),
        "separation_price must be > 0": bool((apart.price > 0).all()),
        "a use cannot keep away from itself": not (apart.use & apart.other).any(),
    }
    return [text for text, holds in checks.items() if not holds]
