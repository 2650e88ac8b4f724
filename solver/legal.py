"""Judge where the uses of an answer lie: patches, sites, distances.

Labels patches and measures distances anew from the map with SciPy, and shares no code
with the engines that keep the restrictions.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt, label

from solver.instance import Instance

Uses = NDArray[np.int64]


def broken_restrictions(instance: Instance, use: Uses) -> list[str]:
    """Say which hard restrictions an answer breaks, one sentence each.

    Parameters
    ----------
    instance
        What it answers.
    use
        Use per cell, shape ``(n_cells,)``.

    """
    return [
        *_wrong_patches(instance, use),
        *_wrong_sites(instance, use),
        *_too_close(instance, use),
    ]


def too_close_cost(instance: Instance, use: Uses) -> float:
    """Return what priced separations cost an answer [points]."""
    apart = instance.restrictions.separations
    return sum(
        float(apart.price[number]) * int(close_cells(instance, use, number).sum())
        for number in range(len(apart.name))
        if np.isfinite(apart.price[number])
    )


def patches_of(
    instance: Instance, use: Uses, number: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the patch of each cell (0: another use) and the cells of each patch."""
    plane = _plane(instance, use == number)
    found, count = label(plane)
    patch = found[instance.cell_row, instance.cell_col].astype(np.int32)
    return patch, np.bincount(patch, minlength=count + 1)


def close_cells(instance: Instance, use: Uses, number: int) -> NDArray[np.bool_]:
    """Return the cells that break a separation, shape ``(n_cells,)``."""
    apart = instance.restrictions.separations
    here, there = apart.use[number][use], apart.other[number][use]
    if not here.any() or not there.any():
        return np.zeros(use.size, np.bool_)
    away = distance_transform_edt(~_plane(instance, there))
    metres = away[instance.cell_row, instance.cell_col] * instance.cell_size_m
    close: NDArray[np.bool_] = here & (metres < apart.distance_m[number] - 1e-6)
    return close


def _plane(instance: Instance, cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    shape = int(instance.cell_row.max()) + 1, int(instance.cell_col.max()) + 1
    plane = np.zeros(shape, np.bool_)
    plane[instance.cell_row, instance.cell_col] = cells
    return plane


def _wrong_patches(instance: Instance, use: Uses) -> Iterator[str]:
    restrictions = instance.restrictions
    for least, limits in (
        (True, restrictions.patch_least),
        (False, restrictions.patch_most),
    ):
        for number in np.nonzero(limits > int(least))[0]:
            sizes = patches_of(instance, use, int(number))[1][1:]
            wrong = sizes < limits[number] if least else sizes > limits[number]
            if wrong.any():
                extreme = sizes.min() if least else sizes.max()
                yield (
                    f"patches of {instance.use_name[number]} must have at "
                    f"{'least' if least else 'most'} {limits[number]} cells, but "
                    f"{int(wrong.sum())} do not, one of them with {extreme}"
                )


def _wrong_sites(instance: Instance, use: Uses) -> Iterator[str]:
    sites = instance.restrictions.sites
    for at, name in enumerate(sites.name):
        patch, cells = patches_of(instance, use, int(sites.use[at]))
        count = cells.size - 1
        if not sites.fewest[at] <= count <= sites.most[at]:
            yield (
                f"{name}: there must be {sites.fewest[at]} to {sites.most[at]} sites, "
                f"got {count}"
            )
        weight = instance.weight[sites.partition[at]]
        amount = np.bincount(patch, weight, count + 1)[1:]
        if (amount < sites.least[at] * (1 - 1e-6)).any():
            yield (
                f"{name}: a site must have at least {sites.least[at]:g}, "
                f"got {amount.min():g}"
            )
        zone = instance.zone[sites.partition[at]]
        pairs = np.unique(np.stack([patch, zone])[:, patch > 0], axis=1)
        if (pairs[1] < 0).any() or pairs.shape[1] > count:
            yield f"{name}: a site must lie within one candidate area"


def _too_close(instance: Instance, use: Uses) -> Iterator[str]:
    apart = instance.restrictions.separations
    for number in np.nonzero(np.isinf(apart.price))[0]:
        close = int(close_cells(instance, use, int(number)).sum())
        if close:
            yield (
                f"{apart.name[number]}: {close} cells lie closer than "
                f"{apart.distance_m[number]:g} m"
            )
