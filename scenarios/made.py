"""What the stages of a run have made, for its document and its files."""

from dataclasses import dataclass

from grids.layers import Province
from scenarios.fitting.reasons import Reasons
from scenarios.inputs import Inputs
from scenarios.load import LoadedScenario
from scenarios.plan import Plan
from scenarios.presolve import Excess
from scenarios.translation.problem import Translated


@dataclass(frozen=True, eq=False)
class Made:
    """All of a run before it is written.

    Parameters
    ----------
    loaded, inputs
        The scenario, and the checksums of what it reads.
    province
        Cells and layers.
    translated
        The problem, and the state of every rule.
    excess
        Claims that ask more than the land can give.
    plan
        What the search found.
    reasons
        Whether it fits, and why not.

    """

    loaded: LoadedScenario
    inputs: Inputs
    province: Province
    translated: Translated
    excess: tuple[Excess, ...]
    plan: Plan
    reasons: Reasons
