"""The words and numbers that sentences about a scenario that does not fit share."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from scenarios.amounts import EXACT_BELOW, amount
from scenarios.explain.costs import DUTCH_UNITS
from scenarios.fitting.owner import Owner, owner_of, unit_of
from scenarios.fitting.phrases import PHRASES
from scenarios.fitting.reasons import Reasons
from scenarios.reasons import in_both
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text
from scenarios.speech import Speech
from scenarios.words import Language

MOST_ZONES = 4
"""Zones of one owner that are named; of more the number is told."""

Asks = Mapping[str, Text | None]
"""What a rule about patches, sites or distances asks, by its id."""


class Teller:
    """Tells of one scenario in one language.

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

    """

    def __init__(
        self, reasons: Reasons, scenario: Scenario, asks: Asks, language: Language
    ) -> None:
        self.reasons, self.scenario = reasons, scenario
        self.asks, self.language = asks, language
        self._speech = Speech(scenario, language, PHRASES)

    def say(self, key: str, **values: object) -> str:
        """Fill in a phrase."""
        return self._speech.say(key, **values)

    def owner(self, row: str) -> Owner:
        """Return who asks for a row."""
        return owner_of(row, self.scenario)

    def label(self, row: str) -> str:
        """Name the owner of a row."""
        return self.owner(row).label(self.scenario, self.language)

    def rule(self, rule_id: str) -> str:
        """Name a rule, with its id to find it by."""
        label = self.label(f"rule[{rule_id}]")
        return rule_id if label == rule_id else f"{label} ({rule_id})"

    def name(self, row: str) -> str:
        """Name a row by its owner, a restriction by its rules."""
        rules = self.rules_behind(row)
        if not rules:
            return self.label(row)
        return self.joined([self.label(f"rule[{rule}]") for rule in rules])

    def names(self, rows: tuple[str, ...]) -> str:
        """Name rows together: one in many zones once."""
        zones: dict[str, list[str]] = {}
        for row in rows:
            owner = self.owner(row)
            whole = self.name(row) if self.rules_behind(row) else None
            bare = replace(owner, zone="").label(self.scenario, self.language)
            zones.setdefault(whole or bare, []).append(owner.place(self.scenario))
        return self.joined([self._with(name, some) for name, some in zones.items()])

    def _with(self, name: str, zones: list[str]) -> str:
        """Name someone with its zones; of many zones their number."""
        named = [zone for zone in zones if zone]
        if not named:
            return name
        if len(named) > MOST_ZONES:
            return f"{name} ({self.say('zones', n=len(named))})"
        return f"{name} ({self.joined(named)})"

    def rules_behind(self, row: str) -> tuple[str, ...]:
        """Return the rules that make a restriction; none for a row."""
        return dict(self.reasons.restricting).get(row, ())

    def unit(self, row: str) -> str:
        """Name the unit of a row."""
        return unit_of(self.owner(row), self.scenario, self.language)

    def amount(self, value: float) -> str:
        """Write an amount."""
        return amount(value, self.language)

    def joined(self, names: list[str]) -> str:
        """Write a, b and c; each once."""
        *first, last = list(dict.fromkeys(names)) or [""]
        return self.say("and").join([", ".join(first), last] if first else [last])

    def down(self, value: float, row: str) -> float:
        """Round down to what is written."""
        step = self._step(value, row)
        return math.floor(value / step + 1e-9) * step

    def up(self, value: float, row: str) -> float:
        """Round up to what is written."""
        step = self._step(value, row)
        return math.ceil(value / step - 1e-9) * step

    def _step(self, value: float, row: str) -> float:
        """Return the least step of an amount: homes come whole."""
        counted = unit_of(self.owner(row), self.scenario) in DUTCH_UNITS
        return 1.0 if counted or abs(value) >= EXACT_BELOW else 0.1

    def origin(self, owner: Owner) -> Iterator[str]:
        """Say whether a claim's number is assumed, or quote the rule."""
        if owner.kind == "claim":
            for number in self.scenario.claims[owner.id].target.numbers[:1]:
                if number.assumed and number.reason:
                    why = in_both(number.reason).in_language(self.language)
                    yield self.say("assumed", text=why.rstrip("."))
        elif owner.id in self.scenario.rules:
            quote = self.scenario.rules[owner.id].source.quote.strip()
            if quote:
                yield self.say("quote", text=quote)
