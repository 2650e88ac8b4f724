"""What is said of a scenario that does not fit, in English and Dutch, by key."""

from scenarios.speech import Phrases

PHRASES: Phrases = {
    # headlines
    "alone": (
        "It does not fit: {names} cannot be met.",
        "Het past niet: {names} is niet te halen.",
    ),
    "alone_land": (
        "It does not fit: {names} asks for more land than there is for it.",
        "Het past niet: {names} vraagt meer land dan er voor is.",
    ),
    "land": (
        "It does not fit: {names} together ask for more land than there is for them.",
        "Het past niet: {names} vragen samen meer land dan er voor is.",
    ),
    "mixed": (
        "It does not fit: {names} cannot all hold.",
        "Het past niet: {names} kunnen niet allemaal doorgaan.",
    ),
    "whole_cells": (
        "It does not fit: divided over parts of cells everything has a place, but in "
        "whole cells it has not.",
        "Het past niet: verdeeld over delen van cellen krijgt alles een plek, maar in "
        "hele cellen niet.",
    ),
    "involved": ("What clashes: {names}.", "Wat botst: {names}."),
    # members
    "claim": (
        "{label} asks for at least {asked} {unit}.",
        "{label} vraagt ten minste {asked} {unit}.",
    ),
    "claim_ha": (
        "{label} asks for at least {asked} {unit}; that takes at least {ha} ha.",
        "{label} vraagt ten minste {asked} {unit}; daar is ten minste {ha} ha voor "
        "nodig.",
    ),
    "tied": (
        "{label} ties two amounts together; {short} {unit} is lacking for that.",
        "{label} koppelt twee hoeveelheden; daarvoor ontbreekt {short} {unit}.",
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
        "If only this gives way, {possible} {unit} is possible: {short} short.",
        "Als alleen dit wijkt, is {possible} {unit} mogelijk: {short} tekort.",
    ),
    "possible_ha": (
        "If only this gives way, {possible} {unit} is possible: {short} short, or "
        "{ha} ha of land.",
        "Als alleen dit wijkt, is {possible} {unit} mogelijk: {short} tekort, ofwel "
        "{ha} ha land.",
    ),
    "most": (
        "{label} allows at most {asked} {unit}.",
        "{label} staat hoogstens {asked} {unit} toe.",
    ),
    "most_possible": (
        "If only this gives way, it must allow {possible} {unit}: {short} more.",
        "Als alleen dit wijkt, moet het {possible} {unit} worden: {short} meer.",
    ),
    "form": ("{label}: {text}.", "{label}: {text}."),
    "quote": ("It says: \u201c{text}\u201d", "Er staat: \u201c{text}\u201d"),
    # rules
    "freed": (
        "{label} is the only rule that keeps them from {ha} ha.",
        "{label} is de enige regel die ze van {ha} ha weghoudt.",
    ),
    "no_rule": (
        "No single rule keeps them from land.",
        "Er is geen regel die ze als enige van land weghoudt.",
    ),
    # proposals
    "tested": (
        "Each proposal has been tried: with it everything fits, counted in parts of "
        "cells.",
        "Elk voorstel is doorgerekend: daarmee past alles, geteld in delen van cellen.",
    ),
    "not_enough": (
        "Switching off rules is not enough here: without all rules that play a part "
        "it does not fit either.",
        "Regels uitzetten is hier niet genoeg: ook zonder alle regels die meespelen "
        "past het niet.",
    ),
    "change": (
        "Proposal {n}: {text}.",
        "Voorstel {n}: {text}.",
    ),
    "least": (
        "lower {label} from {old} to {new} {unit}",
        "verlaag {label} van {old} naar {new} {unit}",
    ),
    "allow": (
        "raise the limit of {label} from {old} to {new} {unit}",
        "verruim de grens van {label} van {old} naar {new} {unit}",
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
    "and": (" and ", " en "),
}
"""English and Dutch per key."""
