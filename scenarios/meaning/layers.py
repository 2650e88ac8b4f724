"""Every layer that is named must exist in the scenario or in the catalogue.

A layer that exists but has no data in this province is no fault here: its rules are
reported as not applied by the run.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from scenarios.faults import Key
from scenarios.finding import Finding
from scenarios.guess import closest
from scenarios.meaning.names import Names, with_distances
from scenarios.schema.claim import Claim
from scenarios.schema.rules.contiguity import Contiguity
from scenarios.schema.rules.coverage import Coverage
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.land import Preference
from scenarios.schema.rules.reporting import Measure, Reporting
from scenarios.schema.scenario import Scenario
from scenarios.tree import plain
from scenarios.yaml_file import read_yaml


@cache
def known_layers() -> frozenset[str]:
    """Name the layers of the shipped catalogue.

    Returns
    -------
    frozenset[str]
        Names in ``grids/catalogue.yaml``, and distances to its areas.

    """
    tree, _ = read_yaml(Path(str(files("grids"))) / "catalogue.yaml")
    return with_distances(plain(tree))


def layer_findings(scenario: Scenario, names: Names) -> Iterator[Finding]:
    """Find layers that are named and exist nowhere.

    Parameters
    ----------
    scenario
        Right in shape.
    names
        What is known.

    Yields
    ------
    Finding
        One a reference, or an expression that cannot be read.

    """
    yield from _units(scenario)
    for path, name in _references(scenario):
        yield from _unknown(names, path, name)
    for path, text in _expressions(scenario):
        yield from _in_expression(names, path, text)


def _units(scenario: Scenario) -> Iterator[Finding]:
    """Find layers in another unit than the rules count with."""
    units = catalogue_units()
    for name, layer in scenario.layers.items():
        wanted = units.get(name)
        same = wanted in (None, layer.unit) or str(wanted).split()[0] == layer.unit
        given = "unit" in layer.model_fields_set
        if layer.kind == "value" and given and not same:  # "m NAP" is metres too
            values = {"name": name, "wanted": wanted, "got": layer.unit}
            yield Finding(("layers", name, "unit"), "layer_unit", values)


@cache
def catalogue_units() -> Mapping[str, str]:
    """Return the unit of every layer of values in ``grids/catalogue.yaml``."""
    tree, _ = read_yaml(Path(str(files("grids"))) / "catalogue.yaml")
    return {
        name: str(about["unit"])
        for name, about in plain(tree).items()
        if about.get("kind") == "value"
    }


def layers_of(rule_id: str, rule: AnyRule) -> tuple[str, ...]:
    """Name the layers that a rule asks for.

    Parameters
    ----------
    rule_id, rule
        Right in shape, with conditions that can be read.

    Returns
    -------
    tuple[str, ...]
        Sorted, each once.

    """
    from grids import where

    found = {name for _, name in _of_rule(("rules", rule_id), rule)}
    for _, text in _expressions_of(rule_id, rule):
        found |= where.names(text)
    return tuple(sorted(found))


def _references(scenario: Scenario) -> Iterator[tuple[Key, str]]:
    for index, name in enumerate(scenario.available.minus):
        yield ("available", "minus", index), name
    for key in ("current_use", "municipality"):
        if (name := getattr(scenario, key)) is not None:
            yield (key,), name
    if scenario.division is not None:
        yield ("division", "layer"), scenario.division.layer
    for use_id, use in scenario.uses.items():
        factors = use.suitability.factors if use.suitability else {}
        for factor_id, factor in factors.items():
            path = ("uses", use_id, "suitability", "factors", factor_id, "layer")
            yield path, factor.layer
    for claim_id, claim in scenario.claims.items():
        yield from _of_claim(("claims", claim_id), claim)
    for rule_id, rule in scenario.rules.items():
        yield from _of_rule(("rules", rule_id), rule)


def _of_claim(path: Key, claim: Claim) -> Iterator[tuple[Key, str]]:
    if claim.per:
        yield (*path, "per"), claim.per
    if claim.zone:
        yield (*path, "zone", "layer"), claim.zone.layer


def _of_rule(path: Key, rule: AnyRule) -> Iterator[tuple[Key, str]]:
    if isinstance(rule, Claim):
        yield from _of_claim(path, rule)
        return
    if isinstance(rule, Reporting):
        for key, measure in _measures(rule):
            for part in ("layer", "lost", "weight"):
                if (name := getattr(measure, part)) is not None:
                    yield (*path, key, part), name
        if rule.spread_over is not None:
            yield (*path, "spread_over"), rule.spread_over
        return
    for key in ("layer", "per", "existing", "capacity"):
        name = getattr(rule, key, None)
        if isinstance(name, str):
            yield (*path, key), name
    if isinstance(rule, Contiguity) and rule.clusters is not None:
        yield (*path, "clusters", "layer"), rule.clusters.layer
    if isinstance(rule, Coverage):
        for number, name in enumerate(rule.existing):
            yield (*path, "existing", number), name


def _measures(rule: Reporting) -> Iterator[tuple[str, Measure]]:
    if rule.measure is not None:
        yield "measure", rule.measure
    if rule.share_of is not None:
        yield "share_of", rule.share_of


def _expressions(scenario: Scenario) -> Iterator[tuple[Key, str]]:
    for layer_id, layer in scenario.layers.items():
        if layer.when is not None:
            yield ("layers", layer_id, "when"), layer.when
    for claim_id, claim in scenario.claims.items():
        if claim.within is not None:
            yield ("claims", claim_id, "within"), claim.within
    for rule_id, rule in scenario.rules.items():
        yield from _expressions_of(rule_id, rule)


def _expressions_of(rule_id: str, rule: AnyRule) -> Iterator[tuple[Key, str]]:
    for key in ("where", "unless", "within", "lost", "candidates"):
        text = getattr(rule, key, None)
        if text is not None:
            yield ("rules", rule_id, key), text
    if isinstance(rule, Contiguity) and rule.preferred is not None:
        yield ("rules", rule_id, "preferred", "where"), rule.preferred.where
    if isinstance(rule, Reporting):
        for key, measure in _measures(rule):
            for part in ("where", "or_where"):
                if (text := getattr(measure, part)) is not None:
                    yield ("rules", rule_id, key, part), text
    if isinstance(rule, Preference):
        for index, rung in enumerate(rule.rungs or ()):
            if rung.where is not None:
                yield ("rules", rule_id, "rungs", index, "where"), rung.where


def _unknown(names: Names, path: Key, name: str) -> Iterator[Finding]:
    if name not in names.layers:
        values = {"name": name, "guess": closest(name, names.layers)}
        yield Finding(path, "unknown_layer", values)


def _in_expression(names: Names, path: Key, text: str) -> Iterator[Finding]:
    from grids import where  # needs NumPy: 0.1 s that `puzzel --help` need not wait

    try:
        found = where.names(text)
    except ValueError as error:
        yield Finding(path, "expression", {"text": error})
        return
    for name in sorted(found):
        yield from _unknown(names, path, name)
