"""What can be measured: a family of instances, the sizes it has, and its phases."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from solver.instance import Instance

Size = tuple[int, ...]
"""One number per parameter of a family."""


@dataclass(frozen=True)
class Spec:
    """A family of instances, made at any size from a seed.

    Parameters
    ----------
    name
        Name of the family, the first part of a case's id.
    parameters
        Short names of the size's numbers: ``n`` cells, ``m`` rows, ``cell`` [m].
    build
        Makes an instance from a size and a seed.
    sizes
        The sizes that are measured, smallest first.
    phases
        Drivers that apply, by the names of the files in ``drivers/``.
    small_phases
        Drivers that apply to the smallest size only: larger ones take minutes.

    """

    name: str
    parameters: tuple[str, ...]
    build: Callable[[Size, int], Instance]
    sizes: tuple[Size, ...]
    phases: tuple[str, ...]
    small_phases: tuple[str, ...] = ()

    def case_id(self, size: Size) -> str:
        """Write family and size: ``zonal-n=160000-m=136``."""
        parts = zip(self.parameters, size, strict=True)
        return "-".join([self.name, *(f"{name}={value}" for name, value in parts)])

    def sizes_of(self, phase: str) -> tuple[Size, ...]:
        """Return the sizes that a driver applies to, smallest first."""
        if phase in self.phases:
            return self.sizes
        return self.sizes[:1] if phase in self.small_phases else ()

    def size_of(self, text: str) -> Size | None:
        """Read the size in a case's id: ``n=160000-m=136``.

        Returns
        -------
        Size | None
            None if it does not name every parameter once, with a whole number above 0.

        """
        parts = [part.partition("=")[::2] for part in text.split("-")]
        numbers = {name: value.replace("_", "") for name, value in parts}
        if len(parts) != len(numbers) or set(numbers) != set(self.parameters):
            return None
        if not all(re.fullmatch("[1-9][0-9]*", value) for value in numbers.values()):
            return None
        return tuple(int(numbers[name]) for name in self.parameters)
