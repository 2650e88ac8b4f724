"""What the figures rest on: layers, the boundary, and assumed numbers."""

from typing import Any

from grids.layers import Province
from scenarios.assumed import assumed_numbers
from scenarios.document.texts import texts
from scenarios.dutch import note_in
from scenarios.inputs import Inputs
from scenarios.layer_states import covered
from scenarios.load import LoadedScenario
from scenarios.words import Language


def data_part(
    loaded: LoadedScenario, province: Province, inputs: Inputs, language: Language
) -> dict[str, Any]:
    """Say what the figures rest on."""
    return {
        "layers": [
            {
                "name": layer.name,
                "kind": layer.kind,
                "unit": layer.unit,
                "source": layer.origin.source,
                "date": layer.origin.date,
                "licence": layer.origin.licence,
                "service": layer.origin.service,
                "fetched": layer.origin.fetched,
                "files": _files(inputs, f"layers.{layer.name}"),
                "covered": round(covered(layer), 5),
                "invented": layer.origin.invented,
                "note": note_in(layer.origin.note, language),
            }
            for layer in province.layers.values()
        ],
        "area": _area(loaded, inputs),
        "not_taken_off": [
            name
            for name in loaded.scenario.available.minus
            if name not in province.layers
        ],
        "assumed": [
            {
                "path": number.key,
                "value": number.value,
                "unit": number.unit,
                "text": number.text,
                "reason": texts(number.reason),
            }
            for number in assumed_numbers(loaded.scenario)
        ],
    }


def _files(inputs: Inputs, name: str) -> list[dict[str, str]]:
    """Return the files that a layer was read from."""
    return [
        {"file": file, "sha256": checksum}
        for file, checksum in inputs.read.get(name, ())
    ]


def _area(loaded: LoadedScenario, inputs: Inputs) -> dict[str, Any] | None:
    """Return where the boundary comes from, None for the synthetic province."""
    area = loaded.scenario.area
    files = _files(inputs, "area")
    if area is None or not files:
        return None
    return {
        "source": area.source or "",
        "date": area.date or "",
        "licence": area.licence,
        "files": files,
    }


def inputs_part(loaded: LoadedScenario, inputs: Inputs) -> list[dict[str, str]]:
    """Return every data file with its checksum, and what is said of it."""
    scenario = loaded.scenario
    said: dict[str, list[tuple[str, str, str]]] = {}
    for name, files in inputs.read.items():
        about = (
            scenario.area
            if name == "area"
            else scenario.layers[name.removeprefix("layers.")]
        )
        if about is not None:
            facts = (about.source or "", about.date or "", about.licence)
            for file, checksum in files:
                said.setdefault(f"{file} {checksum}", []).append(facts)
    return [
        {
            "file": path.name,
            "sha256": checksum,
            **_joined(said.get(f"{path.name} {checksum}", [])),
        }
        for path, checksum in inputs.files
    ]


def _joined(facts: list[tuple[str, str, str]]) -> dict[str, str]:
    """Join what several layers say of one file, each once."""
    return {
        key: "; ".join(dict.fromkeys(one[at] for one in facts if one[at]))
        for at, key in enumerate(("source", "date", "licence"))
    }
