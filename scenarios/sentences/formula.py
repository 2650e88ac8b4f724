"""What rules do, in words: English and Dutch."""

FORMULA = {
    "excluded": ("{uses} not where {text}", "{uses} niet waar {text}"),
    "dear": ("{uses} cost {price} where {text}", "{uses} kost {price} waar {text}"),
    "unless": ("unless {text}", "tenzij {text}"),
    "penalty": (
        "{uses} get {points} times the curve {curve} of layer {layer}",
        "{uses} krijgt {points} maal de curve {curve} van kaartlaag {layer}",
    ),
    "bonus": (
        "{uses} earn {points} times the curve {curve} of layer {layer}",
        "{uses} krijgt {points} maal de curve {curve} van kaartlaag {layer}",
    ),
    "ladder": (
        "{uses} by the first rung that holds",
        "{uses} naar de eerste trede die geldt",
    ),
    "rung": ("{n}: {text} gives {points}", "{n}: {text} geeft {points}"),
    "anywhere": ("anywhere else", "overal elders"),
    "first": (
        "points and prices of soft rules of {text} times {factor}",
        "punten en prijzen van zachte regels van {text} maal {factor}",
    ),
    "designated_fixed": (
        "{uses} is fixed where {text}",
        "{uses} ligt vast waar {text}",
    ),
    "designated_preferred": (
        "{uses} earn {points} where {text}",
        "{uses} krijgt {points} waar {text}",
    ),
    "designated_forbidden": ("{uses} not where {text}", "{uses} niet waar {text}"),
    "designated_candidate": (
        "{uses} only where {text}",
        "{uses} alleen waar {text}",
    ),
    "combination": (
        "a hectare of {use} provides {parts}",
        "een hectare {use} levert {parts}",
    ),
    "demand": ("{amount} of {what}", "{amount} {what}"),
    "at_least": ("at least {amount}", "ten minste {amount}"),
    "at_most": ("at most {amount}", "ten hoogste {amount}"),
    "between": ("{least} to {most}", "{least} tot {most}"),
    "share": (
        "{least} to {most} of the land becomes {uses}",
        "{least} tot {most} van het land wordt {uses}",
    ),
    "budget": (
        "the load of {parts} together is at most {capacity}",
        "de belasting van {parts} samen is ten hoogste {capacity}",
    ),
    "coupling": (
        "at least {least} of {what} per {other}",
        "ten minste {least} {what} per {other}",
    ),
    "made_up": (
        "at least {least} of {what} for land that changes use where {text}",
        "ten minste {least} {what} voor land dat verandert waar {text}",
    ),
    "within": ("counted where {text}", "geteld waar {text}"),
    "other_within": ("the latter where {text}", "het laatste waar {text}"),
    "per": ("in every zone of {text}", "in elk gebied van {text}"),
    "priced": ("if not: {price}", "zo niet: {price}"),
    "counts": ("counts {what}", "telt {what}"),
    "out_of": ("as a share of {what}", "als deel van {what}"),
    "spread": (
        "as unevenness over the zones of {text}",
        "als ongelijkheid over de gebieden van {text}",
    ),
    "new_land": ("hectares of new {uses}", "hectares nieuw {uses}"),
    "provided": ("{what} on new land", "{what} op nieuw land"),
    "present": ("what layer {text} has", "wat kaartlaag {text} heeft"),
    "lost": (
        "hectares of {text} on land that changes use",
        "hectares {text} op land dat verandert",
    ),
    "kept_land": (
        "hectares that stay as they are",
        "hectares die blijven wat ze zijn",
    ),
    "all_land": ("hectares of land", "hectares land"),
    "where_cells": ("where {text}", "waar {text}"),
    "or_where": ("or anyway where {text}", "of hoe dan ook waar {text}"),
    "times_layer": ("times layer {text}", "maal kaartlaag {text}"),
    "times": ("times {text}", "maal {text}"),
    "near": (
        "within {reach} of new {uses}",
        "binnen {reach} van nieuw {uses}",
    ),
    "carried": (
        "carried and reported: the model does not do it",
        "wordt gemeld: het model doet er niets mee",
    ),
}
"""Sentence per key; ``{name}`` is filled in."""
