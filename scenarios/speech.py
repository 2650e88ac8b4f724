"""Names of a scenario in words: uses, quantities, lists of them, in one language."""

from collections.abc import Mapping, Sequence

from scenarios.schema.scenario import Scenario
from scenarios.words import Language

Phrases = Mapping[str, tuple[str, str]]
"""English and Dutch per key; ``{name}`` is filled in."""


class Speech:
    """The words of one scenario in one language.

    Parameters
    ----------
    scenario
        For the labels of uses and quantities.
    language
        ``en`` or ``nl``.
    phrases
        What can be said.

    """

    def __init__(
        self, scenario: Scenario, language: Language, phrases: Phrases
    ) -> None:
        self.scenario, self.language, self._phrases = scenario, language, phrases

    def say(self, key: str, **values: object) -> str:
        """Fill in a phrase; points are ``punten`` in Dutch."""
        english, dutch = self._phrases[key]
        if self.language == "en":
            return english.format_map(values)
        written = {
            name: str(value).replace("points/", "punten/")
            if name != "text"
            else str(value)
            for name, value in values.items()
        }
        return dutch.format_map(written)

    def uses(self, names: Sequence[str]) -> str:
        """Name uses that may take part, groups written out."""
        labels = []
        for name in self.scenario.members(tuple(names)):
            use = self.scenario.uses.get(name)
            if use is not None and not use.active:
                continue
            label = use.label if use else None
            labels.append(label.in_language(self.language) if label else name)
        return self.either(labels or list(names))

    def quantity(self, name: str) -> str:
        """Name a quantity."""
        kind = self.scenario.quantities.get(name)
        label = kind.label if kind else None
        return label.in_language(self.language) if label else name

    def either(self, names: Sequence[str]) -> str:
        """Join names by commas and ``or``."""
        word = " of " if self.language == "nl" else " or "
        *first, last = names
        return word.join([", ".join(first), last]) if first else last
