"""Sentences about numbers with a unit."""

QUANTITIES = {
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
        "{key} moet een getal met een eenheid zijn, zoals '1_500 ha', gekregen {got}",
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
}
