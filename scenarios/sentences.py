"""The table of sentences: code, English, Dutch. See ``words``."""

from collections.abc import Mapping
from types import MappingProxyType

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # quantities
        "quantity_type": (
            "{key} must be a number or a number with a unit, got {got}",
            "{key} moet een getal of een getal met een eenheid zijn, gekregen {got}",
        ),
        "quantity_finite": (
            "{key} must be finite, got {got}",
            "{key} moet eindig zijn, gekregen {got}",
        ),
        "quantity_text": (
            "{key} must be a number with a unit, such as '1_500 ha', got {got}",
            "{key} moet een getal met een eenheid zijn, zoals '1_500 ha', "
            "gekregen {got}",
        ),
        "decimal_comma": (
            "{key} must have a decimal point, got {got}; use a point: {write}",
            "{key} moet een decimale punt hebben, gekregen {got}; "
            "gebruik een punt: {write}",
        ),
        "two_readings": (
            "{key} must have one reading, got {got}; write {write}",
            "{key} moet op één manier te lezen zijn, gekregen {got}; schrijf {write}",
        ),
        "quantity_unit": (
            "{key} must be in {units}, got {got}{guess}",
            "{key} moet in {units} zijn, gekregen {got}{guess}",
        ),
        "unknown_unit": (
            "{key} must have a unit of the list, got {got}{guess}",
            "{key} moet een eenheid uit de lijst hebben, gekregen {got}{guess}",
        ),
        # shape: types of pydantic
        "missing": ("{key} must be given", "{key} moet gegeven zijn"),
        "extra_forbidden": (
            "{key}: unknown key {name}{guess}",
            "{key}: onbekende sleutel {name}{guess}",
        ),
        "choice": (
            "{key} must be {choices}, got {got}{guess}",
            "{key} moet {choices} zijn, gekregen {got}{guess}",
        ),
        "text_expected": (
            "{key} must be text, got {got}; put it between quotes",
            "{key} moet tekst zijn, gekregen {got}; zet het tussen aanhalingstekens",
        ),
        "whole_number": (
            "{key} must be a whole number, got {got}",
            "{key} moet een geheel getal zijn, gekregen {got}",
        ),
        "number": (
            "{key} must be a number, got {got}",
            "{key} moet een getal zijn, gekregen {got}",
        ),
        "boolean": (
            "{key} must be true or false, got {got}",
            "{key} moet true of false zijn, gekregen {got}",
        ),
        "list_expected": (
            "{key} must be a list, got {got}; write it between [ ]",
            "{key} moet een lijst zijn, gekregen {got}; zet het tussen [ ]",
        ),
        "mapping_expected": (
            "{key} must be a mapping of keys, got {got}",
            "{key} moet sleutels met waarden hebben, gekregen {got}",
        ),
        "too_few": (
            "{key} must have at least {limit} entries, got {count}",
            "{key} moet er ten minste {limit} hebben, gekregen {count}",
        ),
        "too_many": (
            "{key} must have at most {limit} entries, got {count}",
            "{key} mag er ten hoogste {limit} hebben, gekregen {count}",
        ),
        "empty_text": ("{key} must not be empty", "{key} mag niet leeg zijn"),
        "greater_than": (
            "{key} must be > {limit}, got {got}",
            "{key} moet > {limit} zijn, gekregen {got}",
        ),
        "greater_than_equal": (
            "{key} must be >= {limit}, got {got}",
            "{key} moet >= {limit} zijn, gekregen {got}",
        ),
        "less_than": (
            "{key} must be < {limit}, got {got}",
            "{key} moet < {limit} zijn, gekregen {got}",
        ),
        "less_than_equal": (
            "{key} must be <= {limit}, got {got}",
            "{key} moet <= {limit} zijn, gekregen {got}",
        ),
        "pattern": (
            "{key} must look like {example}, got {got}",
            "{key} moet eruitzien als {example}, gekregen {got}",
        ),
        "other": ("{key}: {text}", "{key}: {text}"),
        # against the data
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
        # shape: our own
        "one_curve": (
            "{key} must have one of linear, s_shaped, triangular or classes",
            "{key} moet precies een van linear, s_shaped, triangular of classes hebben",
        ),
        "value_or_limits": (
            "{key} must have either one value or min and max, got both; "
            "remove one with ~",
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
        "needs": (
            "{key} must have {wanted} because of {because}",
            "{key} moet {wanted} hebben vanwege {because}",
        ),
        "single_use": (
            "{key} must be one use because of 'status: fixed', got {count}",
            "{key} moet één gebruik zijn vanwege 'status: fixed', gekregen {count}",
        ),
        "only_last_open": (
            "{key} must have a where; only the last rung may hold everywhere",
            "{key} moet een where hebben; alleen de laatste trede mag overal gelden",
        ),
        # files
        "yaml_syntax": (
            "this is not YAML: {text}",
            "dit is geen YAML: {text}",
        ),
        "yaml_tab": (
            "indentation must be spaces, got a tab",
            "inspringen moet met spaties, gekregen een tab",
        ),
        "yaml_colon": (
            "a text with a colon must stand between quotes, got a second ': '",
            "een tekst met een dubbele punt moet tussen aanhalingstekens, "
            "gekregen een tweede ': '",
        ),
        "yaml_control": (
            "text must be readable, got control character {name}",
            "tekst moet leesbaar zijn, gekregen stuurteken {name}",
        ),
        "yaml_utf8": (
            "the file must be UTF-8, got byte {name}; save it as UTF-8",
            "het bestand moet UTF-8 zijn, gekregen byte {name}; sla het op als UTF-8",
        ),
        "yaml_mapping": (
            "a scenario file must be a mapping of keys, got {got}",
            "een scenariobestand moet sleutels met waarden hebben, gekregen {got}",
        ),
        "yaml_tag": (
            "{key} must have no tag, got {name}",
            "{key} mag geen tag hebben, gekregen {name}",
        ),
        "yaml_key": (
            "{key}: a key must be text or a number, got {got}",
            "{key}: een sleutel moet tekst of een getal zijn, gekregen {got}",
        ),
        "yaml_circle": (
            "{key} must not contain itself",
            "{key} mag zichzelf niet bevatten",
        ),
        "duplicate_key": (
            "{key} is given twice, first in line {first}; keep one",
            "{key} staat er twee keer, eerst in regel {first}; houd er een",
        ),
        "extends_entry": (
            "{key} must be the name of a file or a list of them, got {got}",
            "{key} moet de naam van een bestand of een lijst daarvan zijn, "
            "gekregen {got}",
        ),
        "extends_missing": (
            "{key} must name a file that exists, got {got}{guess}",
            "{key} moet een bestaand bestand noemen, gekregen {got}{guess}",
        ),
        "extends_circle": (
            "{key} must not go in a circle: {path}",
            "{key} mag niet rondgaan: {path}",
        ),
        "unreadable": (
            "{key} must name a file that can be read, got {got}: {text}",
            "{key} moet een leesbaar bestand noemen, gekregen {got}: {text}",
        ),
        # meaning
        "unknown_rule": (
            "{key}: unknown rule {name}{guess}",
            "{key}: onbekende regel {name}{guess}",
        ),
        "new_rule": (
            "{key}: unknown rule {name}; a new rule must have a kind",
            "{key}: onbekende regel {name}; een nieuwe regel moet een kind hebben",
        ),
        "other_kind": (
            "{key} must stay {wanted} as in {text}, got {got}; "
            "give the rule another id",
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
        "unknown_layer": (
            "{key}: unknown layer {name}{guess}",
            "{key}: onbekende laag {name}{guess}",
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
        "area_missing": (
            "area must be given for province {name}; only puzzelland needs none",
            "area moet gegeven zijn voor provincie {name}; "
            "alleen puzzelland kan zonder",
        ),
        "only_puzzelland": (
            "{key} must be left out for province {name}; only puzzelland is synthetic",
            "{key} moet weg voor provincie {name}; alleen puzzelland is synthetisch",
        ),
    }
)
