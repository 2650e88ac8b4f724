"""Random restrictions for small instances."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from solver.instance import Instance
from solver.restrictions import Restrictions, Separations, Sites


def random_restrictions(instance: Instance, seed: int) -> Instance:
    """Restrict where the uses of an instance lie, most of the time in two ways."""
    rng = np.random.default_rng((seed, 7))
    n_uses = instance.n_uses
    least, most = np.zeros((2, n_uses), np.int32)
    if rng.random() < 0.7:
        least = rng.integers(0, 4, n_uses).astype(np.int32)
        least[0] *= rng.random() < 0.3
    if rng.random() < 0.4:
        most = rng.choice([0, 1, 2, 3, 4], n_uses).astype(np.int32)
        most = np.where(most > 0, np.maximum(most, least), 0).astype(np.int32)
    found = Restrictions(
        least, most, _sites(instance, rng), _separations(instance, rng)
    )
    return replace(instance, restrictions=found)


def _sites(instance: Instance, rng: np.random.Generator) -> Sites:
    n_partitions = instance.zone.shape[0]
    if instance.n_uses < 2 or not n_partitions or rng.random() < 0.5:
        return Sites()
    uses = rng.permutation(np.arange(1, instance.n_uses))[: rng.integers(1, 3)]
    fewest = rng.integers(0, 3, uses.size)
    return Sites(
        tuple(f"sites[{use}]" for use in uses),
        uses.astype(np.int32),
        fewest.astype(np.int32),
        (fewest + rng.integers(0, 2, uses.size)).astype(np.int32),
        rng.choice([0.0, 0.5, 1.0, 1.3, 2.0], uses.size),
        rng.integers(0, n_partitions, uses.size).astype(np.int32),
    )


def _separations(instance: Instance, rng: np.random.Generator) -> Separations:
    n_uses = instance.n_uses
    if n_uses < 2 or rng.random() < 0.5:
        return Separations()
    n_rules = int(rng.integers(1, 3))
    sort: NDArray[np.int64] = rng.integers(0, 3, (n_rules, n_uses))
    return Separations(
        tuple(f"separation[{rule}]" for rule in range(n_rules)),
        sort == 1,
        sort == 2,
        rng.choice([120.0, 142.0, 200.0, 201.0, 250.0], n_rules),
        rng.choice([np.inf, np.inf, 0.5, 3.0], n_rules),
    )
