"""Why a rule or a part of it is not applied: never silent, in both languages."""

from dataclasses import dataclass

from scenarios.words import Language

_SENTENCES = {
    "disabled": ("switched off in the scenario", "uitgezet in het scenario"),
    "report": (
        "only reported: it has no place in the allocation",
        "wordt alleen gemeld: heeft geen plaats in de toewijzing",
    ),
    "engine": (
        "carried along: no present engine keeps rules of kind {kind}",
        "wordt meegedragen: geen rekenmethode kent nu regels van de soort {kind}",
    ),
    "layer": (
        "layer {names} is missing in this province",
        "kaartlaag {names} ontbreekt in deze provincie",
    ),
    "uses": (
        "none of its uses takes part: {names}",
        "geen van de functies doet mee: {names}",
    ),
    "nowhere": (
        "applied, but its condition holds nowhere in this province",
        "toegepast, maar de voorwaarde geldt nergens in deze provincie",
    ),
    "unless": (
        "applied without its exception: layer {names} is missing in this province",
        "toegepast zonder de uitzondering: kaartlaag {names} ontbreekt in deze "
        "provincie",
    ),
    "unasked": (
        "no claim or share asks for what it provides: {names}",
        "geen claim of aandeel vraagt wat het levert: {names}",
    ),
}


@dataclass(frozen=True)
class Reason:
    """A sentence by its code.

    Parameters
    ----------
    code
        Which sentence.
    names
        What it names: layers, uses, a kind.

    """

    code: str
    names: tuple[str, ...] = ()

    def text(self, language: Language = "en") -> str:
        """Write the sentence, without a full stop."""
        english, dutch = _SENTENCES[self.code]
        sentence = dutch if language == "nl" else english
        return sentence.format(names=", ".join(self.names), kind=", ".join(self.names))
