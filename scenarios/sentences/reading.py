"""What reading data says, in Dutch: the sentences of ``grids`` with their Dutch.

``grids`` knows no languages; it raises and notes in English. A ``{name}`` stands for
what a sentence fills in. See ``scenarios.dutch``.
"""

UNREADABLE_NL = "bestand van kaartlaag {name} moet leesbaar zijn, maar {path} is "

FAULTS = (
    (
        "file of layer {name} must exist, but there is none at {path}; fetch it, or "
        "correct the path in the scenario",
        "bestand van kaartlaag {name} moet bestaan, maar op {path} is er geen; haal "
        "het op, of verbeter het pad in het scenario",
    ),
    (
        "file of layer {name} must be readable, but {path} is damaged, truncated or "
        "of no known format ({why}); fetch it again",
        UNREADABLE_NL + "beschadigd, afgekapt of van onbekend formaat ({why}); "
        "haal het opnieuw op",
    ),
    (
        "file of layer {name} must be readable, but {path} is damaged, truncated or no "
        "NetCDF-4 ({why}); fetch it again",
        UNREADABLE_NL + "beschadigd, afgekapt of geen NetCDF-4 ({why}); haal het "
        "opnieuw op",
    ),
    (
        "layer {name} must say its coordinate system, but {path} has none; set it "
        "first, for instance with {how}",
        "kaartlaag {name} moet zijn coördinatenstelsel noemen, maar {path} heeft er "
        "geen; leg het eerst vast, bijvoorbeeld met {how}",
    ),
    (
        "layer {name} must overlap the province ({here}), but {path} covers {there} in "
        "{crs}; check its coordinate system",
        "kaartlaag {name} moet de provincie overlappen ({here}), maar {path} beslaat "
        "{there} in {crs}; controleer het coördinatenstelsel",
    ),
    (
        "{path} must be on the province grid ({grid}), but has cells of {got} m; "
        "resample it first, for instance with {how}",
        "{path} moet op het raster van de provincie liggen ({grid}), maar heeft cellen "
        "van {got} m; herbemonster het eerst, bijvoorbeeld met {how}",
    ),
    (
        "{path} must be on the province grid ({grid}), but its corner {corner} is no "
        "multiple of {cell} m; resample it first, for instance with {how}",
        "{path} moet op het raster van de provincie liggen ({grid}), maar de hoek "
        "{corner} is geen veelvoud van {cell} m; herbemonster het eerst, bijvoorbeeld "
        "met {how}",
    ),
    (
        "{path} must be on the province grid ({grid}), but is in {crs}; resample it "
        "first, for instance with {how}",
        "{path} moet op het raster van de provincie liggen ({grid}), maar is in {crs}; "
        "herbemonster het eerst, bijvoorbeeld met {how}",
    ),
    (
        "layer {name} must have a number in every cell of the province, but {path} has "
        "none for {n} of {all} cells, the first at {place}; set fill to the number "
        "they mean, or take a source that covers the province",
        "kaartlaag {name} moet in elke cel van de provincie een getal hebben, maar "
        "{path} heeft er geen voor {n} van de {all} cellen, de eerste bij {place}; zet "
        "fill op het getal dat ze betekenen, of neem een bron die de provincie dekt",
    ),
    (
        "where of layer {name} must be an OGR attribute filter, got {got} ({why})",
        "where van kaartlaag {name} moet een OGR-kenmerkfilter zijn, gekregen {got} "
        "({why})",
    ),
    (
        "table of layer {name} must be given, because {path} has {n}: {known}",
        "table van kaartlaag {name} is nodig, want {path} heeft er {n}: {known}",
    ),
    (
        "{what} of layer {name} must be one of {known} ({path}), got {got}",
        "{what} van kaartlaag {name} moet een van {known} zijn ({path}), "
        "gekregen {got}",
    ),
    (
        "layer {name} must have geometries, but table {table} of {path} has none",
        "kaartlaag {name} moet geometrie hebben, maar tabel {table} van {path} heeft "
        "die niet",
    ),
    (
        "layer {name} needs at least one feature, but {path} has none with {where}; "
        "correct the filter",
        "kaartlaag {name} heeft ten minste één object nodig, maar {path} heeft er geen "
        "met {where}; verbeter het filter",
    ),
    (
        "province must be at least one polygon, but {path} has none with {where}; "
        "check the filter",
        "de provincie moet ten minste één vlak zijn, maar {path} heeft er geen met "
        "{where}; controleer het filter",
    ),
    (
        "column of layer {name} must be given for kind {kind}: which column of {path} "
        "holds the {what}",
        "column van kaartlaag {name} is nodig bij de soort {kind}: welk kenmerk van "
        "{path} dat bevat",
    ),
    (
        "column {column} of layer {name} must hold numbers, got {got} in {path}",
        "kenmerk {column} van kaartlaag {name} moet getallen bevatten, gekregen {got} "
        "in {path}",
    ),
    (
        "features of layer {name} must be polygons for kind {kind}, but {n} of {all} "
        "in {path} are points or lines; use kind distance, or resample: nearest for "
        "values",
        "objecten van kaartlaag {name} moeten bij de soort {kind} vlakken zijn, maar "
        "{n} van de {all} in {path} zijn punten of lijnen; gebruik de soort distance, "
        "of resample: nearest bij waarden",
    ),
    (
        "fractions need polygons, got {n} features without area; use kind distance for "
        "points and lines",
        "fracties vragen vlakken, gekregen {n} objecten zonder oppervlak; gebruik de "
        "soort distance voor punten en lijnen",
    ),
    (
        "polygons must not overlap with different values, but {n} of {all} cells lie "
        "in two, such as {one} and {other} at {place}; clip them first",
        "vlakken met verschillende waarden mogen niet overlappen, maar {n} van de "
        "{all} cellen liggen in twee, zoals {one} en {other} bij {place}; knip ze "
        "eerst",
    ),
    (
        "distance {name} needs a cell to measure to within {halo} m of the province, "
        "but {path} has none; widen the halo",
        "afstand {name} heeft binnen {halo} m van de provincie een cel nodig om naar "
        "te meten, maar {path} heeft er geen; vergroot de rand",
    ),
    (
        "layer {name} must leave land out, but its polygons cover the whole province",
        "kaartlaag {name} moet land vrijlaten, maar zijn vlakken beslaan de hele "
        "provincie",
    ),
    (
        "band of layer {name} must be at most {most}, the bands of {path}, got {got}",
        "band van kaartlaag {name} moet ten hoogste {most} zijn, de banden van {path}, "
        "gekregen {got}",
    ),
    (
        "codes of layer {name} must be whole numbers from 0, got {got} in {path}",
        "codes van kaartlaag {name} moeten gehele getallen vanaf 0 zijn, gekregen "
        "{got} in {path}",
    ),
    (
        "resample of layer {name} must be nearest for kind {kind}, got average: codes "
        "have no mean",
        "resample van kaartlaag {name} moet nearest zijn bij de soort {kind}, gekregen "
        "average: codes hebben geen gemiddelde",
    ),
    (
        "complement of layer {name} must go with kind fraction or distance, got kind "
        "{kind}",
        "complement van kaartlaag {name} hoort bij de soort fraction of distance, "
        "gekregen {kind}",
    ),
    (
        "per_ha of layer {name} must go with kind value and a column, got kind {kind}, "
        "column {column}",
        "per_ha van kaartlaag {name} hoort bij de soort value en een kenmerk, gekregen "
        "de soort {kind}, kenmerk {column}",
    ),
    (
        "kind of layer {name} must be value, class or zone, because {path} is a mesh, "
        "got {kind}",
        "de soort van kaartlaag {name} moet value, class of zone zijn, want {path} is "
        "een net van vlakken, gekregen {kind}",
    ),
    (
        "fraction {name} must lie in [0, 1], got {got}",
        "fractie {name} moet tussen 0 en 1 liggen, gekregen {got}",
    ),
)
"""Faults of layers, the more special before the more general."""

NOTES = (
    ("reprojected from {crs} to {rd}", "omgerekend van {crs} naar {rd}"),
    (
        "{n} features without geometry dropped",
        "{n} objecten zonder geometrie vervallen",
    ),
    ("{n} invalid geometries made valid", "{n} ongeldige geometrieën hersteld"),
    ("{n} cells without data set to {value}", "{n} cellen zonder gegevens op {value}"),
    ("{n} cells lie in no {kind}", "{n} cellen liggen nergens in ({kind})"),
    (
        "{n} cells lie in two polygons, the first counts",
        "{n} cellen liggen in twee vlakken, het eerste telt",
    ),
    ("{n} cells took the nearest polygon", "{n} cellen namen het naaste vlak"),
    ("no feature in the province", "geen object in de provincie"),
    (
        "complement counts land over the border too",
        "het complement telt ook land over de grens",
    ),
    (
        "strips narrower than {width} m do not count",
        "stroken smaller dan {width} m tellen niet",
    ),
    (
        "land over the border is not known to it",
        "land over de grens is er niet bij bekend",
    ),
    (
        "from cell centre to cell centre, features within {halo} m",
        "van celmidden tot celmidden, objecten binnen {halo} m",
    ),
    (
        "coarse mesh of triangles, {n} faces of about {edge} m",
        "grof net van driehoeken, {n} vlakken van ongeveer {edge} m",
    ),
    (
        "resampled ({how}) from cells of {cell} in {crs}",
        "herbemonsterd ({how}) van cellen van {cell} in {crs}",
    ),
)
"""What happened on reading, one phrase each."""
