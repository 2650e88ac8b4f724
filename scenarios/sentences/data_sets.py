"""Dutch of what is wrong with a list of data sets.

Keyed by the English template of a ``grids.sentence.Sentence``. See ``scenarios.dutch``.
"""

from collections.abc import Mapping
from types import MappingProxyType

DATA_SETS: Mapping[str, str] = MappingProxyType(
    {
        "kind must be one of {known}, got '{got}'": (
            "kind moet een van {known} zijn, gekregen '{got}'"
        ),
        "url must begin with https:// or http://, got {got}": (
            "url moet met https:// of http:// beginnen, gekregen {got}"
        ),
        "needs must be column or where, got '{got}'": (
            "needs moet column of where zijn, gekregen '{got}'"
        ),
        "of must be one of its classes, got '{got}'": (
            "of moet een van de klassen zijn, gekregen '{got}'"
        ),
        "when must go with kind fraction, got '{got}'": (
            "when hoort bij de soort fraction, gekregen '{got}'"
        ),
        "{path} must be YAML, but is not: {why}": (
            "{path} moet YAML zijn, maar is dat niet: {why}"
        ),
        "{path} must map ids to data sets, got {got!r:.60}": (
            "{path} moet namen aan datasets koppelen, gekregen {got}"
        ),
        "{at} must be letters, digits and _": (
            "{at} mag alleen letters, cijfers en _ hebben"
        ),
        "{at} must be a mapping, got {got!r:.60}": (
            "{at} moet een lijst van sleutels zijn, gekregen {got}"
        ),
        "{at}.{key} must have nl and en, got {got!r:.60}": (
            "{at}.{key} moet nl en en hebben, gekregen {got}"
        ),
        "{at} must have keys of {known}; unknown: {odd}; lacking: {lacking}": (
            "{at} moet sleutels hebben uit {known}; onbekend: {odd}; ontbreekt: "
            "{lacking}"
        ),
        "{at}.{why}": "{at}.{why}",
        "{at}: {why}": "{at}: {why}",
        "{at}.kind must be {wanted}, got {got}": (
            "{at}.kind moet {wanted} zijn, gekregen {got}"
        ),
        "{at}.unit must be {wanted}, got {got}": (
            "{at}.unit moet {wanted} zijn, gekregen {got}"
        ),
        "layer must be in the catalogue, got '{got}'{hint}": (
            "de kaartlaag moet in de lijst van kaartlagen staan, gekregen '{got}'{hint}"
        ),
    }
)
"""Lists of data sets."""
