"""What fetching data says, in Dutch: the sentences of ``grids.fetch`` with theirs.

See ``scenarios.dutch``; more specific sentences stand before those that fit more.
"""

import re

from scenarios.sentences.archives import ARCHIVES

_SPEC = re.compile(r"(?:![rs])?:[^{}]*(?=\})|![rs](?=\})")

PLAIN_ARCHIVES = {
    _SPEC.sub("", english): _SPEC.sub("", dutch) for english, dutch in ARCHIVES.items()
}
"""What is wrong with archives, as it is recognised in plain text."""

FETCHING: tuple[tuple[str, str], ...] = (
    *(
        (f"{{at}} is not unpacked: {english}", f"{{at}} is niet uitgepakt: {dutch}")
        for english, dutch in PLAIN_ARCHIVES.items()
    ),
    ("{at} is not unpacked: {why}", "{at} is niet uitgepakt: {why}"),
    (
        "{path} must say its coordinate system, but does not",
        "{path} moet zijn coördinatenstelsel noemen, maar doet dat niet",
    ),
    (
        "{path} must have at most {m} files in the province, got {n}",
        "{path} mag in de provincie hoogstens {m} bestanden hebben, maar heeft er {n}",
    ),
    (
        "{path} must be a feed without DOCTYPE",
        "{path} moet een feed zonder DOCTYPE zijn",
    ),
    (
        "{path} must be a feed in XML: {why}",
        "{path} moet een feed in XML zijn: {why}",
    ),
    (
        "{path} must be an ATOM feed, got {got}",
        "{path} moet een ATOM-feed zijn, gekregen {got}",
    ),
    (
        "name in {path} must pick one file of the feed, or tiles; got {got} and {n} "
        "files: {known}",
        "name in {path} moet één bestand van de feed aanwijzen, of kaartbladen; "
        "gekregen {got} en {n} bestanden: {known}",
    ),
    (
        "{path} must give the part that was asked for, got {got}; download the file "
        "instead",
        "{path} moet het gevraagde deel geven, gekregen {got}; haal het hele bestand "
        "op",
    ),
    (
        "{path} must say how long it is, but does not",
        "{path} moet zeggen hoe groot het is, maar doet dat niet",
    ),
    (
        "{path} is shorter than it said",
        "{path} is korter dan het zei",
    ),
    (
        "{path} changed while it was read; fetch again",
        "{path} veranderde tijdens het lezen; haal het opnieuw op",
    ),
    (
        "{path} must be a GeoTIFF, but begins with {got}",
        "{path} moet een GeoTIFF zijn, maar begint met {got}",
    ),
    (
        "{path} must be in RD New, got {got}",
        "{path} moet in RD New zijn, gekregen {got}",
    ),
    (
        "{path} must have square cells that fit on multiples of {m} m, got cells of "
        "{n} m from {where}",
        "{path} moet vierkante cellen hebben die op veelvouden van {m} m passen, "
        "gekregen cellen van {n} m vanaf {where}",
    ),
    (
        "{path} must be averaged to cells of {m} m first: {n} million cells would have "
        "to be read",
        "{path} moet eerst tot cellen van {m} m gemiddeld worden: er zouden {n} "
        "miljoen cellen gelezen worden",
    ),
    (
        "table {known} of {path} must have one line per {got}, but has {n} more",
        "tabel {known} van {path} moet één regel per {got} hebben, maar heeft er {n} "
        "meer",
    ),
    (
        "address must begin with https:// or http://, got {got}",
        "een adres moet met https:// of http:// beginnen, gekregen {got}",
    ),
    (
        "address must have no user or password, got {got}",
        "een adres mag geen gebruiker of wachtwoord hebben, gekregen {got}",
    ),
    (
        "host {known} must be known, but its name does not resolve ({why}); "
        "check the connection",
        "server {known} is niet te vinden ({why}); controleer de verbinding",
    ),
    (
        "host {known} must be on the public web, but is {got}; allow private "
        "addresses if that is meant",
        "server {known} moet op het openbare web staan, maar is {got}; gebruik "
        "--allow-private als dat de bedoeling is",
    ),
    (
        "{path} is not in the cache; fetch it online first",
        "{path} staat niet in de cache; haal het eerst online op",
    ),
    (
        "{path} gave nothing in {n} tries ({why}; it asks to wait {s} s)",
        "{path} gaf niets in {n} pogingen ({why}; het vraagt {s} s te wachten)",
    ),
    (
        "{path} gave nothing in {n} tries ({why})",
        "{path} gaf niets in {n} pogingen ({why})",
    ),
    (
        "{path} must be kept in {where}, but cannot be: {why}; is the disk full?",
        "{path} moet in {where} bewaard worden, maar dat lukt niet: {why}; is de "
        "schijf vol?",
    ),
    (
        "{path} must be written, but cannot be: {why}; is the disk full?",
        "{path} moet geschreven worden, maar dat lukt niet: {why}; is de schijf vol?",
    ),
    (
        "{path} was not asked to the end: interrupted",
        "{path} is niet afgewacht: onderbroken",
    ),
    (
        "{path} did not come whole: interrupted",
        "{path} kwam niet heel aan: onderbroken",
    ),
    (
        "{path} must stay on its host, but leads to {got}",
        "{path} moet op zijn eigen server blijven, maar leidt naar {got}",
    ),
    ("{path} leads in a circle", "{path} leidt in een kring rond"),
    (
        "{path} must give status 200, got {got}: {why}",
        "{path} moet status 200 geven, gekregen {got}: {why}",
    ),
    (
        "{path} must give data, but gives a web page (HTML)",
        "{path} moet gegevens geven, maar geeft een webpagina (HTML)",
    ),
    (
        "{path} must be at most {n} bytes, got more",
        "{path} mag hoogstens {n} bytes zijn, maar is groter",
    ),
    ("{path} must come within {s} s", "{path} moet binnen {s} s komen"),
    (
        "{path} must be asked for a coverage by its name",
        "{path} moet om een coverage met naam gevraagd worden",
    ),
    (
        "{path} must give {n} x {m} cells at the place that was asked for, but gives "
        "{k} x {l} at {got}",
        "{path} moet {n} x {m} cellen geven op de gevraagde plaats, maar geeft "
        "{k} x {l} op {got}",
    ),
    (
        "{path} must give features, but gives {got}",
        "{path} moet objecten geven, maar geeft {got}",
    ),
    (
        "{path} must give {m} features, but gave {n}, and {k} of them twice",
        "{path} moet {m} objecten geven, maar gaf er {n}, waarvan {k} dubbel",
    ),
    ("{path} refuses: {why}", "{path} weigert: {why}"),
    (
        "{path} must give whole pages, got a broken one",
        "{path} moet hele pagina's geven, maar gaf een kapotte",
    ),
    (
        "{path} has nothing in the province",
        "{path} heeft niets in de provincie",
    ),
    ("{path} has nothing in the country", "{path} heeft niets in het hele land"),
    (
        "{path} must find in {where} what it has there",
        "{path} moet in {where} vinden wat het daar heeft",
    ),
    (
        "nothing in the province, elsewhere there is",
        "niets in de provincie, elders wel",
    ),
    ("{path} has nothing in {where}", "{path} heeft niets in {where}"),
    (
        "{path} must use one coordinate system, got {got}",
        "{path} moet één coördinatenstelsel gebruiken, gekregen {got}",
    ),
    (
        "{path} gives the same page again",
        "{path} geeft twee keer dezelfde pagina",
    ),
    (
        "{path} must give geometries, but gives none",
        "{path} moet geometrie geven, maar geeft er geen",
    ),
    (
        "{path} must lie in {where}, but lies at {got}; "
        "the order of its axes may be swapped",
        "{path} moet in {where} liggen, maar ligt op {got}; "
        "misschien zijn de assen verwisseld",
    ),
    (
        "{path} must give whole JSON, but it is broken: {why}",
        "{path} moet hele JSON geven, maar die is kapot: {why}",
    ),
    (
        "{path} must give a JSON object, got {got}",
        "{path} moet een JSON-object geven, gekregen {got}",
    ),
    (
        "name in {path} must be one of {known}, but no name is given",
        "name in {path} moet een van {known} zijn, maar is niet gegeven",
    ),
    (
        "name in {path} must be one of {known}, but got {got}",
        "name in {path} moet een van {known} zijn, maar is {got}",
    ),
    (
        "GML page must be readable, but is not: {why}",
        "een GML-pagina moet leesbaar zijn, maar is dat niet: {why}",
    ),
    (
        "{path} must have {known} in one of its columns ({got}), but has not",
        "{path} moet {known} in een van zijn kenmerken hebben ({got}), maar heeft dat "
        "niet",
    ),
    (
        "the boundary of {known} must come first, but did not; "
        "try again later, or with --offline if it came before",
        "de grens van {known} moet er eerst zijn, maar kwam niet; "
        "probeer het later weer, of met --offline als ze er al was",
    ),
    (
        "{path} must page on its own host, but leads to {got}",
        "{path} moet op zijn eigen server verder bladeren, maar leidt naar {got}",
    ),
    ("{path} has no last page", "{path} heeft geen laatste pagina"),
    (
        "{path} must say how many features it has, got {got}",
        "{path} moet zeggen hoeveel objecten het heeft, gekregen {got}",
    ),
    ("{path} must end in one of {known}", "{path} moet eindigen op een van {known}"),
    (
        "{path} must begin as its name says, got {got}",
        "{path} moet beginnen zoals de naam zegt, gekregen {got}",
    ),
    (
        "{path} must hold its data itself, but leads elsewhere",
        "{path} moet de gegevens zelf bevatten, maar verwijst door",
    ),
    (
        "{path} is not understood: {why}",
        "{path} wordt niet begrepen: {why}",
    ),
    (
        "{path} must be readable, but: {why}",
        "{path} moet leesbaar zijn, maar: {why}",
    ),
    (
        "{path} must give capabilities without DOCTYPE",
        "{path} moet capabilities zonder DOCTYPE geven",
    ),
    (
        "{path} must give capabilities in XML: {why}",
        "{path} moet capabilities in XML geven: {why}",
    ),
    (
        "{n} features that came twice dropped",
        "{n} dubbele objecten weggelaten",
    ),
)
