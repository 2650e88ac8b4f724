"""Sentences about what a sweep varies."""

SWEEPS = {
    "override": (
        "{key}: the scenario has no {name} there{guess}",
        "{key}: het scenario heeft daar geen {name}{guess}",
    ),
    "vary_form": (
        "what is varied must be written as way=values, for instance "
        "claims.power.target=600,900, got {got}",
        "wat varieert moet als weg=waarden geschreven zijn, bijvoorbeeld "
        "claims.power.target=600,900, gekregen {got}",
    ),
    "vary_none": (
        "{key} must have at least one value to vary over",
        "{key} moet ten minste één waarde hebben om over te variëren",
    ),
    "vary_nothing": (
        "a sweep must vary something: give --vary way=values, --rows FILE, or a "
        "block sweep in the scenario",
        "een reeks moet iets variëren: geef --vary weg=waarden, --rows BESTAND, of "
        "een blok sweep in het scenario",
    ),
    "vary_span": (
        "{key}: a range must go up and have at least 2 steps, such as 0..3:4, "
        "got {got}",
        "{key}: een bereik moet oplopen en ten minste 2 stappen hebben, zoals "
        "0..3:4, gekregen {got}",
    ),
    "vary_steps": (
        "{key}: a range must say its number of values, such as 0..3:4, unless the "
        "design is latin_hypercube, got {got}",
        "{key}: een bereik moet zijn aantal waarden noemen, zoals 0..3:4, behalve bij "
        "de opzet latin_hypercube, gekregen {got}",
    ),
    "vary_twice": (
        "{key} is varied twice, the first time at {text}",
        "{key} varieert twee keer, voor het eerst bij {text}",
    ),
    "vary_uneven": (
        "{key} must have {limit} values, as {name} has in the design list, got {count}",
        "{key} moet {limit} waarden hebben, net als {name} in de opzet list, "
        "gekregen {count}",
    ),
    "rows_head": (
        "{key}: the first line must name what is varied, such as "
        "claims.power.target, got {got}",
        "{key}: de eerste regel moet noemen wat varieert, zoals claims.power.target, "
        "gekregen {got}",
    ),
    "rows_width": (
        "a row must have {limit} values, as many as the first line, got {count}",
        "een rij moet {limit} waarden hebben, zoveel als de eerste regel, "
        "gekregen {count}",
    ),
    "rows_none": (
        "a file of rows must have at least one row below its first line",
        "een bestand met rijen moet ten minste één rij onder de eerste regel hebben",
    ),
}
