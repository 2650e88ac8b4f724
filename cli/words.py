"""What the command line says, in Dutch and English. Data, one line a phrase."""

from collections.abc import Mapping
from types import MappingProxyType

from cli.layer_words import LAYER_WORDS

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "explain_place": (
            "--cell moet X,Y in RD zijn, zoals 120500,487300, kreeg '{got}'",
            "--cell must be X,Y in RD, such as 120500,487300, got '{got}'",
        ),
        "points_head": ("op zichzelf", "by itself"),
        "prices_head": ("claims en regels", "claims and rules"),
        "edges_head": ("buren", "neighbours"),
        "worth_head": ("samen [punten]", "together [points]"),
        "factor_head": ("factor", "factor"),
        "value_head": ("hier", "here"),
        "curve_head": ("curve", "curve"),
        "suits_head": ("geschikt 0–1", "suitable 0–1"),
        "weight_head": ("gewicht", "weight"),
        "explain_use_needs_cell": (
            "--use hoort bij --cell X,Y: zeg ook waar",
            "--use goes with --cell X,Y: say where too",
        ),
        "explain_unknown_use": (
            "--use moet een functie van deze uitkomst zijn ({known}), kreeg '{got}'",
            "--use must be a use of this run ({known}), got '{got}'",
        ),
        "frontier_points": (
            "--points moet {least} tot {most} zijn, kreeg {got}",
            "--points must be {least} to {most}, got {got}",
        ),
        "frontier_plan": ("eerst het eigen plan", "the scenario's own plan first"),
        "frontier_point": ("punt {n} van {of}", "point {n} of {of}"),
        "frontier_where": (
            "tabel, plannen en plaatje in {folder}",
            "table, plans and picture in {folder}",
        ),
        "portfolio_within": (
            "--within moet tussen 0 en 100 % liggen, zoals 2%, kreeg '{got}'",
            "--within must lie between 0 and 100 %, such as 2%, got '{got}'",
        ),
        "portfolio_plans": (
            "--plans moet {least} tot {most} zijn, kreeg {got}",
            "--plans must be {least} to {most}, got {got}",
        ),
        "portfolio_plan": (
            "plan {n} van {of}: {points} punten",
            "plan {n} of {of}: {points} points",
        ),
        "portfolio_where": (
            "plannen in {folder}/portfolio.nc; kaarten en tabellen zijn bijgewerkt",
            "plans in {folder}/portfolio.nc; maps and tables are up to date",
        ),
        "sensitivity_most": (
            "--most moet 0 of meer zijn, kreeg {got}",
            "--most must be 0 or more, got {got}",
        ),
        "sensitivity_time": (
            "--time-limit moet boven 0 s liggen, kreeg {got}",
            "--time-limit must be above 0 s, got {got}",
        ),
        "sensitivity_only": (
            "--only moet het begin zijn van de sleutel van een gewicht of aangenomen "
            "getal, zoals uses.housing of rules.wbs-, kreeg {got}",
            "--only must begin the key of a weight or an assumed number, such as "
            "uses.housing or rules.wbs-, got {got}",
        ),
        "sensitivity_screen": (
            "{done} van {of} getallen geschat",
            "{done} of {of} numbers guessed",
        ),
        "sensitivity_search": (
            "plan opnieuw gezocht voor {done} van {of}",
            "plan searched again for {done} of {of}",
        ),
        "sensitivity_where": (
            "beeld en tabel in {folder}",
            "picture and table in {folder}",
        ),
        "explain_where": (
            "ook in {folder}/tables.xlsx en report.html",
            "also in {folder}/tables.xlsx and report.html",
        ),
        "explain_form_again": (
            "{at} van {of}: opnieuw zoeken met alles erbij, om te vergelijken",
            "{at} of {of}: searching again with all in place, to compare with",
        ),
        "explain_form": (
            "{at} van {of}: zoeken zonder «{label}»",
            "{at} of {of}: searching without «{label}»",
        ),
        "explain_values": (
            "waarde van het plan opnieuw bepalen",
            "valuing the plan anew",
        ),
        "explain_step": ("{done} van {of} gewaardeerd", "{done} of {of} valued"),
        "explain_forcing": (
            "zoeken met een andere functie op deze plek",
            "searching with another use in this place",
        ),
        "prices_more": ("en nog {n}; alle met --json", "and {n} more; all with --json"),
        "no_prices": (
            "geen claim of regel kost iets: alle grenzen hebben ruimte",
            "no claim or rule costs anything: all limits have room",
        ),
        "stage_grid": ("raster en kaartlagen", "grid and layers"),
        "stage_suitability": ("geschiktheid en regels", "suitability and rules"),
        "stage_problem": ("opgave", "problem"),
        "stage_solve": ("oplossen", "solving"),
        "stage_write": ("uitkomst schrijven", "writing the result"),
        "stage_report": ("kaarten en tabellen", "maps and tables"),
        "stage_wait": (
            "wachten: een ander proces rekent deze uitkomst al uit",
            "waiting: another process computes this run already",
        ),
        "phase_relaxation": ("relaxatie", "relaxation"),
        "phase_start": ("beginplan", "first plan"),
        "phase_search": ("zoeken", "searching"),
        "phase_ladder": ("voorkeursvolgorde", "ladder"),
        "phase_greedy": ("na elkaar", "one by one"),
        "phase_flow": ("stroom met de minste kosten", "flow of least cost"),
        "phase_prices": ("prijzen", "prices"),
        "phase_core": ("twijfelgevallen", "undecided cells"),
        "phase_compact": ("aaneengesloten", "compact"),
        "phase_patches": ("vlakken passend maken", "fitting patches"),
        "claims_changed": (
            "ruimteclaims anders dan in het scenario: {n} ({names})",
            "claims that differ from the scenario: {n} ({names})",
        ),
        "one_of": (
            "{option} moet een van {choices} zijn, gekregen '{got}'",
            "{option} must be one of {choices}, got '{got}'",
        ),
        "view": (
            "open {address} (Ctrl-C stopt)",
            "open {address} (Ctrl-C stops)",
        ),
        "needs_view": (
            "puzzel view heeft {name} nodig; installeer het met: "
            "pip install 'ruimtepuzzel[view]'",
            "puzzel view needs {name}; install it with: "
            "pip install 'ruimtepuzzel[view]'",
        ),
        "patches": (
            "aaneengesloten plekken: {n}, waarvan {alone} van één cel; {km} km rand",
            "patches: {n}, of which {alone} of one cell; {km} km of edge",
        ),
        "apart": (
            "{name}: dichtst bij elkaar {got} m, gevraagd {asked} m",
            "{name}: closest pair {got} m, asked {asked} m",
        ),
        "apart_close": ("{ha} ha ligt te dichtbij", "{ha} ha lies too close"),
        "apart_none": (
            "{name}: niet beide functies liggen op de kaart",
            "{name}: not both uses are on the map",
        ),
        "covered": (
            "{name}: {n} van {all} blokken hebben genoeg binnen {reach} m",
            "{name}: {n} of {all} blocks have enough within {reach} m",
        ),
        "incumbent": ("doelwaarde", "objective"),
        "bound": ("grens", "bound"),
        "gap": ("gat", "gap"),
        "status_optimal": (
            "opgelost binnen het gevraagde gat",
            "solved within the gap asked for",
        ),
        "status_feasible": (
            "gestopt voor het gevraagde gat; dit is het beste plan tot nu",
            "stopped before the gap asked for; this is the best plan so far",
        ),
        "status_infeasible": ("past niet", "does not fit"),
        "status_no_solution": (
            "geen plan gevonden binnen de tijd",
            "no plan found within the time",
        ),
        "status_unproven": (
            "een plan, waarvan niet is bewezen hoe goed het is",
            "a plan, of which it is not proven how good it is",
        ),
        "status_attempt": (
            "geen plan: claims na elkaar laten eisen onvervuld",
            "no plan: one claim after the other leaves demands unmet",
        ),
        "rows_missed": (
            "zachte eisen niet gehaald, tegen hun prijs: {n}",
            "soft rows missed, at their price: {n}",
        ),
        "rows_unmet": (
            "harde eisen niet vervuld: {n}",
            "hard rows unmet: {n}",
        ),
        "row_short": (
            "{row}: {got}, ten minste {limit}",
            "{row}: {got}, at least {limit}",
        ),
        "row_over": (
            "{row}: {got}, hoogstens {limit}",
            "{row}: {got}, at most {limit}",
        ),
        "and_more": ("en nog {n}", "and {n} more"),
        "attempt_points": (
            "doelwaarde zonder die eisen: {points}",
            "objective without those rows: {points}",
        ),
        "interrupted": (
            "onderbroken: het beste plan tot nu is bewaard",
            "interrupted: the best plan so far is kept",
        ),
        "aborted": (
            "afgebroken: er is niets bewaard van wat bezig was",
            "aborted: nothing of what was under way is kept",
        ),
        "left": (
            "niet meer doorgerekend: {names}",
            "not run any more: {names}",
        ),
        "engine": (
            "--engine moet een van {known} zijn, gekregen '{got}'",
            "--engine must be one of {known}, got '{got}'",
        ),
        "engine_restricted": (
            "--engine moet patches of auto zijn, want het bestand vraagt om vlakken, "
            "plekken of afstanden die {got} niet kan houden",
            "--engine must be patches or auto, as the file asks for patches, sites or "
            "distances, which {got} cannot keep",
        ),
        "engine_neighbours": (
            "--engine moet compact of auto zijn, want samenhang of functies die elkaar "
            "raken tellen mee, wat {got} niet ziet",
            "--engine must be compact or auto, as compactness or uses that touch "
            "count, which {got} does not see",
        ),
        "engine_counts": (
            "--engine moet prices of auto zijn, want de rijen doen meer dan cellen van "
            "één functie in één zone tellen, en meer kan {got} niet",
            "--engine must be prices or auto, as rows do more than count cells of one "
            "use in one zone, which is all that {got} can do",
        ),
        "out_folder": (
            "map van --out moet bestaan en beschrijfbaar zijn, gekregen '{path}'",
            "folder of --out must exist and be writable, got '{path}'",
        ),
        "stopping": (
            "stoppen en het beste plan bewaren … (nog een keer Ctrl-C breekt af)",
            "stopping, keeping the best plan … (Ctrl-C once more aborts)",
        ),
        "reused": ("was er al, ongewijzigd", "was there already, unchanged"),
        "claim": ("claim", "claim"),
        "zone": ("gebied", "zone"),
        "asked": ("gevraagd", "asked"),
        "achieved": ("toegewezen", "achieved"),
        "shortfall": ("tekort", "shortfall"),
        "over": ("te veel", "over"),
        "price": ("schaduwprijs", "shadow price"),
        "use": ("functie", "use"),
        "hectares": ("hectare", "hectares"),
        "proven": (
            "geen enkel plan heeft meer dan {bound} punten; dit plan heeft {objective}",
            "no plan at all has more than {bound} points; this plan has {objective}",
        ),
        "not_applied": (
            "regels niet toegepast: {n}, waarvan {layer} omdat een kaartlaag ontbreekt",
            "rules not applied: {n}, {layer} of them for want of a layer",
        ),
        "not_taken_off": (
            "let op, telt als vrij land omdat de kaartlaag ontbreekt: {names}",
            "mind, counts as free land for want of a layer: {names}",
        ),
        "waited_layers": (
            "kaartlagen die ontbreken: {n}, met het aantal regels en factoren dat "
            "erop wacht: {names}",
            "layers that are missing: {n}, with the number of rules and factors that "
            "wait for each: {names}",
        ),
        "violated": (
            "zachte regels niet gehaald ({n}): {names}",
            "soft rules missed ({n}): {names}",
        ),
        "assumed": (
            "{n} aangenomen getallen, niet uit de tekst van de programma's",
            "{n} assumed numbers, not from the programmes' text",
        ),
        "invented": (
            "{n} van {all} kaartlagen zijn bedacht",
            "{n} of {all} layers are invented",
        ),
        "conflict": (
            "deze eisen gaan niet samen: {names}",
            "these limits cannot hold together: {names}",
        ),
        "ladder": (
            "voorkeursvolgorde {name}: {ha} ha op '{label}', "
            "minder dan {least} kan niet",
            "ladder {name}: {ha} ha on '{label}', fewer than {least} is impossible",
        ),
        "folder": ("uitkomst", "result"),
        "fits": (
            "in orde: geen fouten, en de claims passen samen op het land",
            "in order: no faults, and the claims fit on the land together",
        ),
        "fits_unknown": (
            "geen fouten; of de claims samen passen is binnen de tijd niet bewezen",
            "no faults; whether the claims fit together was not proven in time",
        ),
        "written": ("geschreven", "written"),
        "next": (
            "volgende stap: cd {folder} en puzzel run {name}",
            "next: cd {folder} and puzzel run {name}",
        ),
        "next_fetch": (
            "volgende stap: puzzel fetch {province} {folder}, daarna puzzel run {path}",
            "next: puzzel fetch {province} {folder}, then puzzel run {path}",
        ),
        "comparison": ("vergelijking", "comparison"),
        "report": ("verslag", "report"),
        "difference": ("verschil", "difference"),
        "no_runs": (
            "geen uitkomsten in {folder}; maak er een met puzzel run",
            "no runs in {folder}; make one with puzzel run",
        ),
        "bug": (
            "fout in puzzel zelf: {error}; meld dit met de uitvoer van puzzel doctor",
            "fault in puzzel itself: {error}; report it with what puzzel doctor says",
        ),
        "no_file": (
            "bestand moet bestaan, gekregen '{path}'",
            "file must exist, got '{path}'",
        ),
        "exists": (
            "map '{path}' moet leeg of nieuw zijn; kies een andere, of --force om "
            "de bestanden van puzzel te vervangen",
            "folder '{path}' must be empty or new; choose another, or --force to "
            "replace puzzel's own files",
        ),
        "province": (
            "provincie moet een van {known} zijn, gekregen '{got}'",
            "province must be one of {known}, got '{got}'",
        ),
        "layer": ("kaartlaag", "layer"),
        "kind": ("soort", "kind"),
        "programme": ("programma", "programme"),
        "statements": ("uitspraken", "statements"),
        "all_of_them": ("alle", "all"),
        "fate_rule": ("regel", "rule"),
        "fate_indicator": ("indicator", "indicator"),
        "fate_process": ("geen land", "no land"),
        "fate_unmapped": ("nog niets", "unmapped"),
        "hardness_hard": ("hard", "hard"),
        "hardness_soft": ("zacht", "soft"),
        "hardness_report": ("wordt gemeld", "reported"),
        "rule_does": ("in woorden", "in words"),
        "rule_condition": ("voorwaarde in de tekst", "condition in the text"),
        "rule_provinces": ("alleen in", "only in"),
        "rule_layers": ("kaartlagen", "layers"),
        "rule_state": ("toestand", "state"),
        "rule_not_applied": ("niet gedaan, want", "not done, because"),
        "rule_here": ("in dit scenario", "in this scenario"),
        "rule_effect": ("doet hier", "does here"),
        "rule_assumed": ("aangenomen", "assumed"),
        "rule_parameter": ("gegeven uit de tekst", "given in the text"),
        "no_rule": (
            "{name} is geen regel en geen uitspraak van een programma",
            "{name} is no rule and no statement of a programme",
        ),
        "did_you_mean": (", bedoelde u '{guess}'?", ", did you mean '{guess}'?"),
        "unit": ("eenheid", "unit"),
        "range": ("bereik", "range"),
        "source": ("bron", "source"),
        "date": ("datum", "date"),
        "licence": ("licentie", "licence"),
        "run": ("uitkomst", "run"),
        "status": ("status", "status"),
        "seconds": ("seconden", "seconds"),
        "ok": ("in orde", "fine"),
        "problem": ("niet in orde", "not fine"),
        "aborted_bench": (
            "afgebroken: wat gemeten is, is bewaard",
            "aborted: what was measured is kept",
        ),
        "bench_exists": (
            "map '{path}' heeft al uitkomsten; kies een andere met --out, of --force "
            "om ze te vervangen",
            "folder '{path}' has results already; choose another with --out, or "
            "--force to replace them",
        ),
        "bench_no_pairs": (
            "'{a}' en '{b}' moeten ten minste één opgave delen, met dezelfde methode, "
            "omvang, gat, tijdslimiet en toevalsgetal",
            "'{a}' and '{b}' must share at least one instance, with the same method, "
            "size, gap, time limit and seed",
        ),
        "gate_names_its_own": (
            "een peiling noemt haar eigen opgaven; noem ze alleen met --update",
            "a baseline names its own instances; name them with --update only",
        ),
        "gate_holds": (
            "{n} metingen zijn niet slechter dan de peiling",
            "{n} measurements are no worse than the baseline",
        ),
        "gate_new": (
            "zonder peiling: {names}; maak die met puzzel bench gate --update",
            "without a baseline: {names}; make it with puzzel bench gate --update",
        ),
        "gate_unsettled": (
            "{case}, {by}: niet in de peiling, want niet uit zichzelf klaar",
            "{case}, {by}: not in the baseline, as it did not end by itself",
        ),
        "gate_nothing": (
            "geen enkele meting was uit zichzelf klaar: er is niets om te peilen; "
            "geef meer tijd met --time-limit of een groter --gap",
            "no measurement ended by itself: there is nothing for a baseline; "
            "give more time with --time-limit or a larger --gap",
        ),
        "gate_size": (
            "{where}: {figure} moet {was} zijn, maar is {got}",
            "{where}: {figure} must be {was}, but is {got}",
        ),
        "gate_status": (
            "{where}: status was {was}, maar is {got}",
            "{where}: status was {was}, but is {got}",
        ),
        "gate_objective": (
            "{where}: doelwaarde was {was}, maar is {got}: "
            "slechter dan het gat toelaat",
            "{where}: objective was {was}, but is {got}: worse than the gap allows",
        ),
        "gate_bound": (
            "{where}: grens was {was}, maar is {got}: losser dan het gat toelaat",
            "{where}: bound was {was}, but is {got}: looser than the gap allows",
        ),
        "gate_work": (
            "{where}: {figure} was {was}, maar is {got}: te veel meer werk",
            "{where}: {figure} was {was}, but is {got}: too much more work",
        ),
        "gate_untrue": (
            "{where}: doelwaarde {got} ligt boven de bewezen grens {was}: "
            "een van beide is niet waar, of de opgave is een andere",
            "{where}: objective {got} lies above the proven bound {was}: "
            "one of the two is not true, or the instance is another",
        ),
        "gate_missing": (
            "{where}: staat in de peiling, maar is er niet meer",
            "{where}: is in the baseline, but is there no more",
        ),
        "instance": ("opgave", "instance"),
        "pack_what": (
            "geef een scenario (.yaml) of de map van een run, gekregen '{path}'",
            "give a scenario (.yaml) or the folder of a run, got '{path}'",
        ),
        "pack_exists": (
            "'{path}' bestaat al; kies een andere naam met --out, of --force",
            "'{path}' exists; choose another name with --out, or --force",
        ),
        "packed": (
            "ingepakt: {path} ({n} bestanden, {size} MB), met {what}",
            "packed: {path} ({n} files, {size} MB), with {what}",
        ),
        "pack_scenario": (
            "scenario {scenario} en gegevens; er was geen run van",
            "scenario {scenario} and its data; there was no run of it",
        ),
        "pack_run": (
            "scenario {scenario}, gegevens en run {run}",
            "scenario {scenario}, its data and run {run}",
        ),
        "pack_older": (
            "let op: de run is van een andere versie (hash {own}, nu {hash}); wie hem "
            "opnieuw doorrekent kan iets anders vinden",
            "note: the run is of another version (hash {own}, now {hash}); to run it "
            "again may find something else",
        ),
        "pack_licence": (
            "let op: zonder licentie, ga na of u ze mag doorgeven: {names}",
            "note: without a licence, see whether you may pass them on: {names}",
        ),
        "unpack_exists": (
            "map '{path}' moet leeg of nieuw zijn; kies een andere, of --force om "
            "bestanden met dezelfde naam te vervangen",
            "folder '{path}' must be empty or new; choose another, or --force to "
            "replace files of the same name",
        ),
        "unpacked": (
            "uitgepakt: {path} ({n} bestanden)",
            "unpacked: {path} ({n} files)",
        ),
        "unpack_same": (
            "dezelfde kenmerken (hash {hash}): een run hier is dezelfde als daar",
            "the same fingerprint (hash {hash}): a run here is the run there",
        ),
        "unpack_other": (
            "let op: ingepakt met een andere versie (puzzel {version}, hash {hash}; "
            "hier {own}): een run hier kan anders uitkomen",
            "note: packed by another version (puzzel {version}, hash {hash}; here "
            "{own}): a run here may come out otherwise",
        ),
        "unpack_next": (
            "verder: puzzel run {path}",
            "next: puzzel run {path}",
        ),
        "fetch_only": (
            "--only moet een dataset of kaartlaag zijn; datasets: {known}; "
            "gekregen '{got}'",
            "--only must be a data set or layer; data sets: {known}; got '{got}'",
        ),
        "fetch_came": (
            "{name}: {n} objecten ({kind})",
            "{name}: {n} features ({kind})",
        ),
        "fetch_none": ("{name}: niet gekomen", "{name}: did not come"),
        "fetch_data_set": ("dataset", "data set"),
        "fetch_features": ("objecten", "features"),
        "fetch_age": ("leeftijd", "age"),
        "fetch_service": ("dienst", "service"),
        "fetch_outcome": ("uitkomst", "outcome"),
        "fetch_rules_off": ("regels uit", "rules off"),
        "fetch_came_state": ("opgehaald", "fetched"),
        "fetch_kept_state": ("mislukt, oude behouden", "failed, older one kept"),
        "fetch_failed_state": ("mislukt", "failed"),
        "fetch_no_service_state": ("geen dienst bekend", "no service known"),
        "fetch_derived_state": ("wordt afgeleid", "is derived"),
        "fetch_asks_column": (
            "kaartlaag {layer}: geef in data.yaml het kenmerk (column); "
            "fetched.yaml noemt de keuzes",
            "layer {layer}: give its column in data.yaml; choices are in fetched.yaml",
        ),
        "fetch_asks_where": (
            "kaartlaag {layer}: geef in data.yaml de selectie (where); "
            "fetched.yaml noemt de kenmerken",
            "layer {layer}: give its selection (where) in data.yaml; columns are in "
            "fetched.yaml",
        ),
        "fetch_asks_features": (
            "kaartlaag {layer}: niets in de provincie om van te maken",
            "layer {layer}: nothing in the province to make it of",
        ),
        "fetch_advice": ("wat te doen: {text}", "what to do: {text}"),
        "fetch_waiting": ("regels die wachten: {names}", "rules that wait: {names}"),
        "fetch_not_bound": (
            "let op: {path} noemt fetched.yaml niet; zet het in extends, "
            "voor data.yaml",
            "note: {path} does not name fetched.yaml; put it in extends, "
            "before data.yaml",
        ),
        "fetch_no_project": (
            "er is geen {path}; begin een project met: puzzel new {province}",
            "there is no {path}; start a project with: puzzel new {province}",
        ),
        "fetch_hours": ("{n} uur", "{n} h"),
        "fetch_days": ("{n} dagen", "{n} days"),
        **LAYER_WORDS,
        "engine_head": ("methode", "method"),
        "design": (
            "--design moet een van {known} zijn, gekregen '{got}'",
            "--design must be one of {known}, got '{got}'",
        ),
        "jobs": (
            "--jobs moet ten minste 1 zijn, gekregen {got}",
            "--jobs must be at least 1, got {got}",
        ),
        "cluster": (
            "--cluster moet een van {known} zijn, gekregen '{got}'",
            "--cluster must be one of {known}, got '{got}'",
        ),
        "sweep_two_clusters": (
            "geef --scheduler of --cluster, niet allebei",
            "give --scheduler or --cluster, not both",
        ),
        "no_parquet": (
            "sweep.parquet is niet geschreven: daarvoor is pyarrow nodig (extra "
            "'parquet')",
            "sweep.parquet is not written: it needs pyarrow (extra 'parquet')",
        ),
        "sweep_both": (
            "geef --vary of --rows, niet allebei",
            "give --vary or --rows, not both",
        ),
        "sweep_begins": ("berekeningen in deze reeks: {n}", "runs in this sweep: {n}"),
        "sweep": ("reeks", "sweep"),
        "sweep_done": ("klaar", "done"),
        "sweep_failed": ("mislukt", "failed"),
        "sweep_left": ("nog ongeveer {minutes} min", "about {minutes} min left"),
        "sweep_stopping": (
            "geen nieuwe berekeningen; wat loopt, wordt afgemaakt … "
            "(nog een keer Ctrl-C breekt af)",
            "no new runs; those under way end first … (Ctrl-C once more aborts)",
        ),
        "sweep_stopped": (
            "gestopt; nog niet doorgerekend: {n}. Dezelfde opdracht gaat verder met "
            "wat ontbreekt",
            "stopped; not run yet: {n}. The same command goes on with what is missing",
        ),
        "state_optimal": ("opgelost", "solved"),
        "state_feasible": ("beste tot nu", "best so far"),
        "state_infeasible": ("past niet", "does not fit"),
        "state_no_solution": ("geen plan", "no plan"),
        "state_failed": ("mislukt", "failed"),
        "state_waiting": ("nog niet", "not yet"),
        "time_ratio": ("tijd / eerste", "time / first"),
    }
)


def word(key: str, language: str, **values: object) -> str:
    """Return a phrase in a language, with its values filled in."""
    dutch, english = WORDS[key]
    return (dutch if language == "nl" else english).format(**values)
