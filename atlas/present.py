"""The uses that a run really has, with what every file says about them."""

from dataclasses import dataclass

from atlas.colours import Rgb
from atlas.document import STAYS, Label, said
from atlas.read_run import Run
from atlas.tally import per_use
from atlas.use_colours import use_colours


@dataclass(frozen=True)
class Shown:
    """A use as it is shown.

    Parameters
    ----------
    code
        Its code in the allocation.
    id
        Its id.
    label
        Its name per language.
    colour
        Its colour.
    ha
        Available land of its cells [ha].

    """

    code: int
    id: str
    label: Label
    colour: Rgb
    ha: float

    def name(self, lang: str) -> str:
        """Return its name in a language."""
        return said(self.label, lang, self.id.replace("_", " "))


def present(run: Run) -> tuple[Shown, ...]:
    """Return the uses that have a cell, by code."""
    areas, colours = per_use(run), use_colours(run.uses)
    codes = sorted(set(run.use.tolist()))
    return tuple(
        Shown(
            code,
            run.uses[code].id,
            run.uses[code].label,
            colours[code],
            float(areas[code]),
        )
        for code in codes
    )


def new_uses(run: Run) -> tuple[Shown, ...]:
    """Return the uses that land changes to, by code."""
    return tuple(use for use in present(run) if use.id != STAYS)
