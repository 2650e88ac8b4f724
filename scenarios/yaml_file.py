"""Read a YAML 1.2 file into a tree that knows line and column of every value.

Faults are collected, not raised: a file with a duplicate key is still read, so that
the rest of it can be checked too. Anchors and aliases work; tags and merge keys
(``<<``) do not: a scenario has one way to inherit, ``extends``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from scenarios.faults import Fault, Key, Place, fault
from scenarios.tree import Scalar, Tree

_TAG = "tag:yaml.org,2002:"
_TEXT = frozenset({"str", "timestamp", "value", "merge"})
_SYNTAX = {
    "mapping values are not allowed here": "yaml_colon",
    "found character '\\t' that cannot start any token": "yaml_tab",
}


def read_yaml(file: Path, name: str = "") -> tuple[Tree, tuple[Fault, ...]]:
    """Read a file.

    Parameters
    ----------
    file
        Path of the file, UTF-8.
    name
        How to name it in faults; default the file's name.

    Returns
    -------
    tuple[Tree, tuple[Fault, ...]]
        The file as a mapping, empty where it cannot be read; and what is wrong.

    Raises
    ------
    OSError
        If the file cannot be opened.

    """
    start = Place(file, 1, 1, name or file.name)
    empty = Tree({}, start, start)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return empty, (_not_utf8(error, start),)
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        return empty, (_syntax(error, start),)
    except ReaderError as error:
        return empty, (_control(error, text, start),)
    if node is None:
        return empty, ()
    reader = _Reader(start)
    tree = reader.tree(node, (), start)
    if not isinstance(node, MappingNode):
        reader.faults.append(fault(start, (), "yaml_mapping", got=tree.value))
        return empty, tuple(reader.faults)
    return tree, tuple(reader.faults)


def read_value(text: str, place: Place) -> tuple[Tree, tuple[Fault, ...]]:
    """Read one value from a text that is no file, such as an option.

    Parameters
    ----------
    text
        A scalar, or a list or mapping between brackets.
    place
        Where the user wrote it; every value has this place.

    Returns
    -------
    tuple[Tree, tuple[Fault, ...]]
        The value, ``None`` where it cannot be read; and what is wrong.

    """
    nothing = Tree(None, place, place)
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        return nothing, (replace(_syntax(error, place), place=place),)
    except ReaderError as error:
        return nothing, (replace(_control(error, text, place), place=place),)
    if node is None:
        return nothing, ()
    reader = _Reader(place)
    tree = reader.tree(node, (), place)
    faults = (replace(found, place=place) for found in reader.faults)
    return _at(tree, place), tuple(faults)


def _at(tree: Tree, place: Place) -> Tree:
    """Give all values one place."""
    value = tree.value
    if isinstance(value, tuple):
        value = tuple(_at(entry, place) for entry in value)
    elif isinstance(value, Mapping):
        value = {key: _at(entry, place) for key, entry in value.items()}
    return Tree(value, place, place)


class _Reader:
    """Turn the nodes of one file into a tree, and collect what is wrong."""

    def __init__(self, start: Place) -> None:
        self.start = start
        self.faults: list[Fault] = []
        self._scalars = YAML(typ="safe", pure=True).constructor
        self._open: list[Node] = []

    def tree(self, node: Node, path: Key, key_place: Place) -> Tree:
        """Make the tree of a node and of all below it."""
        begin = self._place(node)
        place = begin if begin.line == key_place.line else key_place
        if any(node is outer for outer in self._open):
            self.faults.append(fault(place, path, "yaml_circle"))
            return Tree(None, place, key_place)
        if isinstance(node, ScalarNode):
            return Tree(self._scalar(node, path), place, key_place)
        self._open.append(node)
        value = self._collection(node, path)
        self._open.pop()
        return Tree(value, place, key_place)

    def _collection(
        self, node: Node, path: Key
    ) -> tuple[Tree, ...] | dict[str | int, Tree]:
        if isinstance(node, SequenceNode):
            return tuple(
                self.tree(entry, (*path, index), self._place(entry))
                for index, entry in enumerate(node.value)
            )
        return {
            key: self.tree(entry, (*path, key), place)
            for key, place, entry in self._entries(node, path)
        }

    def _entries(
        self, node: Node, path: Key
    ) -> Iterator[tuple[str | int, Place, Node]]:
        """Check the keys of a mapping; of two that are equal the first counts."""
        seen: dict[str | int, Place] = {}
        for key_node, entry in node.value:
            place = self._place(key_node)
            key = self._key(key_node, path)
            if key is None:
                continue
            if key in seen:
                first = seen[key].line
                self.faults.append(
                    fault(place, (*path, key), "duplicate_key", first=first)
                )
                continue
            seen[key] = place
            yield key, place, entry

    def _key(self, node: Node, path: Key) -> str | int | None:
        """Read a key: text or a whole number; other numbers as text."""
        value = self._scalar(node, path) if isinstance(node, ScalarNode) else None
        if value is None or isinstance(value, bool):
            got = node.value if isinstance(node, ScalarNode) else {}
            self.faults.append(fault(self._place(node), path, "yaml_key", got=got))
            return None
        return value if isinstance(value, str | int) else str(value)

    def _scalar(self, node: ScalarNode, path: Key) -> Scalar:
        tag = str(node.tag).removeprefix(_TAG)
        if tag in _TEXT:
            return str(node.value)
        if tag not in ("null", "bool", "int", "float"):
            self.faults.append(fault(self._place(node), path, "yaml_tag", name=tag))
            return str(node.value)
        value: Scalar = self._scalars.construct_object(node)
        return value

    def _place(self, node: Node) -> Place:
        mark = node.start_mark
        return Place(self.start.file, mark.line + 1, mark.column + 1, self.start.name)


def _syntax(error: MarkedYAMLError, start: Place) -> Fault:
    mark = error.problem_mark or error.context_mark
    place = start
    if isinstance(mark, StringMark):
        place = Place(start.file, mark.line + 1, mark.column + 1, start.name)
    problem = str(error.problem)
    context = f" {error.context}" if error.context else ""
    code = _SYNTAX.get(problem, "yaml_syntax")
    return fault(place, (), code, text=f"{problem}{context}")


def _control(error: ReaderError, text: str, start: Place) -> Fault:
    before = text[: error.position]
    column = error.position - before.rfind("\n")
    place = Place(start.file, before.count("\n") + 1, column, start.name)
    return fault(place, (), "yaml_control", name=f"{ord(text[error.position]):#04x}")


def _not_utf8(error: UnicodeDecodeError, start: Place) -> Fault:
    before = error.object[: error.start]
    column = error.start - before.rfind(b"\n")
    place = Place(start.file, before.count(b"\n") + 1, column, start.name)
    return fault(place, (), "yaml_utf8", name=f"{error.object[error.start]:#04x}")
