"""How to search: when to stop, with which solver, from which seed."""

from dataclasses import dataclass
from typing import Literal

from grids.sentence import Sentence

SolverName = Literal["highs", "scip", "cp-sat"]
"""Mixed-integer solvers that ship with the dependencies."""


@dataclass(frozen=True)
class Settings:
    """Settings of one solve.

    Parameters
    ----------
    gap
        Relative gap at which an answer is good enough [1].
    time_limit_s
        Wall time after which the best answer so far is returned [s].
    seed
        Seed of the solver's random choices.
    solver
        Which mixed-integer solver the exact engine uses.

    """

    gap: float = 0.01
    time_limit_s: float = 120.0
    seed: int = 1
    solver: SolverName = "highs"

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not 0 <= self.gap < 1:
            raise ValueError(
                Sentence("gap must lie in [0, 1), got {got:g}", got=self.gap)
            )
        if not self.time_limit_s > 0:
            raise ValueError(
                Sentence(
                    "time limit must be > 0 s, got {got:g} s", got=self.time_limit_s
                )
            )
        if self.solver not in ("highs", "scip", "cp-sat"):
            raise ValueError(
                Sentence(
                    "solver must be highs, scip or cp-sat, got '{got}'", got=self.solver
                )
            )
