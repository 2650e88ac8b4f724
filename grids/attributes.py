"""Numbers from the attributes of features, by an expression: ``inwoners / ha * 100``.

Columns, numbers, ``+ - * /`` and brackets; the same reader as for conditions over
layers, which walks the syntax tree and runs nothing.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.reading import Reading, WhereError, parse
from grids.sentence import Sentence


@dataclass(frozen=True, eq=False)
class Column:
    """A column as the reader of expressions sees it."""

    name: str
    values: NDArray[np.float64]
    kind: str = "value"
    labels: Mapping[int, str] = field(default_factory=dict)


def columns_of(text: str) -> list[str]:
    """Return the columns that an expression names, sorted.

    Raises
    ------
    WhereError
        If it cannot be read.

    """
    found = {node.id for node in ast.walk(parse(text)) if isinstance(node, ast.Name)}
    return sorted(found)


def numbers(text: str, columns: Mapping[str, Any]) -> NDArray[np.float64]:
    """Return the number of every feature; NaN where it cannot be divided.

    Raises
    ------
    WhereError
        If the expression is no sum of columns and numbers.
    TypeError, ValueError
        If a column holds no numbers.

    """
    asked = columns_of(text)
    if not asked or not set(asked) <= columns.keys():
        raise WhereError(
            Sentence(
                "value must be a sum over {known}, got '{text}'",
                known=", ".join(columns),
                text=text,
            )
        )
    known = {
        name: Column(name, np.asarray(columns[name], np.float64)) for name in asked
    }
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        found = Reading(text, known).number(parse(text))
    length = len(next(iter(known.values())).values)
    spread = np.array(np.broadcast_to(found, length), np.float64)
    spread[~np.isfinite(spread)] = np.nan
    return spread
