"""What is told of a rule: its sentence, what it does, its numbers and its layers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scenarios.assumed import Assumed, assumed_in
from scenarios.carriers import shipped_carriers
from scenarios.catalogue import shipped
from scenarios.formula import formula
from scenarios.load import LoadedScenario, load_scenario
from scenarios.meaning.layers import layers_of
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.rules.reporting import Reporting
from scenarios.schema.texts import Text

ALL_RULES = "demo/puzzelland-all.yaml"
"""The shipped scenario that has every rule of the programmes."""

States = dict[str, Text]
"""What a rule's state is called, by its code."""

STATES: States = {
    "works": Text(nl="werkt", en="works"),
    "off": Text(nl="schakelaar staat uit", en="switch is off"),
    "number": Text(nl="wacht op een getal", en="waits for a number"),
    "layer": Text(nl="wacht op een kaartlaag", en="waits for a layer"),
    "uses": Text(nl="geen functie doet mee", en="no use takes part"),
    "stated": Text(nl="gemeld, niet gedaan", en="carried, not done"),
    "elsewhere": Text(nl="andere provincie", en="another province"),
    "indicator": Text(nl="indicator", en="indicator"),
    "idle": Text(nl="indicator zonder gegevens", en="indicator without data"),
}
"""What a rule may be, in the order of a table."""


@dataclass(frozen=True)
class Told:
    """A rule in words.

    Parameters
    ----------
    id
        Its id.
    rule
        As it holds in the scenario.
    formula
        What it does.
    assumed
        Its numbers that the text does not give.
    layers
        Layers that it needs, sorted.
    state
        Key of ``STATES`` before data are looked at.

    """

    id: str
    rule: AnyRule
    formula: Text
    assumed: tuple[Assumed, ...]
    layers: tuple[str, ...]
    state: str


@cache
def frame() -> LoadedScenario:
    """Return the shipped scenario that has every rule of the programmes."""
    return load_scenario(shipped(ALL_RULES))


def told(loaded: LoadedScenario, rule_id: str, rule: AnyRule) -> Told:
    """Say what there is to say of a rule."""
    return Told(
        rule_id,
        rule,
        formula(loaded.scenario, rule),
        tuple(assumed_in(rule, ("rules", rule_id))),
        layers_of(rule_id, rule),
        state_of(rule),
    )


def state_of(rule: AnyRule) -> str:
    """Say what a rule is, before data are looked at: a key of ``STATES``."""
    if isinstance(rule, Reporting):
        return "indicator" if rule.measure else "idle"
    if not rule.enabled:
        return "number" if rule.waits_for else "off"
    if rule.not_applied is not None or rule.hardness == "report":
        return "stated"
    return "works"


def shipped_rules() -> Iterator[tuple[str, str, AnyRule]]:
    """Give file, id and rule of all rules that ship, as their file has them."""
    from pydantic import TypeAdapter

    read: TypeAdapter[AnyRule] = TypeAdapter(AnyRule)
    for carrier in shipped_carriers():
        if carrier.section == "rules" and carrier.kind:
            yield carrier.file, carrier.id, read.validate_python(dict(carrier.data))
