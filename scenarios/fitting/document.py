"""Whether a scenario fits and why not, as plain data: ``fit`` in ``explain.json``."""

from typing import Any

from scenarios.fitting.owner import Owner, owner_of, unit_of
from scenarios.fitting.reasons import Reasons
from scenarios.fitting.sentences import fit_sentences
from scenarios.fitting.teller import Asks
from scenarios.json_text import finite
from scenarios.schema.scenario import Scenario


def fit_part(reasons: Reasons, scenario: Scenario) -> dict[str, Any]:
    """Return whether a scenario fits, and why not, as data.

    Parameters
    ----------
    reasons
        What was found out.
    scenario
        For labels, units and quotes.

    Returns
    -------
    dict
        ``fits`` (None: not known), ``only_whole_cells``, ``conflict`` (names of rows),
        ``land_ha``, ``competition`` (a mapping per row of the conflict), ``freed``
        (rules with the land that each keeps away, alone and with others [ha]),
        ``changes`` (limits that fit together), ``smaller`` (least sizes of patches and
        sites), ``relaxations`` (sets of rules, each enough), ``several`` (whether
        something else clashes too), ``searched`` (whether all was tried in time) and
        ``seconds``.

    """
    return {
        "fits": reasons.fits,
        "only_whole_cells": reasons.only_whole_cells,
        "conflict": list(reasons.conflict),
        "land_ha": reasons.land_ha,
        "competition": [
            {
                **_named(owner_of(one.row, scenario), one.row, scenario),
                "limit": one.limit,
                "asked": finite(one.asked),
                "possible": finite(one.possible),
                "short": finite(one.short),
                "uses": list(one.uses),
                "land_ha": one.land_ha,
                "asked_ha": one.asked_ha,
                "short_ha": one.short_ha,
                "largest_ha": one.largest_ha,
            }
            for one in reasons.competition
        ],
        "freed": [
            {
                "rule": one.rule,
                "ha": one.freed_ha,
                "with_others_ha": one.kept_ha,
                **_rule(one.rule, scenario),
            }
            for one in reasons.freed
        ],
        "changes": [
            {
                **_named(owner_of(change.row, scenario), change.row, scenario),
                "low": finite(change.low),
                "high": finite(change.high),
                "proposed_low": finite(change.proposed_low),
                "proposed_high": finite(change.proposed_high),
            }
            for change in reasons.changes
        ],
        "smaller": [vars(one) for one in reasons.smaller],
        "relaxations": [{"rules": list(rules)} for rules in reasons.relaxations],
        "several": reasons.several,
        "searched": reasons.searched,
        "seconds": round(reasons.seconds, 3),
    }


def both_languages(
    reasons: Reasons, scenario: Scenario, asks: Asks
) -> list[dict[str, str]]:
    """Return the sentences in Dutch and English."""
    dutch, english = (
        fit_sentences(reasons, scenario, asks, language) for language in ("nl", "en")
    )
    return [{"nl": nl, "en": en} for nl, en in zip(dutch, english, strict=True)]


def _named(owner: Owner, row: str, scenario: Scenario) -> dict[str, Any]:
    return {
        "row": row,
        "id": owner.id,
        "kind": owner.kind,
        "label": {
            "nl": owner.label(scenario, "nl"),
            "en": owner.label(scenario, "en"),
        },
        "unit": unit_of(owner, scenario),
    }


def _rule(rule_id: str, scenario: Scenario) -> dict[str, Any]:
    rule = scenario.rules[rule_id]
    label = rule.label
    return {
        "label": {"nl": label.nl, "en": label.en} if label else None,
        "quote": rule.source.quote or None,
    }
