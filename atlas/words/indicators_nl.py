"""Texts of indicators and of what differs between runs in Dutch."""

WORDS: dict[str, str] = {
    "sheet.indicators": "Kengetallen",
    "col.indicator": "kengetal",
    "sheet.policy": "Te melden",
    "note.policy": (
        "Cijfers die de programma's gemeld willen zien; wat een cel bijdraagt staat in "
        "indicators.nc."
    ),
    "col.no_number": "waarom er geen cijfer is",
    "note.indicators": "Cijfers over het hele plan.",
    "ind.gap": "gat: hoogstens zo ver onder het best mogelijke",
    "ind.objective": "doelwaarde",
    "ind.points": "punten",
    "ind.changed": "land met een nieuwe functie",
    "ind.short": "ruimteclaims met een tekort",
    "ind.not_applied": "regels niet toegepast",
    "ind.missed": "zachte regels niet gehaald",
    "ind.assumed": "aangenomen getallen",
    "ind.patches": "aaneengesloten gebieden",
    "ind.alone": "waarvan één cel",
    "ind.edge": "rand van alle gebieden",
    "ind.median": "mediaan van gebieden: {name}",
    "ind.covered": "blokken met genoeg binnen bereik: {name}",
    "ind.closest": "dichtst bij elkaar: {name}",
    "sheet.changes": "Scenario's",
    "note.changes": (
        "Waarden die in de scenario's verschillen; wat alleen uitleg is, telt niet mee."
    ),
    "col.part": "onderdeel",
    "col.key": "instelling",
    "part.claims": "ruimteclaim",
    "part.rules": "regel",
    "part.uses": "functie",
    "part.supplies": "aanbod zonder ruimte",
    "part.stays": "blijft zoals het is",
    "part.layers": "kaartlaag",
    "part.solve": "rekenen",
    "part.grid": "raster",
    "part.area": "gebied",
    "part.groups": "groep",
    "sheet.settings": "Instellingen",
    "note.settings": (
        "Alle instellingen van alle scenario's, zonder wat alleen uitleg is."
    ),
    "note.variants": (
        "Wat iedere ruimteclaim vraagt. Wijzig een getal en lees het terug met: "
        "puzzel scenario claims."
    ),
    "col.limit": "grens",
    "limit.value": "doel",
    "limit.min": "minimum",
    "limit.max": "maximum",
    "sheet.rule_changes": "Regels die verschillen",
    "note.rule_changes": (
        "Regels die niet in alle plannen hetzelfde doen: toegepast, hard of zacht, "
        "niet gehaald, of met een andere schaduwprijs."
    ),
    "rule.not_applied": "niet toegepast: {reason}",
    "rule.absent": "niet in dit scenario",
    "rule.missed": "niet gehaald: {amount}",
    "rule.met": "gehaald",
    "rule.price": "schaduwprijs {price}",
}
"""Text per key; ``{name}`` is filled in."""
