"""Sentences about names, units and rules."""

MEANING = {
    "unknown_rule": (
        "{key}: unknown rule {name}{guess}",
        "{key}: onbekende regel {name}{guess}",
    ),
    "new_rule": (
        "{key}: unknown rule {name}; a new rule must have a kind",
        "{key}: onbekende regel {name}; een nieuwe regel moet een kind hebben",
    ),
    "other_kind": (
        "{key} must stay {wanted} as in {text}, got {got}; give the rule another id",
        "{key} moet {wanted} blijven zoals in {text}, gekregen {got}; "
        "geef de regel een ander id",
    ),
    "nothing_removed": (
        "{key}: nothing named {name} to remove{guess}",
        "{key}: niets met de naam {name} om weg te halen{guess}",
    ),
    "unknown_use": (
        "{key}: unknown use {name}{guess}",
        "{key}: onbekend gebruik {name}{guess}",
    ),
    "unknown_quantity": (
        "{key}: unknown quantity {name}{guess}",
        "{key}: onbekende grootheid {name}{guess}",
    ),
    "unknown_of": (
        "{key} must name a layer of inhabitants, a use or a quantity, "
        "got {name}{guess}",
        "{key} moet een laag met inwoners, een gebruik of een grootheid noemen, "
        "gekregen {name}{guess}",
    ),
    "both_sides": (
        "{key} must name other uses than 'uses', got {name} on both sides",
        "{key} moet andere gebruiken noemen dan 'uses', gekregen {name} aan beide "
        "kanten",
    ),
    "touch_twice": (
        "{key} must not give points to {text} again: {name} does already",
        "{key} mag {text} niet nog eens punten geven: {name} doet dat al",
    ),
    "layer_circle": (
        "{key}: layers must not wait for each other, got {got}",
        "{key}: lagen mogen niet op elkaar wachten, gekregen {got}",
    ),
    "unknown_layer": (
        "{key}: unknown layer {name}{guess}",
        "{key}: onbekende laag {name}{guess}",
    ),
    "layer_unit": (
        "{key} must be {wanted}, in which rules count layer {name}, got {got}; convert "
        "the layer, or give it another name",
        "{key} moet {wanted} zijn, waarin regels met laag {name} rekenen, gekregen "
        "{got}; reken de laag om, of geef hem een andere naam",
    ),
    "expression": (
        "{key} must be an expression over layers: {text}",
        "{key} moet een uitdrukking over lagen zijn: {text}",
    ),
    "group_is_use": (
        "{key} must have another name than the use {name}",
        "{key} moet een andere naam hebben dan het gebruik {name}",
    ),
    "not_combined": (
        "{key} must name a use of 'of', got {got}{guess}",
        "{key} moet een gebruik uit 'of' noemen, gekregen {got}{guess}",
    ),
    "twice": (
        "{key} must name different uses, got {name} twice",
        "{key} moet verschillende gebruiken noemen, gekregen tweemaal {name}",
    ),
    "unknown_between": (
        "{key} must name a quantity or an indicator, got {name}{guess}",
        "{key} moet een grootheid of een indicator noemen, gekregen {name}{guess}",
    ),
    "frontier_twice": (
        "{key} must name two different numbers, got {name} twice",
        "{key} moet twee verschillende getallen noemen, gekregen tweemaal {name}",
    ),
    "no_division": (
        "{key} must name a key of division, but the scenario has no division",
        "{key} moet een sleutel van division noemen, maar het scenario heeft geen "
        "division",
    ),
    "unknown_key": (
        "{key} must name a key of division, got {name}{guess}",
        "{key} moet een sleutel van division noemen, gekregen {name}{guess}",
    ),
    "idle_shift": (
        "{key} must stand beside divided_by: without parts there is nothing to shift",
        "{key} moet naast divided_by staan: zonder delen valt er niets te verschuiven",
    ),
    "area_missing": (
        "area must be given for province {name}; only puzzelland needs none",
        "area moet gegeven zijn voor provincie {name}; alleen puzzelland kan zonder",
    ),
    "only_puzzelland": (
        "{key} must be left out for province {name}; only puzzelland is synthetic",
        "{key} moet weg voor provincie {name}; alleen puzzelland is synthetisch",
    ),
}
