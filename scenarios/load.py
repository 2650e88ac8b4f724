"""Load a scenario: read, merge, check, and remember where everything stands.

All faults come at once: those of reading and merging, of shape, and of meaning in
what is left when the entries with a wrong shape are taken out.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scenarios.catalogue import CATALOGUE
from scenarios.faults import Fault, Key, Place, ScenarioError, fault
from scenarios.finding import Finding
from scenarios.inherit import NAMED
from scenarios.meaning.check import meaning_findings
from scenarios.meaning.layers import known_layers
from scenarios.meaning.names import names_in
from scenarios.merged import Merged, read_merged
from scenarios.own_folders import outside_faults
from scenarios.schema.scenario import Scenario
from scenarios.shape import empty_key_findings, shape_findings
from scenarios.tree import Tree, find, plain, walk

__all__ = ["Fault", "LoadedScenario", "Place", "ScenarioError", "load_scenario"]

OF_A_WHOLE = frozenset(
    {
        "missing",
        "new_rule",
        "unknown_rule",
        "unknown_use",
        "unknown_quantity",
        "unknown_layer",
        "area_missing",
        "no_limits",
        "needs",
    }
)
"""Faults that may be no faults once a parent that cannot be read is there."""


@dataclass(frozen=True)
class LoadedScenario:
    """A scenario with all it was made from.

    Parameters
    ----------
    scenario
        Checked.
    origins
        Place of every value, by its way in ``resolved``.
    files
        All files that were read, in the order of merging; the scenario itself last.
    resolved
        The merged scenario as plain data, with absolute paths of data files.

    """

    scenario: Scenario
    origins: Mapping[Key, Place]
    files: tuple[Path, ...]
    resolved: dict[str, Any]

    def place(self, path: Sequence[str | int]) -> Place:
        """Say where a value stands.

        Parameters
        ----------
        path
            Way to it.

        Returns
        -------
        Place
            Its own, or that of the nearest mapping or list that holds it.

        """
        way = tuple(path)
        while way not in self.origins:
            way = way[:-1]
        return self.origins[way]


def load_scenario(
    path: Path,
    *,
    search: Sequence[Path] = (CATALOGUE,),
    layers: Collection[str] | None = None,
    folders: tuple[Path, ...] | None = None,
) -> LoadedScenario:
    """Load a scenario file and all it extends.

    Parameters
    ----------
    path
        The file.
    search
        Folders for parents that do not stand beside their child.
    layers
        Names of layers that exist beside those of the scenario; default those of
        the shipped catalogue.
    folders
        In which the files that it names must lie, none: anywhere; default its project
        and what the user allows.

    Returns
    -------
    LoadedScenario
        Checked.

    Raises
    ------
    ScenarioError
        With all faults, each with its place.
    FileNotFoundError
        If the file itself does not exist.

    """
    return checked(read_merged(path, search, folders), layers=layers)


def checked(merged: Merged, *, layers: Collection[str] | None = None) -> LoadedScenario:
    """Check a scenario that is read and merged.

    Parameters
    ----------
    merged
        Its files as one tree.
    layers
        Names of layers that exist beside those of the scenario; default those of
        the shipped catalogue.

    Returns
    -------
    LoadedScenario
        Checked.

    Raises
    ------
    ScenarioError
        With all faults, each with its place.

    """
    tree, clashes = merged.tree, merged.clashes
    data: dict[str, Any] = plain(tree)
    known = known_layers() if layers is None else layers
    scenario, findings = _checked(data, known)
    findings += empty_key_findings(tree, data)
    if not merged.whole:
        findings = [found for found in findings if found.code not in OF_A_WHOLE]
        clashes = ()
    faults = [*merged.faults, *clashes, *(_placed(found, tree) for found in findings)]
    if merged.folders:
        faults += outside_faults(tree, merged.folders)
    if faults or scenario is None:
        raise ScenarioError(faults)
    origins = {way: node.place for way, node in walk(tree)}
    return LoadedScenario(scenario, origins, merged.files, data)


def _checked(
    data: dict[str, Any], layers: Collection[str]
) -> tuple[Scenario | None, list[Finding]]:
    """Check shape, then the meaning of all that has a good shape."""
    findings: list[Finding] = []
    try:
        scenario = Scenario.model_validate(data)
    except ValidationError as error:
        findings += shape_findings(error, data)
        try:
            scenario = Scenario.model_validate(_without(data, findings))
        except ValidationError:
            return None, findings
    found = meaning_findings(scenario, names_in(data, layers))
    taken = {finding.path for finding in findings}
    findings += (finding for finding in found if finding.path not in taken)
    return scenario, findings


def _without(data: dict[str, Any], findings: list[Finding]) -> dict[str, Any]:
    """Take out the entries in which something has a wrong shape."""
    left = {"name": "?", "province": "puzzelland", **data}
    for finding in findings:
        section, *below = finding.path or ("",)
        held = left.get(str(section))
        if below and section in NAMED and isinstance(held, Mapping):
            entries = {key: held[key] for key in held if key != below[0]}
            left[str(section)] = entries
        else:
            left.pop(str(section), None)
    return {"name": "?", "province": "puzzelland", **left}


def _placed(finding: Finding, merged: Tree) -> Fault:
    """Look up where a finding stands, and what stands there."""
    values = dict(finding.values)
    about = values.pop("key", finding.path)
    *_, nearest = _down(merged, finding.path)
    exact = find(merged, finding.path)
    if finding.code == "quantity_unit" and exact is not None:
        values["got"] = plain(exact.entries.get("value", exact))
    place = (exact or nearest).key_place if finding.at_key else nearest.place
    key = about if isinstance(about, tuple) else finding.path
    return fault(place, key, finding.code, **values)


def _down(tree: Tree, path: Key) -> Iterator[Tree]:
    """Follow a way as far as it goes."""
    yield tree
    for key in path:
        entry = tree.entries.get(key)
        if entry is None or entry.value is None:
            return
        tree = entry
        yield tree
