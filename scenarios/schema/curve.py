"""Curves that turn the value of a layer into a membership [0..1]."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scenarios.schema.settings import Label, Settings
from scenarios.schema.texts import Text

Membership = Annotated[float, Field(ge=0, le=1)]
"""How good a value is [0..1]."""

_FORMS = ("linear", "s_shaped", "triangular", "classes")


class SShaped(Settings):
    """Vloeiend van 0 bij low naar 1 bij high / smooth from 0 at low to 1 at high."""

    low: float
    """Hier 0 / 0 here."""
    high: float
    """Hier 1; onder low: dalend / 1 here; below low: falling."""

    @model_validator(mode="after")
    def _differ(self) -> "SShaped":
        if self.low == self.high:
            values = {"got": self.low}
            raise PydanticCustomError("flat_curve", "low and high equal", values)
        return self


class Triangular(Settings):
    """Nul buiten low en high, 1 bij peak / zero outside low and high, 1 at peak."""

    low: float
    """Hier 0 / 0 here."""
    peak: float
    """Hier 1 / 1 here."""
    high: float
    """Hier weer 0 / 0 again here."""

    @model_validator(mode="after")
    def _rising(self) -> "Triangular":
        if not self.low < self.peak < self.high:
            values = {"got": f"{self.low:g}, {self.peak:g}, {self.high:g}"}
            raise PydanticCustomError("rising", "not low < peak < high", values)
        return self


class Curve(Settings):
    """Van waarde naar geschiktheid 0..1 / from value to suitability 0..1."""

    linear: Annotated[Mapping[float, Membership], Field(min_length=1)] | None = None
    """Punten waartussen recht, daarbuiten vlak / points; flat outside."""
    s_shaped: SShaped | None = None
    """Vloeiende trap / smooth step."""
    triangular: Triangular | None = None
    """Driehoek / triangle."""
    classes: Annotated[Mapping[Label, Membership], Field(min_length=1)] | None = None
    """Getal per klasse / number per class."""
    otherwise: Membership | None = None
    """Getal van klassen die niet genoemd zijn / number of other classes."""
    assumed: bool = False
    """Aangenomen: de tekst geeft deze curve niet / the text does not give it."""
    reason: Text | None = None
    """Waarom deze curve / why this curve."""
    source: str = ""
    """Waar hij vandaan komt / where it comes from."""

    @model_validator(mode="after")
    def _one_form(self) -> "Curve":
        if sum(getattr(self, form) is not None for form in _FORMS) != 1:
            raise PydanticCustomError("one_curve", "not one form")
        if self.otherwise is not None and self.classes is None:
            raise PydanticCustomError("otherwise_alone", "otherwise without classes")
        if self.assumed and not self.reason:
            raise PydanticCustomError("assumed_reason", "assumed without reason")
        return self

    def __str__(self) -> str:
        """Write form and numbers, short."""
        form = next(form for form in _FORMS if getattr(self, form) is not None)
        held: Any = getattr(self, form)
        numbers = held if isinstance(held, Mapping) else held.model_dump()
        points = (
            f"{f'{x:g}' if isinstance(x, float) else x}: {y:g}"
            for x, y in numbers.items()
        )
        return f"{form} {', '.join(points)}"
