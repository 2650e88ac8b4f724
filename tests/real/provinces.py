"""All twelve provinces on the layers that the open data have for every one of them.

    uv run python tests/real/provinces.py runs-of-provinces [PROVINCE…]

Writes a scenario a province, runs each in a process of its own and prints the table
of ``docs/provinces.md``. Cells of 500 m; claims that ask for a map that these data
lack (peat) are left out.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.catalogue import provinces, title_of

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1].parent / "shared" / "data"
SHOWN = 15
"""Layers that are named."""

NO_LARGE_WATER = ("limburg", "noord-brabant", "zeeland")
"""Provinces that the file of large waters does not reach."""

CBS_NAMES = {"fryslan": "Friesland"}
"""Names of provinces that CBS writes otherwise."""

SCENARIO = """\
name: {title} op landelijke kaartlagen
extends: [novex-2022.yaml, provinces/{province}.yaml, {layers}]
grid: {{cell: {cell_m} m, halo: 10 km}}
area:
  file: {data}/cbs_admin_certegis/provincies_rd.gpkg
  table: provincies
  where: "provincie = '{cbs}'"
  source: CBS gebiedsindelingen 2022 (land), via certegis
  date: "2022"
  licence: CC-BY-4.0
layers:
  municipality: {{where: "provincie_afgeleid = '{cbs}'"}}
{without}claims:
  # no soil map among these data: where the peat lies is unknown
  peat_reduction: ~
solve: {{gap: 2 %, time_limit: 3 min}}
"""

HEAD = (
    "| province | cells | ha | rules applied | wait for a layer | other | status "
    "| gap | grid, s | solve, s | all, s | memory, MB |",
    "|---|--:|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|",
)


def scenario_of(province: str, folder: Path, cell_m: int = 500) -> Path:
    """Write the scenario of a province."""
    without = "  large_water: ~\n" if province in NO_LARGE_WATER else ""
    layers = json.dumps((HERE / "layers" / "national.yaml").as_posix())
    text = SCENARIO.format(
        title=title_of(province),
        cbs=CBS_NAMES.get(province, title_of(province)),
        province=province,
        layers=layers,
        data=DATA.as_posix(),
        without=without,
        cell_m=cell_m,
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{province}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def run_of(scenario: Path) -> dict[str, Any]:
    """Run a scenario as a user would; return its document."""
    command = [sys.executable, "-m", "cli.main", "run", str(scenario), "--json", "-q"]
    allowed = {"PUZZEL_FOLDERS": os.pathsep.join(map(str, (DATA, HERE)))}
    done = subprocess.run(
        [*command, "--lang", "en"],
        capture_output=True,
        text=True,
        env={**os.environ, **allowed},
    )
    if not done.stdout:
        raise RuntimeError(f"{scenario.stem} gave no document:\n{done.stderr}")
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def row_of(province: str, document: dict[str, Any]) -> str:
    """Return the line of a province in the table."""
    if document["status"] == "error":
        return f"| {title_of(province)} | {'; '.join(document['faults'])} |"
    rules = document["rules"]
    applied = sum(rule["applied"] for rule in rules)
    waiting = sum(rule["reason_code"] == "layer" for rule in rules)
    seconds, gap = document["seconds"], document["gap"]
    cells = (
        title_of(province),
        f"{document['n_cells']:,}",
        f"{document['n_cells'] * document['cell_m'] ** 2 / 1e4:,.0f}",
        applied,
        waiting,
        len(rules) - applied - waiting,
        document["status"],
        "–" if gap is None else f"{100 * gap:.2g} %",
        f"{seconds['grid']:.0f}",
        f"{seconds['solve']:.0f}",
        f"{sum(seconds.values()):.0f}",
        f"{document['peak_memory_mb']:,.0f}",
    )
    return "| " + " | ".join(map(str, cells)) + " |"


def waited_for(documents: list[dict[str, Any]]) -> str:
    """Return the layers that most rules wait for, with the rules of all provinces."""
    rules: dict[str, set[str]] = {}
    for document in documents:
        for rule in document.get("rules", []):
            if rule["reason_code"] != "layer":
                continue
            layers = re.search(r"layers? (.+) (?:is|are) missing", rule["reason"])
            for layer in re.findall(r"\w+", layers[1]) if layers else ():
                rules.setdefault(layer, set()).add(rule["id"])
    most = sorted(rules, key=lambda layer: (-len(rules[layer]), layer))[:SHOWN]
    return ", ".join(f"`{layer}` {len(rules[layer])}" for layer in most)


def table(folder: Path, names: tuple[str, ...]) -> Iterator[str]:
    """Run the provinces one after the other; give the lines of the table."""
    yield from HEAD
    documents = []
    for name in names:
        documents.append(run_of(scenario_of(name, folder)))
        yield row_of(name, documents[-1])
    yield ""
    yield f"Rules that wait for a layer, all provinces: {waited_for(documents)}."


if __name__ == "__main__":
    for line in table(Path(sys.argv[1]), tuple(sys.argv[2:]) or provinces()):
        print(line, flush=True)
