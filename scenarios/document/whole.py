"""All that ``run.json`` holds, from what a run has made."""

import platform
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scenarios.cited import cited
from scenarios.document.claims import claims_part, supplies_part
from scenarios.document.data import data_part, inputs_part
from scenarios.document.division import division_part
from scenarios.document.form import form_part
from scenarios.document.indicators import indicators_part
from scenarios.document.result import result_part
from scenarios.document.rules import rules_part
from scenarios.document.texts import texts
from scenarios.document.uses import uses_part
from scenarios.document.versions import versions
from scenarios.made import Made
from scenarios.words import Language


def whole_document(
    made: Made, language: Language, run_dir: Path, seconds: Mapping[str, float]
) -> dict[str, Any]:
    """Return the document of a run.

    Parameters
    ----------
    made
        What the stages made.
    language
        Language of the reasons, of the sentences before solving and of layers' notes.
    run_dir
        Where the run will stand.
    seconds
        Time of every stage so far [s].

    """
    return {
        **_scenario_part(made),
        **result_part(made.plan.result),
        "interrupted": made.plan.interrupted,
        "seconds": dict(seconds),
        **_answer_part(made, language),
        **data_part(made.loaded, made.province, made.inputs, language),
        "run_dir": str(run_dir),
        "versions": versions(),
        "provenance": _provenance(made),
    }


def _scenario_part(made: Made) -> dict[str, Any]:
    """Say what the run is about."""
    scenario, province = made.loaded.scenario, made.province
    return {
        "name": scenario.name,
        "description": texts(scenario.description),
        "province": scenario.province,
        "cell_m": province.grid.cell_m,
        "n_cells": province.grid.n_cells,
        "available_ha": round(float(province.available_ha.sum()), 3),
    }


def _answer_part(made: Made, language: Language) -> dict[str, Any]:
    """Say what claims, rules and uses got."""
    scenario, result = made.loaded.scenario, made.plan.result
    problem, states = made.translated.problem, made.translated.rules
    return {
        "claims": claims_part(scenario, made.translated, result),
        "supplies": supplies_part(scenario, problem, result),
        "rules": rules_part(states, result, made.plan.verdict, language),
        "uses": uses_part(scenario, problem, result),
        "indicators": indicators_part(made, language),
        **form_part(problem, result.allocation),
        "division": division_part(made),
        "ladders": [vars(kept) for kept in made.plan.kept],
        "excess": [cited(found, scenario, language) for found in made.excess],
    }


def _provenance(made: Made) -> dict[str, Any]:
    """Say what the run was made from, where and when."""
    return {
        "inputs": inputs_part(made.loaded, made.inputs),
        "seed": made.loaded.scenario.solve.seed,
        "platform": platform.platform(),
        "created": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "hash": made.inputs.whole,
    }
