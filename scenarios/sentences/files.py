"""Sentences about YAML files and what they extend."""

FILES = {
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
        "{key} moet de naam van een bestand of een lijst daarvan zijn, gekregen {got}",
    ),
    "extends_missing": (
        "{key} must name a file that exists, got {got}{guess}",
        "{key} moet een bestaand bestand noemen, gekregen {got}{guess}",
    ),
    "outside": (
        "{key} must name a file of the project ({home}), got {path}; move it there, or "
        "allow its folder: {setting}",
        "{key} moet een bestand in de projectmap noemen ({home}), gekregen {path}; zet "
        "het daar, of sta de map toe: {setting}",
    ),
    "extends_circle": (
        "{key} must not go in a circle: {path}",
        "{key} mag niet rondgaan: {path}",
    ),
}
