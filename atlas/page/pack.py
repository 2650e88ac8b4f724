"""Arrays per cell as text that a page carries and a browser unpacks.

Every array is deflated on its own, so that a browser unpacks only what it shows; equal
arrays are kept once, so that two runs on the same layers cost little more than one.
Values of neighbours lie close together: where ``delta`` is set, each value is kept as
the difference from the one before it (modulo 256), which deflates to about half.
"""

import base64
import hashlib
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenarios.json_text import json_text

LEVEL = 6
"""Zlib level; 9 gave 2 % less in four times the time on 500,000 cells."""

STEPS = 250
"""Steps between the least and the most value of a layer with numbers."""

NOTHING = 255
"""Code of a cell without a number."""


class Packer:
    """Collects arrays; gives for each where a page finds it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[bytes] = []
        self._found: dict[bytes, dict[str, Any]] = {}
        self._size = 0

    @property
    def size(self) -> int:
        """Bytes so far, as they stand in the page."""
        return (self._size + 2) // 3 * 4

    def add(
        self, values: NDArray[np.integer], *, delta: bool = False
    ) -> dict[str, Any]:
        """Pack codes.

        Parameters
        ----------
        values
            Codes from 0; fewer than 256 take a byte each, else two or four.
        delta
            Whether neighbours have values close together.

        """
        plain = _narrow(values)
        small = delta and plain.dtype == np.uint8
        raw = np.diff(plain, prepend=plain.dtype.type(0)) if small else plain
        content = raw.tobytes()
        key = hashlib.sha256(f"{plain.dtype}{small}".encode() + content).digest()
        if key not in self._found:
            packed = zlib.compress(content, LEVEL)
            self._found[key] = {
                "at": self._size,
                "bytes": len(packed),
                "type": plain.dtype.name,
                "delta": bool(small),
            }
            self._parts.append(packed)
            self._size += len(packed)
        return self._found[key]

    def steps(self, values: NDArray[np.floating]) -> dict[str, Any]:
        """Pack numbers in steps between the least and the most; NaN stays nothing."""
        known = np.isfinite(values)
        low = float(values[known].min()) if known.any() else 0.0
        high = float(values[known].max()) if known.any() else 0.0
        reach = (high - low) or 1.0
        code = np.full(values.shape, NOTHING, np.uint8)
        code[known] = np.rint((values[known] - low) / reach * STEPS).astype(np.uint8)
        return {"low": low, "high": high, "array": self.add(code, delta=True)}

    def text(self) -> str:
        """Return all arrays as base64."""
        return base64.b64encode(b"".join(self._parts)).decode("ascii")


def packed_json(value: Any) -> str:
    """Return a value as deflated JSON in base64; no text in it is markup."""
    content = json_text(value, indent=None).encode("utf-8", "replace")
    return base64.b64encode(zlib.compress(content, 9)).decode("ascii")


def _narrow(values: NDArray[np.integer]) -> NDArray[Any]:
    """Return codes in the smallest type that holds them, little-endian."""
    most = int(values.max()) if values.size else 0
    if values.size and int(values.min()) < 0:
        raise ValueError(f"codes of a page must not be negative, got {values.min()}")
    kind = "u1" if most < 256 else "<u2" if most < 65_536 else "<u4"
    return np.ascontiguousarray(values, kind)
