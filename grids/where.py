"""Questions to layers in words: ``natura2000 > 0.5 and not (elevation <= -4)``.

Comparisons (also chained), ``and``, ``or``, ``not``, ``in``, brackets, numbers, sums
and names of layers; zone and class layers are compared with their labels
(``current_use in ('farmland', 'grassland')``). A fraction by itself means more than
half of the cell, a zone layer that the cell lies in one of its zones.
"""

import ast
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from grids.layers import Layer, Province
from grids.reading import Reading, UnknownNameError, WhereError, parse

__all__ = ["UnknownNameError", "WhereError", "names", "select"]


def select(layers: Province | Mapping[str, Layer], text: str) -> NDArray[np.bool_]:
    """Return the cells where an expression holds.

    Parameters
    ----------
    layers
        The province, or layers by name.
    text
        The expression.

    Returns
    -------
    NDArray[np.bool_]
        True where it holds, shape ``(n_cells,)``.

    Raises
    ------
    UnknownNameError
        If a layer is not there; ``name`` says which.
    WhereError
        If the text cannot be read, a label is unknown, or sorts are mixed.

    """
    known = layers.layers if isinstance(layers, Province) else layers
    tree = parse(text)
    reading = Reading(text, known)
    with np.errstate(divide="ignore", invalid="ignore"):
        held = reading.truth(tree)
    sizes = {layer.values.shape for layer in known.values()}
    shape = next(iter(sizes)) if len(sizes) == 1 else np.shape(held)
    return np.array(np.broadcast_to(held, shape), np.bool_)


def names(text: str) -> set[str]:
    """Return the names of the layers that an expression asks for.

    Raises
    ------
    WhereError
        If the text cannot be read.

    """
    return {node.id for node in ast.walk(parse(text)) if isinstance(node, ast.Name)}
