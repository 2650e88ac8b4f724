"""Dutch of what is wrong with runs, workbooks and the files of a result.

Keyed by the English template of a ``grids.sentence.Sentence`` in ``atlas`` and ``cli``.
See ``scenarios.dutch``.
"""

from collections.abc import Mapping
from types import MappingProxyType

EXPLAINED: Mapping[str, str] = MappingProxyType(
    {
        "a run folder must hold a readable run.json, got {path}": (
            "de map van een run moet een leesbare run.json bevatten, kreeg {path}"
        ),
        "a run must have a plan and claims with divided_by to tell who does what, got "
        "none in {path}; run a scenario with a division": (
            "een run moet een plan hebben en claims met divided_by om te zeggen wie "
            "wat doet, maar in {path} staan ze niet; reken een scenario met een "
            "division door"
        ),
        "two runs must divide the same claims over the same zones and cells, got {one} "
        "and {other}; run one scenario twice, with another division.shift": (
            "twee runs moeten dezelfde claims over dezelfde gebieden en cellen "
            "verdelen, gekregen {one} en {other}; reken één scenario tweemaal door, "
            "met een andere division.shift"
        ),
        "a run must have a plan to be explained, got status {status} in {path}": (
            "een run moet een plan hebben om uitgelegd te worden, maar de toestand is "
            "{status} in {path}"
        ),
        "a run must have prices to be explained, got none in {path} (engine "
        "{engine}); run it anew with another engine or this version": (
            "een run moet prijzen hebben om uitgelegd te worden, maar in {path} staan "
            "er geen (rekenmethode {engine}); reken opnieuw met een andere "
            "rekenmethode of met deze versie"
        ),
        "a frontier must be between two numbers, got none: give --between A B, or a "
        "block 'frontier' in the scenario": (
            "een afruil moet tussen twee getallen zijn, er zijn er geen: geef "
            "--between A B, of een blok 'frontier' in het scenario"
        ),
        "a frontier must be between two different numbers, got {names}": (
            "een afruil moet tussen twee verschillende getallen zijn, gekregen {names}"
        ),
        "indicator {name} must be counted here to draw a frontier, but its rule {rule} "
        "is not applied": (
            "indicator {name} moet hier geteld worden om een afruil te tekenen, maar "
            "zijn regel {rule} wordt niet toegepast"
        ),
        "indicator {name} must be a sum over cells to draw a frontier, but it is a "
        "share, a spread or counts what lies near new uses": (
            "indicator {name} moet een som over cellen zijn om een afruil te tekenen, "
            "maar is een aandeel, een spreiding of telt wat bij nieuwe functies ligt"
        ),
        "which way of {name} is better must be said: {name}:more or {name}:less, or "
        "'better' in the scenario's frontier": (
            "er moet gezegd worden of van {name} meer of minder beter is: {name}:more "
            "of {name}:less, of 'better' in de frontier van het scenario"
        ),
        "behind the colon must stand more or less, got '{got}' in '{text}'": (
            "achter de dubbele punt moet more of less staan, gekregen '{got}' in "
            "'{text}'"
        ),
        "a frontier must be between quantities or indicators, got '{got}'{guess}": (
            "een afruil moet tussen grootheden of indicatoren zijn, gekregen "
            "'{got}'{guess}"
        ),
        "a scenario must have a plan before a frontier can be drawn, got status "
        "{status}; puzzel check tells why": (
            "een scenario moet een plan hebben voordat een afruil getekend kan worden, "
            "de status is {status}; puzzel check zegt waarom"
        ),
        "plans within {within:.2%} of the bound were asked for, but the run's own plan "
        "has a gap of {gap:.2%}; ask for more than that, or run with a smaller gap "
        "first": (
            "er is gevraagd om plannen binnen {within:.2%} van de grens, maar het plan "
            "zelf heeft een gat van {gap:.2%}; vraag om meer dan dat, of reken eerst "
            "met een kleiner gat"
        ),
        "a run must keep which cells each rule excludes to tell what it would gain "
        "without it, got a run of an older version; run it anew": (
            "een run moet bewaren welke cellen elke regel uitsluit om te zeggen wat "
            "hij zonder die regel zou winnen, maar deze run is van een oudere versie; "
            "reken opnieuw"
        ),
        "a place must lie in the province (X {west} to {east}, Y {south} to "
        "{north}, on land of a cell), got X {x} Y {y}": (
            "een plek moet in de provincie liggen (X {west} tot {east}, Y {south} tot "
            "{north}, op land van een cel), kreeg X {x} Y {y}"
        ),
    }
)

RUNS: Mapping[str, str] = MappingProxyType(
    {
        "run folder must hold {file}, there is none in {path}; make the run again": (
            "de map van een run moet {file} bevatten, maar in {path} staat het niet; "
            "maak de run opnieuw"
        ),
        "run folder must hold {file}, there is none: {path}": (
            "de map van een run moet {file} bevatten, maar dat ontbreekt: {path}"
        ),
        "{path} must have key {key} in every entry of its kind; make the run again": (
            "{path} moet sleutel {key} overal hebben waar hij hoort; maak de run "
            "opnieuw"
        ),
        "{path} must be the document of a run as JSON, but is damaged ({why}); make "
        "the run again": (
            "{path} moet het document van een run als JSON zijn, maar is beschadigd "
            "({why}); maak de run opnieuw"
        ),
        "{path} must be readable, but is not ({why})": (
            "{path} moet leesbaar zijn, maar is dat niet ({why})"
        ),
        "{path} must be readable as NetCDF-4, but is not ({why})": (
            "{path} moet leesbaar zijn als NetCDF-4, maar is dat niet ({why})"
        ),
        "{path} must have shape {shape} (uses, cells), got {got} and {other}": (
            "{path} moet de vorm {shape} hebben (gebruiken, cellen), gekregen {got} "
            "en {other}"
        ),
        "{path} must have shape {shape} (indicators, cells), got {got}": (
            "{path} moet de vorm {shape} hebben (indicatoren, cellen), gekregen {got}"
        ),
        "{path} must hold sentences and tables as puzzel explain writes them, "
        "but does not ({why}); remove it and explain the run again": (
            "{path} moet zinnen en tabellen bevatten zoals puzzel explain ze schrijft, "
            "maar doet dat niet ({why}); verwijder het en vraag de uitleg opnieuw"
        ),
        "tables must have keys that differ, got {got}": (
            "tabellen moeten verschillende sleutels hebben, gekregen {got}"
        ),
        "rows of table '{key}' must have a value per column": (
            "rijen van tabel '{key}' moeten een waarde per kolom hebben"
        ),
        "the key of a table must be in snake_case, got '{key}'": (
            "de sleutel van een tabel moet in snake_case zijn, gekregen '{key}'"
        ),
        "the form of a column must be one of {known}, got {got}": (
            "de vorm van een kolom moet een van {known} zijn, gekregen {got}"
        ),
        "a value of a table must be a text or a number, got {got}": (
            "een waarde van een tabel moet tekst of een getal zijn, gekregen {got}"
        ),
        "{path} must be YAML, but is damaged ({why})": (
            "{path} moet YAML zijn, maar is beschadigd ({why})"
        ),
        "{path} must hold a mapping, got {got}": (
            "{path} moet sleutels met waarden bevatten, gekregen {got}"
        ),
        "run must have {file} to be drawn, got none: {path}": (
            "een run moet {file} hebben om getekend te worden, maar dat ontbreekt: "
            "{path}"
        ),
        "run must have an allocation to be drawn, got none: {path}": (
            "een run moet een toewijzing hebben om getekend te worden, maar die "
            "ontbreekt: {path}"
        ),
        "allocation must hold codes in [0, {most}) of the uses in run.json, got "
        "{low}..{high} in {path}": (
            "de toewijzing moet codes van 0 tot {most} hebben, de gebruiken in "
            "run.json, gekregen {low}..{high} in {path}"
        ),
        "area of use '{use}' must be the same in run.json and {file}, got {one:,.1f} "
        "ha and {other:,.1f} ha in {path}; make the run again": (
            "de oppervlakte van gebruik '{use}' moet in run.json en {file} gelijk "
            "zijn, gekregen {one} ha en {other} ha in {path}; maak de run opnieuw"
        ),
        "uses must be at most {most} to fit in a byte, got {got}": (
            "er mogen ten hoogste {most} gebruiken zijn, want ze moeten in een byte "
            "passen, gekregen {got}"
        ),
        "colour must be #rrggbb, got {got!r}": (
            "een kleur moet #rrggbb zijn, gekregen {got}"
        ),
        "runs to compare must be at least 2, got {n}": (
            "vergelijken kan vanaf 2 runs, gekregen {n}"
        ),
        "runs to compare must be at most {most}, got {n}": (
            "vergelijken kan tot en met {most} runs, gekregen {n}"
        ),
        "runs to compare must have an allocation, but the status of {second} is "
        "{status}": (
            "runs om te vergelijken moeten een toewijzing hebben, maar de status van "
            "{second} is {status}"
        ),
        "runs to compare must lie on the same grid, but {first} has {one} and {second} "
        "has {two}; run both with the same cell size": (
            "runs om te vergelijken moeten op hetzelfde raster liggen, maar {first} "
            "heeft {one} en {second} heeft {two}; reken beide met dezelfde celgrootte"
        ),
        "runs to compare must have the same cells in the province, but {first} has "
        "{n:,} and {second} has {m:,}, not the same ones; use the same border": (
            "runs om te vergelijken moeten dezelfde cellen in de provincie hebben, "
            "maar {first} heeft er {n} en {second} {m}, niet dezelfde; gebruik "
            "dezelfde grens"
        ),
        "folder must be there and writable to get its files, but {folder} is not "
        "({why}); free it or choose another folder": (
            "de map moet er zijn en beschrijfbaar zijn voor haar bestanden, maar "
            "{folder} is dat niet ({why}); maak haar vrij of kies een andere map"
        ),
        "{file} must not be in use, but {path} cannot be replaced ({why}); close it in "
        "other programs": (
            "{file} mag niet in gebruik zijn, maar {path} is niet te vervangen "
            "({why}); sluit het in andere programma's"
        ),
    }
)
"""Run folders, comparisons and written files."""

FILES: Mapping[str, str] = MappingProxyType(
    {
        ", did you mean '{near}'?": ", bedoelde u '{near}'?",
        "scenario file '{path}' must exist{hint}": (
            "scenariobestand '{path}' moet bestaan{hint}"
        ),
        "no scenario file '{name}' ships with puzzel{hint}": (
            "er hoort geen scenariobestand '{name}' bij puzzel{hint}"
        ),
        "grid and layers must be written to '{path}', but: {why}; choose another "
        "folder with --out": (
            "raster en kaartlagen moeten naar '{path}' worden geschreven, maar: {why}; "
            "kies een andere map met --out"
        ),
        "folder of runs must be writable, got '{path}' ({why}); choose another with "
        "--out": (
            "de map van runs moet beschrijfbaar zijn, gekregen '{path}' ({why}); kies "
            "een andere met --out"
        ),
        "run must be written to '{path}', but: {why}; {fate}": (
            "de run moet naar '{path}' worden geschreven, maar: {why}; {fate}"
        ),
        "nothing was written": "er is niets geschreven",
        "all workers must run the code with which the sweep began, but this one has "
        "other code ({got}, not {wanted}); install the same version of puzzel on every "
        "machine": (
            "alle rekenprocessen moeten de code draaien waarmee de reeks begon, maar "
            "dit proces heeft andere code ({got}, niet {wanted}); installeer op elke "
            "machine dezelfde versie van puzzel"
        ),
        "files of '{path}' must stay as they were when the sweep began, but have "
        "changed, or this machine has others; start the sweep again": (
            "de bestanden van '{path}' moeten blijven zoals ze waren toen de reeks "
            "begon, maar zijn veranderd, of deze machine heeft andere; begin de reeks "
            "opnieuw"
        ),
        "the connection with the scheduler must stay, but was lost; what is done is "
        "kept, and the same command goes on with what is missing": (
            "de verbinding met de scheduler moet blijven, maar is verbroken; wat klaar "
            "is, is bewaard, en dezelfde opdracht gaat verder met wat ontbreekt"
        ),
        "workers must be able to run puzzel, but one cannot ({why}); install the same "
        "versions on every machine": (
            "de werkers van Dask moeten puzzel kunnen draaien, maar een kan dat niet "
            "({why}); installeer op elke machine dezelfde versies"
        ),
        "workers must have the versions of this process, but {worker} has {got}; "
        "install the same versions on every machine": (
            "de werkers van Dask moeten de versies van dit proces hebben, maar "
            "{worker} heeft {got}; installeer op elke machine dezelfde versies"
        ),
        "a cluster needs Dask, which is not installed ({why}); install puzzel with "
        "the extra 'cluster', or leave out --scheduler and --cluster": (
            "een cluster vraagt Dask, dat niet is geïnstalleerd ({why}); installeer "
            "puzzel met de extra 'cluster', of laat --scheduler en --cluster weg"
        ),
        "scheduler must answer within {n} s, but '{where}' does not ({why}); see that "
        "it runs and that this machine can reach it": (
            "de scheduler moet binnen {n} s antwoorden, maar '{where}' doet dat niet "
            "({why}); kijk of hij draait en vanaf deze machine bereikbaar is"
        ),
        "scheduler must have workers, but '{where}' had none for {n} s; start them "
        "with dask worker and its address": (
            "de scheduler moet werkers hebben, maar '{where}' had er {n} s lang geen; "
            "start ze met dask worker en zijn adres"
        ),
        "SLURM needs the cores and memory of a job in ~/.config/dask/jobqueue.yaml, "
        "but: {why}; docs/sweeps.md has an example": (
            "SLURM vraagt de kernen en het geheugen van een taak in "
            "~/.config/dask/jobqueue.yaml, maar: {why}; docs/sweeps.md heeft een "
            "voorbeeld"
        ),
        "the process of this run ended {n} times before the run did, as when memory "
        "runs out; try it with fewer --jobs": (
            "het proces van deze berekening stopte {n} keer voordat zij klaar was, "
            "zoals bij te weinig geheugen; probeer het met minder --jobs"
        ),
        "the plan that was found stays in '{path}'": (
            "het gevonden plan blijft in '{path}'"
        ),
        "capacity layer '{layer}' must have one value per zone of '{zones}', got "
        "{low:g}..{high:g} in '{zone}'": (
            "kaartlaag '{layer}' met capaciteiten moet één waarde hebben per gebied "
            "van '{zones}', gekregen {low}..{high} in '{zone}'"
        ),
        "folder of a sweep must hold sweep.json, got {path}": (
            "de map van een reeks moet sweep.json bevatten, gekregen {path}"
        ),
        "instance file must exist, got '{path}'": (
            "het bestand van de opgave moet bestaan, gekregen '{path}'"
        ),
        "{file} must be a NetCDF-4 file, but cannot be read: {why}": (
            "{file} moet een NetCDF-4-bestand zijn, maar is niet te lezen: {why}"
        ),
        "{file} must have the variables of an instance file, but lacks {missing}": (
            "{file} moet de variabelen van een opgave hebben, maar mist {missing}"
        ),
        "{file}: {why}": "{file}: {why}",
        "{name} must hold whole numbers, got {got:g}": (
            "{name} moet gehele getallen bevatten, gekregen {got}"
        ),
        "gap must lie in [0, 1), got {got:g}": (
            "het gat (--gap) moet van 0 tot 1 zijn, gekregen {got}"
        ),
        "time limit must be > 0 s, got {got:g} s": (
            "de tijdslimiet moet > 0 s zijn, gekregen {got} s"
        ),
        "solver must be highs, scip or cp-sat, got '{got}'": (
            "de rekenkern (--solver) moet highs, scip of cp-sat zijn, gekregen '{got}'"
        ),
    }
)
"""Scenario and instance files, folders to write in, settings of a search."""

WORKBOOKS: Mapping[str, str] = MappingProxyType(
    {
        "workbook must exist, there is none at {path}": (
            "de werkmap moet bestaan, maar op {path} is er geen"
        ),
        "{file} must be a workbook (.xlsx), but is not: {why}": (
            "{file} moet een werkmap (.xlsx) zijn, maar is dat niet: {why}"
        ),
        "{file} must hold a table '{run}' (of a run) or '{variants}' (of puzzel "
        "scenario table), got {got}": (
            "{file} moet een tabel '{run}' (van een run) of '{variants}' (van puzzel "
            "scenario table) bevatten, gekregen {got}"
        ),
        "table '{name}' must have one of the columns {known}, got {got}": (
            "tabel '{name}' moet een van de kolommen {known} hebben, gekregen {got}"
        ),
        "variant must be one of {known}, got none": (
            "kies met --variant een van {known}"
        ),
        "variant must be one of {known}, got {got}": (
            "variant moet een van {known} zijn, gekregen {got}"
        ),
        "sheet '{sheet}', cell {cell} must hold a number, got formula {got} without a "
        "value; open the workbook in Excel and save it": (
            "blad '{sheet}', cel {cell} moet een getal bevatten, gekregen formule "
            "{got} zonder waarde; open de werkmap in Excel en sla haar op"
        ),
        "sheet '{sheet}', cell {cell} must hold a number of 0 or more, got {got!r}": (
            "blad '{sheet}', cel {cell} moet een getal van 0 of meer bevatten, "
            "gekregen {got}"
        ),
        "claim '{claim}' must have the same limits in every zone to be read back, got "
        "{one} and {other}": (
            "ruimteclaim '{claim}' moet in elk gebied dezelfde grenzen hebben om terug "
            "te lezen, gekregen {one} en {other}"
        ),
        "claims in the sheet must be those of the scenario, got {got}; known are "
        "{known}": (
            "ruimteclaims op het blad moeten die van het scenario zijn, gekregen "
            "{got}; bekend zijn {known}"
        ),
    }
)
"""Workbooks that are read back."""
