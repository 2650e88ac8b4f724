"""The examples of rules in docs/scenario-files.md are right."""

import re
from pathlib import Path

from scenarios.load import load_scenario

DOCS = Path(__file__).resolve().parents[2] / "docs" / "scenario-files.md"
USES = """\
extends: [novex-2022.yaml]
name: documented
province: puzzelland
layers:
  wind_existing: {file: a.gpkg, kind: fraction, source: x}
  wind_turbine: {file: a.gpkg, kind: distance, source: x}
  logistics_cluster: {file: a.gpkg, kind: zone, column: name, source: x}
"""


def test_examples_of_rules_load(tmp_path: Path) -> None:
    text = DOCS.read_text(encoding="utf-8")
    section = text[text.index("#### contiguity") :]
    blocks = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    rules = "".join(block for block in blocks if not block.startswith("touch:"))
    touch = next(block for block in blocks if block.startswith("touch:"))
    indented = "".join(f"  {line}\n" for line in rules.splitlines())
    file = tmp_path / "a.yaml"
    file.write_text(f"{USES}{touch}rules:\n{indented}", encoding="utf-8")
    scenario = load_scenario(file).scenario
    own = {name for name in scenario.rules if name.startswith("own-")}
    assert len(own) == len(re.findall(r"^own-", rules, re.MULTILINE)) == 10
    assert len(scenario.touch) == 2
