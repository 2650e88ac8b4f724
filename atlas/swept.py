"""A sweep as the pages and tables see it: its runs, their plans, how often what came.

Plans are laid over each other only on the same cells: those of the first plan. A
sweep over the size of cells has one map per run and no frequencies of the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from atlas.document import STAYS, Use
from atlas.read_run import Run, read_run
from atlas.tally import codes_of
from grids.sentence import Sentence
from scenarios.sweep.record import Planned, Record, read_record
from scenarios.sweep.regret import MOST, regret


@dataclass(frozen=True, eq=False)
class Swept:
    """A sweep with the plans that can be laid over each other.

    Parameters
    ----------
    record
        All runs, done or not.
    plans
        Runs with a plan on the same cells, by their number in the sweep.
    elsewhere
        Numbers of runs with a plan on other cells.

    """

    record: Record
    plans: dict[int, Run]
    elsewhere: tuple[int, ...]

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Uses of all plans, "none" first."""
        found = {use.id: use for run in self.plans.values() for use in run.uses}
        return tuple(found.values())

    @cached_property
    def codes(self) -> dict[int, NDArray[np.int32]]:
        """Place in ``uses`` of every cell's use, by number of the run."""
        return {at: codes_of(run, self.uses) for at, run in self.plans.items()}

    @cached_property
    def times(self) -> NDArray[np.int64]:
        """In how many plans a cell gets a use, shape ``(n_uses, n_cells)``."""
        codes = np.stack(list(self.codes.values()))
        return np.stack([(codes == use).sum(axis=0) for use in range(len(self.uses))])

    @cached_property
    def regrets(self) -> tuple[tuple[Planned, ...], NDArray[np.float64]]:
        """Plans that are judged in each other's scenario, and what each would lose."""
        whole = [run for run in self.record.runs if self._can_be_judged(run)]
        chosen = spread(whole)
        if len(chosen) < 2:
            return (), np.zeros((0, 0))
        return chosen, regret([run.folder for run in chosen])

    def _can_be_judged(self, run: Planned) -> bool:
        """Tell whether a run has a plan, and its scenario as an instance."""
        files = (run.folder / name for name in ("instance.nc", "result.nc"))
        return run.number in self.plans and all(file.is_file() for file in files)


def spread(runs: Sequence[Planned]) -> tuple[Planned, ...]:
    """Return at most ``MOST`` runs, spread evenly over the sweep."""
    if len(runs) <= MOST:
        return tuple(runs)
    places = np.unique(np.linspace(0, len(runs) - 1, MOST).round().astype(int))
    return tuple(runs[place] for place in places)


def read_swept(folder: Path) -> Swept:
    """Read a sweep and the plans of its runs.

    Raises
    ------
    ValueError
        If the folder is no sweep, or a run is damaged.

    """
    record = read_record(folder)
    if record is None:
        raise ValueError(
            Sentence("folder of a sweep must hold sweep.json, got {path}", path=folder)
        )
    plans: dict[int, Run] = {}
    elsewhere: list[int] = []
    for planned in record.done:
        run = read_run(planned.folder)
        if not run.has_allocation:
            continue
        first = next(iter(plans.values()), run)
        if _same_cells(first, run):
            plans[planned.number] = run
        else:
            elsewhere.append(planned.number)
    return Swept(record, plans, tuple(elsewhere))


def _same_cells(first: Run, run: Run) -> bool:
    same = first.grid.frame == run.grid.frame
    return same and np.array_equal(first.grid.inside, run.grid.inside)


def most_frequent(swept: Swept) -> list[Use]:
    """Return the uses that any plan has new, the largest first."""
    order = np.argsort(-swept.times.sum(axis=1), kind="stable")
    return [
        swept.uses[at]
        for at in order
        if swept.uses[at].id != STAYS and swept.times[at].any()
    ]
