"""Patches by walking from cell to cell, edges one by one."""

import numpy as np
from numpy.typing import NDArray

STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))


def patches(taken: NDArray[np.bool_]) -> list[int]:
    left = {(int(row), int(col)) for row, col in np.argwhere(taken)}
    sizes = []
    while left:
        walk, size = [left.pop()], 0
        while walk:
            row, col = walk.pop()
            size += 1
            for down, east in STEPS:
                beside = row + down, col + east
                if beside in left:
                    left.remove(beside)
                    walk.append(beside)
        sizes.append(size)
    return sizes


def edges(taken: NDArray[np.bool_]) -> int:
    cells = {(int(row), int(col)) for row, col in np.argwhere(taken)}
    return sum(
        (row + down, col + east) not in cells
        for row, col in cells
        for down, east in STEPS
    )
