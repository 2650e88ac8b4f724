"""What differs between runs on the same grid: uses, claims, and where.

Uses are matched by id, claims by id and zone. Hectares of a run are its own available
land; hectares of a difference are counted with the available land of the first run.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from atlas.document import Claim, Use
from atlas.read_run import Run
from atlas.tally import codes_of, matrix, per_use, sums
from grids.grid import GridMismatchError, describe
from grids.sentence import Sentence

SAME, OTHER = 1, 2
"""Codes of the difference map: same new use, another one. Then one per run."""


@dataclass(frozen=True)
class ComparedUse:
    """A use in all runs: hectares per run, 0 where a run does not have it."""

    use: Use
    ha: tuple[float, ...]

    @property
    def change_ha(self) -> float:
        """Hectares in the last run minus those in the first."""
        return self.ha[-1] - self.ha[0]


@dataclass(frozen=True)
class ComparedClaim:
    """A claim in all runs, None where a run does not have it."""

    claim: Claim
    claims: tuple[Claim | None, ...]

    @property
    def achieved(self) -> tuple[float | None, ...]:
        """What every run reached."""
        return tuple(claim.achieved if claim else None for claim in self.claims)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Runs side by side.

    Parameters
    ----------
    runs
        The runs in their order.
    names
        Name per run, all different.
    uses
        Uses that occur in any run, "none" first.
    claims
        Claims of all runs.
    from_to
        Hectares from the use in the first run to that in the last, shape
        ``(n_uses, n_uses)``.
    difference
        Per cell 0 where all keep the land as it is, ``SAME``, ``OTHER``, or
        ``OTHER + 1 + run`` where of two runs only one changes it; ``(n_cells,)``.
    difference_ha
        Hectares per code of the difference.
    files
        The picture and the tables, once they are written.

    """

    runs: tuple[Run, ...]
    names: tuple[str, ...]
    uses: tuple[ComparedUse, ...]
    claims: tuple[ComparedClaim, ...]
    from_to: NDArray[np.float64]
    difference: NDArray[np.int32]
    difference_ha: NDArray[np.float64]
    files: tuple[Path, ...] = ()

    def with_files(self, *files: Path) -> "Comparison":
        """Return the comparison with the files that show it."""
        return replace(self, files=files)


def compared(runs: Sequence[Run]) -> Comparison:
    """Compare runs.

    Parameters
    ----------
    runs
        Two or more runs with an allocation.

    Raises
    ------
    ValueError
        If there are fewer than two, or one has no allocation.
    GridMismatchError
        If they do not have the same cells.

    """
    _check(runs)
    uses = list({use.id: use for run in runs for use in run.uses}.values())
    codes = [codes_of(run, uses) for run in runs]
    difference, first = _difference(codes), runs[0].available_ha
    n_uses = len(uses)
    return Comparison(
        tuple(runs),
        _names(runs),
        _uses(runs, uses),
        _claims(runs),
        matrix(codes[0], codes[-1], first, (n_uses, n_uses)),
        difference,
        sums(difference, first, OTHER + 1 + len(runs)),
    )


def _check(runs: Sequence[Run]) -> None:
    """Refuse what cannot be laid side by side."""
    if len(runs) < 2:
        raise ValueError(
            Sentence("runs to compare must be at least 2, got {n}", n=len(runs))
        )
    for run in runs:
        if not run.has_allocation:
            raise ValueError(
                Sentence(
                    "runs to compare must have an allocation, but the status of "
                    "{second} is {status}",
                    second=run.path,
                    status=run.document.status,
                )
            )
    first = runs[0].grid
    for run in runs[1:]:
        here, there = describe(first.frame), describe(run.grid.frame)
        if first.frame != run.grid.frame:
            raise GridMismatchError(
                Sentence(
                    "runs to compare must lie on the same grid, but {first} has "
                    "{one} and {second} has {two}; run both with the same cell "
                    "size",
                    first=runs[0].path,
                    one=here,
                    second=run.path,
                    two=there,
                )
            )
        if not np.array_equal(first.inside, run.grid.inside):
            raise GridMismatchError(
                Sentence(
                    "runs to compare must have the same cells in the province, "
                    "but {first} has {n:,} and {second} has {m:,}, not the same "
                    "ones; use the same border",
                    first=runs[0].path,
                    n=first.n_cells,
                    second=run.path,
                    m=run.grid.n_cells,
                )
            )


def _names(runs: Sequence[Run]) -> tuple[str, ...]:
    """Return the names of the scenarios; of the folders where those are the same."""
    names = [run.document.name for run in runs]
    if len(set(names)) == len(names):
        return tuple(names)
    return tuple(run.path.resolve().name for run in runs)


def _uses(runs: Sequence[Run], uses: Sequence[Use]) -> tuple[ComparedUse, ...]:
    """Return the hectares of every use in every run."""
    areas = [
        dict(zip((use.id for use in run.uses), per_use(run), strict=True))
        for run in runs
    ]
    return tuple(
        ComparedUse(use, tuple(float(area.get(use.id, 0)) for area in areas))
        for use in uses
    )


def _claims(runs: Sequence[Run]) -> tuple[ComparedClaim, ...]:
    """Return the claims of all runs, in the order in which they first occur."""
    tables = [
        {(claim.id, claim.zone): claim for claim in run.document.claims} for run in runs
    ]
    first = {key: claim for table in reversed(tables) for key, claim in table.items()}
    order = dict.fromkeys(key for table in tables for key in table)
    return tuple(
        ComparedClaim(first[key], tuple(table.get(key) for table in tables))
        for key in order
    )


def _difference(codes: Sequence[NDArray[np.int32]]) -> NDArray[np.int32]:
    """Return how the uses of a cell differ between the runs."""
    use = np.stack(codes)
    same, changed = (use == use[0]).all(axis=0), use > 0
    found = np.where(same, np.where(changed[0], SAME, 0), OTHER).astype(np.int32)
    if len(codes) == 2:
        for run in range(2):
            found[changed[run] & ~changed[1 - run]] = OTHER + 1 + run
    return found
