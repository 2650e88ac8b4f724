import math


def piecewise_linear(value: float, x: list[float], y: list[float]) -> float:
    if math.isnan(value):
        return math.nan
    if value <= x[0]:
        return y[0]
    for left, right, low, high in zip(x, x[1:], y, y[1:], strict=False):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return y[-1]


def s_shaped(value: float, low: float, high: float) -> float:
    if math.isnan(value):
        return math.nan
    part = min(1.0, max(0.0, (value - low) / (high - low)))
    return 2 * part**2 if part < 0.5 else 1 - 2 * (1 - part) ** 2


def by_class(code: int, table: list[float], otherwise: float) -> float:
    return otherwise if code < 0 else table[code]
