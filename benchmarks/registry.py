"""All families of instances that are measured, and at which sizes.

``n`` counts cells, ``m`` rows, ``k`` land uses beside "none"; ``cell`` is in metres,
``pct`` a boundary in per cent of the range of scores, ``least`` the cells of a patch.
"""

from functools import partial

from benchmarks.instances import (
    compact,
    counts,
    couplings,
    patches,
    puzzelland,
    soft,
    zonal,
)
from benchmarks.spec import Spec

PHASES = ("read", "compile", "bound", "relaxed", "prices", "core", "solve")
"""Phases of every instance."""

ON_LAYERS = ("rasterise", "suitability", "read", "compile", "bound", "relaxed")
"""Phases of what comes from layers: solving it takes minutes, so that is measured by
``puzzel bench`` and not by a driver."""

WHOLE_PROGRAM = ("compile", "bound", "relaxed", "solve")
"""Phases of the smallest instance whose cells see their neighbours: its program has two
rows per edge and use, 20 million of them for a million cells."""

MODERATE, STRONG = 12, 50
"""Boundaries with patches of some ten to a few hundred cells, and of twice that [%]."""

SPECS = (
    Spec(
        "zonal",
        ("n", "m"),
        lambda size, seed: zonal.build(size[0], size[1], seed),
        (
            *((2_500, 136), (40_000, 136)),
            *((160_000, rows) for rows in (20, 136, 408, 800, 2_000)),
            *((500_000, 408), (1_000_000, 800)),
        ),
        (*PHASES, "fit"),
    ),
    Spec(
        "soft",
        ("n", "m"),
        lambda size, seed: soft.build(size[0], size[1], seed),
        ((2_500, 136), (40_000, 136), (160_000, 136), (500_000, 408), (1_000_000, 800)),
        PHASES,
    ),
    Spec(
        "counts",
        ("n", "m"),
        lambda size, seed: counts.build(size[0], size[1], seed),
        ((2_500, 72), (40_000, 72), (160_000, 72), (500_000, 72), (1_000_000, 72)),
        PHASES,
    ),
    Spec(
        "couplings",
        ("n", "m"),
        lambda size, seed: couplings.build(size[0], size[1], seed),
        ((900, 26), (40_000, 136), (160_000, 136), (160_000, 800)),
        PHASES,
    ),
    Spec(
        "compact",
        ("n", "k", "pct"),
        lambda size, seed: compact.build(size[0], size[1], size[2], seed),
        (
            *((576, 6, MODERATE), (2_500, 7, MODERATE), (160_000, 7, MODERATE)),
            *((160_000, 7, STRONG), (1_000_000, 6, MODERATE)),
        ),
        ("read",),
        WHOLE_PROGRAM,
    ),
    Spec(
        "patches",
        ("n", "k", "least"),
        lambda size, seed: patches.build(size[0], size[1], size[2], 0, seed),
        ((2_500, 7, 20), (160_000, 7, 20)),
        ("read", "compile", "bound"),
        ("solve",),
    ),
    Spec(
        "patches-compact",
        ("n", "k", "least"),
        lambda size, seed: patches.build(size[0], size[1], size[2], MODERATE, seed),
        ((1_600, 4, 8), (2_500, 7, 20), (160_000, 7, 20)),
        ("read",),
        WHOLE_PROGRAM,
    ),
    Spec(
        "puzzelland-base",
        ("cell",),
        partial(puzzelland.of_size, "base.yaml"),
        ((500,), (250,), (100,)),
        ON_LAYERS,
    ),
    *(
        Spec(
            f"puzzelland-{name}",
            ("cell",),
            partial(puzzelland.of_size, f"{name}.yaml"),
            ((500,), (250,), (100,)),
            (),
        )
        for name in ("green", "compact", "fields", "barracks")
    ),
)
"""All families."""

BY_NAME = {spec.name: spec for spec in SPECS}
"""Families by name."""

SETS: dict[str, tuple[str, ...]] = {
    "quick": (
        "zonal-n=2500-m=136",
        "soft-n=2500-m=136",
        "counts-n=2500-m=72",
        "couplings-n=900-m=26",
        "compact-n=2500-k=7-pct=12",
        "patches-compact-n=1600-k=4-least=8",
    ),
    "province": (
        "zonal-n=160000-m=136",
        "zonal-n=160000-m=408",
        "soft-n=160000-m=136",
        "counts-n=160000-m=72",
        "couplings-n=160000-m=136",
        "compact-n=160000-k=7-pct=12",
        "compact-n=160000-k=7-pct=50",
        "patches-n=160000-k=7-least=20",
        "puzzelland-base-cell=250",
        "puzzelland-compact-cell=100",
        "puzzelland-barracks-cell=100",
    ),
    "full": tuple(spec.case_id(size) for spec in SPECS for size in spec.sizes),
}
"""Sets of cases by the name a user gives: half a minute an engine, minutes, hours."""
