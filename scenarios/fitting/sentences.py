"""Why a scenario does not fit, in sentences: who competes, which rules, what to do."""

from collections.abc import Iterator

from scenarios.fitting.members import is_about_land, tell_of
from scenarios.fitting.owner import Owner
from scenarios.fitting.proposals import tell_proposals
from scenarios.fitting.reasons import Reasons
from scenarios.fitting.teller import Asks, Teller
from scenarios.schema.scenario import Scenario
from scenarios.words import Language

MOST_MEMBERS = 8
"""Members of a conflict that are told about one by one."""

MOST_RULES = 4
"""Rules that are named for the land that they take away."""

IN_PIECES = ("patches", "sites")
"""Restrictions that need land in large pieces, which rules may cut up."""


def fit_sentences(
    reasons: Reasons, scenario: Scenario, asks: Asks, language: Language
) -> list[str]:
    """Say why a scenario does not fit and what would make it fit.

    Parameters
    ----------
    reasons
        What was found out.
    scenario
        For labels, units, quotes and assumed numbers.
    asks
        What rules about form ask, in words.
    language
        ``en`` or ``nl``.

    Returns
    -------
    list[str]
        Whole sentences; none if the scenario fits or it is not known. The last ones
        are proposals.

    """
    if reasons.fits is not False:
        return []
    teller = Teller(reasons, scenario, asks, language)
    lines = [_headline(teller)]
    lines += [tell_of(teller, one) for one in reasons.competition[:MOST_MEMBERS]]
    left = len(reasons.competition) - MOST_MEMBERS
    lines += [teller.say("and_more", n=left)] if left > 0 else []
    lines += [*_together(teller), *_rules(teller), *tell_proposals(teller)]
    return [_capital(line) for line in lines]


def _headline(teller: Teller) -> str:
    reasons = teller.reasons
    names = teller.names(reasons.conflict)
    if reasons.only_whole_cells:
        text = teller.say("whole_cells")
        return f"{text} {teller.say('involved', names=names)}" if names else text
    about_land = is_about_land(teller)
    if len(reasons.conflict) == 1:
        return teller.say("alone_land" if about_land else "alone", names=names)
    return teller.say("land" if about_land else "mixed", names=names)


def _together(teller: Teller) -> Iterator[str]:
    """Say what several claims ask of the same land, where that is too much."""
    reasons = teller.reasons
    asked_ha = sum(one.asked_ha or 0.0 for one in reasons.competition)
    if not is_about_land(teller) or len(reasons.competition) < 2:
        return
    if asked_ha > reasons.land_ha:
        ha, land = teller.amount(asked_ha), teller.amount(reasons.land_ha)
        yield teller.say("together", ha=ha, land=land)


def _rules(teller: Teller) -> Iterator[str]:
    """Say which rules take land away, where land is what clashes."""
    forms = {teller.owner(row).form for row in teller.reasons.conflict}
    if not is_about_land(teller) and not forms.intersection(IN_PIECES):
        return
    members = {rule for _, rules in teller.reasons.restricting for rule in rules}
    freed = [one for one in teller.reasons.freed if one.rule not in members]
    alone = [one for one in freed if one.freed_ha > 0]
    for one in alone[:MOST_RULES]:
        name, ha = teller.rule(one.rule), teller.amount(one.freed_ha)
        text = teller.say("freed", label=name, ha=ha)
        yield " ".join([text, *teller.origin(Owner("rule", one.rule, "", ""))])
    if freed and not alone:
        names = [teller.rule(one.rule) for one in freed[:MOST_RULES]]
        yield teller.say("shared", names=teller.joined(names))


def _capital(text: str) -> str:
    """Begin with a capital, unless with an id."""
    first = text.partition(" ")[0]
    return text if "_" in first or "-" in first else text[:1].upper() + text[1:]
