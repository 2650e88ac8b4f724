"""The layers that a page can show of a run, as the browser gets them.

A layer with codes has a name and a colour per code; a layer with numbers is kept in
250 steps. Whatever layer a run keeps in ``cells.nc`` is shown, also one that this file
does not know.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atlas.colours import LAND, Rgb
from atlas.document import Label, Use
from atlas.drawing.backdrop import backdrop
from atlas.drawing.names import places
from atlas.layer_name import layer_name
from atlas.page.pack import Packer
from atlas.page.reasons import More, Reasons
from atlas.read_run import ALLOCATION, CURRENT_USE, MUNICIPALITY, Run
from atlas.safe_palette import SAFE
from atlas.words.words import both
from grids.layers import Layer
from model.land_use import NO_LAND

ROOM_PX = 8
"""Pixels per cell at which the names of municipalities must fit."""

BUDGET = 5_000_000
"""Bytes of arrays in a page after which it leaves reasons out."""


def layers_of(run: Run, packer: Packer) -> list[dict[str, Any]]:
    """Return today's land, available land, and what else the run keeps per cell."""
    return [
        _background(run, packer),
        {
            "id": "available_ha",
            "group": "land",
            "label": both(lambda words: words.say("page.layer.available")),
            "form": "steps",
            "unit": "ha",
            **packer.steps(run.available_ha),
        },
        *(_other(layer, packer) for layer in _others(run)),
    ]


def zones_of(run: Run, packer: Packer) -> dict[str, Any] | None:
    """Return the municipalities with their names and where those fit."""
    layer = run.layer(MUNICIPALITY)
    if layer is None:
        return None
    frame = run.grid.frame
    names = [
        {
            "name": place.name,
            "x": frame.west_m + (place.col + 0.5) * frame.cell_m,
            "y": frame.north_m - (place.row + 0.5) * frame.cell_m,
        }
        for place in places(layer, run.grid, ROOM_PX)
    ]
    return {
        "array": packer.add(layer.values + 1),
        "labels": {str(code + 1): name for code, name in layer.labels.items()},
        "places": names,
    }


def reason_layers(
    run: Run, uses: Sequence[Use], reasons: Reasons, packer: Packer
) -> tuple[list[dict[str, Any]], bool]:
    """Return suitability and exclusions per use, and whether all of them are there.

    A page that would grow past ``BUDGET`` leaves the rest out. ``uses`` are those of
    the page, which may be more than the run's.
    """
    codes = {use.id: code for code, use in enumerate(uses)}
    rules = _rules(run, reasons)
    found: list[dict[str, Any]] = []
    for row, use in enumerate(reasons.uses):
        if not codes.get(use):
            continue
        if packer.size > BUDGET:
            return found, False
        found.append(_excluded(codes[use], reasons.excluded_by[row], rules, packer))
        if np.isfinite(reasons.suitability[row]).any():
            found.append(_suitability(codes[use], reasons.suitability[row], packer))
        found += [
            _more(codes[use], one, one.values[row], packer) for one in reasons.more
        ]
    return found, True


def all_rules(
    run: Run, uses: Sequence[Use], reasons: Reasons, packer: Packer
) -> tuple[list[dict[str, Any]], bool]:
    """Return where each rule keeps which uses out, and whether all rules are there.

    A run of an older version has none: it knows the first rule only.
    """
    if reasons.out_use is None or reasons.out_cell is None:
        return [], True
    codes = {use.id: code for code, use in enumerate(uses)}
    found: list[dict[str, Any]] = []
    for rule, out, cells in zip(
        reasons.rules, reasons.out_use, reasons.out_cell, strict=True
    ):
        if packer.size > BUDGET:
            return found, False
        kept = [reasons.uses[at] for at in np.nonzero(out)[0].tolist()]
        found.append(
            {
                "rule": rule,
                "label": dict(_rule_name(run, rule)),
                "uses": [codes[use] for use in kept if use in codes],
                "array": packer.add(cells.astype(np.uint8)),
            }
        )
    return found, True


def _background(run: Run, packer: Packer) -> dict[str, Any]:
    """Return the pale land under the allocation."""
    below = both(lambda words: backdrop(run, words))
    tables = zip(below["nl"].table, below["en"].table, strict=True)
    return {
        "id": "background",
        "group": "land",
        "label": both(lambda words: words.say("page.layer.background")),
        "form": "codes",
        "entries": [
            _entry({"nl": dutch, "en": english}, colour)
            for (dutch, colour), (english, _) in tables
        ],
        "array": packer.add(below["nl"].code),
    }


def _others(run: Run) -> Iterator[Layer]:
    """Give the layers of the run that have no place of their own."""
    for name in run.layer_names:
        layer = run.layer(name)
        if name not in (ALLOCATION, MUNICIPALITY, CURRENT_USE) and layer is not None:
            yield layer


def _other(layer: Layer, packer: Packer) -> dict[str, Any]:
    """Return any layer by its kind."""
    head = {
        "id": layer.name,
        "group": "land",
        "label": both(lambda words: layer_name(layer.name, words)),
    }
    if layer.kind not in ("class", "zone"):
        unit = "" if layer.unit == "1" else layer.unit
        return {**head, "form": "steps", "unit": unit, **packer.steps(layer.values)}
    last = max(layer.labels, default=-1)
    names = [layer.labels.get(code, "") for code in range(last + 1)]
    entries = [_entry({"nl": "", "en": ""}, LAND)] + [
        _entry({"nl": name, "en": name}, SAFE[code % len(SAFE)])
        for code, name in enumerate(names)
    ]
    array = packer.add(layer.values + 1)
    return {**head, "form": "codes", "entries": entries, "array": array}


def _rules(run: Run, reasons: Reasons) -> list[dict[str, Any]]:
    """Return a name and colour per rule that excludes; 0 is none."""
    found = [_entry(both(lambda words: words.say("page.may")), LAND)]
    for at, rule in enumerate(reasons.rules):
        found.append(
            _entry(_rule_name(run, rule), SAFE[at % len(SAFE)]) | {"rule": rule}
        )
    return found


def _rule_name(run: Run, rule: str) -> Label:
    """Return what a rule is called; land that is taken is no rule."""
    if rule == NO_LAND:
        return both(lambda words: words.say("map.taken"))
    return both(lambda words: run.document.rule_label(rule, words.lang))


def _excluded(
    code: int, by: NDArray[np.int16], rules: list[dict[str, Any]], packer: Packer
) -> dict[str, Any]:
    """Return by which rule a use is kept out."""
    return {
        "id": f"excluded.{code}",
        "group": "excluded",
        "use": code,
        "form": "codes",
        "entries": rules,
        "array": packer.add(by.astype(np.int32) + 1),
    }


def _suitability(
    code: int, worth: NDArray[np.float32], packer: Packer
) -> dict[str, Any]:
    """Return how good cells are for a use."""
    head = {"id": f"suitability.{code}", "group": "suitability", "use": code}
    return {**head, "form": "steps", "unit": "", **packer.steps(worth)}


def _more(
    code: int, more: More, values: NDArray[np.float32], packer: Packer
) -> dict[str, Any]:
    """Return another number per cell for a use, under its own heading."""
    return {
        "id": f"{more.name}.{code}",
        "group": more.name,
        "heading": dict(more.label),
        "use": code,
        "form": "steps",
        "unit": "" if more.unit == "1" else more.unit,
        **packer.steps(values),
    }


def _entry(label: Label, colour: Rgb) -> dict[str, Any]:
    """Return what a code means."""
    return {"label": dict(label), "colour": list(colour)}
