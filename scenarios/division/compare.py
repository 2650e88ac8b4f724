"""A plan of the whole against one in which every zone does its own part.

Both are plans of the same scenario: the same land, rules and claims. Only the freedom
differs (``division.shift``), so what is gained is gained by it. A plan of twelve
scenarios of provinces would differ in rules and rounding too, and prove nothing.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grids.sentence import Sentence
from scenarios.store import DOCUMENT, read_document

Part = Mapping[str, Any]


class NotComparableError(ValueError):
    """Two runs that do not divide the same claims over the same zones."""


def read_division(folder: Path) -> dict[str, Any]:
    """Read the document of a run that divides claims over zones.

    Raises
    ------
    NotComparableError
        If it is no run, has no plan, or divides nothing.

    """
    document = read_document(folder)
    if document is None:
        path = folder / DOCUMENT
        raise NotComparableError(
            Sentence(
                "a run folder must hold a readable run.json, got {path}", path=path
            )
        )
    if not document.get("division"):
        raise NotComparableError(
            Sentence(
                "a run must have a plan and claims with divided_by to tell who does "
                "what, got none in {path}; run a scenario with a division",
                path=folder,
            )
        )
    return document


def compare_division(joint: Part, separate: Part) -> dict[str, Any]:
    """Say what every zone does in the one plan and in the other.

    Parameters
    ----------
    joint
        Document of the run in which zones may depart from their parts.
    separate
        Document of the run in which each has its own part.

    Returns
    -------
    dict[str, Any]
        ``points`` when only the whole counts, ``zones``, ``claims`` and per claim its
        zones; amounts in the unit of the claim. ``gain_least`` is proven: more than
        the sum of what zones can reach, each paying for its own shortfall;
        ``gain_most`` too: no division brings more.

    Raises
    ------
    NotComparableError
        If they are not of the same claims, zones and cells.

    """
    _refuse_others(joint, separate)
    one, other = joint["division"], separate["division"]
    gain = one["points_whole"] - other["points_whole"]
    most = None
    if one["shift"] is None and joint.get("bound") is not None:
        most = joint["bound"] - other["points_whole"]
    least = None
    if other["shift"] == 0 and separate.get("bound") is not None:
        least = joint["objective"] - separate["bound"]
    return {
        "layer": one["layer"],
        "shift": {"joint": one["shift"], "separate": other["shift"]},
        "points": {
            "joint": one["points_whole"],
            "separate": other["points_whole"],
            "gain": gain,
            "gain_most": most,
            "gain_least": least,
        },
        "gap": {"joint": joint.get("gap"), "separate": separate.get("gap")},
        "zones": [
            {
                "zone": here["zone"],
                "land_ha": here["land_ha"],
                "joint_ha": here["changed_ha"],
                "separate_ha": there["changed_ha"],
                "moved_ha": here["changed_ha"] - there["changed_ha"],
            }
            for here, there in zip(one["zones"], other["zones"], strict=True)
        ],
        "claims": [
            _claim(mine, theirs, _labels(joint))
            for mine, theirs in zip(one["claims"], other["claims"], strict=True)
        ],
    }


def _claim(joint: Part, separate: Part, labels: Mapping[str, Any]) -> dict[str, Any]:
    """Say who does what of a claim."""
    least, most = joint["min"] or 0.0, joint["max"]
    asked = least if least > 0 or most is None else most
    zones = [
        {
            "zone": here["zone"],
            "part": here["share"] * asked,
            "separate": there["achieved"],
            "joint": here["achieved"],
            "moved": here["achieved"] - there["achieved"],
            "price": here["price"],
            "separate_price": there["price"],
        }
        for here, there in zip(joint["zones"], separate["zones"], strict=True)
    ]
    return {
        "id": joint["id"],
        "label": labels.get(joint["id"]),
        "unit": joint["unit"],
        "asked": asked,
        "joint": joint["achieved"],
        "separate": separate["achieved"],
        "price": joint["price"],
        "moved": sum(abs(zone["moved"]) for zone in zones) / 2,
        "joint_short": joint["shortfall"],
        "separate_short": sum(
            max(0.0, least * there["share"] - there["achieved"])
            for there in separate["zones"]
        ),
        "zones": zones,
    }


def _labels(document: Part) -> dict[str, Any]:
    return {claim["id"]: claim["label"] for claim in document["claims"]}


def _refuse_others(joint: Part, separate: Part) -> None:
    for tell in (_cells, _zones, _asked):
        one, other = tell(joint), tell(separate)
        if one != other:
            raise NotComparableError(
                Sentence(
                    "two runs must divide the same claims over the same zones and "
                    "cells, got {one} and {other}; run one scenario twice, with "
                    "another division.shift",
                    one=one,
                    other=other,
                )
            )


def _cells(document: Part) -> str:
    return f"{document['n_cells']:,} x {document['cell_m']} m"


def _zones(document: Part) -> str:
    return ", ".join(zone["zone"] for zone in document["division"]["zones"])


def _asked(document: Part) -> str:
    return ", ".join(
        f"{claim['id']} {claim['min'] or 0:g}"
        for claim in document["division"]["claims"]
    )
