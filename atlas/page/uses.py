"""The uses of a page: names, colours, hatches, and hectares per run."""

from collections.abc import Sequence
from typing import Any

from atlas.document import Label, Use
from atlas.read_run import Run
from atlas.safe_palette import hatches, safe_colours
from atlas.tally import per_use
from atlas.use_colours import use_colours


def uses_part(uses: Sequence[Use], runs: Sequence[Run]) -> list[dict[str, Any]]:
    """Return the uses by code, as the browser gets them.

    Parameters
    ----------
    uses
        All uses of all runs, "none" first.
    runs
        The runs with an allocation; hectares are given for each.

    """
    areas = [
        dict(zip((use.id for use in run.uses), per_use(run).tolist(), strict=True))
        for run in runs
    ]
    looks = zip(uses, use_colours(uses), safe_colours(uses), hatches(uses), strict=True)
    return [
        {
            "id": use.id,
            "label": filled(use.label, use.id),
            "colour": list(colour),
            "safe": list(safe),
            "hatch": list(hatch),
            "ha": [area.get(use.id, 0.0) for area in areas],
        }
        for use, colour, safe, hatch in looks
    ]


def filled(label: Label, name: str) -> Label:
    """Return a label that is never empty."""
    plain = name.replace("_", " ")
    return {lang: label.get(lang) or plain for lang in ("nl", "en")}
