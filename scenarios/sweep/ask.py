"""What a sweep is to vary: from options, from a file of rows, or from the scenario."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scenarios.catalogue import CATALOGUE
from scenarios.faults import Place, ScenarioError, fault
from scenarios.merged import Merged, read_merged
from scenarios.schema.sweep import Sweep
from scenarios.sweep.axis import axis_of_text, axis_of_tree
from scenarios.sweep.design import Design, Point, points
from scenarios.sweep.rows import read_rows
from scenarios.tree import find, plain


@dataclass(frozen=True)
class Ask:
    """What the user asked to vary; None leaves what the scenario says.

    Parameters
    ----------
    vary
        Texts ``way=values``.
    rows
        CSV file, instead.
    design, draws, seed
        As of ``scenarios.schema.sweep``.

    """

    vary: Sequence[str] = ()
    rows: Path | None = None
    design: Design | None = None
    draws: int | None = None
    seed: int | None = None


def asked_points(scenario: Path, ask: Ask) -> list[Point]:
    """Return the values of every run.

    Parameters
    ----------
    scenario
        Scenario file, whose block ``sweep`` counts where the user says nothing.
    ask
        What the user says.

    Raises
    ------
    ScenarioError
        If there is nothing to vary, or it is not well said.

    """
    if ask.rows is not None:
        return read_rows(ask.rows)
    merged = read_merged(scenario, (CATALOGUE,))
    block = _block(merged)
    if ask.vary:
        place = Place(Path("--vary"), 0, 0)
        axes = [axis_of_text(text, place) for text in ask.vary]
    elif block is not None:
        found = find(merged.tree, ("sweep", "vary"))
        assert found is not None  # the schema asks for it
        axes = [axis_of_tree(str(path), tree) for path, tree in found.entries.items()]
    else:
        where = Place(merged.files[-1], 1, 1)
        raise ScenarioError([fault(where, (), "vary_nothing")])
    told = block or Sweep(vary={"?": "?"})
    return points(
        axes,
        ask.design or (told.design if not ask.vary else "grid"),
        draws=told.draws if ask.draws is None else ask.draws,
        seed=told.seed if ask.seed is None else ask.seed,
    )


def _block(merged: Merged) -> Sweep | None:
    """Return the scenario's own sweep; its faults are told with the scenario's."""
    found = find(merged.tree, ("sweep",))
    if found is None or not found.entries:
        return None
    try:
        return Sweep.model_validate(plain(found))
    except ValueError:
        from scenarios.load import checked

        checked(merged)
        raise
