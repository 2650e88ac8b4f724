"""The CF 1.11 attributes of a province's dataset.

RD New has no grid mapping in CF: ``oblique_stereographic``, as GDAL writes it, is
the one deviation. Units that UDUNITS does not know stand exactly in ``unit``,
and as far as it can read them in ``units``.
"""

import json
from typing import Any

import numpy as np

from grids.grid import Frame
from grids.layers import Layer

OUTSIDE_CODE = -9999
"""Code of a cell outside the province, in files."""

UDUNITS = {
    "m NAP": "m",
    "EUR/ha": "ha-1",
    "persons/ha": "ha-1",
    "jobs/ha": "ha-1",
    "particles/cm3": "cm-3",
    "OU/m3": "m-3",
}
"""Units that UDUNITS does not know, and what is left of them."""

COUNTS = ("persons", "jobs", "dwellings")
"""Units that are plain numbers to UDUNITS."""


INSIDE = {
    "long_name": "cell belongs to the province",
    "flag_values": np.array([0, 1], np.int8),
    "flag_meanings": "outside inside",
    "grid_mapping": "spatial_ref",
}
AVAILABLE = {
    "long_name": "land that may change use",
    "units": "hectare",
    "unit": "ha",
    "grid_mapping": "spatial_ref",
}


def coordinates(frame: Frame) -> dict[str, Any]:
    """Return the coordinates of the cell centres."""
    x, y = frame.centres_m()
    return {
        axis: (
            (axis,),
            values,
            {
                "standard_name": f"projection_{axis}_coordinate",
                "long_name": f"{axis} of the cell centre, RD New",
                "units": "m",
                "axis": axis.upper(),
            },
        )
        for axis, values in (("y", y), ("x", x))
    }


def attributes(layer: Layer) -> dict[str, Any]:
    """Return the CF attributes of a layer and what brings it back whole."""
    origin = layer.origin
    found: dict[str, Any] = {
        "long_name": layer.name.replace("_", " "),
        "kind": layer.kind,
        "unit": layer.unit,
        "source": origin.source,
        "date": origin.date,
        "licence": origin.licence,
        "invented": np.int8(origin.invented),
        "note": origin.note,
        "service": origin.service,
        "fetched": origin.fetched,
        "missing": np.int32(origin.missing),
        "grid_mapping": "spatial_ref",
    }
    if layer.kind not in ("class", "zone"):
        units = "1" if layer.unit in COUNTS else UDUNITS.get(layer.unit, layer.unit)
        return {**found, "units": units, "_FillValue": np.float32(np.nan)}
    codes = sorted(layer.labels)
    words = [f"c{code}_{_word(layer.labels[code])}" for code in codes]
    labels = {str(code): layer.labels[code] for code in codes}
    found["labels"] = json.dumps(labels, ensure_ascii=False)
    if codes:
        found["flag_values"] = np.array(codes, np.int32)
        found["flag_meanings"] = " ".join(words)
    return {**found, "_FillValue": np.int32(OUTSIDE_CODE)}


def _word(label: str) -> str:
    """Return a label as one word of letters, digits and _, as CF asks."""
    plain = label.encode("ascii", "ignore").decode()
    return "".join(sign if sign.isalnum() else "_" for sign in plain)
