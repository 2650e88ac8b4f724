"""A scenario: what to fit, on what land, by which rules, and how to solve it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from scenarios.schema.claim import Claim, Supply
from scenarios.schema.division import Division
from scenarios.schema.frontier import Frontier
from scenarios.schema.layer import Area, Layer
from scenarios.schema.numbers import EdgePoints, PointsPerHectare, Stated, TouchPoints
from scenarios.schema.rules.kinds import AnyRule
from scenarios.schema.settings import NonEmpty, RuleId, Settings, SnakeId
from scenarios.schema.solve import Grid, Solve, Synthetic
from scenarios.schema.sweep import Sweep
from scenarios.schema.texts import Text
from scenarios.schema.units import UnitName
from scenarios.schema.use import Use


class QuantityKind(Settings):
    """Grootheid / quantity: what land provides and claims ask for."""

    unit: UnitName
    """Eenheid / unit."""
    label: Text | None = None
    """Naam / name."""


class Available(Settings):
    """Lagen die af gaan van het land dat kan veranderen / land that stays."""

    minus: tuple[SnakeId, ...] = ()
    """Lagen met land dat blijft / fraction layers of land that cannot change."""


class Touch(Settings):
    """Twee gebruiken naast elkaar / two uses side by side."""

    uses: Annotated[tuple[NonEmpty, ...], Field(min_length=2, max_length=2)]
    """Twee gebruiken of groepen / two uses or groups."""
    points: TouchPoints
    """Punten per gedeelde rand van 100 m; negatief: liever niet naast elkaar /
    points per shared edge of 100 m; negative: rather apart."""


class Scenario(Settings):
    """Scenario van puzzel / scenario of puzzel."""

    format: Literal[1] = Field(1, alias="schema")
    """Versie van dit formaat / version of this format."""
    name: NonEmpty
    """Naam / name."""
    description: Text | None = None
    """Beschrijving / description."""
    province: RuleId
    """Provincie; puzzelland is de bedachte / province; puzzelland is synthetic."""
    code: Annotated[str, Field(pattern=r"^PV\d\d$")] | None = None
    """CBS-code van de provincie / the province's code at CBS."""
    synthetic: Synthetic = Synthetic()
    """Alleen voor puzzelland / only for puzzelland."""
    area: Area | None = None
    """Grens van de provincie, uit een bestand / boundary, from a file."""
    grid: Grid = Grid()
    """Celgrootte en rand / cell size and margin."""
    layers: Mapping[SnakeId, Layer] = {}
    """Kaartlagen / layers."""
    available: Available = Available()
    """Land dat kan veranderen / land that may change use."""
    current_use: SnakeId | None = None
    """Laag met het huidige gebruik / layer of today's use."""
    municipality: SnakeId | None = None
    """Laag met gemeenten / layer of municipalities."""
    quantities: Mapping[SnakeId, QuantityKind] = {}
    """Grootheden / quantities."""
    uses: Mapping[SnakeId, Use] = {}
    """Grondgebruik / uses."""
    groups: Mapping[SnakeId, Annotated[tuple[SnakeId, ...], Field(min_length=1)]] = {}
    """Namen voor groepen van gebruiken / names for sets of uses."""
    claims: Mapping[SnakeId, Claim] = {}
    """Ruimteclaims / claims."""
    supplies: Mapping[SnakeId, Supply] = {}
    """Aanbod zonder ruimte / supplies without land."""
    division: Division | None = None
    """Verdeling van claims over gebieden, zoals provincies / division of claims over
    zones, such as provinces."""
    rules: Mapping[RuleId, AnyRule] = {}
    """Regels / rules."""
    stays: PointsPerHectare = Stated.model_validate("0 points/ha")
    """Waarde van een hectare die blijft wat hij is / worth of land that stays."""
    compactness: Mapping[SnakeId, EdgePoints] = {}
    """Punten per gedeelde rand van 100 m / points per shared edge of 100 m."""
    touch: Mapping[RuleId, Touch] = {}
    """Wat graag of niet graag aan elkaar grenst / uses that like to touch or not."""
    frontier: Frontier | None = None
    """Twee getallen om tegen elkaar uit te zetten / two numbers to set out against
    each other."""
    sweep: Sweep | None = None
    """Reeks van berekeningen met andere waarden / many runs with other values."""
    solve: Solve = Solve()
    """Rekenmethode, tijd en nauwkeurigheid / engine, time and gap."""

    def members(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Write out groups: the uses that a rule is about.

        Parameters
        ----------
        names
            Names of uses and groups.

        Returns
        -------
        tuple[str, ...]
            Names of uses, each once, in the order of mention.

        """
        uses = (use for name in names for use in self.groups.get(name, (name,)))
        return tuple(dict.fromkeys(uses))
