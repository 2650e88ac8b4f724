"""Dutch of what is wrong with the data of a province: the sentences of ``grids``.

Keyed by the English template of a ``grids.sentence.Sentence``; the Dutch fills in the
same names. See ``scenarios.dutch``.
"""

from collections.abc import Mapping
from types import MappingProxyType

READING: Mapping[str, str] = MappingProxyType(
    {
        "file of layer '{name}' must hold its data itself, but {path} leads elsewhere; "
        "get the data as a file, or name the service in the scenario": (
            "het bestand van kaartlaag '{name}' moet de gegevens zelf bevatten, maar "
            "{path} verwijst door; haal de gegevens als bestand, of noem de dienst in "
            "het scenario (service)"
        ),
        "file of layer '{name}' must hold its data itself, but {path} names {got}; a "
        "virtual raster may name files of its own folder only, make it one file with "
        "gdal_translate": (
            "het bestand van kaartlaag '{name}' moet de gegevens zelf bevatten, maar "
            "{path} verwijst door naar {got}; een virtueel raster mag alleen bestanden "
            "in zijn eigen map noemen, maak er één bestand van met gdal_translate"
        ),
        "file of layer '{name}' must be a file, got the address {path}; give it as "
        "service, with file data/{name}.gpkg, and fetch it": (
            "file van kaartlaag '{name}' moet een bestand zijn, gekregen het adres "
            "{path}; geef het als service, met file data/{name}.gpkg, en haal het op "
            "met puzzel fetch"
        ),
        "; did you mean '{near}'?": "; bedoelde u '{near}'?",
        "{first} and {n} more": "{first} en nog {n}",
        "{cols} x {rows} cells of {cell} m from X {x:,} Y {y:,}, {crs}": (
            "{cols} x {rows} cellen van {cell} m vanaf X {x} Y {y}, {crs}"
        ),
        "X {west:,}..{east:,} Y {south:,}..{north:,}": (
            "X {west}..{east} Y {south}..{north}"
        ),
        "{n:,} bytes, its header says {all:,}": "{n} bytes, volgens de kop {all}",
        "file of layer '{name}' must exist, but there is none at {path}; fetch it, or "
        "correct the path in the scenario": (
            "bestand van kaartlaag '{name}' moet bestaan, maar op {path} is er geen; "
            "haal het op, of verbeter het pad in het scenario"
        ),
        "file of layer '{name}' must be readable, but {path} is damaged, truncated or "
        "of no known format ({why}); fetch it again": (
            "bestand van kaartlaag '{name}' moet leesbaar zijn, maar {path} is "
            "beschadigd, afgekapt of van onbekend formaat ({why}); haal het opnieuw op"
        ),
        "file of layer '{name}' must be readable, but {path} is damaged, truncated or "
        "no NetCDF-4 ({why}); fetch it again": (
            "bestand van kaartlaag '{name}' moet leesbaar zijn, maar {path} is "
            "beschadigd, afgekapt of geen NetCDF-4 ({why}); haal het opnieuw op"
        ),
        "file of a province must exist, there is none at {path}": (
            "bestand van een provincie moet bestaan, maar op {path} is er geen"
        ),
        "dataset of a province must have variable '{name}', got {got}": (
            "gegevens van een provincie moeten variabele '{name}' hebben, "
            "gekregen {got}"
        ),
        "{path} must be a province as NetCDF-4, but is damaged, truncated or something "
        "else ({why}); make it again": (
            "{path} moet een provincie als NetCDF-4 zijn, maar is beschadigd, afgekapt "
            "of iets anders ({why}); maak het opnieuw"
        ),
        "layer '{name}' must say its coordinate system, but {path} has none; set it "
        "first, for instance with gdal_edit -a_srs {crs}": (
            "kaartlaag '{name}' moet zijn coördinatenstelsel noemen, maar {path} heeft "
            "er geen; leg het eerst vast, bijvoorbeeld met gdal_edit -a_srs {crs}"
        ),
        "layer '{name}' must say its coordinate system, but {path} has none; set it "
        "first, for instance with ogr2ogr -a_srs {crs}": (
            "kaartlaag '{name}' moet zijn coördinatenstelsel noemen, maar {path} heeft "
            "er geen; leg het eerst vast, bijvoorbeeld met ogr2ogr -a_srs {crs}"
        ),
        "layer '{name}' must overlap the province ({here}), but {path} covers {there} "
        "in {crs}; check its coordinate system": (
            "kaartlaag '{name}' moet de provincie overlappen ({here}), maar {path} "
            "beslaat {there} in {crs}; controleer het coördinatenstelsel"
        ),
        "{path} must be on the province grid ({grid}), but is in {crs}; resample it "
        "first, for instance with {how}": (
            "{path} moet op het raster van de provincie liggen ({grid}), maar is in "
            "{crs}; herbemonster het eerst, bijvoorbeeld met {how}"
        ),
        "{path} must be on the province grid ({grid}), but has cells of {east:g} x "
        "{north:g} m; resample it first, for instance with {how}": (
            "{path} moet op het raster van de provincie liggen ({grid}), maar heeft "
            "cellen van {east} x {north} m; herbemonster het eerst, bijvoorbeeld met "
            "{how}"
        ),
        "{path} must be on the province grid ({grid}), but its corner X {x:,} Y {y:,} "
        "is no multiple of {cell} m; resample it first, for instance with {how}": (
            "{path} moet op het raster van de provincie liggen ({grid}), maar de hoek "
            "X {x} Y {y} is geen veelvoud van {cell} m; herbemonster het eerst, "
            "bijvoorbeeld met {how}"
        ),
        "where of layer '{name}' must be an OGR attribute filter, got {where!r} "
        "({why})": (
            "where van kaartlaag '{name}' moet een OGR-kenmerkfilter zijn, gekregen "
            "{where} ({why})"
        ),
        "table of layer '{name}' must be given, because {path} has {n}: {known}": (
            "table van kaartlaag '{name}' is nodig, want {path} heeft er {n}: {known}"
        ),
        "{what} of layer '{name}' must be one of {known} ({path}), got '{got}'{hint}": (
            "{what} van kaartlaag '{name}' moet een van {known} zijn ({path}), "
            "gekregen '{got}'{hint}"
        ),
        "layer '{name}' must have geometries, but table '{table}' of {path} has none": (
            "kaartlaag '{name}' moet geometrie hebben, maar tabel '{table}' van {path} "
            "heeft die niet"
        ),
        "layer '{name}' needs at least one feature, but {path} has none with "
        "{where!r}; correct the filter": (
            "kaartlaag '{name}' heeft ten minste één object nodig, maar {path} heeft "
            "er geen met {where}; verbeter het filter"
        ),
        "province must be at least one polygon, but {path} has none with {where!r}; "
        "check the filter": (
            "de provincie moet ten minste één vlak zijn, maar {path} heeft er geen met "
            "{where}; controleer het filter"
        ),
        "province must cover at least one cell, got none": (
            "de provincie moet ten minste één cel beslaan, maar beslaat er geen; kies "
            "kleinere cellen of een andere grens"
        ),
        "column of layer '{name}' must be given for kind {kind}: which column of "
        "{path} holds the {kind}": (
            "column van kaartlaag '{name}' is nodig bij de soort {kind}: in welk "
            "kenmerk van {path} staat de waarde"
        ),
        "column '{column}' of layer '{name}' must hold numbers, got {got!r} in "
        "{path}": (
            "kenmerk '{column}' van kaartlaag '{name}' moet getallen bevatten, "
            "gekregen {got} in {path}"
        ),
        "features of layer '{name}' must be polygons for kind {kind}, but {n:,} of "
        "{all:,} in {path} are points or lines; use kind distance, or resample: "
        "nearest for values": (
            "objecten van kaartlaag '{name}' moeten bij de soort {kind} vlakken zijn, "
            "maar {n} van de {all} in {path} zijn punten of lijnen; gebruik de soort "
            "distance, of resample: nearest bij waarden"
        ),
        "fractions need polygons, got {n:,} features without area; use kind distance "
        "for points and lines": (
            "fracties vragen vlakken, gekregen {n} objecten zonder oppervlak; gebruik "
            "de soort distance voor punten en lijnen"
        ),
        "variable of layer '{name}' must be one of {known} ({path}), got {got!r}": (
            "variable van kaartlaag '{name}' moet een van {known} zijn ({path}), "
            "gekregen {got}"
        ),
        "variable '{variable}' of {path} must have one number per face ({n:,}), got "
        "shape {got}": (
            "variabele '{variable}' van {path} moet één getal per vlak hebben ({n}), "
            "gekregen een reeks van vorm {got}"
        ),
        "band of layer '{name}' must be at most {most}, the bands of {path}, got "
        "{got}": (
            "band van kaartlaag '{name}' moet ten hoogste {most} zijn, de banden van "
            "{path}, gekregen {got}"
        ),
    }
)
"""Finding a file, reading it, and its place on the ground."""
