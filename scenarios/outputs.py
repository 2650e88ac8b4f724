"""The files of a run beside its document."""

import json
from pathlib import Path
from typing import Any

from scenarios.cells import write_cells
from scenarios.made import Made
from solver.instance_file import write_instance, write_result


def write_outputs(folder: Path, made: Made) -> None:
    """Write instance, result, cells and the resolved scenario.

    Raises
    ------
    OSError
        If a file cannot be written.

    """
    result = made.plan.result
    write_instance(made.plan.instance, folder / "instance.nc")
    if result.allocation is not None:
        rows = made.plan.instance.rows.name
        write_result(result, folder / "result.nc", rows)
        write_cells(folder, made, result.allocation)
    _write_yaml(folder / "scenario.resolved.yaml", made.loaded.resolved)


def _write_yaml(path: Path, data: dict[str, Any]) -> None:
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    # the order of uses gives their codes: a run of this file must give equal maps
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    plain = json.loads(json.dumps(data, default=str))
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(plain, file)
