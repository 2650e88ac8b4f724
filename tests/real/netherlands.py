"""The Netherlands as one problem on the layers that the open data have for all of it.

    uv run python tests/real/netherlands.py FOLDER [CELL_M]

writes ``nederland.yaml`` there: run it with ``puzzel run``, ``check``, ``shares``.
"""

import json
import sys
from pathlib import Path

from scenarios.catalogue import provinces, title_of

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1].parent / "shared" / "data"

CBS_NAMES = {"Fryslân": "Friesland"}
"""Names of provinces that the file of boundaries writes otherwise."""

SCENARIO = """\
name: Nederland
extends: [netherlands.yaml, {layers}]
grid: {{cell: {cell_m} m}}
area:
  file: {data}/cbs_admin_certegis/provincies_rd.gpkg
  table: provincies
  source: CBS gebiedsindelingen 2022 (land), via certegis
  date: "2022"
  licence: CC-BY-4.0
layers:
  province:
    kind: class
    classes: {{{classes}}}
claims:
  # no soil map among these data: where the peat lies is unknown
  peat_reduction: ~
{form}solve: {{gap: 1 %, time_limit: {time_limit}, seed: 1}}
"""

COMPACT = (
    *("housing", "business_park", "hmc_business", "logistics_xl", "solar_ground"),
    *("energy_site", "defence_exercise", "forest", "nature", "recreation_green"),
    *("urban_green", "water_storage", "stream_valley", "transition_farmland"),
    *("solar_nature", "solar_on_storage", "recreation_forest", "nature_training"),
    "forest_training",
)
"""Uses that like company; wind, veining and banks are lines and points."""

EDGE = 0.4
"""Points per 100 m of edge: a lone hectare costs 1.6 points, of the 10 that a perfect
hectare earns."""


SCATTERED = """\
# rules that ask for large patches make cells see each other
rules:
  res-clustering: {enabled: false}
  werklocaties-clutter: {enabled: false}
"""
"""Where uses may lie scattered, for an exact comparison of who does what."""


def scenario_of(
    folder: Path, cell_m: int = 500, time_limit: str = "5 min", *, compact: bool = True
) -> Path:
    """Write the scenario of the Netherlands."""
    edges = ", ".join(f"{use}: {EDGE}" for use in COMPACT)
    names = {title: CBS_NAMES.get(title, title) for title in map(title_of, provinces())}
    text = SCENARIO.format(
        layers=json.dumps((HERE / "layers" / "national.yaml").as_posix()),
        data=DATA.as_posix(),
        cell_m=cell_m,
        time_limit=time_limit,
        classes=", ".join(f"{title}: [{name}]" for title, name in names.items()),
        form=f"compactness:\n  {{{edges}}}\n" if compact else SCATTERED,
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "nederland.yaml"
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    cell_m = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    print(scenario_of(Path(sys.argv[1]), cell_m))
