"""Rules that lack a layer, where the user wants every rule to count."""

from collections.abc import Iterable, Mapping
from typing import Any

from scenarios.translation.outcome import RuleState
from scenarios.words import Language, say

LACKS = "layer"
"""Code of the reason that a rule lacks a layer."""


class NotAppliedError(ValueError):
    """Rules that cannot be applied, where the user asked for all of them."""


def refuse_not_applied(rules: Iterable[RuleState], language: Language) -> None:
    """Refuse rules that lack a layer.

    Raises
    ------
    NotAppliedError
        Naming all of them.

    """
    lacking = [rule for rule in rules if rule.reason and rule.reason.code == LACKS]
    _refuse(
        [
            f"{rule.id} ({rule.reason.text(language)})"
            for rule in lacking
            if rule.reason
        ],
        language,
    )


def refuse_not_applied_in(document: Mapping[str, Any], language: Language) -> None:
    """Refuse a run that is there already, if rules in it lack a layer.

    Raises
    ------
    NotAppliedError
        Naming all of them.

    """
    rules = [rule for rule in document["rules"] if rule["reason_code"] == LACKS]
    _refuse([f"{rule['id']} ({rule['reason']})" for rule in rules], language)


def _refuse(texts: list[str], language: Language) -> None:
    if texts:
        names = "; ".join(texts)
        raise NotAppliedError(say("strict", language, n=len(texts), text=names))
