"""Texts of sweeps in Dutch."""

WORDS: dict[str, str] = {
    "sweep.failed": "mislukt",
    "sweep.waiting": "nog niet",
    "col.number": "nummer",
    "col.seconds": "seconden",
    "col.error": "fout",
    "col.plan": "plan",
    "sheet.regret": "Spijt",
    "col.regret.worst": "grootste spijt [punten]",
    "col.regret.mean": "gemiddelde spijt [punten]",
    "col.regret.breaks": "scenario's waarin het niet mag",
    "col.regret.in": "in {n} [punten]",
    "note.sweep.runs": (
        "Een rij per berekening: wat varieert, hoe zij eindigde, haar cijfers."
    ),
    "note.sweep.claims": "Wat elke ruimteclaim in elke berekening kreeg.",
    "note.sweep.uses": (
        "Hectares per functie; de kolommen zijn de nummers van de berekeningen."
    ),
    "note.sweep.regret": (
        "Wat een plan aan punten verliest als een ander scenario uitkomt, tegen "
        "het beste van deze {n} plannen daar. Leeg: het plan breekt daar een "
        "harde eis. Doelwaarden gelden tot op hun gat."
    ),
    "page.sweep": "Reeks {name}: {n} berekeningen",
    "page.sweep.lines": "Van waarden naar uitkomsten",
    "page.sweep.lines.note": (
        "Elke lijn is een berekening: links wat varieert, rechts wat eruit kwam. "
        "Kies een lijn of een kaartje om haar te zien; de cijfers staan in de "
        "tabel."
    ),
    "page.sweep.maps": "Alle plannen",
    "page.sweep.maps.note": (
        "{n} plannen, met nieuw grondgebruik over het huidige. Kies er een om "
        "haar lijn hierboven te zien."
    ),
    "page.sweep.frequency": "Hoe vaak waar",
    "page.sweep.frequency.note": (
        "Hoe donkerder, in hoe meer plannen de cel deze functie krijgt. Wat in "
        "alle plannen komt, hangt niet af van wat varieert; dat zegt niet dat het "
        "niet anders kan."
    ),
    "page.sweep.frequency.label": "Kaart: hoe vaak {name} waar komt",
    "page.sweep.all": "alle {n}",
    "page.sweep.regret": "Spijt",
    "page.sweep.elsewhere": (
        "Berekening {n} heeft andere cellen en staat niet op de kaarten."
    ),
}
