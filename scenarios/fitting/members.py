"""What each member of a conflict asks, and how far it would have to give way."""

from collections.abc import Iterator

from scenarios.fitting.competition import Demander
from scenarios.fitting.owner import Owner
from scenarios.fitting.teller import Teller


def is_about_land(teller: Teller) -> bool:
    """Tell whether all that clashes is land that claims need."""
    return all(one.asked_ha is not None for one in teller.reasons.competition)


def tell_of(teller: Teller, member: Demander) -> str:
    """Return the sentences about one member, as one paragraph."""
    tell = {"form": _form, "max": _most, "min": _least}[member.limit]
    return " ".join(tell(teller, member))


def _form(teller: Teller, member: Demander) -> Iterator[str]:
    """Say what a restriction asks, and what there is."""
    for rule in teller.rules_behind(member.row):
        asks = teller.asks.get(rule)
        text = asks.in_language(teller.language) if asks else rule
        yield teller.say("form", label=teller.label(f"rule[{rule}]"), text=text)
        yield from teller.origin(Owner("rule", rule, "", ""))
    if member.largest_ha is not None:
        yield teller.say("largest", ha=teller.amount(member.largest_ha))
    elif teller.owner(member.row).form == "separation":
        yield teller.say("too_near")


def _most(teller: Teller, member: Demander) -> Iterator[str]:
    """Say what may be at most, and what would be needed."""
    values = _values(teller, member)
    yield teller.say("most", **values)
    yield from teller.origin(teller.owner(member.row))
    if values["possible"]:
        yield teller.say("most_possible", **values)


def _least(teller: Teller, member: Demander) -> Iterator[str]:
    """Say what is asked at least, where it may come, and what is possible."""
    values, owner = _values(teller, member), teller.owner(member.row)
    if owner.form == "coupling":
        yield teller.say("tied", **values)
        yield from teller.origin(owner)
        return
    in_land = member.asked_ha is not None and values["unit"] != "ha"
    ha = teller.amount(member.asked_ha or 0.0)
    yield teller.say("claim_ha" if in_land else "claim", ha=ha, **values)
    yield from teller.origin(owner)
    yield _land(teller, member)
    if values["possible"] == "0":
        yield teller.say("impossible")
    elif values["possible"]:
        ha = teller.amount(member.short_ha or 0.0)
        key = "possible_ha" if in_land and is_about_land(teller) else "possible"
        yield teller.say(key, ha=ha, **values)


def _land(teller: Teller, member: Demander) -> str:
    uses = teller.joined([teller.label(f"patches[{use}]") for use in member.uses])
    if not member.land_ha:
        return teller.say("no_land", uses=uses)
    return teller.say("land_for", uses=uses, land=teller.amount(member.land_ha))


def _values(teller: Teller, member: Demander) -> dict[str, str]:
    """Write what is asked, what is possible, and how far they lie apart."""
    found = {
        "label": teller.label(member.row),
        "unit": teller.unit(member.row),
        "asked": "" if member.asked is None else teller.amount(round(member.asked, 3)),
        "possible": "",
        "short": "",
    }
    if member.asked is not None and member.possible is not None:
        fits = teller.up if member.limit == "max" else teller.down
        possible = fits(member.possible, member.row)
        found["possible"] = teller.amount(possible)
        found["short"] = teller.amount(abs(member.asked - possible))
    return found
