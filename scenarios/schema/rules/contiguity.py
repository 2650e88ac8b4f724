"""Rules about what lies in one piece: patches, single sites, clusters."""

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from scenarios.schema.numbers import Area, NotNegative, PointsPerHectare
from scenarios.schema.rules.rule import PricedRule, Uses
from scenarios.schema.settings import Expression, Settings, SnakeId

Count = Annotated[int, Field(ge=0)]


class SiteCount(Settings):
    """Aantal locaties: één getal, of min en max / one number, or min and max."""

    min: Count = 0
    """Ten minste zoveel / at least so many."""
    max: Annotated[int, Field(ge=1)]
    """Ten hoogste zoveel / at most so many."""

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, data: Any) -> Any:
        """Take one number as both."""
        is_number = isinstance(data, int) and not isinstance(data, bool)
        return {"min": data, "max": data} if is_number else data

    @model_validator(mode="after")
    def _ordered(self) -> "SiteCount":
        if self.min > self.max:
            values = {"least": str(self.min), "most": str(self.max)}
            raise PydanticCustomError("min_above_max", "min > max", values)
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow a whole number, or min and max."""
        return {"anyOf": [{"type": "integer", "minimum": 1}, handler(core)]}


class Preferred(Settings):
    """Liever hier / rather here."""

    where: Expression
    """Waar / where."""
    points: PointsPerHectare
    """Punten per hectare / points per hectare."""


class Clusters(Settings):
    """Alleen in clusters, met een maximum per cluster / in clusters, with a cap."""

    layer: SnakeId
    """Gebiedslaag met de clusters / zone layer of the clusters."""
    cap: Area | None = None
    """Ten hoogste zoveel nieuw land per cluster / most new land in a cluster."""
    price: NotNegative | None = None
    """Punten per hectare erbuiten of erboven; zonder: het mag niet /
    points per hectare outside or over; without: forbidden."""


class Contiguity(PricedRule):
    """Aaneengesloten / contiguous."""

    kind: Literal["contiguity"]
    """Soort regel / kind of rule."""
    uses: Uses
    """Gebruiken of groepen / uses or groups."""
    min_area: Area | None = None
    """Kleinste aaneengesloten plek / smallest patch."""
    max_area: Area | None = None
    """Grootste aaneengesloten plek / largest patch."""
    sites: SiteCount | None = None
    """Aantal plekken per gebruik / number of patches of each use."""
    candidates: Expression | None = None
    """Waar een plek mag liggen: gebiedslaag of voorwaarde /
    where a site may lie: a zone layer or a condition."""
    preferred: Preferred | None = None
    """Waar liever / where rather."""
    clusters: Clusters | None = None
    """Alleen in clusters / in clusters only."""
    fewest_patches: bool = False
    """Zo weinig mogelijk losse plekken; alleen zacht / as few patches as may be."""

    @property
    def shapes(self) -> tuple[str, ...]:
        """Keys that are about patches, as given."""
        given = {
            "min_area": self.min_area,
            "max_area": self.max_area,
            "sites": self.sites,
            "fewest_patches": self.fewest_patches,
        }
        return tuple(key for key, value in given.items() if value)

    def _unpriced(self) -> bool:
        return bool(self.shapes)

    @model_validator(mode="after")
    def _asks(self) -> "Contiguity":
        """Refuse a rule that asks nothing, or what its hardness cannot give."""
        if self.not_applied is not None:
            return self
        if not self.shapes and not self.clusters and not self.preferred:
            raise PydanticCustomError("asks_nothing", "nothing asked")
        for key in ("max_area", "candidates"):
            if getattr(self, key) is not None and self.hardness == "soft":
                values = {"wanted": "hardness: hard", "because": key}
                raise PydanticCustomError("needs", "soft", values)
        if self.fewest_patches and self.hardness == "hard":
            values = {"wanted": "hardness: soft", "because": "fewest_patches"}
            raise PydanticCustomError("needs", "hard", values)
        if self.candidates is not None and self.sites is None:
            values = {"wanted": "sites", "because": "candidates"}
            raise PydanticCustomError("needs", "no sites", values)
        if (
            self.min_area is not None
            and self.max_area is not None
            and self.min_area.value > self.max_area.value
        ):
            values = {"least": str(self.min_area), "most": str(self.max_area)}
            raise PydanticCustomError("area_above", "min > max", values)
        return self
