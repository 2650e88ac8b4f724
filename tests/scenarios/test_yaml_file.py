from pathlib import Path

import pytest

from scenarios.tree import find, plain
from scenarios.yaml_file import read_yaml


def read(tmp_path: Path, text: str | bytes) -> tuple[object, list[str]]:
    file = tmp_path / "a.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    tree, faults = read_yaml(file)
    return plain(tree), [fault.text() for fault in faults]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "a: b: c",
            "a.yaml:1:5: a text with a colon must stand between quotes, "
            "got a second ': '",
        ),
        ("a: 1\n\tb: 2", "a.yaml:2:1: indentation must be spaces, got a tab"),
        (
            "a: [1,\n  2",
            "a.yaml:2:4: this is not YAML: expected ',' or ']', but got "
            "'<stream end>' while parsing a flow sequence",
        ),
        ("a: *x", "a.yaml:1:4: this is not YAML: found undefined alias 'x'"),
        ("a: 1\nb: \x07", "a.yaml:2:4: text must be readable, got control character"),
        (b"a: 1\nb: \xe9", "a.yaml:2:4: the file must be UTF-8, got byte '0xe9'"),
        ("- a", "a.yaml:1:1: a scenario file must be a mapping of keys, got a list"),
        ("text", "a.yaml:1:1: a scenario file must be a mapping of keys, got 'text'"),
        ("a: !foo 3", "a.yaml:1:4: a must have no tag, got '!foo'"),
        ("[a]: 3", "a.yaml:1:1: the file: a key must be text or a number"),
        ("a: &x [*x]", "a.yaml:1:4: a[0] must not contain itself"),
    ],
)
def test_says_where_a_file_is_wrong(
    tmp_path: Path, text: str | bytes, fault: str
) -> None:
    _, faults = read(tmp_path, text)
    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_finds_all_duplicate_keys_and_keeps_the_first(tmp_path: Path) -> None:
    data, faults = read(tmp_path, "a: 1\nb: {c: 1, c: 2}\na: 2\n")
    assert data == {"a": 1, "b": {"c": 1}}
    assert faults == [
        "a.yaml:2:11: b.c is given twice, first in line 2; keep one",
        "a.yaml:3:1: a is given twice, first in line 1; keep one",
    ]


def test_reads_yaml_1_2(tmp_path: Path) -> None:
    text = "a: no\nb: 2022-01-01\nc: 1_500\nd: 12:30\ne: 1e3\nf: ~\n0.5: x\n3: y\n"
    data, faults = read(tmp_path, text)
    assert data == {
        "a": "no",
        "b": "2022-01-01",
        "c": 1_500,
        "d": "12:30",
        "e": 1_000.0,
        "0.5": "x",
        3: "y",
    }
    assert faults == []


@pytest.mark.parametrize("text", ["", "# nothing\n", b"\xef\xbb\xbfa: 1"])
def test_reads_an_empty_file_and_a_byte_order_mark(
    tmp_path: Path, text: str | bytes
) -> None:
    _, faults = read(tmp_path, text)
    assert faults == []


def test_a_value_stands_where_it_begins_and_a_block_at_its_key(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a:\n  b: 1\n  c: {d: 2}\n  e:\n    - x\n    - {f: 3}\n")
    tree, _ = read_yaml(file)
    places = {
        path: str(found.place)
        for path in [
            ("a",),
            ("a", "b"),
            ("a", "c", "d"),
            ("a", "e"),
            ("a", "e", 1, "f"),
        ]
        if (found := find(tree, path))
    }
    assert places == {
        ("a",): "a.yaml:1:1",
        ("a", "b"): "a.yaml:2:6",
        ("a", "c", "d"): "a.yaml:3:10",
        ("a", "e"): "a.yaml:4:3",
        ("a", "e", 1, "f"): "a.yaml:6:11",
    }
