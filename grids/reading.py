"""The meaning of one expression over layers: its syntax tree, walked and never run.

Only the parts of Python's grammar that ``Reading`` names mean something; everything
else is an error that says which part it is and where it stands.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from grids.layers import NO_ZONE
from grids.sentence import Sentence

MOST = 0.5
"""Share of the cell above which a fraction by itself holds."""

_COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class WhereError(ValueError):
    """An expression that cannot be read or makes no sense."""


class UnknownNameError(WhereError):
    """An expression asks for a layer that is not there.

    Parameters
    ----------
    name
        Name that is not known.
    message
        What to tell the user.

    """

    def __init__(self, name: str, message: str) -> None:
        super().__init__(message)
        self.name = name


class Named(Protocol):
    """What an expression can name: a layer, or a column of features."""

    @property
    def name(self) -> str:
        """How it is called."""

    @property
    def kind(self) -> str:
        """What its values are, one of ``grids.layers.KINDS``."""

    @property
    def values(self) -> NDArray[Any]:
        """One value a cell or feature."""

    @property
    def labels(self) -> Mapping[int, str]:
        """Name per code, for class and zone."""


def parse(text: str) -> ast.expr:
    """Return the syntax tree of an expression."""
    try:
        return ast.parse(" ".join(text.split("\n")).strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        column = getattr(error, "offset", None) or 1
        reason = getattr(error, "msg", None) or str(error)
        raise WhereError(
            Sentence(
                "where must be an expression over layers, but '{text}' cannot be "
                "read at column {column} ({why})",
                text=text,
                column=column,
                why=reason,
            )
        ) from error


@dataclass(frozen=True)
class Reading:
    """One expression over one set of layers."""

    text: str
    layers: Mapping[str, Named]

    def truth(self, node: ast.expr) -> Any:
        """Return where a condition holds."""
        match node:
            case ast.BoolOp(op=ast.And(), values=parts):
                return np.logical_and.reduce([self.truth(part) for part in parts])
            case ast.BoolOp(op=ast.Or(), values=parts):
                return np.logical_or.reduce([self.truth(part) for part in parts])
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return np.logical_not(self.truth(part))
            case ast.Compare():
                return self._chain(node)
            case ast.Name():
                return self._mostly(node)
            case ast.Constant(value=bool() as value):
                return np.bool_(value)
        raise self._error(node, Sentence("a condition (a comparison, and, or, not)"))

    def _mostly(self, node: ast.Name) -> Any:
        """Return where a fraction covers more than half, or where there is a zone."""
        layer = self._layer(node)
        if layer.kind == "zone":
            return layer.values != NO_ZONE
        if layer.kind != "fraction":
            raise self._error(
                node, Sentence("a comparison, because it is a {kind}", kind=layer.kind)
            )
        return layer.values > MOST

    def _chain(self, node: ast.Compare) -> Any:
        """Return where every link of a comparison holds."""
        sides = [node.left, *node.comparators]
        links = [
            self._link(left, how, right)
            for left, how, right in zip(sides, node.ops, sides[1:], strict=False)
        ]
        return np.logical_and.reduce(links)

    def _link(self, left: ast.expr, how: ast.cmpop, right: ast.expr) -> Any:
        """Return where one comparison holds."""
        if isinstance(how, (ast.In, ast.NotIn)):
            held = np.isin(*self._coded(left, self._members(right)))
            return ~held if isinstance(how, ast.NotIn) else held
        if type(how) not in _COMPARE:
            raise self._error(right, Sentence("compared by < <= > >= == != or in"))
        if _is_text(left):
            left, right = right, left
        if _is_text(right):
            if not isinstance(how, (ast.Eq, ast.NotEq)):
                raise self._error(
                    right, Sentence("compared with == or in, because it is a label")
                )
            held = np.isin(*self._coded(left, [right]))
            return ~held if isinstance(how, ast.NotEq) else held
        return _COMPARE[type(how)](self.number(left), self.number(right))

    def _members(self, node: ast.expr) -> list[ast.expr]:
        """Return the items of a list in brackets."""
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and node.elts:
            return list(node.elts)
        if _is_text(node):
            return [node]
        raise self._error(
            node, Sentence("a list in brackets after in, such as ('a', 'b')")
        )

    def _coded(self, side: ast.expr, items: list[ast.expr]) -> tuple[Any, list[Any]]:
        """Return values and the codes of labels or the numbers to look for."""
        if not any(_is_text(item) for item in items):
            return self.number(side), [self.number(item) for item in items]
        if not isinstance(side, ast.Name):
            raise self._error(
                side, Sentence("a zone or class layer, to compare with a label")
            )
        layer = self._layer(side)
        if layer.kind not in ("zone", "class"):
            raise self._error(
                side,
                Sentence(
                    "compared with a number, because it is a {kind}", kind=layer.kind
                ),
            )
        return layer.values, [
            code for item in items for code in self._codes(layer, item)
        ]

    def _codes(self, layer: Named, node: ast.expr) -> list[int]:
        """Return the codes with a label."""
        label = node.value if isinstance(node, ast.Constant) else None
        found = [code for code, name in layer.labels.items() if name == label]
        if found:
            return found
        known = sorted(set(layer.labels.values()))
        raise WhereError(
            Sentence(
                "label of layer '{name}' must be one of {known}, got {got} at "
                "column {column} of '{text}'{hint}",
                name=layer.name,
                known=_listed(known),
                got=ast.unparse(node),
                column=node.col_offset + 1,
                text=self.text,
                hint=_hint(str(label), known),
            )
        )

    def number(self, node: ast.expr) -> Any:
        """Return the numbers of a layer, a constant or a sum."""
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as value):
                return float(value)
            case ast.Name():
                return self._layer(node).values
            case ast.UnaryOp(op=ast.USub(), operand=part):
                return -self.number(part)
            case ast.UnaryOp(op=ast.UAdd(), operand=part):
                return self.number(part)
            case ast.BinOp(left=left, op=how, right=right) if type(how) in _ARITHMETIC:
                return _ARITHMETIC[type(how)](self.number(left), self.number(right))
        raise self._error(node, Sentence("a number, a layer, or a sum of them"))

    def _layer(self, node: ast.Name) -> Named:
        """Return a layer by name."""
        if node.id not in self.layers:
            known = sorted(self.layers)
            raise UnknownNameError(
                node.id,
                Sentence(
                    "name in '{text}' must be a layer of the province, got "
                    "'{got}' at column {column}{hint}",
                    text=self.text,
                    got=node.id,
                    column=node.col_offset + 1,
                    hint=_hint(node.id, known),
                ),
            )
        return self.layers[node.id]

    def _error(self, node: ast.expr, wanted: str) -> WhereError:
        """Say what a part of the text must be."""
        return WhereError(
            Sentence(
                "'{got}' at column {column} of '{text}' must be {wanted}",
                got=ast.unparse(node),
                column=node.col_offset + 1,
                text=self.text,
                wanted=wanted,
            )
        )


def _is_text(node: ast.expr) -> bool:
    """Say whether a part of the text is a label in quotes."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _hint(got: str, known: list[str]) -> str:
    """Say which name is probably meant."""
    near = get_close_matches(got, known, n=1)
    return Sentence("; did you mean '{near}'?", near=near[0]) if near else ""


def _listed(known: list[str], most: int = 8) -> str:
    """List the first names."""
    first = ", ".join(f"'{name}'" for name in known[:most])
    if len(known) <= most:
        return first
    return Sentence("{first} and {n} more", first=first, n=len(known) - most)
