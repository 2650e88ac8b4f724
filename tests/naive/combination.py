import math


def mean(worths: list[float], weights: list[float]) -> float:
    pairs = zip(worths, weights, strict=True)
    return sum(worth * weight for worth, weight in pairs) / sum(weights)


def geometric(worths: list[float], weights: list[float]) -> float:
    if any(math.isnan(worth) for worth in worths):
        return math.nan
    pairs = zip(worths, weights, strict=True)
    product = math.prod(worth**weight for worth, weight in pairs)
    return float(product ** (1 / sum(weights)))
