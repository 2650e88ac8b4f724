"""Curves of the scenario to curves of the model."""

from model.curve import Classes, Curve, Linear, SShaped, Triangular
from scenarios.schema.curve import Curve as CurveSettings


def to_curve(settings: CurveSettings) -> Curve:
    """Return the curve that the settings describe."""
    if settings.linear is not None:
        return Linear(tuple(sorted(settings.linear.items())))
    if settings.s_shaped is not None:
        return SShaped(settings.s_shaped.low, settings.s_shaped.high)
    if settings.triangular is not None:
        shape = settings.triangular
        return Triangular(shape.low, shape.peak, shape.high)
    assert settings.classes is not None  # the schema holds exactly one form
    return Classes(dict(settings.classes), settings.otherwise or 0.0)
