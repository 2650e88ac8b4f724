"""Write other paths into a scenario file, and leave the rest as it is.

Only the scalars that name a file are replaced, at the very place where they stand, so
that comments, order and layout stay those of the author.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

FileName = Callable[[str], str]
"""What a file is called in the archive, by what the scenario file calls it."""


def rewritten(text: str, data: FileName, parent: FileName) -> str:
    """Return a scenario file with other names of files.

    Parameters
    ----------
    text
        The file; YAML that was read before.
    data
        New name of a data file (``area`` and ``layers``).
    parent
        New name of an entry of ``extends``.

    """
    root: Any = YAML(typ="safe", pure=True).compose(text)
    named = [(node, data) for node in _data(root)]
    named += [(node, parent) for node in _scalars(_entry(root, "extends"))]
    spans = {
        (node.start_mark.index, node.end_mark.index): (node.value, name)
        for node, name in named
    }
    for (start, end), (old, name) in sorted(spans.items(), reverse=True):
        new = name(old)
        if new != old:
            rest = text[start:end]
            after = rest[len(rest.rstrip()) :] + text[end:]  # of a folded text
            text = text[:start] + json.dumps(new, ensure_ascii=False) + after
    return text


def _data(root: Node | None) -> Iterator[ScalarNode]:
    """Give the scalars that name a data file."""
    yield from _scalars(_entry(_entry(root, "area"), "file"))
    layers = _entry(root, "layers")
    if isinstance(layers, MappingNode):
        for _, layer in layers.value:
            yield from _scalars(_entry(layer, "file"))


def _entry(node: Node | None, key: str) -> Node | None:
    if not isinstance(node, MappingNode):
        return None
    found: dict[str, Node] = {name.value: value for name, value in node.value}
    return found.get(key)


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    """Give a scalar, or those of a list."""
    if isinstance(node, ScalarNode) and str(node.tag).endswith(":str"):
        yield node
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from _scalars(one)
