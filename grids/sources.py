"""Where one layer comes from and how its numbers are made from the file.

What a file means depends on the kind. ``fraction``: share of the cell that the
polygons cover. ``class``, ``value``: ``column`` of the polygon at the cell's centre,
or the raster's number. ``distance``: to the nearest point, line or polygon, 0 inside.
``zone``: number per distinct ``column`` value at the centre; of the nearest point
where the features are points.
"""

from dataclasses import KW_ONLY, dataclass
from pathlib import Path
from typing import Literal, get_args

from grids.attributes import columns_of
from grids.classes import Classes
from grids.layers import KINDS, Kind, Origin
from grids.own_files import check_own, is_address
from grids.sentence import Sentence

Resample = Literal["refuse", "nearest", "average"]
"""What may happen to numbers that do not lie on the grid."""


class UnreadableError(ValueError):
    """A file is there, but truncated, damaged or of no known format."""


@dataclass(frozen=True)
class LayerSource:
    """A file and the way to make one layer from it.

    Parameters
    ----------
    name
        Name of the layer, snake_case.
    kind
        What the numbers are, one of ``KINDS``.
    path
        The file; any vector or raster format GDAL reads, or a UGRID mesh.
    origin
        Source, date and licence.
    table
        Layer inside the file; needed where it has more than one.
    where
        OGR attribute filter (``theme = 'dark_sky'``).
    column
        Column with the category, the zone's name or the value.
    unit
        Unit of the numbers.
    band
        Band of the raster, from 1.
    variable
        Variable of a NetCDF file.
    resample
        What may happen to a raster on another grid, and to values of points.
    value
        Expression over columns that gives the number, instead of ``column``; of a
        raster over ``band``.
    classes
        Patterns of the column's values, or of the raster's codes, by class.
    of
        Only features or cells of this class of ``classes`` count (fraction,
        distance); in a raster without ``classes`` the cells with this number. Without
        it a raster's fraction is the number itself and a distance is to the nearest
        cell other than 0.
    complement
        Count the land that the polygons leave out.
    per_ha
        Divide the column by the area of its polygon [1/ha].
    fill
        Number of cells without data; without it they are an error.

    """

    name: str
    kind: Kind
    path: Path
    _: KW_ONLY
    origin: Origin
    table: str | None = None
    where: str | None = None
    column: str | None = None
    unit: str = "1"
    band: int = 1
    variable: str | None = None
    resample: Resample = "refuse"
    value: str | None = None
    classes: Classes | None = None
    of: str | None = None
    complement: bool = False
    per_ha: bool = False
    fill: float | None = None

    def __post_init__(self) -> None:
        """Refuse words and combinations that mean nothing."""
        if not self.name.isidentifier():
            raise ValueError(
                Sentence(
                    "name of a layer must be letters, digits and _, got '{name}'",
                    name=self.name,
                )
            )
        _check_word("kind", self.name, self.kind, KINDS)
        _check_word("resample", self.name, self.resample, get_args(Resample))
        if self.band < 1:
            raise ValueError(
                Sentence(
                    "band of layer '{name}' must be >= 1, got {got}",
                    name=self.name,
                    got=self.band,
                )
            )
        _check_combination(self)

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of the file that it needs."""
        named = () if self.column is None else (self.column,)
        return (*named, *(columns_of(self.value) if self.value else ()))


def _check_combination(source: LayerSource) -> None:
    """Refuse settings that do not go with the kind."""
    if source.value is not None and (source.kind != "value" or source.column):
        raise ValueError(
            Sentence(
                "value of layer '{name}' must go with kind value and without "
                "column, got kind {kind}, column {column}",
                name=source.name,
                kind=source.kind,
                column=source.column,
            )
        )
    if source.classes is not None and source.of not in (None, *source.classes):
        raise ValueError(
            Sentence(
                "of in layer '{name}' must be one of its classes {known}, got '{got}'",
                name=source.name,
                known=", ".join(source.classes),
                got=source.of,
            )
        )
    if source.complement and source.kind not in ("fraction", "distance"):
        raise ValueError(
            Sentence(
                "complement of layer '{name}' must go with kind fraction or "
                "distance, got kind {kind}",
                name=source.name,
                kind=source.kind,
            )
        )
    if source.per_ha and (source.kind != "value" or not source.columns):
        raise ValueError(
            Sentence(
                "per_ha of layer '{name}' must go with kind value and a column, "
                "got kind {kind}, column {column}",
                name=source.name,
                kind=source.kind,
                column=source.column,
            )
        )
    if source.of is not None and source.kind not in ("fraction", "distance"):
        raise ValueError(
            Sentence(
                "of in layer '{name}' must go with kind fraction or distance, got"
                " kind {kind}",
                name=source.name,
                kind=source.kind,
            )
        )
    if source.of is not None and source.classes is None and not _is_number(source.of):
        raise ValueError(
            Sentence(
                "of in layer '{name}' must be a number of the raster, got "
                "'{got}'; for polygons use where, or classes",
                name=source.name,
                got=source.of,
            )
        )


def _is_number(text: str) -> bool:
    """Say whether a text reads as a number."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def _check_word(what: str, name: str, word: str, known: tuple[str, ...]) -> None:
    """Raise if the word is not one of the known ones."""
    if word not in known:
        raise ValueError(
            Sentence(
                "{what} of layer '{name}' must be one of {known}, got '{got}'",
                what=what,
                name=name,
                known=", ".join(known),
                got=word,
            )
        )


def check_file(source: LayerSource) -> None:
    """Refuse a source whose file is not there.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is an address, or only leads to one.

    """
    if is_address(source.path):
        raise ValueError(
            Sentence(
                "file of layer '{name}' must be a file, got the address {path}; give "
                "it as service, with file data/{name}.gpkg, and fetch it",
                name=source.name,
                path=source.path,
            )
        )
    if not source.path.exists():
        raise FileNotFoundError(
            Sentence(
                "file of layer '{name}' must exist, but there is none at {path}; "
                "fetch it, or correct the path in the scenario",
                name=source.name,
                path=source.path,
            )
        )
    check_own(source.name, source.path)
