"""How uses lie in a solved instance: patches and closest pairs, from its arrays."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt

from model.allocation import Allocation
from model.patch_form import SQUARE_M_PER_HA, patch_form
from scenarios.json_text import finite
from solver.instance import Instance
from solver.legal import close_cells


def instance_form_part(
    instance: Instance, allocation: Allocation | None
) -> dict[str, Any]:
    """Say how uses lie; empty lists without an answer.

    Coverage is rows like any other: an instance does not tell it apart.
    """
    if allocation is None:
        return {"patches": [], "separations": [], "coverage": []}
    codes = allocation.use.astype(np.int64)
    forms = [
        (name, patch_form(_plane(instance, codes == number), instance.cell_size_m))
        for number, name in enumerate(instance.use_name)
        if number
    ]
    names = instance.restrictions.separations.name
    return {
        "patches": [{"use": use, **vars(form)} for use, form in forms if form],
        "separations": [
            _separation(instance, codes, number) for number in range(len(names))
        ],
        "coverage": [],
    }


def _separation(
    instance: Instance, use: NDArray[np.int64], number: int
) -> dict[str, Any]:
    apart = instance.restrictions.separations
    here = _plane(instance, apart.use[number][use])
    there = _plane(instance, apart.other[number][use])
    closest_m = np.inf
    if here.any() and there.any():
        away = distance_transform_edt(~there)
        closest_m = float(away[here].min()) * instance.cell_size_m
    close = int(close_cells(instance, use, number).sum())
    return {
        "rule": apart.name[number],
        "asked_m": float(apart.distance_m[number]),
        "closest_m": finite(closest_m),
        "x": None,
        "y": None,
        "too_close_ha": close * instance.cell_size_m**2 / SQUARE_M_PER_HA,
    }


def _plane(instance: Instance, cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    shape = int(instance.cell_row.max()) + 1, int(instance.cell_col.max()) + 1
    plane = np.zeros(shape, np.bool_)
    plane[instance.cell_row, instance.cell_col] = cells
    return plane
