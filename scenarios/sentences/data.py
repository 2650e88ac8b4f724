"""Sentences about a scenario beside the data of its province."""

DATA = {
    "unknown_zone": (
        "{key} must name a zone of layer {layer}, got {got}{guess}",
        "{key} moet een gebied van kaartlaag {layer} noemen, gekregen {got}{guess}",
    ),
    "claim_layer": (
        "{key} must hold in zones of a layer of this province, "
        "but layer {got} is missing",
        "{key} moet gelden in gebieden van een kaartlaag van deze provincie, "
        "maar kaartlaag {got} ontbreekt",
    ),
    "fixed_one_use": (
        "{key} must be one use that takes part, for a fixed place",
        "{key} moet bij een vaste plaats precies één functie zijn die meedoet",
    ),
    "layer_data": ("{key}: {text}", "{key}: {text}"),
    "taken_off": (
        "{key} must name layers of kind fraction, got {layer} of kind {kind}",
        "{key} moet kaartlagen van de soort fraction noemen, "
        "gekregen {layer} van de soort {kind}",
    ),
    "strict": (
        "every rule must be applied with --strict, but {n} are not: {text}",
        "met --strict moet elke regel worden toegepast, maar {n} niet: {text}",
    ),
}
