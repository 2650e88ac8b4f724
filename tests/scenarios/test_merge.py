from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scenarios.faults import Place
from scenarios.merge import merge
from scenarios.tree import Tree, plain

HERE = Place(Path("/x.yaml"), 1, 1)
KEYS = st.sampled_from("abc")
SCALARS = st.none() | st.integers(0, 3)
VALUES = st.recursive(
    SCALARS | st.lists(st.integers(0, 1), max_size=2),
    lambda below: st.dictionaries(KEYS, below, max_size=3),
    max_leaves=8,
)
FILES = st.dictionaries(KEYS, VALUES, max_size=3)


def tree(value: Any) -> Tree:
    if isinstance(value, dict):
        return Tree({key: tree(held) for key, held in value.items()}, HERE, HERE)
    if isinstance(value, list):
        return Tree(tuple(tree(held) for held in value), HERE, HERE)
    return Tree(value, HERE, HERE)


def naive(lower: Any, upper: Any) -> Any:
    """Mappings merge, lists and scalars replace, null removes; from the front."""
    if not isinstance(upper, dict):
        return upper
    merged = dict(lower) if isinstance(lower, dict) else {}
    for key, value in upper.items():
        held = naive(merged.get(key), value)
        merged.pop(key, None)
        if held is not None:
            merged[key] = held
    return merged


@given(FILES, FILES)
def test_merges_as_the_sentence_in_the_manual_says(
    lower: dict[str, Any], upper: dict[str, Any]
) -> None:
    assert plain(merge(tree(lower), tree(upper))) == naive(naive({}, lower), upper)


@given(FILES, FILES, FILES)
def test_is_associative(a: Any, b: Any, c: Any) -> None:
    first = merge(merge(tree(a), tree(b)), tree(c))
    assert first == merge(tree(a), merge(tree(b), tree(c)))
    assert plain(first) == naive(naive(naive({}, a), b), c)


@given(FILES)
def test_is_idempotent(a: Any) -> None:
    assert plain(merge(tree(a), tree(a))) == plain(tree(a))


@given(FILES)
def test_nothing_over_and_nothing_below_change_nothing(a: Any) -> None:
    assert merge(tree(a), tree({})) == merge(tree({}), tree(a)) == tree(a)


@given(FILES, KEYS)
def test_null_removes(a: Any, key: str) -> None:
    left = plain(merge(tree(a), tree({key: None})))
    assert left == {
        name: plain(tree(a))[name] for name in plain(tree(a)).keys() - {key}
    }


def test_a_mapping_after_a_removal_starts_afresh() -> None:
    removed = merge(tree({"a": {"x": 1}}), tree({"a": None}))
    assert plain(merge(removed, tree({"a": {"y": 2}}))) == {"a": {"y": 2}}


def test_lists_replace() -> None:
    assert plain(merge(tree({"a": [1, 2]}), tree({"a": [3]}))) == {"a": [3]}
