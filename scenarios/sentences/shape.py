"""Sentences about keys and the sort of their values."""

SHAPE = {
    "missing": ("{key} must be given", "{key} moet gegeven zijn"),
    "extra_forbidden": (
        "{key}: unknown key {name}{guess}",
        "{key}: onbekende sleutel {name}{guess}",
    ),
    "empty_key": (
        "{key}: unknown key {name} without a value; a text with a comma must "
        "stand between quotes",
        "{key}: onbekende sleutel {name} zonder waarde; een tekst met een komma "
        "moet tussen aanhalingstekens",
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
}
