"""The safe palette as readers with colour blindness see it.

Matrices of Machado, Oliveira & Fernandes (2009) for complete deficiency, in linear
RGB; distances in CIELAB, where 2 is just to be seen and 10 is seen at a glance.
"""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from atlas.document import Use
from atlas.safe_palette import HATCHES, SAFE, hatches, safe_colours
from tests.atlas.run_folder import USES

SEEN_AS = {
    "normal": (1, 0, 0, 0, 1, 0, 0, 0, 1),
    "protanopia": (
        *(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216),
        *(-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        *(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413),
        *(-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        *(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602),
        *(0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
)


def _lab(colour: tuple[int, int, int], sight: str) -> NDArray[np.float64]:
    part = np.array(colour) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.reshape(SEEN_AS[sight], (3, 3)) @ linear, 0, 1)
    ratio = TO_XYZ @ seen / (TO_XYZ @ np.ones(3))
    root = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    x, y, z = root
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("sight", SEEN_AS)
def test_colours_stay_apart(sight: str) -> None:
    apart = [
        float(np.linalg.norm(_lab(one, sight) - _lab(other, sight)))
        for one, other in combinations(SAFE, 2)
    ]
    assert min(apart) > 8


def test_many_uses_differ_in_colour_or_hatch() -> None:
    uses = [Use(f"use_{at}", {}, "#64aa2d", 1.0, ()) for at in range(20)]
    looks = list(zip(safe_colours(uses), hatches(uses), strict=True))
    assert len(set(looks)) == len(uses)
    assert len(set(hatches(uses)[1:])) == 19 <= len(HATCHES)


def test_a_use_keeps_about_its_own_colour() -> None:
    uses = [Use(row[0], {}, row[3], 1.0, ()) for row in USES[:9]]
    colours = dict(zip((use.id for use in uses), safe_colours(uses), strict=True))
    assert colours["forest"] == (17, 119, 51)
    assert colours["water_storage"] == (136, 204, 238)
    assert colours["housing"] == (221, 204, 119)
    assert len(set(colours.values())) == 9
