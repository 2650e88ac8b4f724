"""What a rule does in a scenario on a province: land kept free, points, rows."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from model.constraints.coverage import Coverage
from model.constraints.separation import Separation
from model.problem import Problem
from model.rows import Row
from model.score import score
from model.terms.protocol import Term
from scenarios.schema.texts import Text
from scenarios.translation.problem import Translated

FEW = 5
"""Rows that are named; of more, so many and their number."""


def effects(translated: Translated, rule_id: str) -> Iterator[Text]:
    """Say what a rule does, one sentence a part.

    Parameters
    ----------
    translated
        The scenario on its province.
    rule_id
        A rule of the scenario.

    Yields
    ------
    Text
        Nothing for a rule that adds nothing to the problem.

    """
    problem = translated.problem
    for mask in problem.exclusions:
        if mask.name == rule_id:
            land_ha = float(problem.land_ha[mask.cells].sum())
            yield _text(
                "{n} uses may not come on {ha:,.0f} ha of land",
                "{n} functies mogen niet op {ha:,.0f} ha land",
                n=len(mask.uses),
                ha=land_ha,
            )
    for term in problem.terms:
        if _is_of(term.name, rule_id):
            yield from _points(problem, term)
    for constraint in problem.constraints:
        if not _is_of(constraint.name, rule_id):
            continue
        rows = list(constraint.rows(problem))
        if isinstance(constraint, Separation | Coverage) or not rows:
            yield _text(
                "{n} rows or restrictions on how uses lie",
                "{n} rijen of eisen aan hoe functies liggen",
                n=max(1, len(rows)),
            )
        else:
            yield from (_row(row) for row in rows[:FEW])
            if len(rows) > FEW:
                more = len(rows) - FEW
                yield _text("and {n} more", "en nog {n}", n=more)
    if rule_id in translated.indicators:
        yield _text(
            "told of every plan, chosen by none", "gemeld van ieder plan, niet gestuurd"
        )


def points_of(problem: Problem, term: Term) -> NDArray[np.float32]:
    """Return the points of one term, shape ``(n_uses, n_cells)``."""
    gains = [
        [gain] if (gain := term.gain(problem, use.name)) else []
        for use in problem.uses[1:]
    ]
    return score([[], *gains], np.ones(problem.grid.n_cells, np.float32))


def _points(problem: Problem, term: Term) -> Iterator[Text]:
    points = points_of(problem, term)
    somewhere = (points != 0).any(axis=0)
    if not somewhere.any():
        yield _text("no points anywhere", "nergens punten")
        return
    uses = int((points != 0).any(axis=1).sum())
    yield _text(
        "{n} uses get {least:.2g} to {most:.2g} points/ha on {ha:,.0f} ha of land",
        "{n} functies krijgen {least:.2g} tot {most:.2g} punten/ha op {ha:,.0f} ha",
        n=uses,
        least=float(points[points != 0].min()),
        most=float(points[points != 0].max()),
        ha=float(problem.land_ha[somewhere].sum()),
    )


def _row(row: Row) -> Text:
    limits = f"{row.low:,.6g} .. {row.high:,.6g} {row.unit}"
    return Text(nl=f"{row.name}: {limits}", en=f"{row.name}: {limits}")


def _is_of(name: str, rule_id: str) -> bool:
    return name == rule_id or name.startswith(f"{rule_id}, ")


def _text(english: str, dutch: str, **values: float) -> Text:
    return Text(nl=dutch.format(**values), en=english.format(**values))
