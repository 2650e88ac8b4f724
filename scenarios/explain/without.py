"""What the plan would gain without each hard rule, as data.

A rule that keeps uses out is dropped by allowing them where no other rule keeps them
out; a rule of rows by dropping its limits. Which rules are worth it is guessed at the
prices that are known; those are valued again. The value is that of the relaxation, so
a gain is about that, and proven to be no more than the new bound less the plan.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grids.sentence import Sentence
from model.land_use import NO_LAND
from scenarios.explain.explained_run import ExplainedRun, NotExplainableError
from scenarios.explain.prices import LEAST
from scenarios.explain.row import owner_of
from solver.certificate import row_values
from solver.dual import Dual
from solver.instance import Instance
from solver.whatif.revalue import Revaluer, without_rows
from solver.zonal import to_zonal

MOST = 20
"""Rules that are valued again."""


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A rule that might be dropped.

    Parameters
    ----------
    id, zone
        The rule; rows of a rule are dropped together.
    guess
        Points that it may cost, at the prices known.
    freed
        Uses that come free, shape ``(n_uses, n_cells)``; None for rows.
    rows
        Its rows, shape ``(n_rows,)``; None for a rule that keeps uses out.

    """

    id: str
    guess: float
    freed: NDArray[np.bool_] | None = None
    rows: NDArray[np.bool_] | None = None

    def dropped(self, instance: Instance) -> Instance:
        """Return the instance without the rule."""
        if self.rows is not None:
            return without_rows(instance, self.rows)
        assert self.freed is not None
        return replace(instance, allowed=instance.allowed | self.freed)


def explain_without(
    run: ExplainedRun, revaluer: Revaluer, on_step: Callable[[int, int], None]
) -> list[dict[str, Any]]:
    """Return what the plan would gain without each hard rule, the most first.

    Parameters
    ----------
    run
        The run.
    revaluer
        Of its instance.
    on_step
        Called with the number of rules valued, and of those to value.

    Returns
    -------
    list[dict]
        Of those that were valued before the time was up: ``id``, ``label``,
        ``quote``, ``section``; ``freed_ha`` (land that comes free for at least one
        use; None for rows), ``gain`` (about) and ``gain_most`` (proven) [points].

    Raises
    ------
    NotExplainableError
        If the run does not keep which cells its rules exclude.

    """
    if run.exclusion_use is None or run.exclusion_cell is None:
        raise NotExplainableError(
            Sentence(
                "a run must keep which cells each rule excludes to tell what it would "
                "gain without it, got a run of an older version; run it anew"
            )
        )
    found = [*_exclusions(run), *_rows(run)]
    best = sorted(found, key=lambda one: -one.guess)[:MOST]
    objective = float(run.document["objective"])
    told = []
    for count, one in enumerate(best, 1):
        bound = revaluer.value(one.dropped(run.instance)).bound
        if not np.isfinite(bound):  # stopped before it was valued
            continue
        rule = run.rule(one.id)
        told.append(
            {
                "id": one.id,
                "label": run.label("rules", one.id),
                "quote": rule.get("quote"),
                "section": rule.get("section"),
                "freed_ha": _hectares(run, one.freed),
                "gain": max(0.0, bound - revaluer.base.bound),
                "gain_most": max(0.0, bound - objective),
            }
        )
        on_step(count, len(best))
    return sorted(told, key=lambda one: -float(one["gain"]))


def only_by(run: ExplainedRun, number: int) -> NDArray[np.bool_]:
    """Tell where a rule alone keeps a use out, shape ``(n_uses, n_cells)``."""
    assert run.exclusion_use is not None
    assert run.exclusion_cell is not None
    use, cell = run.exclusion_use, run.exclusion_cell
    mine = use[number][:, None] & cell[number]
    others = np.zeros_like(mine)
    for other in range(use.shape[0]):
        if other != number and (use[other] & use[number]).any():
            others |= use[other][:, None] & cell[other]
    alone: NDArray[np.bool_] = mine & ~others
    return alone


def _exclusions(run: ExplainedRun) -> list[_Candidate]:
    """Return the rules that keep uses out of somewhere where they would be better."""
    instance = run.instance
    everywhere = replace(instance, allowed=np.ones_like(instance.allowed))
    dual = Dual(to_zonal(everywhere))
    loss = dual.losses(run.row_price, np.arange(instance.n_cells)).T
    least = np.where(instance.allowed, loss, np.inf).min(axis=0)
    better = np.maximum(least - loss, 0.0)
    found = []
    for number, name in enumerate(run.exclusion):
        if name == NO_LAND:
            continue
        freed = only_by(run, number)
        gain = np.where(freed, better, 0.0).max(axis=0)
        if gain.any():
            found.append(_Candidate(name, float(gain.sum(dtype=np.float64)), freed))
    return found


def _rows(run: ExplainedRun) -> list[_Candidate]:
    """Return the rules whose hard rows have a price."""
    rows, price = run.instance.rows, run.row_price
    value = row_values(run.instance, run.allocation)
    found: dict[str, NDArray[np.bool_]] = {}
    for at in np.nonzero((np.abs(price) > LEAST) & run.instance.hard)[0].tolist():
        owner = owner_of(run, rows.name[at])
        if not owner.is_claim:
            mask = found.setdefault(owner.id, np.zeros(price.size, np.bool_))
            mask[at] = True
    return [
        _Candidate(name, float(np.abs(price * value)[mask].sum()), rows=mask)
        for name, mask in found.items()
    ]


def _hectares(run: ExplainedRun, freed: NDArray[np.bool_] | None) -> float | None:
    if freed is None:
        return None
    return float(run.land_ha[freed.any(axis=0)].sum(dtype=np.float64))
