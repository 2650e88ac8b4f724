"""Sentences about a scenario beside the data of its province."""

DATA = {
    "unknown_zone": (
        "{key} must name a zone of layer {layer}, got {got}{guess}",
        "{key} moet een gebied van kaartlaag {layer} noemen, gekregen {got}{guess}",
    ),
    "no_part": (
        "{key} must have a part for every zone of layer {layer}, got none for {got}"
        "; write 0 if it has none",
        "{key} moet een deel hebben voor elk gebied van kaartlaag {layer}, gekregen "
        "geen voor {got}; schrijf 0 als het er geen heeft",
    ),
    "claim_layer": (
        "{key} must hold in zones of a layer of this province, "
        "but layer {got} is missing",
        "{key} moet gelden in gebieden van een kaartlaag van deze provincie, "
        "maar kaartlaag {got} ontbreekt",
    ),
    "engine_restricted": (
        "{key} must be patches or auto, as rules ask for patches, sites or distances, "
        "which {got} cannot keep",
        "{key} moet patches of auto zijn, want regels vragen om vlakken, plekken of "
        "afstanden, die {got} niet kan houden",
    ),
    "engine_neighbours": (
        "{key} must be compact or auto, as compactness or uses that touch count, which "
        "{got} does not see",
        "{key} moet compact of auto zijn, want samenhang of functies die elkaar raken "
        "tellen mee, wat {got} niet ziet",
    ),
    "engine_counts": (
        "{key} must be prices or auto, as claims and rules do more than count cells of "
        "one use in one zone, which is all that {got} can do",
        "{key} moet prices of auto zijn, want claims en regels doen meer dan cellen "
        "van één functie in één zone tellen, en meer kan {got} niet",
    ),
    "fixed_one_use": (
        "{key} must be one use that takes part, for a fixed place",
        "{key} moet bij een vaste plaats precies één functie zijn die meedoet",
    ),
    "wrong_layer_unit": (
        "{key} must name a layer in {units}, got {layer} in {unit}",
        "{key} moet een kaartlaag in {units} noemen, gekregen {layer} in {unit}",
    ),
    "no_inhabitants": (
        "{key} must name a layer of inhabitants in persons/ha, got {layer} in {unit}",
        "{key} moet een kaartlaag met inwoners in persons/ha noemen, "
        "gekregen {layer} in {unit}",
    ),
    "small_block": (
        "{key} must be at least the cell size of {text} m, got {got}",
        "{key} moet ten minste de celgrootte van {text} m zijn, gekregen {got}",
    ),
    "patches_crossed": (
        "{key} asks patches of {use} of at least {least}, but {name} allows at most "
        "{most}; switch one of them off",
        "{key} vraagt plekken van {use} van ten minste {least}, maar {name} staat "
        "hoogstens {most} toe; zet een van beide uit",
    ),
    "sites_twice": (
        "{key} counts the sites of {use}, but {name} does so already; switch one of "
        "them off",
        "{key} telt de locaties van {use}, maar {name} doet dat al; zet een van beide "
        "uit",
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
