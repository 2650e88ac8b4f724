"""What a rule about patches, distances or reach asks, in one sentence per language."""

from scenarios.schema.rules.contiguity import Contiguity, SiteCount
from scenarios.schema.rules.coverage import Coverage
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.separation import Separation
from scenarios.schema.scenario import Scenario
from scenarios.schema.texts import Text
from scenarios.speech import Speech
from scenarios.words import Language

_WORDS = {
    "patches": ("patches of {uses}", "aaneengesloten plekken van {uses}"),
    "least": ("of at least {area}", "van ten minste {area}"),
    "most": ("of at most {area}", "van ten hoogste {area}"),
    "sites": ("{n} sites of {uses}", "{n} locaties van {uses}"),
    "site": ("1 site of {uses}", "1 locatie van {uses}"),
    "range": ("{least} to {most}", "{least} tot {most}"),
    "candidates": ("within one of: {text}", "binnen een van: {text}"),
    "together": (
        "{uses} rather in large patches, at {points} points per 100 m of border",
        "{uses} liever in grote plekken, tegen {points} punten per 100 m rand",
    ),
    "preferred": ("rather where {text}", "liever waar {text}"),
    "clusters": ("only in clusters of {text}", "alleen in clusters van {text}"),
    "priced_clusters": (
        "outside clusters of {text} at {price}",
        "buiten clusters van {text} tegen {price}",
    ),
    "cap": ("at most {area} new in each", "in elk hoogstens {area} nieuw"),
    "apart": (
        "{uses} at least {distance} from {others}",
        "{uses} ten minste {distance} van {others}",
    ),
    "where": ("land where {text}", "land waar {text}"),
    "layer": ("what layer {text} measures to", "wat kaartlaag {text} meet"),
    "covered": (
        "at least {least} of {what} within {reach}",
        "ten minste {least} {what} binnen {reach}",
    ),
    "counted": (
        "at least {least} {what} within {reach}",
        "ten minste {least} {what} binnen {reach}",
    ),
    "block": ("of every block", "van elk blok"),
    "inhabited": ("of every inhabited block", "van elk bewoond blok"),
    "populated": (
        "of every block with {persons} inhabitants or more ({text})",
        "van elk blok met {persons} inwoners of meer ({text})",
    ),
    "new": ("of new {text}", "van nieuw {text}"),
    "soft": ("if not: {price}", "zo niet: {price}"),
}


def asked(scenario: Scenario, rule: AnyRule) -> Text | None:
    """Say what a rule asks.

    Parameters
    ----------
    scenario
        For the names of uses and quantities.
    rule
        Any rule.

    Returns
    -------
    Text | None
        In both languages; None for a rule of another kind, or one that is not said.

    """
    if rule.not_applied is not None:
        return None
    english = _asked(scenario, rule, "en")
    dutch = _asked(scenario, rule, "nl")
    return Text(nl=dutch, en=english) if english and dutch else None


def _asked(scenario: Scenario, rule: AnyRule, language: Language) -> str | None:
    speech = _Asked(scenario, language, _WORDS)
    match rule:
        case Contiguity():
            return ", ".join(speech.contiguity(rule))
        case Separation():
            return ", ".join(speech.separation(rule))
        case Coverage():
            return ", ".join(speech.coverage(rule))
        case _:
            return None


class _Asked(Speech):
    """Rules about the form of uses in words."""

    def contiguity(self, rule: Contiguity) -> list[str]:
        uses, parts = self.uses(rule.uses), []
        if rule.hardness == "soft" and rule.shapes:
            points = f"{rule.price.value:g}" if rule.price else "0"
            parts.append(self.say("together", uses=uses, points=points))
        elif rule.sites is not None:
            parts.append(self._sites(rule.sites, uses))
        elif rule.shapes:
            parts.append(self.say("patches", uses=uses))
        else:
            parts.append(uses)
        if rule.hardness != "soft":
            if rule.min_area is not None:
                parts[-1] += " " + self.say("least", area=rule.min_area)
            if rule.max_area is not None:
                parts.append(self.say("most", area=rule.max_area))
        if rule.candidates is not None:
            parts.append(self.say("candidates", text=rule.candidates))
        if rule.preferred is not None:
            parts.append(self.say("preferred", text=rule.preferred.where))
        return [*parts, *self._clusters(rule)]

    def _clusters(self, rule: Contiguity) -> list[str]:
        clusters = rule.clusters
        if clusters is None:
            return []
        key = "clusters" if clusters.price is None else "priced_clusters"
        parts = [self.say(key, text=clusters.layer, price=clusters.price)]
        if clusters.cap is not None:
            parts.append(self.say("cap", area=clusters.cap))
        return parts

    def _sites(self, sites: SiteCount, uses: str) -> str:
        if sites.min == sites.max == 1:
            return self.say("site", uses=uses)
        n = str(sites.max)
        if sites.min != sites.max:
            n = self.say("range", least=sites.min, most=sites.max)
        return self.say("sites", n=n, uses=uses)

    def separation(self, rule: Separation) -> list[str]:
        others = [self.uses(rule.others)] if rule.others else []
        if rule.where is not None:
            others.append(self.say("where", text=rule.where))
        if rule.layer is not None:
            others.append(self.say("layer", text=rule.layer))
        uses, either = self.uses(rule.uses), self.either(others)
        said = self.say("apart", uses=uses, distance=rule.distance, others=either)
        return [said, *self._price(rule)]

    def coverage(self, rule: Coverage) -> list[str]:
        if rule.quantity is not None:
            what = f"({self.quantity(rule.quantity)})"
        else:
            what = self.uses(rule.uses or ())
        key = "counted" if rule.quantity else "covered"
        said = self.say(key, least=rule.least, what=what, reach=rule.reach)
        if rule.of is None:
            whom = self.say("block")
        elif rule.of in self.scenario.quantities:
            whom = self.say("new", text=self.quantity(rule.of))
        elif rule.of in {*self.scenario.uses, *self.scenario.groups}:
            whom = self.say("new", text=self.uses((rule.of,)))
        else:
            persons = rule.inhabited.value
            key = "populated" if persons > 1 else "inhabited"
            whom = self.say(key, persons=f"{persons:g}", text=rule.of)
        return [f"{said} {whom}", *self._price(rule)]

    def _price(self, rule: Separation | Coverage) -> list[str]:
        if rule.hardness != "soft" or rule.price is None:
            return []
        return [self.say("soft", price=rule.price)]
