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
    "fixed_excluded": (
        "{key} fixes {use} in {n} cells, the first at {text}, but {name} excludes it "
        "there; switch one of them off, or give the exclusion an 'unless'",
        "{key} legt {use} vast in {n} cellen, de eerste bij {text}, maar {name} sluit "
        "het daar uit; zet een van beide uit, of geef de uitsluiting een 'unless'",
    ),
    "fixed_twice": (
        "{key} fixes {use} in {n} cells, the first at {text}, but {name} fixes {got} "
        "there; leave the place out of one of them",
        "{key} legt {use} vast in {n} cellen, de eerste bij {text}, maar {name} legt "
        "daar {got} vast; haal de plek uit een van beide",
    ),
    "contradicted": (
        "{key} contradicts {name} in {n} cells, the first at {text}",
        "{key} is in strijd met {name} in {n} cellen, de eerste bij {text}",
    ),
    "wrong_layer_kind": (
        "{key} must name a layer of kind {choices}, got {layer} of kind {kind}",
        "{key} moet een kaartlaag van de soort {choices} noemen, "
        "gekregen {layer} van de soort {kind}",
    ),
    "strict": (
        "every rule must be applied with --strict, but {n} are not: {text}",
        "met --strict moet elke regel worden toegepast, maar {n} niet: {text}",
    ),
}
