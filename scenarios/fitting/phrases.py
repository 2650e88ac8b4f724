"""What is said of a scenario that does not fit, in English and Dutch, by key."""

from scenarios.speech import Phrases

PHRASES: Phrases = {
    # headlines
    "alone": (
        "It does not fit: {names} cannot be met.",
        "Het past niet: aan {names} is niet te voldoen.",
    ),
    "alone_land": (
        "It does not fit: there is too little land for {names}.",
        "Het past niet: voor {names} is er te weinig land.",
    ),
    "land": (
        "It does not fit: there is too little land for {names} together.",
        "Het past niet: voor {names} samen is er te weinig land.",
    ),
    "mixed": (
        "It does not fit: {names} do not go together.",
        "Het past niet: {names} gaan niet samen.",
    ),
    "whole_cells": (
        "It does not fit: in parts of cells there is room for everything, in whole "
        "cells there is not.",
        "Het past niet: in delen van cellen is er ruimte voor alles, in hele cellen "
        "niet.",
    ),
    "involved": ("What clashes: {names}.", "Wat botst: {names}."),
    # members
    "claim": (
        "{label}: at least {asked} {unit} is asked.",
        "{label}: gevraagd is ten minste {asked} {unit}.",
    ),
    "claim_ha": (
        "{label}: at least {asked} {unit} is asked, which takes {ha} ha or more.",
        "{label}: gevraagd is ten minste {asked} {unit}, en dat kost {ha} ha of meer.",
    ),
    "tied": (
        "{label}: two amounts are tied together, and {short} {unit} is lacking.",
        "{label}: twee hoeveelheden zijn gekoppeld, en er ontbreekt {short} {unit}.",
    ),
    "assumed": (
        "That number is assumed: {text}.",
        "Dat getal is aangenomen: {text}.",
    ),
    "no_land": (
        "No land is open to {uses}.",
        "Voor {uses} is geen land beschikbaar.",
    ),
    "land_for": (
        "{land} ha of land is open to {uses}.",
        "Voor {uses} is {land} ha beschikbaar.",
    ),
    "possible": (
        "As long as the rest stands, there is room for {possible} {unit}: {short} "
        "short.",
        "Zolang de rest blijft, is er ruimte voor {possible} {unit}: {short} tekort.",
    ),
    "possible_ha": (
        "As long as the rest stands, there is room for {possible} {unit}: {short} "
        "short, or {ha} ha.",
        "Zolang de rest blijft, is er ruimte voor {possible} {unit}: {short} tekort, "
        "ofwel {ha} ha.",
    ),
    "impossible": (
        "As long as the rest stands, there is no room for it.",
        "Zolang de rest blijft, is er geen ruimte voor.",
    ),
    "most": (
        "{label}: at most {asked} {unit} is allowed.",
        "{label}: toegestaan is hoogstens {asked} {unit}.",
    ),
    "most_possible": (
        "As long as the rest stands, {possible} {unit} is needed: {short} more.",
        "Zolang de rest blijft, is {possible} {unit} nodig: {short} meer.",
    ),
    "form": ("{label}: {text}.", "{label}: {text}."),
    "largest": (
        "The largest piece of land that is open to it is {ha} ha.",
        "Het grootste stuk land dat ervoor beschikbaar is, is {ha} ha.",
    ),
    "too_near": (
        "Nowhere does the land for them lie that far apart.",
        "Nergens ligt het land ervoor zo ver uit elkaar.",
    ),
    "quote": ("It says: \u201c{text}\u201d", "Er staat: \u201c{text}\u201d"),
    "together": (
        "Together that takes {ha} ha or more, and {land} ha of land is open to it.",
        "Samen kost dat {ha} ha of meer, en er is {land} ha voor beschikbaar.",
    ),
    # rules
    "freed": (
        "{ha} ha is lost to the rule {label} alone.",
        "{ha} ha valt alleen door de regel {label} af.",
    ),
    "shared": (
        "The land is lost to rules that overlap: {names}.",
        "Het land valt af door regels die elkaar overlappen: {names}.",
    ),
    # proposals
    "tested": (
        "Each proposal has been tried: with it everything fits, counted in parts of "
        "cells.",
        "Elk voorstel is doorgerekend: daarmee past alles, geteld in delen van cellen.",
    ),
    "several": (
        "More than this clashes; the proposals solve everything together.",
        "Er botst meer dan dit; de voorstellen lossen alles samen op.",
    ),
    "choice": (
        "Whether a rule may give way is for the province to decide, and at times for "
        "the law.",
        "Of een regel mag wijken, is aan de provincie en soms aan de wetgever.",
    ),
    "not_enough": (
        "Switching off rules is not enough: without all the rules that play a part "
        "here it does not fit either.",
        "Regels uitzetten is niet genoeg: ook zonder alle regels die hier meespelen "
        "past het niet.",
    ),
    "change": ("Proposal {n}: {text}.", "Voorstel {n}: {text}."),
    "least": (
        "lower {label} from {old} to {new} {unit}",
        "verlaag {label} van {old} naar {new} {unit}",
    ),
    "drop": (
        "drop {label} (now {old} {unit})",
        "laat {label} vallen (nu {old} {unit})",
    ),
    "allow": (
        "raise the limit of {label} from {old} to {new} {unit}",
        "verruim de grens van {label} van {old} naar {new} {unit}",
    ),
    "smaller": (
        "Proposal {n}: lower the least size of {label} from {old} to {new} ha.",
        "Voorstel {n}: verlaag de minimale omvang van {label} van {old} naar {new} ha.",
    ),
    "switch_off": (
        "Proposal {n}: switch off the rule {names}.",
        "Voorstel {n}: zet de regel {names} uit.",
    ),
    "switch_off_all": (
        "Proposal {n}: switch off these rules together: {names}.",
        "Voorstel {n}: zet deze regels samen uit: {names}.",
    ),
    "no_proposal": (
        "Proposal: lower one of the claims above, or allow it a shortfall.",
        "Voorstel: verlaag een van de claims hierboven, of sta een tekort toe.",
    ),
    "zones": ("{n} areas", "{n} gebieden"),
    "and_more": ("And {n} more like these.", "En nog {n} van deze soort."),
    "and": (" and ", " en "),
}
"""English and Dutch per key."""
