"""What a page carries, unpacked again as the browser does it."""

import base64
import json
import zlib
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from atlas.page.pack import NOTHING, STEPS, Packer, packed_json


def _unpacked(packer: Packer, found: dict[str, Any]) -> NDArray[Any]:
    whole = base64.b64decode(packer.text())
    raw = zlib.decompress(whole[found["at"] : found["at"] + found["bytes"]])
    kind = np.dtype(found["type"])
    bits = np.dtype(f"u{kind.itemsize}")
    if not found["delta"]:
        return np.frombuffer(raw, kind)
    planes = np.frombuffer(raw, np.uint8).reshape(kind.itemsize, -1)
    steps = np.ascontiguousarray(planes.T).view(bits).ravel()
    return np.cumsum(steps, dtype=bits).view(kind)


@pytest.mark.parametrize(
    ("most", "kind"),
    [(3, "uint8"), (255, "uint8"), (256, "uint16"), (70_000, "uint32")],
)
def test_codes_come_back_in_the_smallest_type(most: int, kind: str) -> None:
    values = np.random.default_rng(1).integers(0, most + 1, 1_000)
    values[0] = most
    packer = Packer()
    packer.add(np.arange(7))  # something before it
    for delta in (False, True):
        found = packer.add(values, delta=delta)
        assert found["type"] == kind
        assert np.array_equal(_unpacked(packer, found), values)


def test_numbers_come_back_within_half_a_step() -> None:
    values = np.linspace(-3.5, 12, 999)
    values[10] = np.nan
    packer = Packer()
    found = packer.steps(values)
    code = _unpacked(packer, found["array"]).astype(float)
    back = found["low"] + code / STEPS * (found["high"] - found["low"])
    assert code[10] == NOTHING
    known = np.isfinite(values)
    assert np.abs(back - values)[known].max() <= 15.5 / STEPS / 2 + 1e-9


def test_floats_come_back_bit_for_bit() -> None:
    rng = np.random.default_rng(1)
    values = (rng.normal(0, 1, 999) * 10.0 ** rng.integers(-9, 9, 999)).astype("f4")
    for given in (values, np.zeros(7, np.float32), np.sort(values)):
        packer = Packer()
        packer.add(np.arange(7))
        found = packer.floats(given)
        assert found["type"] == "float32"
        assert np.array_equal(_unpacked(packer, found), given)


def test_what_does_not_fit_leaves_nothing_behind() -> None:
    packer = Packer()
    kept = packer.add(np.arange(50))
    before = packer.size, packer.text()
    noise = np.random.default_rng(1).integers(0, 250, 9_000)
    assert packer.fitting(5_000, lambda: packer.add(noise)) is None
    assert (packer.size, packer.text()) == before
    again = packer.fitting(50_000, lambda: packer.add(noise))
    assert again is not None
    assert np.array_equal(_unpacked(packer, again), noise)
    assert packer.add(np.arange(50)) is kept


def test_one_value_and_no_value_can_be_packed() -> None:
    packer = Packer()
    same = packer.steps(np.full(5, 2.5))
    assert (same["low"], same["high"]) == (2.5, 2.5)
    none = packer.steps(np.full(5, np.nan))
    assert set(_unpacked(packer, none["array"])) == {NOTHING}


def test_refuses_negative_codes() -> None:
    with pytest.raises(ValueError, match="must not be negative, got -1"):
        Packer().add(np.array([0, -1]))


def test_what_json_cannot_hold_becomes_nothing() -> None:
    text = packed_json({"a": float("nan"), "b": [np.float32(1.5), "\ud83d"]})
    back = json.loads(zlib.decompress(base64.b64decode(text)))
    assert back == {"a": None, "b": [1.5, "?"]}
