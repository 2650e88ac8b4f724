"""Dutch of the rules of thumb that find layers which are not what they seem.

Keyed by the English template of a ``grids.sentence.Sentence``. See ``scenarios.dutch``.
"""

from collections.abc import Mapping
from types import MappingProxyType

INSPECT: Mapping[str, str] = MappingProxyType(
    {
        "{name} has the same number {value:g} in every cell; check column, band and "
        "where": (
            "{name} heeft in elke cel hetzelfde getal {value}; controleer column, band "
            "en where"
        ),
        "{name} has only the class '{label}'; check column and where": (
            "{name} heeft alleen de klasse '{label}'; controleer column en where"
        ),
        "{name} covers {share:.1f} % of the province: {n:,} of {all:,} cells have no "
        "data; take a source that covers the province": (
            "{name} dekt {share} % van de provincie: {n} van de {all} cellen hebben "
            "geen gegevens; neem een bron die de provincie dekt"
        ),
        "{name} is empty: no cell of the province has any of it; check where, table "
        "and column, or leave the layer out so that its rules are told as not "
        "applied": (
            "{name} is leeg: geen enkele cel van de provincie heeft er iets van; "
            "controleer where, table en column, of laat de kaartlaag weg, dan worden "
            "haar regels gemeld als niet toegepast"
        ),
        "check column and unit": "controleer column en unit",
        'the numbers fit {unit}: convert them, for instance with value: "column * '
        '{factor:g}"': (
            "de getallen passen bij {unit}: reken ze om, bijvoorbeeld met "
            'value: "column * {factor}"'
        ),
        "if they count per polygon, set per_ha: true; if they are per km2, set value: "
        '"column / 100"': (
            "zijn het aantallen per vlak, zet dan per_ha: true; gelden ze per km2, zet "
            'dan value: "column / 100"'
        ),
        "{name} holds {least:,} to {most:,} {unit}, but {low:,g} to {high:,g} is what "
        "the Netherlands have; {hint}": (
            "{name} loopt van {least} tot {most} {unit}, maar in Nederland is "
            "{low} tot {high} te verwachten; {hint}"
        ),
        "{name} is nowhere above {most:,} {unit}, but {reach:,g} is reached in every "
        "province; {hint}": (
            "{name} komt nergens boven {most} {unit}, maar elke provincie haalt "
            "{reach}; {hint}"
        ),
        "X and Y are swapped: exchanged they lie in the province as {code} ({name}); "
        'swap them, for instance with ogr2ogr -dialect sqlite -sql "SELECT '
        'SwapCoords(geometry), * FROM ..."': (
            "X en Y zijn verwisseld: omgewisseld liggen ze in de provincie als {code} "
            "({name}); wissel ze om, bijvoorbeeld met ogr2ogr -dialect sqlite -sql "
            '"SELECT SwapCoords(geometry), * FROM ..."'
        ),
        "the coordinates lie in the province as {code} ({name}); say so, for instance "
        "with ogr2ogr -a_srs {code}": (
            "de coördinaten liggen in de provincie als {code} ({name}); geef dat op, "
            "bijvoorbeeld met ogr2ogr -a_srs {code}"
        ),
        "{name} ends on a straight line at {axis} {line:,.0f}, while {n:,} cells of "
        "the province lie {side} of it; get the layer for the whole province and its "
        "halo": (
            "{name} eindigt op een rechte lijn bij {axis} {line}, terwijl {n} cellen "
            "van de provincie er {side} van liggen; haal de kaartlaag op voor de hele "
            "provincie en haar rand"
        ),
        "west": "ten westen",
        "south": "ten zuiden",
        "east": "ten oosten",
        "north": "ten noorden",
        "{n:,} m to the east": "{n} m naar het oosten",
        "{n:,} m to the west": "{n} m naar het westen",
        "{n:,} m to the north": "{n} m naar het noorden",
        "{n:,} m to the south": "{n} m naar het zuiden",
        "{one} and {other}": "{one} en {other}",
        "{name} lies about {move} of where it must: moved back it covers {then:.1f} % "
        "of the province instead of {now:.1f} %; check its coordinate system and the "
        "datum that was used": (
            "{name} ligt ongeveer {move} verschoven: teruggeschoven dekt de laag "
            "{then} % van de provincie in plaats van {now} %; controleer het "
            "coördinatenstelsel en het gebruikte geodetische datum"
        ),
        "{name} lies about {move} of where it must: half of the border of the province "
        "lies {now:,.0f} m or more from a border of it, and moved back {then:,.0f} m; "
        "check its coordinate system and the datum that was used": (
            "{name} ligt ongeveer {move} verschoven: de helft van de provinciegrens "
            "ligt {now} m of meer van een grens in deze laag, en teruggeschoven "
            "{then} m; controleer het coördinatenstelsel en het gebruikte geodetische "
            "datum"
        ),
    }
)
"""Reasons to doubt a layer."""
