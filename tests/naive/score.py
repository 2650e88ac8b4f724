from tests.naive.combination import geometric, mean

Worths = list[float]


def worth(factors: list[Worths], weights: list[float], is_geometric: bool) -> Worths:
    combine = geometric if is_geometric else mean
    return [combine(list(cell), weights) for cell in zip(*factors, strict=True)]


def score(gains: list[tuple[float, Worths]], land: list[float]) -> list[float]:
    return [
        land_ha * sum(points * worths[cell] for points, worths in gains)
        for cell, land_ha in enumerate(land)
    ]
