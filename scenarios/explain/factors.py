"""What makes a cell suitable for its uses, factor by factor, as data."""

from pathlib import Path
from typing import Any

from grids.catalogue import describe_layer
from grids.layers import Layer
from model.curve import Classes, Curve, Linear, SShaped
from scenarios.explain.explained_run import ExplainedRun
from scenarios.factors import FILE, Part, read_factors


def cell_factors(
    run: ExplainedRun, folder: Path, cell: int
) -> dict[str, list[dict[str, Any]]] | None:
    """Return the factors of every use in a cell.

    Parameters
    ----------
    run
        The run.
    folder
        Its folder.
    cell
        Number of the cell.

    Returns
    -------
    dict | None
        Per use its parts, one or, of a combined use, those of which its suitability is
        the mean: ``id``, ``label``, ``mean`` (``weighted`` or ``geometric``),
        ``suitability`` and ``factors``: ``id``, ``label`` (that of its layer where the
        scenario gives none), ``layer``, ``value`` or, of
        a class, its name, ``unit``, ``curve``, ``worth``, ``weight``. None for a run
        of an older version.

    """
    path = folder / FILE
    if not path.is_file():
        return None
    found: dict[str, list[dict[str, Any]]] = {}
    for part in read_factors(path, [cell]):
        found.setdefault(part.use, []).append(_part(run, part))
    return found


def _part(run: ExplainedRun, part: Part) -> dict[str, Any]:
    return {
        "id": part.part,
        "label": run.label("uses", part.part),
        "mean": "geometric" if part.geometric else "weighted",
        "suitability": float(part.worth[0]),
        "factors": [
            {
                "id": factor.name,
                "label": label or layer_label(factor.layer.name),
                "layer": factor.layer.name,
                "value": _value(factor.layer),
                "unit": factor.layer.unit,
                "curve": curve_text(factor.curve),
                "worth": float(factor.worth[0]),
                "weight": factor.weight,
            }
            for factor, label in zip(part.factors, part.label, strict=True)
        ],
    }


def layer_label(name: str) -> dict[str, str]:
    """Return what the catalogue calls a layer; its own name if it has none."""
    try:
        found = describe_layer(name)
    except KeyError:
        plain = name.replace("_", " ")
        return {"nl": plain, "en": plain}
    return {"nl": found.nl, "en": found.en}


def _value(layer: Layer) -> float | str | None:
    """Return the value of the only cell; of a class its name."""
    value = layer.values[0]
    if layer.kind in ("class", "zone"):
        return layer.labels.get(int(value))
    return float(f"{float(value):.4g}")  # as it was kept


def curve_text(curve: Curve) -> str:
    """Write a curve as a scenario has it: ``0: 1, 800: 0``."""
    if isinstance(curve, Linear):
        return ", ".join(f"{x:g}: {y:g}" for x, y in curve.points)
    if isinstance(curve, SShaped):
        return f"S {curve.low:g} … {curve.high:g}"
    if isinstance(curve, Classes):
        named = ", ".join(f"{name}: {worth:g}" for name, worth in curve.table.items())
        return f"{named}, …: {curve.otherwise:g}"
    return f"△ {curve.low:g}, {curve.peak:g}, {curve.high:g}"
