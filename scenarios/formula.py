"""What a rule does, as one sentence with its numbers, in both languages."""

from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.asked import asked
from scenarios.schema.claim import Target
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import (
    Combination,
    Designation,
    Exclusion,
    Preference,
    SuitabilityRule,
)
from scenarios.schema.rules.reporting import Measure, Reporting
from scenarios.schema.rules.rows import Budget, Coupling, Demand, ShareRule
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text
from scenarios.sentences.formula import FORMULA
from scenarios.speech import Speech
from scenarios.words import Language


def formula(scenario: Scenario, rule: AnyRule) -> Text:
    """Say what a rule does.

    Parameters
    ----------
    scenario
        For the names of uses and quantities.
    rule
        Any rule.

    Returns
    -------
    Text
        One sentence without a full stop.

    """
    form = asked(scenario, rule)
    if form is not None:
        return form
    said = (", ".join(_said(scenario, rule, lang)) for lang in _LANGUAGES)
    english, dutch = said
    return Text(nl=dutch, en=english)


_LANGUAGES: tuple[Language, Language] = ("en", "nl")


def _said(scenario: Scenario, rule: AnyRule, language: Language) -> Iterator[str]:
    speech = Speech(scenario, language, FORMULA)
    match rule:
        case Exclusion():
            yield from _exclusion(speech, rule)
        case SuitabilityRule():
            uses = speech.uses(rule.uses)
            key = "penalty" if rule.points.value < 0 else "bonus"
            values = {"layer": rule.layer, "curve": rule.curve, "points": rule.points}
            yield speech.say(key, uses=uses, **values)
        case Preference():
            yield from _preference(speech, rule)
        case Designation():
            key = f"designated_{rule.status}"
            uses, points = speech.uses(rule.uses), rule.points
            yield speech.say(key, uses=uses, text=rule.where, points=points)
        case Combination():
            parts = [_part(speech, rule, use) for use in rule.of]
            yield speech.say("combination", use=rule.use, parts=" + ".join(parts))
        case Demand() | ShareRule() | Budget() | Coupling():
            yield from _row(speech, rule)
        case Reporting():
            yield from _reporting(speech, rule)
        case _:  # carried, and not done by the model
            yield speech.say("carried")


def _exclusion(speech: Speech, rule: Exclusion) -> Iterator[str]:
    key = "excluded" if rule.hardness == "hard" else "dear"
    uses = speech.uses(rule.uses)
    yield speech.say(key, uses=uses, text=rule.where, price=rule.price)
    if rule.unless is not None:
        yield speech.say("unless", text=rule.unless)


def _preference(speech: Speech, rule: Preference) -> Iterator[str]:
    if rule.uses is None or rule.rungs is None:
        yield speech.say("first", text=rule.programme, factor=rule.factor)
        return
    yield speech.say("ladder", uses=speech.uses(rule.uses))
    for number, rung in enumerate(rule.rungs, start=1):
        where = rung.where or speech.say("anywhere")
        yield speech.say("rung", n=number, text=where, points=rung.points)


def _part(speech: Speech, rule: Combination, use: str) -> str:
    credit = rule.credit.get(use)
    share = 1.0 if credit is None else credit.value
    return f"{share:.0%} {speech.uses((use,))}".replace("%", " %")


def _row(speech: Speech, rule: Demand | ShareRule | Budget | Coupling) -> Iterator[str]:
    if isinstance(rule, Demand):
        quantity = speech.quantity(rule.quantity or "")
        yield speech.say("demand", amount=_amount(speech, rule.target), what=quantity)
    elif isinstance(rule, ShareRule):
        least, most = rule.min or "0 %", rule.max or "100 %"
        yield speech.say("share", least=least, most=most, uses=speech.uses(rule.uses))
    elif isinstance(rule, Budget):
        loads = (f"{speech.uses((use,))} {load}" for use, load in rule.load.items())
        yield speech.say("budget", parts=", ".join(loads), capacity=rule.capacity)
    else:
        yield _coupling(speech, rule)
    within: str | None = rule.within
    if within is not None:
        key = "other_within" if isinstance(rule, Coupling) else "within"
        yield speech.say(key, text=within)
    if rule.per is not None:
        yield speech.say("per", text=rule.per)
    price = rule.shortfall.price if isinstance(rule, Demand) else rule.price
    if price is not None and (isinstance(rule, Demand) or rule.hardness == "soft"):
        yield speech.say("priced", price=price)


def _coupling(speech: Speech, rule: Coupling) -> str:
    quantity, least = speech.quantity(rule.quantity), rule.at_least
    if rule.of is not None:
        other = speech.quantity(rule.of)
        return speech.say("coupling", least=least, what=quantity, other=other)
    return speech.say("made_up", least=least, what=quantity, text=rule.lost)


def _amount(speech: Speech, target: Target) -> str:
    if target.value is not None:
        return str(target.value)
    least, most = target.min, target.max
    if most is None:
        return speech.say("at_least", amount=least)
    if least is None:
        return speech.say("at_most", amount=most)
    return speech.say("between", least=least, most=most)


def _reporting(speech: Speech, rule: Reporting) -> Iterator[str]:
    if rule.measure is None:
        yield speech.say("carried")
        return
    yield speech.say("counts", what=_measured(speech, rule.measure))
    if rule.share_of is not None:
        yield speech.say("out_of", what=_measured(speech, rule.share_of))
    if rule.spread_over is not None:
        yield speech.say("spread", text=rule.spread_over)


def _measured(speech: Speech, measure: Measure) -> str:
    parts = [_thing(speech, measure)]
    values: Mapping[str, Any] = {
        "where_cells": measure.where,
        "or_where": measure.or_where,
        "times_layer": measure.weight,
        "times": measure.times,
    }
    parts += [speech.say(key, text=value) for key, value in values.items() if value]
    if measure.near is not None:
        near, reach = speech.uses(measure.near), measure.reach
        parts.insert(1, speech.say("near", uses=near, reach=reach))
    return " ".join(parts)


def _thing(speech: Speech, measure: Measure) -> str:
    if measure.uses is not None:
        return speech.say("new_land", uses=speech.uses(measure.uses))
    if measure.quantity is not None:
        return speech.say("provided", what=speech.quantity(measure.quantity))
    if measure.layer is not None:
        return speech.say("present", text=measure.layer)
    if measure.lost is not None:
        return speech.say("lost", text=measure.lost)
    return speech.say("kept_land" if measure.stays else "all_land")
