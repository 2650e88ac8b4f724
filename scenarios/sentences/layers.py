"""Dutch of what is wrong with a layer: its settings, its values, its use.

Keyed by the English template of a ``grids.sentence.Sentence``. See ``scenarios.dutch``.
"""

from collections.abc import Mapping
from types import MappingProxyType

LAYERS: Mapping[str, str] = MappingProxyType(
    {
        "name of a layer must be letters, digits and _, got '{name}'": (
            "de naam van een kaartlaag mag letters, cijfers en _ hebben, gekregen "
            "'{name}'"
        ),
        "{what} of layer '{name}' must be one of {known}, got '{got}'": (
            "{what} van kaartlaag '{name}' moet een van {known} zijn, gekregen '{got}'"
        ),
        "band of layer '{name}' must be >= 1, got {got}": (
            "band van kaartlaag '{name}' moet >= 1 zijn, gekregen {got}"
        ),
        "complement of layer '{name}' must go with kind fraction or distance, got kind "
        "{kind}": (
            "complement van kaartlaag '{name}' hoort bij de soort fraction of "
            "distance, gekregen {kind}"
        ),
        "complement of layer '{name}' must have the outline of the province to measure "
        "a distance to": (
            "complement van kaartlaag '{name}' heeft de grens van de provincie nodig "
            "om een afstand naar te meten"
        ),
        "per_ha of layer '{name}' must go with kind value and a column, got kind "
        "{kind}, column {column}": (
            "per_ha van kaartlaag '{name}' hoort bij de soort value en een kenmerk, "
            "gekregen de soort {kind}, kenmerk {column}"
        ),
        "of in layer '{name}' must go with kind fraction or distance, got kind "
        "{kind}": (
            "of in kaartlaag '{name}' hoort bij de soort fraction of distance, "
            "gekregen {kind}"
        ),
        "of in layer '{name}' must be a number of the raster, got '{got}'; for "
        "polygons use where, or classes": (
            "of in kaartlaag '{name}' moet een getal van het raster zijn, gekregen "
            "'{got}'; gebruik voor vlakken where, of classes"
        ),
        "of in layer '{name}' must be one of its classes {known}, got '{got}'": (
            "of in kaartlaag '{name}' moet een van haar klassen {known} zijn, gekregen "
            "'{got}'"
        ),
        "value of layer '{name}' must go with kind value and without column, got kind "
        "{kind}, column {column}": (
            "value van kaartlaag '{name}' hoort bij de soort value, zonder column; "
            "gekregen de soort {kind}, kenmerk {column}"
        ),
        "value must be a sum over {known}, got '{text}'": (
            "value moet een som over {known} zijn, gekregen '{text}'"
        ),
        "classes of layer '{name}' must fit some value of its column, but there are "
        "only {got}": (
            "classes van kaartlaag '{name}' moet passen bij waarden van het kenmerk, "
            "maar er zijn er alleen {got}"
        ),
        "resample of layer '{name}' must be nearest for kind {kind}, got average: "
        "codes have no mean": (
            "resample van kaartlaag '{name}' moet nearest zijn bij de soort {kind}, "
            "gekregen average: codes hebben geen gemiddelde"
        ),
        "kind of layer '{name}' must be value, class or zone, because {path} is a "
        "mesh, got {kind}": (
            "de soort van kaartlaag '{name}' moet value, class of zone zijn, want "
            "{path} is een net van vlakken, gekregen {kind}"
        ),
        "codes of layer '{name}' must be whole numbers from 0, got {low:g}..{high:g} "
        "in {path}": (
            "codes van kaartlaag '{name}' moeten gehele getallen vanaf 0 zijn, "
            "gekregen {low}..{high} in {path}"
        ),
        "fraction '{name}' must lie in [0, 1], got {low:g}..{high:g}": (
            "fractie '{name}' moet tussen 0 en 1 liggen, gekregen {low}..{high}"
        ),
        "layer '{name}' must have a number in every cell of the province, got {n:,} "
        "without": (
            "kaartlaag '{name}' moet in elke cel van de provincie een getal hebben, "
            "maar {n} cellen hebben er geen"
        ),
        "layer '{name}' must have a number in every cell of the province, but {path} "
        "has none for {n:,} of {all:,} cells, the first at X {x:,.0f} Y {y:,.0f}; set "
        "fill to the number they mean, or take a source that covers the province": (
            "kaartlaag '{name}' moet in elke cel van de provincie een getal hebben, "
            "maar {path} heeft er geen voor {n} van de {all} cellen, de eerste bij "
            "X {x} Y {y}; zet fill op het getal dat ze betekenen, of neem een bron die "
            "de provincie dekt"
        ),
        "layers must not be called {known}, got {got}": (
            "kaartlagen mogen niet {known} heten, gekregen {got}"
        ),
        "layer '{name}' must leave land out, but its polygons cover the whole "
        "province": (
            "kaartlaag '{name}' moet land vrijlaten, maar zijn vlakken beslaan de hele "
            "provincie"
        ),
        "layer '{name}' must be of kind zone or class, got {kind}": (
            "kaartlaag '{name}' moet van de soort zone of class zijn, gekregen {kind}"
        ),
        "zones must come from a layer of kind zone or class, but '{name}' is a "
        "{kind}": (
            "gebieden moeten uit een kaartlaag van de soort zone of class komen, maar "
            "'{name}' is van de soort {kind}"
        ),
        "a class table needs a layer of classes or zones, but '{name}' is a {kind}": (
            "een tabel van klassen vraagt een kaartlaag van de soort class of zone, "
            "maar '{name}' is van de soort {kind}"
        ),
        "classes of a curve must be those of layer '{name}' ({known}), got '{got}'": (
            "klassen van een curve moeten die van kaartlaag '{name}' zijn ({known}), "
            "gekregen '{got}'"
        ),
        "a curve over numbers needs a fraction, distance or value layer, but '{name}' "
        "holds {kind} codes; use a class table": (
            "een curve over getallen vraagt een kaartlaag van de soort fraction, "
            "distance of value, maar '{name}' is van de soort {kind}; gebruik een "
            "tabel van klassen (classes)"
        ),
        "blocks must be at least as large as the cells of {cell} m, got {got:g} m": (
            "blokken moeten ten minste zo groot zijn als de cellen van {cell} m, "
            "gekregen {got} m"
        ),
        "land taken off must be of kind fraction, got layer '{name}' of kind {kind}": (
            "land dat eraf gaat moet van de soort fraction zijn, gekregen kaartlaag "
            "'{name}' van de soort {kind}"
        ),
        "distance '{name}' needs a cell to measure to within {halo:,.0f} m of the "
        "province, but {path} has none; widen the halo": (
            "afstand '{name}' heeft binnen {halo} m van de provincie een cel nodig om "
            "naar te meten, maar {path} heeft er geen; vergroot de rand (halo)"
        ),
        "polygons must not overlap with different values, but {n:,} of {all:,} cells "
        "lie in two, such as '{one}' and '{other}' at X {x:,.0f} Y {y:,.0f}; clip them "
        "first": (
            "vlakken met verschillende waarden mogen niet overlappen, maar {n} van de "
            "{all} cellen liggen in twee, zoals '{one}' en '{other}' bij X {x} Y {y}; "
            "knip ze eerst"
        ),
        "block size must be a multiple of the cell size {cell} m, got {got} m": (
            "de blokmaat moet een veelvoud van de celgrootte van {cell} m zijn, "
            "gekregen {got} m"
        ),
        "cell size must be one of {known} m, got {got} m": (
            "de celgrootte moet een van {known} m zijn, gekregen {got} m"
        ),
        "version must be one of {known}, got {got}": (
            "version moet een van {known} zijn, gekregen {got}"
        ),
        "seed must be >= 0, got {got}": "seed moet >= 0 zijn, gekregen {got}",
    }
)
"""Settings and values."""

EXPRESSIONS: Mapping[str, str] = MappingProxyType(
    {
        "where must be an expression over layers, but '{text}' cannot be read at "
        "column {column} ({why})": (
            "where moet een voorwaarde over kaartlagen zijn, maar '{text}' is niet te "
            "lezen bij teken {column} ({why})"
        ),
        "name in '{text}' must be a layer of the province, got '{got}' at column "
        "{column}{hint}": (
            "een naam in '{text}' moet een kaartlaag van de provincie zijn, gekregen "
            "'{got}' bij teken {column}{hint}"
        ),
        "label of layer '{name}' must be one of {known}, got {got} at column {column} "
        "of '{text}'{hint}": (
            "een label van kaartlaag '{name}' moet een van {known} zijn, gekregen "
            "{got} bij teken {column} van '{text}'{hint}"
        ),
        "'{got}' at column {column} of '{text}' must be {wanted}": (
            "'{got}' bij teken {column} van '{text}' moet zijn: {wanted}"
        ),
        "a condition (a comparison, and, or, not)": (
            "een voorwaarde (een vergelijking, and, or, not)"
        ),
        "a comparison, because it is a {kind}": (
            "een vergelijking (de kaartlaag is van de soort {kind})"
        ),
        "compared by < <= > >= == != or in": ("vergeleken met < <= > >= == != of in"),
        "compared with == or in, because it is a label": (
            "vergeleken met == of in (het is een label)"
        ),
        "compared with a number, because it is a {kind}": (
            "vergeleken met een getal (de kaartlaag is van de soort {kind})"
        ),
        "a list in brackets after in, such as ('a', 'b')": (
            "een lijst tussen haakjes na in, zoals ('a', 'b')"
        ),
        "a zone or class layer, to compare with a label": (
            "een kaartlaag van de soort zone of class, om met een label te vergelijken"
        ),
        "a number, a layer, or a sum of them": (
            "een getal, een kaartlaag of een som daarvan"
        ),
    }
)
"""Expressions over layers."""
