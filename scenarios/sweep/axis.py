"""What is varied: a way in the scenario, and the values it gets.

``claims.solar.target=600,900,1200`` lists them, ``rules.x.weight=0..3:4`` takes four
at equal steps, ``claims.homes.target=30_000..50_000 homes`` a range of which a Latin
hypercube draws. Values are YAML, so ``{min: 1 ha, max: 2 ha}`` and ``~`` may stand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.faults import Fault, Place, ScenarioError, fault
from scenarios.sweep.override import Override, written
from scenarios.tree import Tree
from scenarios.yaml_file import read_value

_NUMBER = r"[-+]?\d(?:_?\d)*(?:\.\d+)?(?:[eE][-+]?\d+)?"
_RANGE = re.compile(
    rf"^\s*(?P<low>{_NUMBER})\s*\.\.\s*(?P<high>{_NUMBER})"
    r"\s*(?P<unit>[^\s:\d][^:]*?)?\s*(?::\s*(?P<steps>\d+))?\s*$"
)


@dataclass(frozen=True)
class Span:
    """All numbers between two.

    Parameters
    ----------
    low, high
        Ends [unit].
    unit
        As written; empty for a bare number.
    steps
        How many at equal steps; None if it was not said.

    """

    low: float
    high: float
    unit: str
    steps: int | None

    def at(self, share: float) -> str:
        """Write the number at a share of the way, with its unit."""
        return self.text(self.low + share * (self.high - self.low))

    def text(self, value: float) -> str:
        """Write a number, with its unit."""
        return f"{written(float(f'{value:.9g}'))} {self.unit}".rstrip()


@dataclass(frozen=True)
class Axis:
    """One value that is varied.

    Parameters
    ----------
    path
        Way to it, keys joined by points.
    entries
        Values and spans as the user wrote them, in order.
    place
        Where.

    """

    path: str
    entries: tuple[Tree | Span, ...]
    place: Place

    @property
    def span(self) -> Span | None:
        """The one span, if there is nothing else."""
        only = self.entries[0] if len(self.entries) == 1 else None
        return only if isinstance(only, Span) else None

    def values(self) -> tuple[Override, ...]:
        """Return all values.

        Raises
        ------
        ScenarioError
            If a span has no number of steps.

        """
        return tuple(
            Override(self.path, value)
            for entry in self.entries
            for value in self._each(entry)
        )

    def _each(self, entry: Tree | Span) -> Iterable[Tree]:
        if not isinstance(entry, Span):
            return (entry,)
        if entry.steps is None:
            code = {"got": f"{entry.text(entry.low)} .. {entry.text(entry.high)}"}
            raise ScenarioError([fault(self.place, (self.path,), "vary_steps", **code)])
        last = max(1, entry.steps - 1)
        return [self.tree(entry.at(step / last)) for step in range(entry.steps)]

    def tree(self, text: str) -> Tree:
        """Return a text as a value at this axis' place."""
        return read_value(text, self.place)[0]


def axis_of_text(text: str, place: Place) -> Axis:
    """Read ``way=values``.

    Parameters
    ----------
    text
        As on the command line.
    place
        Where it stands.

    Raises
    ------
    ScenarioError
        If it is not of that form.

    """
    path, equals, values = text.partition("=")
    if not equals or not _is_path(path.strip()) or not values.strip():
        raise ScenarioError([fault(place, (), "vary_form", got=text)])
    tree, faults = read_value(f"[{values}]", place)
    if faults:
        raise ScenarioError(faults)
    return axis_of_tree(path.strip(), tree)


def axis_of_tree(path: str, tree: Tree) -> Axis:
    """Return the axis of a list of values, or of one.

    Parameters
    ----------
    path
        Way to what is varied.
    tree
        Values, as they stand in a file.

    Raises
    ------
    ScenarioError
        If there are none, or a span of no use.

    """
    listed = tree.value if isinstance(tree.value, tuple) else (tree,)
    if not listed:
        raise ScenarioError([fault(tree.place, (path,), "vary_none")])
    found = [_entry(path, entry) for entry in listed]
    faults = [entry for entry in found if isinstance(entry, Fault)]
    if faults:
        raise ScenarioError(faults)
    entries = tuple(entry for entry in found if not isinstance(entry, Fault))
    return Axis(path, entries, tree.place)


def _is_path(path: str) -> bool:
    return bool(path) and all(path.split("."))


def _entry(path: str, tree: Tree) -> Tree | Span | Fault:
    """Read a value, or a span of them."""
    found = _RANGE.match(tree.value) if isinstance(tree.value, str) else None
    if found is None:
        return tree
    steps = int(found["steps"]) if found["steps"] else None
    low, high = (float(found[key].replace("_", "")) for key in ("low", "high"))
    if low >= high or (steps is not None and steps < 2):
        return fault(tree.place, (path,), "vary_span", got=tree.value)
    return Span(low, high, (found["unit"] or "").strip(), steps)
