"""How far the dearest prices hold, as data: limits moved by steps and valued again."""

from collections.abc import Callable, Mapping
from typing import Any

from scenarios.explain.explained_run import ExplainedRun
from solver.whatif.ranges import STEPS, holds, price_range
from solver.whatif.revalue import Revaluer

MOST = 10
"""Prices whose range is found; each takes as many values as there are steps."""


def add_ranges(
    run: ExplainedRun,
    revaluer: Revaluer,
    prices: list[dict[str, Any]],
    on_step: Callable[[int, int], None],
) -> list[dict[str, Any]]:
    """Return prices with what their limits cost over steps.

    Parameters
    ----------
    run
        The run.
    revaluer
        Of its instance.
    prices
        What ``explain_prices`` returns, the dearest first.
    on_step
        Called with the number of values found, and of those to find.

    Returns
    -------
    list[dict]
        The same; the first ``MOST`` with ``steps`` (``part``, ``limit``, ``price`` per
        unit over the step, None where nothing is possible) and ``holds`` (from and to
        which limit the price is the same; None if not even to the first step).

    """
    number = {name: at for at, name in enumerate(run.instance.rows.name)}
    count, total = 0, len(STEPS) * min(MOST, len(prices))

    def stepped() -> None:
        nonlocal count
        count += 1
        on_step(count, total)

    return [
        one
        if at >= MOST
        else one | _range(run, revaluer, one, number[one["row"]], stepped)
        for at, one in enumerate(prices)
    ]


def _range(
    run: ExplainedRun,
    revaluer: Revaluer,
    one: Mapping[str, Any],
    row: int,
    stepped: Callable[[], None],
) -> dict[str, Any]:
    steps = price_range(revaluer, run.instance, row, on_step=stepped)
    price = abs(float(revaluer.base.price[row]))
    return {
        "price": price,
        "steps": [
            {"part": step.part, "limit": step.limit, "price": step.price}
            for step in steps
        ],
        "holds": holds(price, steps),
    }
