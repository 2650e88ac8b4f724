"""The project that ``puzzel new netherlands`` writes."""

COUNTRY = "netherlands"
"""What the whole country is called among the provinces."""

COUNTRY_FILE = "nederland.yaml"
"""Name of its scenario: another than that of the shipped one, which it extends."""

_SCENARIO = """\
# yaml-language-server: $schema=./scenario.schema.json
# Nederland als één opgave: landelijke claims, verdeeld over twaalf provincies.
# The Netherlands as one problem: national claims, divided over twelve provinces.
name: Nederland
extends: [netherlands.yaml, data.yaml]

grid: {cell: 100 m}

# Hoe ver een provincie van haar deel mag afwijken: 0 % is elk haar deel, ~ is vrij.
# How far a province may depart from its part: 0 % is each its own part, ~ is free.
division: {shift: 25 %}

solve: {gap: 1 %, time_limit: 30 min}
"""

_DATA = """\
# yaml-language-server: $schema=./scenario.schema.json
# Grens en kaartlagen van heel Nederland; paden ten opzichte van dit bestand. De laag
# `province` noemt de provincies zoals division.keys: Drenthe, Fryslân, Zuid-Holland.
# Area and layers of the whole country; paths relative to this file. Layer `province`
# names the provinces as division.keys does.
name: data
province: netherlands
# area:
#   file: data/provincies.gpkg
#   source: CBS gebiedsindelingen 2022
# layers:
#  province: {file: data/provincies.gpkg, kind: zone, column: naam, source: CBS}
#  municipality: {file: data/gemeenten.gpkg, kind: zone, column: naam, source: CBS}
#  natura2000: {file: data/natura2000.gpkg, kind: fraction, source: RVO}
"""


def country_files() -> dict[str, str]:
    """Return scenario and data bindings of the whole country, by name."""
    return {COUNTRY_FILE: _SCENARIO, "data.yaml": _DATA, "data/.gitkeep": ""}
