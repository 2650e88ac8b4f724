"""What cannot hold, with the sentences of the rules that are to blame."""

from scenarios.amounts import amount
from scenarios.presolve import Excess, TooMuch
from scenarios.schema.scenario import Scenario
from scenarios.words import Language


def cited(found: Excess, scenario: Scenario, language: Language) -> str:
    """Write what asks too much, and quote the rules behind it.

    Parameters
    ----------
    found
        What was found before solving.
    scenario
        For the quotes.
    language
        ``en`` or ``nl``.

    Returns
    -------
    str
        One sentence, and one a rule with its quote.

    """
    parts = [found.text(language)]
    hectares = dict(found.excluders) if isinstance(found, TooMuch) else {}
    word = "sluit {} ha uit" if language == "nl" else "excludes {} ha"
    for name in getattr(found, "rules", ()):
        rule = scenario.rules.get(name.partition(", ")[0])
        does = ""
        if name in hectares:
            does = " " + word.format(amount(hectares[name], language))
        if rule is not None and rule.source.quote:
            parts.append(f"{name}{does}: \u201c{rule.source.quote}\u201d")
        elif does:
            parts.append(f"{name}{does}")
    return "; ".join(parts)
