"""All kinds of rules as one type, told apart by ``kind``."""

from typing import Annotated

from pydantic import Field

from scenarios.schema.rules.contiguity import Contiguity
from scenarios.schema.rules.coverage import Coverage
from scenarios.schema.rules.land import (
    Combination,
    Designation,
    Exclusion,
    Preference,
    SuitabilityRule,
)
from scenarios.schema.rules.reporting import Reporting
from scenarios.schema.rules.rows import Budget, Coupling, Demand, ShareRule
from scenarios.schema.rules.separation import Separation

AnyRule = Annotated[
    Exclusion
    | SuitabilityRule
    | Demand
    | ShareRule
    | Budget
    | Coupling
    | Preference
    | Designation
    | Combination
    | Contiguity
    | Separation
    | Coverage
    | Reporting,
    Field(discriminator="kind"),
]
"""A rule of any kind."""
