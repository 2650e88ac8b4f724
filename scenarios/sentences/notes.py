"""What happened on reading a layer, one phrase each, in English and Dutch.

A ``{name}`` stands for what a phrase fills in. See ``scenarios.dutch``.
"""

NOTES = (
    (
        "{n} features in no class, with value {known}",
        "{n} objecten in geen klasse, met waarde {known}",
    ),
    ("derived: {known}", "afgeleid: {known}"),
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
"""The more special before the more general."""
