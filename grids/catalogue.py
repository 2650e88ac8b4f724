"""What each layer is called and what its numbers are, in both languages.

The words stand in ``catalogue.yaml``. ``<fraction>_distance`` is the distance to the
area that the fraction describes and needs no line there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from grids.layers import Kind
from grids.sentence import Sentence

DISTANCE = "_distance"
"""End of the name of a distance to the area of a fraction layer."""


@dataclass(frozen=True)
class LayerNote:
    """What a layer is.

    Parameters
    ----------
    kind
        What its numbers are.
    unit
        Unit of the numbers.
    nl, en
        Short name for maps and tables, in Dutch and English.

    """

    kind: Kind
    unit: str
    nl: str
    en: str


@cache
def layer_notes() -> Mapping[str, LayerNote]:
    """Return all notes of the catalogue by name, in its order."""
    from ruamel.yaml import YAML

    found = YAML(typ="safe").load(Path(__file__).with_suffix(".yaml"))
    return {name: LayerNote(**note) for name, note in found.items()}


def describe_layer(name: str) -> LayerNote:
    """Return the note of a layer.

    Raises
    ------
    KeyError
        If the catalogue does not have it.

    """
    notes = layer_notes()
    if name in notes:
        return notes[name]
    area = notes.get(name.removesuffix(DISTANCE))
    if name.endswith(DISTANCE) and area is not None and area.kind == "fraction":
        return LayerNote(
            "distance", "m", f"afstand tot {area.nl}", f"distance to {area.en}"
        )
    near = get_close_matches(name, notes, n=1)
    hint = Sentence("; did you mean '{near}'?", near=near[0]) if near else ""
    raise KeyError(
        Sentence(
            "layer must be in the catalogue, got '{got}'{hint}", got=name, hint=hint
        )
    )
