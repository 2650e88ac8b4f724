"""What would make a scenario fit, in sentences: targets to move, rules to drop."""

from collections.abc import Iterator

from scenarios.fitting.teller import Teller
from solver.give_way import Change


def tell_proposals(teller: Teller) -> Iterator[str]:
    """Say what can be done, each proposal with its number.

    Yields
    ------
    str
        A sentence; the last is a proposal.

    """
    reasons, n = teller.reasons, 0
    if reasons.searched and reasons.tried and not reasons.relaxations:
        yield teller.say("not_enough")
    if not (reasons.changes or reasons.smaller or reasons.relaxations):
        yield teller.say("no_proposal")
        return
    before = ["several"] if reasons.several else []
    after = ["choice"] if reasons.relaxations else []
    yield " ".join(teller.say(key) for key in (*before, "tested", *after))
    if reasons.changes:
        n += 1
        text = "; ".join(_change(teller, change) for change in reasons.changes)
        yield teller.say("change", n=n, text=text)
    for one in reasons.smaller:
        n += 1
        old, new = teller.amount(one.least_ha), teller.amount(one.possible_ha)
        label = teller.label(f"rule[{one.rule}]")
        yield teller.say("smaller", n=n, label=label, old=old, new=new)
    for rules in reasons.relaxations:
        n += 1
        key = "switch_off" if len(rules) == 1 else "switch_off_all"
        names = teller.joined([teller.rule(rule) for rule in rules])
        yield teller.say(key, n=n, names=names)


def _change(teller: Teller, change: Change) -> str:
    """Say which limit moves, and how far."""
    row = change.row
    if change.proposed_low != change.low:
        old, new = change.low, teller.down(change.proposed_low, row)
        key = "drop" if old > 0 >= new else "least"
    else:
        old, new = change.high, teller.up(change.proposed_high, row)
        key = "allow"
    return teller.say(
        key,
        label=teller.label(row),
        old=teller.amount(round(old, 3)),
        new=teller.amount(new),
        unit=teller.unit(row),
    ).rstrip()
