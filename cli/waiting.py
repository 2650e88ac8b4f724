"""Layers that rules wait for, the most wanted first."""

from collections import Counter
from collections.abc import Iterable

from scenarios.translation.outcome import RuleState

SHOWN = 12
"""Layers that are named in a line; the document has all."""


def layers_waited_for(rules: Iterable[RuleState]) -> dict[str, int]:
    """Count the rules and factors that wait for each layer.

    Parameters
    ----------
    rules
        What became of every rule.

    Returns
    -------
    dict[str, int]
        Number that wait, per layer, most first.

    """
    waited = Counter(
        name
        for rule in rules
        if not rule.applied and rule.reason and rule.reason.code == "layer"
        for name in rule.reason.names
    )
    return dict(sorted(waited.items(), key=lambda item: (-item[1], item[0])))
