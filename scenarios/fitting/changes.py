"""The smallest change of targets with which a scenario fits, tried."""

from dataclasses import replace

from scenarios.fitting.owner import owner_of
from scenarios.fitting.priority import ranks
from scenarios.schema.scenario import Scenario
from solver.fit import Fitness, fit
from solver.give_way import Change, moved
from solver.instance import Instance
from solver.watch import Watch

MOST_ROUNDS = 4
"""Times that more targets give way, where patches or distances need it."""


def tried_changes(
    scenario: Scenario, instance: Instance, found: Fitness, watch: Watch
) -> tuple[Change, ...]:
    """Return the changes of a fit, added to until the rows fit with them.

    Parameters
    ----------
    scenario
        For the order in which claims give way.
    instance
        What is asked.
    found
        What is known of it.
    watch
        Ends the search; then nothing is returned.

    """
    changes: dict[str, Change] = {}
    for _ in range(MOST_ROUNDS):
        known = [one for one in found.changes if one.row in instance.rows.name]
        if not known:
            return ()
        for change in known:
            before = changes.get(change.row, change)
            change = replace(change, low=before.low, high=before.high)
            changes[change.row] = _possible(change, scenario)
        now = moved(instance, changes.values())
        found = fit(now, watch, ranks(scenario, now))
        if found.fits is not False:
            return tuple(changes.values()) if found.fits else ()
    return ()


def _possible(change: Change, scenario: Scenario) -> Change:
    """Ask no claim for less than nothing."""
    if owner_of(change.row, scenario).form != "claim":
        return change
    return replace(change, proposed_low=max(0.0, change.proposed_low))
