"""Layers from files and services, and from other layers; the area of the province."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from grids.service_kind import ServiceKind
from scenarios.schema.numbers import Length
from scenarios.schema.settings import (
    Address,
    Date,
    Expression,
    Label,
    NonEmpty,
    Settings,
)
from scenarios.schema.texts import Text

LayerKind = Literal["fraction", "class", "distance", "value", "zone"]
Resample = Literal["refuse", "nearest", "average"]


Values = Annotated[tuple[Label, ...], Field(min_length=1)]
"""Values of a column, with ``*``, ``?`` and ``[a-z]`` as in names of files."""

ORIGINS = ("file", "blocks", "when")
"""Keys that say what a layer is made of; a layer has one of them."""


class LayerService(Settings):
    """Dienst waar het bestand vandaan komt / service that the file comes from."""

    kind: ServiceKind
    """Soort dienst / kind of service."""
    url: Address
    """Adres, https of http / address."""
    name: NonEmpty | None = None
    """Verzameling, objecttype, tabel of dekking / collection, type, table, coverage."""


class Layer(Settings):
    """Kaartlaag uit een bestand of uit andere lagen / a layer from a file or layers."""

    file: Path | None = None
    """Bestand, ten opzichte van dit YAML-bestand / file, relative to this file."""
    service: LayerService | None = None
    """Dienst die puzzel fetch vraagt / service that puzzel fetch asks."""
    blocks: Length | None = None
    """Vierkante blokken als gebieden / square blocks as zones: 1 km."""
    when: Expression | None = None
    """Voorwaarde over andere lagen / 1 where a condition over other layers holds."""
    kind: LayerKind
    """Wat de getallen zijn / what the numbers are."""
    table: str | None = None
    """Laag in het bestand / layer in the file, if it has more than one."""
    where: str | None = None
    """Selectie op kenmerken (OGR SQL) / attribute filter."""
    column: str | None = None
    """Kenmerk met klasse, gebied of waarde / column of class, zone or value."""
    value: Expression | None = None
    """Waarde uit kenmerken / value from columns: inwoners / ha."""
    classes: Mapping[Label, Values] | None = None
    """Klasse: waarden van het kenmerk / class: values of the column."""
    of: Label | None = None
    """Alleen deze klasse telt / only this class counts."""
    band: int | None = None
    """Band van een raster / band of a raster."""
    variable: str | None = None
    """Variabele in NetCDF / NetCDF variable."""
    unit: str = "1"
    """Eenheid van de waarden / unit of the values."""
    complement: bool = False
    """Het land buiten de vlakken / the land that the polygons leave out."""
    per_ha: bool = False
    """Deel het kenmerk door het oppervlak / divide the column by the area."""
    resample: Resample = "refuse"
    """Wat bij een ander raster / what to do with a raster on another grid."""
    fill: float | None = None
    """Waarde van cellen zonder gegevens / value of cells without data."""
    label: Text | None = None
    """Naam van de laag / name of the layer."""
    source: str = ""
    """Wie het maakte / who made it."""
    date: Date | None = None
    """Peildatum / date the data hold for."""
    licence: str = ""
    """Licentie / licence."""
    invented: bool = False
    """Verzonnen gegevens / made-up data."""
    fetched: Date | None = None
    """Dag waarop het bestand is opgehaald / day on which it was fetched."""
    assumed: bool = False
    """De tekst noemt deze afleiding niet / the text does not give this definition."""
    reason: Text | None = None
    """Waarom zo / why so."""

    @model_validator(mode="after")
    def _made_of_one(self) -> "Layer":
        made = [key for key in ORIGINS if getattr(self, key) is not None]
        if len(made) != 1:
            got = {"got": ", ".join(made) or None}
            raise PydanticCustomError("layer_origin", "file, blocks or when", got)
        wanted = {"blocks": "zone", "when": "fraction"}.get(made[0], self.kind)
        if self.kind != wanted:
            values = {"wanted": f"kind: {wanted}", "because": made[0]}
            raise PydanticCustomError("needs", "kind", values)
        if self.assumed and self.reason is None:
            raise PydanticCustomError("assumed_reason", "reason")
        return self


class Area(Settings):
    """Grens van de provincie / boundary of the province."""

    file: Path
    """Bestand met de grens / file with the boundary."""
    table: str | None = None
    """Laag in het bestand / layer in the file."""
    where: str | None = None
    """Selectie op kenmerken (OGR SQL) / attribute filter."""
    source: NonEmpty | None = None
    """Wie het maakte / who made it."""
    date: Date | None = None
    """Peildatum / date the data hold for."""
    licence: str = ""
    """Licentie / licence."""
