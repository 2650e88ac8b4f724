"""``puzzel scenario table``: scenarios as a workbook, a column per variant."""

from pathlib import Path

from cli.console import Console
from cli.failures import UsageError


def command(console: Console, scenarios: list[Path], out: Path) -> None:
    """Write the workbook."""
    from atlas.sheets.excel import write_sheets
    from atlas.sheets.scenario_table import scenario_sheets
    from atlas.words.words import Words
    from scenarios.load import Fault, ScenarioError, load_scenario

    loaded = []
    faults: list[Fault] = []
    for path in scenarios:
        if not path.is_file():
            raise UsageError(console.say("no_file", path=path))
        try:
            loaded.append(load_scenario(path))
        except ScenarioError as error:
            faults += error.faults
    if faults:
        raise ScenarioError(faults)
    names = _names([one.scenario.name for one in loaded], scenarios)
    words = Words(console.language)
    sheets = scenario_sheets(loaded, names, words)
    write_sheets(sheets, out, words)
    console.print(f"{console.say('written')}: {out}")
    console.document({"written": str(out), "variants": names})


def _names(names: list[str], scenarios: list[Path]) -> list[str]:
    """Return the names of the scenarios; of the files where those are the same."""
    if len(set(names)) == len(names):
        return names
    return [f"{name} ({path})" for name, path in zip(names, scenarios, strict=True)]
