from pathlib import Path

import pytest

from grids.catalogue import describe_layer, layer_notes
from grids.layers import KINDS

KIND_OF_TYPE = {
    "mask": "fraction",
    "real": "value",
    "id": "zone",
    "line": "distance",
    "point": "distance",
    "table": "value",
}


def statement_layers(shared_data: Path) -> dict[str, str]:
    text = (shared_data.parent / "rules" / "statements.md").read_text()
    table = text[text.index("Layers (M mask") : text.index("## 9 Proposed")]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| ")]
    return {row[1].strip(): row[2].strip() for row in rows[1:]}


def test_every_layer_of_the_statements_has_a_note(shared_data: Path) -> None:
    layers = statement_layers(shared_data)
    assert len(layers) > 170
    for name, sort in layers.items():
        assert describe_layer(name).kind == KIND_OF_TYPE[sort], name


def test_notes_are_whole_and_names_are_told_apart() -> None:
    notes = layer_notes()
    for name, note in notes.items():
        assert name.isidentifier()
        assert note.kind in KINDS
        assert note.nl
        assert note.en
        assert note.unit == "m" or note.kind != "distance"
    for words in ("nl", "en"):
        texts = [getattr(note, words) for note in notes.values()]
        assert len(set(texts)) == len(texts)


def test_the_distance_to_an_area_needs_no_line() -> None:
    note = describe_layer("natura2000_distance")
    assert (note.kind, note.unit) == ("distance", "m")
    assert (note.nl, note.en) == (
        "afstand tot Natura 2000",
        "distance to Natura 2000",
    )


@pytest.mark.parametrize("name", ["natura200", "elevation_distance"])
def test_an_unknown_layer_has_no_note(name: str) -> None:
    with pytest.raises(KeyError, match="must be in the catalogue"):
        describe_layer(name)
