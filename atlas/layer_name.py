"""What a layer is called in the reader's language, by the catalogue of layers."""

from atlas.words.words import Words
from grids.catalogue import describe_layer


def layer_name(name: str, words: Words) -> str:
    """Return the catalogue's name of a layer, or its own with spaces."""
    try:
        found = describe_layer(name)
    except KeyError:
        return name.replace("_", " ")
    return found.nl if words.lang == "nl" else found.en
