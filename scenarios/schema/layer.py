"""Layers from files, and the area of the province."""

from pathlib import Path
from typing import Literal

from scenarios.schema.settings import Date, NonEmpty, Settings
from scenarios.schema.texts import Text

LayerKind = Literal["fraction", "class", "distance", "value", "zone"]
Resample = Literal["refuse", "nearest", "average"]


class Layer(Settings):
    """Kaartlaag uit een bestand / a layer from a file."""

    file: Path
    """Bestand, ten opzichte van dit YAML-bestand / file, relative to this file."""
    kind: LayerKind
    """Wat de getallen zijn / what the numbers are."""
    table: str | None = None
    """Laag in het bestand / layer in the file, if it has more than one."""
    where: str | None = None
    """Selectie op kenmerken (OGR SQL) / attribute filter."""
    column: str | None = None
    """Kenmerk met klasse, gebied of waarde / column of class, zone or value."""
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
