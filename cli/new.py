"""``puzzel new``: a project for a real province or the country, for its own data."""

from pathlib import Path

from cli.console import Console
from cli.failures import UsageError
from cli.new_country import COUNTRY, COUNTRY_FILE, country_files
from cli.project import write_project

SCENARIO = """\
# yaml-language-server: $schema=./scenario.schema.json
# Eigen scenario; de landelijke regels en die van de provincie komen mee.
# Your own scenario; the national rules and those of the province come along.
name: {name}
extends: [novex-2022.yaml, provinces/{province}.yaml, fetched.yaml, data.yaml]

grid: {{cell: 250 m}}

# Zet hier wat u anders wilt, bijvoorbeeld / change here what you want, for instance:
# claims:
#   forest_area: {{target: 1_500 ha}}
# rules:
#   res-solar-ladder: {{strict: true}}

solve: {{gap: 1 %, time_limit: 5 min}}
"""

DATA = """\
# yaml-language-server: $schema=./scenario.schema.json
# Eigen kaartlagen; ze gaan voor wat `puzzel fetch` ophaalt. Paden ten opzichte van
# dit bestand. `puzzel layers` noemt alle namen die regels kennen. Een regel zonder
# kaartlaag wordt gemeld, niet toegepast.
# Your own layers; they win from what `puzzel fetch` gets. Paths relative to this file.
# `puzzel layers` lists all names that rules know. A rule without its layer is reported
# as not applied.
name: data
province: {province}
# area:
#   file: data/provincies.gpkg
#   where: "naam = '{title}'"
#   source: CBS gebiedsindelingen 2022
#   date: 2022
#   licence: CC-BY-4.0
# layers:
#  natura2000:
#    file: data/natura2000.gpkg
#    kind: fraction
#    source: RVO, Natura 2000
#    date: 2025
#    licence: CC0-1.0
#  natura2000_distance:
#    file: data/natura2000.gpkg
#    kind: distance
#    source: RVO, Natura 2000
#    date: 2025
#    licence: CC0-1.0
"""


def command(console: Console, province: str, folder: Path, *, force: bool) -> None:
    """Write scenario, data bindings and schema."""
    from cli.fetched_file import empty_bindings
    from scenarios.catalogue import provinces, title_of

    if province == COUNTRY:
        _write(console, folder, country_files(), force=force)
        console.print(console.say("next", folder=folder, name=COUNTRY_FILE))
        return
    known = (*provinces(), COUNTRY)
    if province not in known:
        raise UsageError(console.say("province", known=", ".join(known), got=province))
    title = title_of(province)
    name = f"{province}.yaml"
    files = {
        name: SCENARIO.format(name=title, province=province),
        "fetched.yaml": empty_bindings(province, title),
        "data.yaml": DATA.format(province=province, title=title),
        "data/.gitkeep": "",
    }
    _write(console, folder, files, force=force)
    path = folder / name
    said = console.say("next_fetch", province=province, folder=folder, path=path)
    console.print(said)


def _write(
    console: Console, folder: Path, files: dict[str, str], *, force: bool
) -> None:
    write_project(console, folder, files, force=force)
    console.document({"written": [str(folder / file) for file in files]})
