"""Put one scenario file over another: mappings merge, lists and scalars replace.

``~`` removes. It stays in the merged tree as a mark, so that merging is associative:
``merge(a, merge(b, c)) == merge(merge(a, b), c)``. A mapping put over a mark or a
scalar is ``fresh``: it replaces whatever still lies below. ``tree.plain`` leaves the
marks out at the end.
"""

from collections.abc import Mapping
from dataclasses import replace

from scenarios.tree import Tree


def merge(lower: Tree, upper: Tree) -> Tree:
    """Put one tree over another.

    Parameters
    ----------
    lower
        The parent, which gives way.
    upper
        The child, which wins.

    Returns
    -------
    Tree
        Every value with the place of the file it came from.

    """
    if not isinstance(upper.value, Mapping) or upper.fresh:
        return upper
    if not isinstance(lower.value, Mapping):
        return replace(upper, fresh=True)
    merged = dict(lower.value)
    for key, entry in upper.value.items():
        merged[key] = merge(merged[key], entry) if key in merged else entry
    return replace(upper, value=merged, fresh=lower.fresh)
