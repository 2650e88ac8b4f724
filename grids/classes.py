"""Attribute values to classes, by a table that is data: ``{peat: [V*, "[a-z]V*"]}``.

A pattern is a value as it stands in the file, or has ``*``, ``?`` and ``[a-z]`` as file
names have; upper and lower case differ. The first class with a pattern that fits
counts. A value that fits none has no class, and is told.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from grids.sentence import Sentence
from grids.zones import as_label

Classes = Mapping[str, tuple[str, ...]]
"""Patterns by class, in the order in which they are tried."""

SHOWN = 5
"""Values without a class that are named."""


def class_of(classes: Classes, value: str) -> str:
    """Return the class of a value, empty for none."""
    fits = (
        name
        for name, patterns in classes.items()
        if any(fnmatchcase(value, pattern) for pattern in patterns)
    )
    return next(fits, "")


def classify(
    classes: Classes, values: Iterable[Any], layer: str
) -> tuple[list[str], tuple[str, ...]]:
    """Return the class of every value, and a note on those that have none.

    Raises
    ------
    ValueError
        If no value has a class.

    """
    labels = [as_label(value) for value in values]
    table = {label: class_of(classes, label) for label in set(labels)}
    found = [table[label] for label in labels]
    lost = Counter(label for label in labels if label and not table[label])
    if labels and not any(found):
        raise ValueError(
            Sentence(
                "classes of layer '{name}' must fit some value of its column, but "
                "there are only {got}",
                name=layer,
                got=_named(lost),
            )
        )
    if not lost:
        return found, ()
    note = f"{lost.total():,} features in no class, with value {_named(lost)}"
    return found, (note,)


def _named(lost: Mapping[str, int]) -> str:
    names: Sequence[str] = sorted(lost, key=lambda label: -lost[label])
    shown = ", ".join(names[:SHOWN])
    return shown if len(names) <= SHOWN else f"{shown}, ..."
