"""Which numbers might matter: each is moved once, and looked at without a search.

A number of a rule that does nothing here, or of a use that does not take part, cannot
move the plan and is not tried. Others are moved to their high end (to the low one where
the high one cannot be), and limits count both ways.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError

from scenarios.faults import Key, ScenarioError
from scenarios.load import LoadedScenario
from scenarios.sensitivity.base import Base
from scenarios.sensitivity.changed import with_value
from scenarios.sensitivity.numbers import Number, capped, numbers_of
from scenarios.translation.problem import translate
from solver.compile import to_instance
from solver.watch import Watch
from solver.whatif.screen import Moved, Screen


@dataclass(frozen=True)
class Screened:
    """A number and what it moves, about.

    Parameters
    ----------
    number
        The number, with the ends that the scenario allows.
    moved
        What it moves; None if it was not tried.
    why
        Why it was not tried: ``idle`` (its rule or use does nothing here), ``zero``,
        ``expression`` (numbers in a condition), ``classes``, ``refused``, ``stopped``;
        ``tried`` otherwise.

    """

    number: Number
    moved: Moved | None
    why: str = "tried"

    @property
    def rank(self) -> tuple[int, float]:
        """Orders those to search again: seen to move, unseen, seen not to move."""
        if self.moved is None:
            return 3, 0.0
        if not self.moved.is_seen:
            return 1, 0.0
        return (0 if self.moved.ha > 0 else 2), -self.moved.ha


def screen(
    base: Base,
    watch: Watch,
    on_step: Callable[[int, int], None],
    only: Sequence[str] = (),
) -> list[Screened]:
    """Move every number once.

    Parameters
    ----------
    base
        Scenario and plan.
    watch
        Ends it; numbers that were not reached are told as such.
    on_step
        Called with the number that is done, and of all.
    only
        Beginnings of the ways of the numbers to look at; none means all.

    Returns
    -------
    list[Screened]
        Those that move most first.

    """
    run = base.run
    price = dict(zip(run.instance.rows.name, run.row_price.tolist(), strict=True))
    view = Screen(base.instance, run.allocation, price, run.land_ha)
    numbers = [
        one
        for one in numbers_of(base.loaded.scenario)
        if not only or one.key.startswith(tuple(only))
    ]
    idle = _Idle(base)
    found = []
    for count, number in enumerate(numbers, 1):
        if idle.holds(number.path):
            found.append(Screened(number, None, "idle"))
        elif number.low is None:
            found.append(Screened(number, None, _why(number)))
        elif watch.stopped:
            found.append(Screened(number, None, "stopped"))
        else:
            found.append(_tried(base, view, number))
        on_step(count, len(numbers))
    return sorted(found, key=lambda one: one.rank)


def ends_of(base: Base, number: Number) -> Iterator[tuple[str, LoadedScenario]]:
    """Return ``low`` and ``high`` with the scenario of each end that can be."""
    for side, end in (("low", number.low), ("high", number.high)):
        if end is not None:
            try:
                yield side, with_value(base.loaded, number.path, end.value)
            except ValidationError:
                continue


def _why(number: Number) -> str:
    if not number.text:
        return "expression"
    return "classes" if number.text.startswith("classes") else "zero"


def _tried(base: Base, view: Screen, number: Number) -> Screened:
    """Move a number to an end that the scenario allows."""
    number = _allowed(base, number)
    for _, loaded in reversed(list(ends_of(base, number))):
        try:
            problem = translate(loaded, base.province).problem
        except ScenarioError:
            continue
        instance = to_instance(problem)
        if instance.use_name != base.instance.use_name:
            continue
        return Screened(number, view.moved(instance))
    return Screened(number, None, "refused")


def _allowed(base: Base, number: Number) -> Number:
    """Leave out the ends that the scenario refuses; a share goes up to a whole."""
    sides = dict(ends_of(base, number))
    if "high" not in sides and not isinstance(number.high and number.high.value, dict):
        number = capped(number)
        sides = dict(ends_of(base, number))
    low = number.low if "low" in sides else None
    high = number.high if "high" in sides else None
    return replace(number, low=low, high=high)


class _Idle:
    """Tells which numbers belong to what does nothing in this plan."""

    def __init__(self, base: Base) -> None:
        uses = base.translated.problem.uses
        self._uses = {name for use in uses for name in (use.name, *use.parts)}
        self._states = {state.id: state.applied for state in base.translated.rules}

    def holds(self, path: Key) -> bool:
        """Tell whether a number can do nothing."""
        section, *rest = path
        if section == "rules":
            return not self._states.get(str(rest[0]), True)
        if section not in ("uses", "compactness"):
            return False
        use = str(rest[0])
        if "factors" in rest:
            factor = rest[rest.index("factors") + 1]
            name = f"uses.{use}.{factor}"
            return use not in self._uses or not self._states.get(name, True)
        return use not in self._uses
