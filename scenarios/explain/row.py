"""Whose a row is: a row ``kind[id, zone]`` belongs to a claim or a rule."""

from dataclasses import dataclass

from scenarios.explain.explained_run import ExplainedRun, Texts
from scenarios.row_name import row_name


@dataclass(frozen=True)
class Owner:
    """Who asks for a row.

    Parameters
    ----------
    id
        Id of the claim or rule.
    is_claim
        Whether it is a claim.
    zone
        The zone in words; empty where it holds for all.
    label
        Its label.

    """

    id: str
    is_claim: bool
    zone: str
    label: Texts


def owner_of(run: ExplainedRun, row: str) -> Owner:
    """Return who asks for a row."""
    kind, name, zone = row_name(row)
    is_claim = kind == "claim"
    label = run.label("claims" if is_claim else "rules", name)
    return Owner(name, is_claim, zone, label)
