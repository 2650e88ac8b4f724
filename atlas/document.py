"""What a run's ``run.json`` says, as small values.

Only what atlas shows is taken; a key that it does not know is left alone. Keys that
a run may lack are read with ``get``; all others must be there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grids.layers import Layer

Label = Mapping[str, str]
"""A text per language (``nl``, ``en``)."""

STAYS = "none"
"""Id of use 0: the cell stays as it is."""


NO_ANSWER = ("infeasible", "no_solution")
"""Statuses of runs without a plan."""


@dataclass(frozen=True)
class Use:
    """A use of land as it stands in the run: code is its place in the list."""

    id: str
    label: Label
    colour: str | None
    ha: float
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """Least and most of a quantity, and what was reached."""

    id: str
    label: Label
    unit: str
    least: float | None
    most: float | None
    achieved: float | None
    shortfall: float | None
    over: float | None
    price: float | None
    zone: str


@dataclass(frozen=True)
class Unmet:
    """A hard row that a sequence of claims leaves unmet."""

    id: str
    least: float | None
    most: float | None
    achieved: float


@dataclass(frozen=True)
class Rule:
    """A rule, whether it took part and why not."""

    id: str
    label: Label
    kind: str
    hardness: str
    applied: bool
    reason: str
    violated: float | bool | None
    price: float | None
    quote: str
    section: str
    statements: tuple[str, ...]
    asks: Label


@dataclass(frozen=True)
class LayerFacts:
    """Where a layer of the run comes from; ``files`` with their sha256."""

    name: str
    kind: str
    unit: str
    source: str
    date: str
    licence: str
    invented: bool
    note: str
    service: str = ""
    fetched: str = ""
    files: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, layer: Layer) -> "LayerFacts":
        """Return the facts of a layer that is no part of a run."""
        origin = layer.origin
        said = (origin.source, origin.date, origin.licence)
        whole = (*said, origin.invented, origin.note, origin.service, origin.fetched)
        return cls(layer.name, layer.kind, layer.unit, *whole)


@dataclass(frozen=True)
class Assumed:
    """A number that the programmes' text does not give."""

    path: str
    value: Any
    unit: str
    reason: Label


@dataclass(frozen=True)
class Supply:
    """A quantity that needs no land."""

    id: str
    label: Label
    unit: str
    amount: float | None
    cap: float | None


@dataclass(frozen=True)
class UseForm:
    """How the land of a use lies: patches, their edge, and how compact they are."""

    use: str
    n: int
    cells_alone: int
    smallest_ha: float
    median_ha: float
    largest_ha: float
    edge_km: float
    compactness: float


@dataclass(frozen=True)
class Closest:
    """How close the closest pair of a separation is."""

    rule: str
    asked_m: float
    closest_m: float | None
    x: float | None
    y: float | None
    too_close_ha: float


@dataclass(frozen=True)
class Covered:
    """How many blocks of a coverage rule have enough within reach."""

    rule: str
    reach_m: float
    block_m: float
    unit: str
    blocks: int
    covered: int
    short: int
    worst: str | None
    worst_shortfall: float


@dataclass(frozen=True)
class Indicator:
    """A number that a programme asks to report, or why there is none."""

    id: str
    indicator: str
    label: Label
    unit: str
    value: float | None
    computed: bool
    reason: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """The whole of ``run.json``, as far as atlas shows it."""

    name: str
    description: Label
    province: str
    status: str
    objective: float | None
    bound: float | None
    gap: float | None
    excess: tuple[str, ...]
    unmet: tuple[Unmet, ...]
    engine: str
    cell_m: int
    seconds: Mapping[str, float]
    price_kind: str
    uses: tuple[Use, ...]
    claims: tuple[Claim, ...]
    rules: tuple[Rule, ...]
    layers: tuple[LayerFacts, ...]
    assumed: tuple[Assumed, ...]
    supplies: tuple[Supply, ...]
    patches: tuple[UseForm, ...]
    separations: tuple[Closest, ...]
    coverage: tuple[Covered, ...]
    indicators: tuple[Indicator, ...]
    versions: Mapping[str, str]
    provenance: Mapping[str, Any]
    run_dir: str = ""
    area: LayerFacts | None = None
    lacking: tuple[str, ...] = ()
    not_taken_off: tuple[str, ...] = ()

    @property
    def has_answer(self) -> bool:
        """Whether the run says that it found a plan."""
        return self.status not in NO_ANSWER

    def rule_label(self, rule_id: str, lang: str) -> str:
        """Return the label of a rule by its id."""
        labels = {rule.id: rule.label for rule in self.rules}
        return said(labels.get(rule_id, {}), lang, rule_id)

    @property
    def credited(self) -> tuple[LayerFacts, ...]:
        """Layers, and before them the boundary, whose makers every map must name."""
        return self.layers if self.area is None else (self.area, *self.layers)

    @property
    def not_applied(self) -> tuple[Rule, ...]:
        """Rules that did not take part."""
        return tuple(rule for rule in self.rules if not rule.applied)

    @property
    def invented(self) -> tuple[LayerFacts, ...]:
        """Layers whose numbers are made up."""
        return tuple(layer for layer in self.layers if layer.invented)


def said(label: Label, lang: str, fallback: str = "") -> str:
    """Return a label in a language, or in the other one, or the fallback."""
    found = [label.get(tongue, "") for tongue in (lang, "nl", "en")]
    return next((text for text in found if text), fallback)
