"""Why a rule or a part of it is not applied: never silent, in both languages."""

from dataclasses import dataclass

from scenarios.schema.texts import Text
from scenarios.words import Language

_SENTENCES = {
    "disabled": ("switched off in the scenario", "uitgezet in het scenario"),
    "report": (
        "only reported: it has no place in the allocation",
        "wordt alleen gemeld: heeft geen plaats in de toewijzing",
    ),
    "stated": ("{names}", "{names}"),
    "coarse": (
        "cells are too coarse for it: {names}",
        "de cellen zijn er te grof voor: {names}",
    ),
    "by_itself": (
        "applied, and kept by the size of the cells alone",
        "toegepast, en al gehaald door de grootte van de cellen",
    ),
    "no_candidates": (
        "its candidate land is nowhere in this province: {names}",
        "het kandidaatland is nergens in deze provincie: {names}",
    ),
    "new_only": (
        "applied between new uses only: layer {names} is missing in this province",
        "alleen toegepast tussen nieuwe functies: kaartlaag {names} ontbreekt in deze "
        "provincie",
    ),
    "existing_only": (
        "applied to what is there only: none of the new uses takes part: {names}",
        "alleen toegepast op wat er al is: geen van de nieuwe functies doet mee: "
        "{names}",
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
    "nowhere_within": (
        "the land it is about is nowhere in this province: {names}",
        "het land waar hij over gaat is nergens in deze provincie: {names}",
    ),
    "elsewhere": (
        "holds in other provinces only: {names}",
        "geldt alleen in andere provincies: {names}",
    ),
    "in_part": (
        "holds in some provinces only, and a rule of this kind cannot be kept to "
        "them: {names}",
        "geldt alleen in sommige provincies, en een regel van deze soort is daar niet "
        "toe te beperken: {names}",
    ),
    "undivided": (
        "no claim is bound to the parts of zones: no shift is given",
        "geen claim is gebonden aan de delen van gebieden: er is geen shift gegeven",
    ),
    "number": (
        "waits for a number that the text leaves open; fill it in and set enabled: "
        "true",
        "wacht op een getal dat de tekst openlaat; vul het in en zet enabled: true",
    ),
    "unmeasured": (
        "the plan cannot tell it",
        "is uit het plan niet te bepalen",
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
        What it names: layers, uses, sizes.
    said
        The sentence itself, where the scenario gives it.

    """

    code: str
    names: tuple[str, ...] = ()
    said: Text | None = None

    def text(self, language: Language = "en") -> str:
        """Write the sentence, without a full stop."""
        if self.said is not None:
            return self.said.in_language(language)
        english, dutch = _SENTENCES[self.code]
        sentence = dutch if language == "nl" else english
        return sentence.format(names=", ".join(self.names))


class NotApplicableError(LookupError):
    """A rule that has nothing to hold on to in this province.

    Parameters
    ----------
    reason
        Why.

    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.text())
        self.reason = reason
