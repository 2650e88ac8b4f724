"""Texts of the pages in Dutch."""

WORDS: dict[str, str] = {
    "page.noscript": (
        "Deze pagina heeft JavaScript nodig. Alle cijfers staan ook in tables.xlsx, "
        "de kaart in map.png."
    ),
    "page.old_browser": (
        "Deze browser is te oud voor deze pagina: neem Edge, Chrome of Firefox van "
        "2023 of later. Alle cijfers staan ook in tables.xlsx, de kaart in map.png."
    ),
    "page.broken": "De gegevens in deze pagina zijn beschadigd ({why}).",
    "page.skip": "Naar de inhoud",
    "page.sections": "Onderdelen van deze pagina",
    "page.language": "Taal",
    "page.theme": "Weergave",
    "page.theme.auto": "zoals de computer",
    "page.theme.light": "licht",
    "page.theme.dark": "donker",
    "page.palette": "Kleuren",
    "page.palette.plan": "als in het omgevingsplan (SVBP2012)",
    "page.palette.safe": "voor kleurenblinden",
    "page.hatch": "arcering per functie",
    "page.outlines": "randen om gebieden",
    "page.borders": "gemeenten",
    "page.new": "nieuw grondgebruik tonen",
    "page.layer": "Ondergrond",
    "page.layer.background": "huidig gebruik",
    "page.layer.available": "beschikbaar land",
    "page.group.land": "Land",
    "page.group.suitability": "Geschiktheid voor",
    "page.group.excluded": "Uitsluitingen van",
    "page.group.indicator": "Draagt bij aan",
    "page.may": "mag hier",
    "page.unknown": "geen getal",
    "page.total": "totaal",
    "page.municipality": "gemeente",
    "page.legend": "Legenda",
    "page.show_use": "{name} tonen",
    "page.map": "Kaart",
    "page.map.label": "Kaart {name}",
    "page.map.help": (
        "Pijltjes schuiven de kaart, + en − zoomen, Enter kiest de cel in het midden."
    ),
    "page.map.whole": "hele provincie",
    "page.map.north": "noorden is boven",
    "page.zoom_in": "inzoomen",
    "page.zoom_out": "uitzoomen",
    "page.cell": "Cel",
    "page.cell.none": (
        "Klik op een cel, of vul de coördinaten in, om te zien wat er ligt en waarom."
    ),
    "page.cell.outside": "Op X {x} Y {y} ligt geen cel van de provincie.",
    "page.cell.go": "toon cel",
    "page.cell.goto": "Cel op RD-coördinaten",
    "page.cell.new": "nieuw grondgebruik",
    "page.cell.next": "daarna",
    "page.cell.next.less": "{use}: {points} punten minder",
    "page.cell.next.better": (
        "{use} was los van de rest {points} punten beter: hele cellen, vlakken of het "
        "gat van het plan gaven de doorslag"
    ),
    "page.cell.next.none": "er mag hier niets anders komen",
    "page.cell.points": "Punten: wat telt hier mee",
    "page.cell.factors": "Factoren: hoe geschikt is het hier",
    "page.cell.by_itself": "geschiktheid en voorkeuren",
    "page.cell.edges": "buren",
    "page.cell.together": "samen",
    "page.cell.factor": "factor",
    "page.cell.suits": "geschikt (0–1)",
    "page.cell.weight": "gewicht",
    "page.cell.more": "{points} meer",
    "page.cell.lacks": "punten minder, of uitgesloten door",
    "page.cell.per_use": "Per functie",
    "page.cell.use": "functie",
    "page.cell.suitability": "geschiktheid",
    "page.cell.excluded": "uitgesloten door",
    "page.cell.chosen": "(gekozen)",
    "page.cell.no_reasons": "Bij deze berekening zijn geen redenen per cel bewaard.",
    "page.summary": "In het kort",
    "page.problems": "Niet alles kon worden gelezen",
    "page.problem": "{what}: {why}",
    "page.part.cells": "De kaart ontbreekt",
    "page.part.events": "Het verloop van de berekening ontbreekt",
    "page.part.reasons": "De redenen per cel ontbreken",
    "page.part.scenario": "Het scenario ontbreekt",
    "page.part.indicators": "De kengetallen per cel ontbreken",
    "page.part.explained": "De uitleg van de berekening ontbreekt",
    "page.no_cells": (
        "De kaart ontbreekt: cells.nc staat niet bij deze berekening; de map is half "
        "gekopieerd, of de berekening is afgebroken."
    ),
    "page.lacking": (
        "run.json heeft geen {name}: de berekening is met een andere versie gemaakt. "
        "Reken haar opnieuw door."
    ),
    "page.too_large": (
        "Niet alle redenen per cel passen in deze pagina; ze staan in reasons.nc."
    ),
    "page.why_too_large": (
        "Waarom iets in een cel komt, factor voor factor, past niet in deze pagina; "
        "puzzel explain runs/{run} --cell X,Y vertelt het."
    ),
    "page.no_map": "Er is geen kaart om te tonen.",
    "page.claims": "Ruimteclaims",
    "page.claims.note": (
        "Blok: van minimum tot maximum. Streep: wat het plan haalt. Cijfers staan in "
        "de tabel eronder."
    ),
    "page.claims.short": "tekort {amount}",
    "page.claims.range": "gevraagd {least} – {most}",
    "page.claims.least": "gevraagd minstens {least}",
    "page.claims.most": "gevraagd hoogstens {most}",
    "page.patches": "Aaneengesloten gebieden",
    "page.patches.note": (
        "Aandeel van het oppervlak in gebieden van zoveel cellen (van {cell} m)."
    ),
    "page.patches.size": "{least} – {most} cellen",
    "page.patches.one": "1 cel",
    "page.patches.more": "{least} cellen of meer",
    "page.search": "Verloop van de berekening",
    "page.search.note": (
        "Het plan wordt beter en de bewezen grens scherper, tot ze bijna gelijk zijn: "
        "het verschil is het gat."
    ),
    "page.search.seconds": "seconden",
    "page.search.plan": "beste plan",
    "page.search.bound": "bewezen grens",
    "page.explained": "Kosten, zekerheid en gevoeligheid",
    "page.rules": "Regels",
    "page.assumed": "Aangenomen getallen",
    "page.municipalities": "Per gemeente",
    "page.origins": "Herkomst",
    "page.licences": "Licenties van onderdelen van deze pagina",
    "page.filter": "Zoek in deze tabel",
    "page.rows": "{n} rijen",
    "page.rows.some": "{n} van {all} rijen",
    "page.copy": "kopieer tabel",
    "page.copied": "gekopieerd",
    "page.sort": "sorteer op {name}",
    "page.print": "afdrukken",
    "page.compare": "Vergelijking van {n} plannen",
    "page.compare.side": "naast elkaar",
    "page.compare.swipe": "schuiven",
    "page.compare.how": "Kaarten",
    "page.compare.swipe_label": "Waar {first} ophoudt en {last} begint",
    "page.compare.difference": "Verschil",
    "page.compare.agreement": "Overeenstemming",
    "page.compare.agreement_and": "Overeenstemming en verschil",
    "compare.stays": "blijft in alle zoals het is",
    "page.compare.agreement.note": (
        "In hoeveel van de {n} plannen een cel dezelfde functie krijgt."
    ),
    "page.compare.agree": "{k} van {n} gelijk",
    "page.compare.from": "Van ({first}) naar ({last})",
    "page.compare.from_to": (
        "Van de functie in {first} (rijen) naar die in {last} (kolommen), hectares. "
        "Kies een getal om alleen die cellen op de kaart te zien."
    ),
    "page.compare.first": "van",
    "page.compare.last": "naar",
    "page.compare.as_table": "Van functie naar functie, om te kopiëren",
    "page.compare.chosen": "{from} → {to}: {cells} cellen, {ha}",
    "page.compare.all": "toon alle verschillen",
    "page.compare.entry": "{from} naar {to}: {ha}",
    "page.compare.scenarios": "Wat in de scenario's verschilt",
    "page.indicators": "Kengetallen",
    "page.stage.grid": "raster en kaartlagen",
    "page.stage.suitability": "geschiktheid en regels",
    "page.stage.problem": "opgave",
    "page.stage.solve": "oplossen",
    "page.stage.write": "uitkomst schrijven",
    "page.stage.report": "kaarten en tabellen",
    "page.view.run": "berekening",
    "page.view.status": "uitkomst",
    "page.view.gap": "gat",
    "page.view.cell": "cel",
    "page.view.title": "Berekeningen",
    "page.view.filter": "Zoek een berekening",
    "page.view.open": "open verslag",
    "page.view.compare": "vergelijk gekozen",
    "page.view.choose": "kies twee tot vier berekeningen met een kaart",
    "page.view.chosen": "{n} gekozen",
    "page.view.choose_run": "kies {name}",
    "page.view.none": "Er staan nog geen berekeningen in {folder}.",
    "page.view.busy": "Nu bezig",
    "page.view.stage": "onderdeel: {stage}",
    "page.view.made": "gemaakt",
    "page.view.lost": "De verbinding met puzzel view is weg; start hem opnieuw.",
}
"""Text per key; ``{name}`` is filled in."""
