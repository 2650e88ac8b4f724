from pathlib import Path
from typing import Any

import pytest

from grids.layers import Origin
from grids.sources import LayerSource

PATH = Path("x.gpkg")


def _source(name: str = "a", kind: Any = "fraction", **more: Any) -> LayerSource:
    return LayerSource(name, kind, PATH, origin=Origin("x"), **more)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"name": "a b"}, "got 'a b'"),
        ({"kind": "area"}, "got 'area'"),
        ({"resample": "cubic"}, "got 'cubic'"),
        ({"band": 0}, "got 0"),
        ({"kind": "zone", "complement": True}, "got kind zone"),
        ({"per_ha": True}, "got kind fraction, column None"),
        ({"kind": "value", "of": "3"}, "got kind value"),
        ({"of": "built"}, "got 'built'; for polygons use where"),
    ],
)
def test_refuses_what_means_nothing(more: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        _source(**more)
