"""What the figures rest on: layers and assumed numbers."""

from typing import Any

from grids.layers import Province
from scenarios.assumed import assumed_numbers
from scenarios.document.texts import texts
from scenarios.dutch import note_in
from scenarios.load import LoadedScenario
from scenarios.words import Language


def data_part(
    loaded: LoadedScenario, province: Province, language: Language
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
                "invented": layer.origin.invented,
                "note": note_in(layer.origin.note, language),
            }
            for layer in province.layers.values()
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
