"""How uses lie: patches and edges, closest pairs, blocks with enough within reach."""

from typing import Any

import numpy as np

from model.allocation import Allocation
from model.constraints.coverage import Coverage
from model.constraints.separation import ROUNDING_M, Separation
from model.patch_form import patch_form
from model.problem import Problem
from model.violation import TOLERANCE
from scenarios.json_text import finite


def form_part(problem: Problem, allocation: Allocation | None) -> dict[str, Any]:
    """Say how uses lie; empty lists without an answer.

    Parameters
    ----------
    problem
        What was asked.
    allocation
        The answer.

    """
    if allocation is None:
        return {"patches": [], "separations": [], "coverage": []}
    rules = problem.constraints
    return {
        "patches": _patches(problem, allocation),
        "separations": [
            _separation(problem, allocation, rule)
            for rule in rules
            if isinstance(rule, Separation)
        ],
        "coverage": [
            _coverage(problem, allocation, rule)
            for rule in rules
            if isinstance(rule, Coverage)
        ],
    }


def _patches(problem: Problem, allocation: Allocation) -> list[dict[str, Any]]:
    """Say per use how many patches there are, how large, and with what edge."""
    plane = problem.grid.to_plane(allocation.use, np.int8(-1))
    forms = [
        (use.name, patch_form(plane == number, problem.grid.cell_m))
        for number, use in enumerate(problem.uses)
        if number
    ]
    return [{"use": use, **vars(form)} for use, form in forms if form is not None]


def _separation(
    problem: Problem, allocation: Allocation, rule: Separation
) -> dict[str, Any]:
    """Say how close the closest pair is, where, and how much land is too close."""
    away_m, grid = rule.away_m(problem, allocation), problem.grid
    cell = int(np.argmin(away_m))
    x_m, y_m = grid.frame.centres_m()
    there = bool(np.isfinite(away_m[cell]))
    close = int((away_m < rule.least_m - ROUNDING_M).sum())
    return {
        "rule": rule.name,
        "asked_m": rule.least_m,
        "closest_m": finite(float(away_m[cell])),
        "x": float(x_m[grid.col[cell]]) if there else None,
        "y": float(y_m[grid.row[cell]]) if there else None,
        "too_close_ha": close * grid.cell_area_ha,
    }


def _coverage(
    problem: Problem, allocation: Allocation, rule: Coverage
) -> dict[str, Any]:
    """Say how many blocks have enough within reach, and which lacks most."""
    has, asks = rule.covered(problem, allocation)
    lacks = np.maximum(asks - has, 0.0)
    lacks[lacks <= TOLERANCE * np.maximum(1.0, np.abs(has))] = 0.0
    blocks, short = int((asks > 0).sum()), int((lacks > 0).sum())
    worst = int(np.argmax(lacks)) if short else None
    return {
        "rule": rule.name,
        "reach_m": rule.reach_m,
        "block_m": rule.blocks.size_m,
        "unit": rule.unit,
        "blocks": blocks,
        "covered": blocks - short,
        "short": short,
        "worst": None if worst is None else rule.blocks.partition.labels[worst],
        "worst_shortfall": 0.0 if worst is None else float(lacks[worst]),
    }
