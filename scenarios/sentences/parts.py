"""Sentences about parts of a scenario that do not go together."""

PARTS = {
    "layer_origin": (
        "{key} must have one of file, blocks or when, got {got}; remove the others "
        "with ~",
        "{key} moet file, blocks of when hebben, een van deze, gekregen {got}; haal de "
        "andere weg met ~",
    ),
    "one_curve": (
        "{key} must have one of linear, s_shaped, triangular or classes",
        "{key} moet precies een van linear, s_shaped, triangular of classes hebben",
    ),
    "value_or_limits": (
        "{key} must have either one value or min and max, got both; remove one with ~",
        "{key} moet één waarde of min en max hebben, gekregen beide; "
        "haal er een weg met ~",
    ),
    "no_limits": (
        "{key} must have a value, a min or a max",
        "{key} moet een waarde, een min of een max hebben",
    ),
    "min_above_max": (
        "{key} must have min <= max, got {least} > {most}",
        "{key} moet min <= max hebben, gekregen {least} > {most}",
    ),
    "rising": (
        "{key} must have low < peak < high, got {got}",
        "{key} moet low < peak < high hebben, gekregen {got}",
    ),
    "flat_curve": (
        "{key} must have low and high that differ, got {got} twice",
        "{key} moet low en high hebben die verschillen, gekregen tweemaal {got}",
    ),
    "otherwise_alone": (
        "{key} may have otherwise only beside classes",
        "{key} mag otherwise alleen naast classes hebben",
    ),
    "zone_names": (
        "{key} must have either name or names",
        "{key} moet name of names hebben, een van beide",
    ),
    "assumed_reason": (
        "{key} is assumed, so it must have a reason",
        "{key} is aangenomen en moet dus een reason hebben",
    ),
    "per_and_zone": (
        "{key} must have either per or zone, got both; remove one with ~",
        "{key} moet per of zone hebben, gekregen beide; haal er een weg met ~",
    ),
    "divided_and_zone": (
        "{key} must be about the whole to be divided_by a key, got per, zone or within "
        "too; remove one with ~",
        "{key} moet over het geheel gaan om met divided_by verdeeld te worden, "
        "gekregen ook per, zone of within; haal er een weg met ~",
    ),
    "no_parts": (
        "{key} must have a part above 0",
        "{key} moet een deel groter dan 0 hebben",
    ),
    "needs": (
        "{key} must have {wanted} because of {because}",
        "{key} moet {wanted} hebben vanwege {because}",
    ),
    "asks_nothing": (
        "{key} must ask something: min_area, max_area, sites, fewest_patches, clusters "
        "or preferred",
        "{key} moet iets vragen: min_area, max_area, sites, fewest_patches, clusters "
        "of preferred",
    ),
    "area_above": (
        "{key} must have min_area <= max_area, got {least} > {most}",
        "{key} moet min_area <= max_area hebben, gekregen {least} > {most}",
    ),
    "from_nothing": (
        "{key} must have from (new uses), where or layer (what is there already)",
        "{key} moet from (nieuwe gebruiken), where of layer (wat er al is) hebben",
    ),
    "uses_or_quantity": (
        "{key} must have either uses or quantity; remove one with ~",
        "{key} moet uses of quantity hebben, een van beide; haal er een weg met ~",
    ),
    "of_or_lost": (
        "{key} must have either of (a quantity) or lost (where); remove one with ~",
        "{key} moet of (een grootheid) of lost (waar) hebben, een van beide; "
        "haal er een weg met ~",
    ),
    "rungs_or_programme": (
        "{key} must have either uses and rungs, or programme and factor",
        "{key} moet uses en rungs hebben, of programme en factor",
    ),
    "one_measure": (
        "{key} must count one of: uses, quantity, layer, lost, land, stays",
        "{key} moet een van deze tellen: uses, quantity, layer, lost, land, stays",
    ),
    "near_both": (
        "{key} must have both near (uses) and reach (a distance), or neither",
        "{key} moet near (gebruiken) en reach (een afstand) beide hebben, of geen",
    ),
    "unmeasured": (
        "{key} must have a measure, or not_applied to say what is missing",
        "{key} moet een measure hebben, of not_applied om te zeggen wat ontbreekt",
    ),
    "single_use": (
        "{key} must be one use because of 'status: fixed', got {count}",
        "{key} moet één gebruik zijn vanwege 'status: fixed', gekregen {count}",
    ),
    "only_last_open": (
        "{key} must have a where; only the last rung may hold everywhere",
        "{key} moet een where hebben; alleen de laatste trede mag overal gelden",
    ),
}
