"""Exit codes, a contract: other programs act on them (DESIGN section 11)."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command tells the program that called it."""

    SOLVED = 0
    BUG = 1
    USAGE = 2
    INVALID = 3
    DATA = 4
    INFEASIBLE = 5
    NO_ANSWER = 6
    INTERRUPTED = 130


BY_STATUS = {
    "optimal": ExitCode.SOLVED,
    "feasible": ExitCode.SOLVED,
    "infeasible": ExitCode.INFEASIBLE,
    "no_solution": ExitCode.NO_ANSWER,
}
"""Exit code of a solve, by the status of its result."""
