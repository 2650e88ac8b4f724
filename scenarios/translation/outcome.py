"""What a rule becomes, and what is told about it."""

from dataclasses import dataclass, field

from model.constraints.exclusion import Exclusion
from model.constraints.protocol import Constraint
from model.indicator import Indicator
from model.terms.ladder import Ladder
from model.terms.protocol import Term
from scenarios.schema.texts import Reference, Text
from scenarios.translation.reason import Reason


@dataclass(frozen=True, eq=False)
class Parts:
    """What a rule adds to the problem; ``boundary`` in points per cell edge."""

    constraints: tuple[Constraint, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    terms: tuple[Term, ...] = ()
    ladder: Ladder | None = None
    note: Reason | None = None
    boundary: tuple[tuple[str, float], ...] = ()
    indicator: Indicator | None = None


@dataclass(frozen=True)
class RuleState:
    """A rule of the scenario and whether it works here.

    Parameters
    ----------
    id
        Id of the rule, or of a factor of a use's suitability.
    kind, hardness
        As in the scenario.
    applied
        Whether it is part of the problem.
    reason
        Why not, or what is odd about it.
    label, explanation, source
        For the reader.
    asks
        What a rule about patches, distances or reach asks, in words.

    """

    id: str
    kind: str
    hardness: str
    applied: bool
    reason: Reason | None = None
    label: Text | None = None
    explanation: Text | None = None
    source: Reference = field(default_factory=Reference)
    asks: Text | None = None
