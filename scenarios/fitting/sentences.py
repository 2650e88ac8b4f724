"""Why a scenario does not fit, in sentences: who competes, which rules, what to do."""

import math
from collections.abc import Iterator, Mapping

from scenarios.amounts import EXACT_BELOW, amount
from scenarios.fitting.competition import Demander
from scenarios.fitting.owner import Owner, owner_of, unit_of
from scenarios.fitting.phrases import PHRASES
from scenarios.fitting.reasons import Reasons
from scenarios.reasons import in_both
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text
from scenarios.speech import Speech
from scenarios.words import Language
from solver.give_way import Change

MOST_MEMBERS = 8
"""Members of a conflict that are told about one by one."""

MOST_RULES = 4
"""Rules that are named for the land that they free."""

Asks = Mapping[str, Text | None]
"""What a rule about patches, sites or distances asks, by its id."""


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
    teller = _Teller(reasons, scenario, asks, language)
    return [_capital(line) for line in teller.lines()]


class _Teller:
    """Tells of one scenario in one language."""

    def __init__(
        self, reasons: Reasons, scenario: Scenario, asks: Asks, language: Language
    ) -> None:
        self.reasons, self.scenario = reasons, scenario
        self.asks, self.language = asks, language
        self.speech = Speech(scenario, language, PHRASES)

    def lines(self) -> Iterator[str]:
        yield self._headline()
        for member in self.reasons.competition[:MOST_MEMBERS]:
            yield " ".join(self._member(member, self._owner(member.row)))
        yield from self._rules()
        yield from self._proposals()

    def _headline(self) -> str:
        reasons = self.reasons
        names = self._joined([self._label(one) for one in reasons.conflict])
        if reasons.only_whole_cells:
            text = self.speech.say("whole_cells")
            return (
                f"{text} {self.speech.say('involved', names=names)}" if names else text
            )
        in_land = all(one.asked_ha is not None for one in reasons.competition)
        if len(reasons.conflict) == 1:
            return self.speech.say("alone_land" if in_land else "alone", names=names)
        return self.speech.say("land" if in_land else "mixed", names=names)

    def _member(self, member: Demander, owner: Owner) -> Iterator[str]:
        if member.limit == "form":
            yield from self._form(member, owner)
            return
        unit, label = self._unit(owner), self._label(member.row)
        asked, possible, short = self._numbers(member)
        if member.limit == "max":
            yield self.speech.say("most", label=label, asked=asked, unit=unit)
            yield from self._origin(owner)
            if possible:
                values = {"possible": possible, "short": short, "unit": unit}
                yield self.speech.say("most_possible", **values)
            return
        if owner.form == "coupling":
            yield self.speech.say("tied", label=label, short=short, unit=unit)
            yield from self._origin(owner)
            return
        in_land = member.asked_ha is not None and unit != "ha"
        ha = self._amount(member.asked_ha or 0.0)
        values = {"label": label, "asked": asked, "unit": unit, "ha": ha}
        yield self.speech.say("claim_ha" if in_land else "claim", **values)
        yield from self._origin(owner)
        yield self._land(member)
        if possible:
            ha = self._amount(member.short_ha or 0.0)
            values = {"possible": possible, "short": short, "unit": unit, "ha": ha}
            yield self.speech.say("possible_ha" if in_land else "possible", **values)

    def _land(self, member: Demander) -> str:
        uses = self._joined([self._label(f"patches[{use}]") for use in member.uses])
        if not member.land_ha:
            return self.speech.say("no_land", uses=uses)
        land = self._amount(member.land_ha)
        return self.speech.say("land_for", uses=uses, land=land)

    def _form(self, member: Demander, owner: Owner) -> Iterator[str]:
        for rule in dict(self.reasons.restricting).get(member.row, (owner.id,)):
            asks = self.asks.get(rule)
            label = self._label(f"rule[{rule}]")
            text = asks.in_language(self.language) if asks else rule
            yield self.speech.say("form", label=label, text=text)
            yield from self._origin(Owner("rule", rule, "", ""))

    def _origin(self, owner: Owner) -> Iterator[str]:
        """Say whether a number is assumed, and quote the rule behind it."""
        source = None
        if owner.kind == "claim":
            claim = self.scenario.claims[owner.id]
            for number in claim.target.numbers[:1]:
                if number.assumed and number.reason:
                    why = in_both(number.reason).in_language(self.language)
                    yield self.speech.say("assumed", text=why.rstrip("."))
        elif owner.id in self.scenario.rules:
            source = self.scenario.rules[owner.id].source
        if source is not None and source.quote:
            yield self.speech.say("quote", text=source.quote.strip())

    def _rules(self) -> Iterator[str]:
        for one in self.reasons.freed[:MOST_RULES]:
            label = self._label(f"rule[{one.rule}]")
            text = self.speech.say("freed", label=label, ha=self._amount(one.freed_ha))
            yield " ".join([text, *self._origin(Owner("rule", one.rule, "", ""))])
        if not self.reasons.freed and self.reasons.competition:
            yield self.speech.say("no_rule")

    def _proposals(self) -> Iterator[str]:
        reasons, n = self.reasons, 0
        if reasons.searched and reasons.tried and not reasons.relaxations:
            yield self.speech.say("not_enough")
        if reasons.changes or reasons.relaxations:
            yield self.speech.say("tested")
        else:
            yield self.speech.say("no_proposal")
        if reasons.changes:
            n += 1
            text = "; ".join(self._change(change) for change in reasons.changes)
            yield self.speech.say("change", n=n, text=text)
        for rules in reasons.relaxations:
            n += 1
            key = "switch_off" if len(rules) == 1 else "switch_off_all"
            names = self._joined([self._rule(rule) for rule in rules])
            yield self.speech.say(key, n=n, names=names)

    def _change(self, change: Change) -> str:
        is_least = change.proposed_low != change.low
        old, new = (
            (change.low, _down(change.proposed_low))
            if is_least
            else (change.high, _up(change.proposed_high))
        )
        values = {
            "label": self._label(change.row),
            "old": self._amount(round(old, 3)),
            "new": self._amount(new),
            "unit": self._unit(self._owner(change.row)),
        }
        return self.speech.say("least" if is_least else "allow", **values).rstrip()

    def _numbers(self, member: Demander) -> tuple[str, str, str]:
        """Write what is asked, what is possible, and how far they lie apart."""
        if member.asked is None:
            return "", "", ""
        asked = self._amount(round(member.asked, 3))
        if member.possible is None:
            return asked, "", ""
        fits = _up if member.limit == "max" else _down
        possible = fits(member.possible)
        short = abs(member.asked - possible)
        return asked, self._amount(possible), self._amount(short)

    def _rule(self, rule: str) -> str:
        label = self._label(f"rule[{rule}]")
        return rule if label == rule else f"{label} ({rule})"

    def _label(self, row: str) -> str:
        return self._owner(row).label(self.scenario, self.language)

    def _owner(self, row: str) -> Owner:
        return owner_of(row, self.scenario)

    def _unit(self, owner: Owner) -> str:
        return unit_of(owner, self.scenario, self.language)

    def _amount(self, value: float) -> str:
        return amount(value, self.language)

    def _joined(self, names: list[str]) -> str:
        *first, last = list(dict.fromkeys(names)) or [""]
        return self.speech.say("and").join(
            [", ".join(first), last] if first else [last]
        )


def _capital(text: str) -> str:
    """Begin with a capital, unless with an id."""
    first = text.partition(" ")[0]
    return text if "_" in first or "-" in first else text[:1].upper() + text[1:]


def _step(value: float) -> float:
    return 0.1 if abs(value) < EXACT_BELOW else 1.0


def _down(value: float) -> float:
    """Round down to what ``amount`` writes."""
    return math.floor(value / _step(value) + 1e-9) * _step(value)


def _up(value: float) -> float:
    """Round up to what ``amount`` writes."""
    return math.ceil(value / _step(value) - 1e-9) * _step(value)
