"""Plain data as JSON that every reader takes: no NaN, no infinity."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def json_text(value: Any, *, indent: int | None = 1, ascii_only: bool = False) -> str:
    """Write a value as JSON; a number that JSON cannot hold becomes null.

    Parameters
    ----------
    value
        Mappings, lists, texts, numbers.
    indent
        Spaces a level; None for one line.
    ascii_only
        Escape other letters, for a reader whose encoding is not known.

    """
    return json.dumps(
        _plain(value), indent=indent, ensure_ascii=ascii_only, allow_nan=False
    )


def finite(value: Any) -> Any:
    """Return the value, None for a number that JSON cannot hold."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _plain(value: Any) -> Any:
    """Return mappings, lists, texts and numbers as JSON has them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Path):
        return str(value)
    if hasattr(value, "item"):  # a number of NumPy
        return _plain(value.item())
    return finite(value) if isinstance(value, float) else str(value)
