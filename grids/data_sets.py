"""Open data sets of which layers are made, and the services that serve them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from grids.layers import Kind
from grids.sentence import Sentence
from grids.service_kind import ServiceKind

Needs = Literal["column", "where"]
"""What a user must give because no source confirms it."""


@dataclass(frozen=True)
class Join:
    """A table without shapes whose columns belong to the features of another.

    Parameters
    ----------
    table
        Name of the table in the same file.
    on
        Column that both have.
    where
        Attribute filter on the table, so that every feature has one line at most.

    """

    table: str
    on: str
    where: str | None = None


@dataclass(frozen=True)
class Service:
    """An address that serves a data set.

    Parameters
    ----------
    kind
        How it is asked.
    url
        Base address of the service, or of the file for ``download``.
    evidence, date
        Where and when the address was found.
    name
        Collection, feature type, table or coverage; None if it has only one.
    vintage
        Date the data hold for, where the address says so.
    verified
        True if the address has been called with success.
    join
        Of a ``download`` or ``atom``: the table that has the columns.

    """

    kind: ServiceKind
    url: str
    evidence: str
    date: str
    name: str | None = None
    vintage: str = ""
    verified: bool = False
    join: Join | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown kind and what is not an address on the web."""
        if self.kind not in get_args(ServiceKind):
            known = ", ".join(get_args(ServiceKind))
            raise ValueError(
                Sentence(
                    "kind must be one of {known}, got '{got}'",
                    known=known,
                    got=self.kind,
                )
            )
        if not self.url.startswith(("https://", "http://")):
            raise ValueError(
                Sentence(
                    "url must begin with https:// or http://, got {got}", got=self.url
                )
            )


@dataclass(frozen=True)
class Recipe:
    """How a data set becomes a layer; the words are those of a scenario's layer.

    ``when`` derives it from other layers; ``reason`` says, by ``nl`` and ``en``, why a
    choice is made that no source confirms.
    """

    kind: Kind
    column: str | None = None
    where: str | None = None
    value: str | None = None
    classes: Mapping[str, Sequence[str | int]] | None = None
    of: str | None = None
    when: str | None = None
    reason: Mapping[str, str] | None = None
    unit: str = "1"
    complement: bool = False
    per_ha: bool = False
    fill: float | None = None
    resample: str = "refuse"
    needs: Needs | None = None

    def __post_init__(self) -> None:
        """Refuse what a user cannot give."""
        if self.needs not in (None, *get_args(Needs)):
            raise ValueError(
                Sentence("needs must be column or where, got '{got}'", got=self.needs)
            )
        if self.of is not None and self.of not in (self.classes or {}):
            raise ValueError(
                Sentence("of must be one of its classes, got '{got}'", got=self.of)
            )
        if self.when is not None and self.kind != "fraction":
            raise ValueError(
                Sentence("when must go with kind fraction, got '{got}'", got=self.kind)
            )


@dataclass(frozen=True)
class DataSet:
    """A set of open data.

    Parameters
    ----------
    title, updated, missing
        Name, how often it changes, and what to do without it; by ``nl`` and ``en``.
    theme
        What it is about.
    owner, licence, attribution
        Who made it, its terms and the line that a map must show.
    layers
        Recipe by name of the layer.
    services
        In the order in which they are tried; none if no address is known.
    size_mb
        Rough size of the whole country [MB], where known.
    every_years
        Longest time between two editions [years], None without a rhythm.

    """

    title: Mapping[str, str]
    theme: str
    owner: str
    licence: str
    attribution: str
    updated: Mapping[str, str]
    missing: Mapping[str, str]
    layers: Mapping[str, Recipe]
    services: tuple[Service, ...]
    size_mb: float | None = None
    every_years: float | None = None
